"""nginx before a site, with the settings that are shipped, in a folder of its own."""

import os
import shutil
import subprocess
import time
from pathlib import Path

from serving.site import ROOT, Site, free_port

CONF = """
{user}
pid {home}/nginx.pid;
error_log {home}/error.log error;
events {{ }}
http {{
    access_log {home}/access.log;
    client_body_temp_path {home}/body;
    proxy_temp_path {home}/proxy;
    fastcgi_temp_path {home}/fastcgi;
    uwsgi_temp_path {home}/uwsgi;
    scgi_temp_path {home}/scgi;
    upstream prongsai {{ server 127.0.0.1:{behind}; }}
    limit_req_zone $binary_remote_addr zone=sign_in:1m rate=10r/m;
    server {{
        listen 127.0.0.1:{port};
        include {shipped};
    }}
}}
"""


class Nginx:
    def __init__(self, site: Site, home: Path) -> None:
        program = shutil.which("nginx") or "/usr/sbin/nginx"
        home.mkdir()
        self.port = free_port()
        self.conf = CONF.format(
            user="user root;" if os.geteuid() == 0 else "",
            home=home,
            behind=site.port,
            port=self.port,
            shipped=ROOT / "deploy" / "nginx-locations.conf",
        )
        (home / "nginx.conf").write_text(self.conf)
        (home / "said").touch()
        with (home / "said").open("w") as said:
            self.server = subprocess.Popen(
                [
                    program,
                    "-p",
                    home,
                    "-e",
                    home / "error.log",
                    "-c",
                    home / "nginx.conf",
                    "-g",
                    "daemon off;",
                ],
                stdout=said,
                stderr=said,
            )
        ends = time.monotonic() + 10
        while not (home / "nginx.pid").exists():
            assert time.monotonic() < ends, (home / "said").read_text()
            time.sleep(0.05)

    def stop(self) -> None:
        self.server.terminate()
        self.server.wait(timeout=10)
