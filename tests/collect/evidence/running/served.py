"""A site on this machine that says 304 where nothing has changed, and remembers what it was asked."""

from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

TYPES = {"html": "text/html; charset=utf-8", "csv": "text/csv"}


class Served:
    """pages: path -> bytes; they may be changed while it runs. asked: (path, status), in order."""

    def __init__(self, pages):
        self.pages, self.asked = dict(pages), []

    def __enter__(self):
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                site.answer(self)

            def log_message(self, *_):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.thread = Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.01})
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        """Be gone, as a site that is switched off."""
        if self.thread.is_alive():
            self.server.shutdown()
            self.thread.join()
            self.server.server_close()

    def url(self, path, host="127.0.0.1"):
        return f"http://{host}:{self.server.server_port}{path}"

    def statuses(self):
        """Of every page that was asked for, but for addresses that cannot be there."""
        return {path: status for path, status in self.asked if not path.startswith("/no-such-page")}

    def answer(self, handler):
        body = self.pages.get(handler.path)
        etag = f'"{sha256(body).hexdigest()[:16]}"' if body else ""
        status = 404 if body is None else 304 if handler.headers.get("If-None-Match") == etag else 200
        self.asked.append((handler.path, status))
        handler.send_response(status)
        if etag:
            handler.send_header("ETag", etag)
        if status != 304:
            body = body or b"<p>404</p>"
            handler.send_header("Content-Type", TYPES.get(handler.path.rpartition(".")[2], TYPES["html"]))
            handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        if status != 304:
            handler.wfile.write(body)
