"""Serves the invented sites on this machine only."""

from __future__ import annotations

import argparse
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

from prongsai.project.demonstration.sites.content import Site, faulty, in_good_order
from prongsai.project.demonstration.sites.making import make, page

HOST = "127.0.0.1"
_SORRY = ["ขออภัย ไม่พบหน้าที่ท่านต้องการ อาจถูกย้ายหรือลบไปแล้ว"]
_SIGN_IN = (
    '<!doctype html><html lang="th"><head><meta charset="utf-8"><title>เข้าสู่ระบบ</title></head><body><main>'
    "<h1>เข้าสู่ระบบสำหรับเจ้าหน้าที่</h1><form method='post'><label>ชื่อผู้ใช้ <input name='user'></label>"
    "<label>รหัสผ่าน <input type='password' name='password'></label><button>เข้าสู่ระบบ</button></form></main>"
    "</body></html>"
)


class Handler(SimpleHTTPRequestHandler):
    """Gone: 404. A soft 404: any page that is not there says so with 200, as many site builders do."""

    def __init__(self, *args: Any, site: Site, **kwargs: Any) -> None:
        self.site = site
        super().__init__(*args, **kwargs)

    def do_GET(self) -> None:
        name = Path(self.path.partition("?")[0]).stem
        fault = self.site.pages.get(name, {}).get("fault", "")
        if fault == "login":
            self.send_response(HTTPStatus.FOUND)
            self.send_header("Location", "/login")
            self.end_headers()
        elif self.path.startswith("/login"):
            self._say(_SIGN_IN)
        elif fault == "gone":
            self.send_error(HTTPStatus.NOT_FOUND)
        elif fault == "soft_404" or not Path(self.translate_path(self.path)).exists():
            self._say(page(self.site, "ไม่พบหน้า", _SORRY))
        else:
            super().do_GET()

    def _say(self, text: str) -> None:
        content = text.encode()
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the name is the base's
        """Nothing: who looks at a site is nobody's business."""


def serve(site: Site, folder: Path, port: int = 0) -> ThreadingHTTPServer:
    """A server that is not running yet; port 0 takes a free one."""
    make(site, folder)
    return ThreadingHTTPServer((HOST, port), partial(Handler, site=site, directory=str(folder)))


def main() -> None:
    parser = argparse.ArgumentParser(
        description="Serve the invented sites on this machine: PORT, and PORT + 1."
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("port", type=int)
    asked = parser.parse_args()
    well = serve(in_good_order(), asked.folder / "good", asked.port + 1)
    Thread(target=well.serve_forever, daemon=True).start()
    serve(faulty(), asked.folder / "faulty", asked.port).serve_forever()


if __name__ == "__main__":
    main()
