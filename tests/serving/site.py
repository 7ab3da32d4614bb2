"""A site served as it is shipped: gunicorn with deploy/gunicorn.conf.py, in a folder of its own."""

import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import psycopg

ROOT = Path(__file__).parent.parent.parent
HELPERS = [ROOT / "tests", ROOT / "tests" / "collect" / "surveys"]
PATIENCE_SECONDS = 30


def free_port() -> int:
    with socket.socket() as each:
        each.bind(("127.0.0.1", 0))
        return each.getsockname()[1]


@dataclass
class Site:
    """database  its address; empty for SQLite in the folder. settings: environment variables beside ours."""

    folder: Path
    database: str = ""
    workers: int = 2
    settings: dict[str, str] = field(default_factory=dict)
    application: str = "prongsai.project.wsgi"
    port: int = field(default_factory=free_port)
    server: subprocess.Popen | None = None

    def __post_init__(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)

    @property
    def environment(self) -> dict[str, str]:
        own = {
            "DATA_DIR": str(self.folder),
            "DJANGO_SETTINGS_MODULE": "prongsai.project.settings",
            "SECRET_KEY": "only-for-tests",
            "DATABASE_URL": self.database or f"sqlite:///{self.sqlite}",
            "PYTHONPATH": os.pathsep.join(map(str, [ROOT, *HELPERS])),
        }
        for name in ("FILES_DIR", "PUBLIC_DIR", "SURVEY_KEYS_DIR"):
            own[name] = str(self.folder / name.lower())
        return os.environ | own | self.settings

    @property
    def sqlite(self) -> Path:
        return self.folder / "prongsai.sqlite3"

    @property
    def log(self) -> Path:
        return self.folder / "web.log"

    def run(self, *arguments: object) -> str:
        """Run Python in this site's environment; give what it says."""
        done = subprocess.run(
            [sys.executable, *map(str, arguments)],
            cwd=ROOT,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def migrate(self) -> None:
        self.run("-m", "prongsai.project.manage", "migrate", "--verbosity", 0)

    def begin(self, instrument: str = "iit", codes: int = 0) -> dict:
        """Set a survey up: {"slug", "pk", "codes", "rows": {row: [choices]}}."""
        return json.loads(self.run("-m", "serving.begin", instrument, codes, f"office-{time.monotonic_ns()}"))

    def start(self) -> None:
        output = self.log.open("ab")
        self.server = subprocess.Popen(
            [
                *(sys.executable, "-m", "gunicorn", "--config", ROOT / "deploy" / "gunicorn.conf.py"),
                *("--bind", f"127.0.0.1:{self.port}", "--workers", str(self.workers), self.application),
            ],
            cwd=ROOT,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
        )
        output.close()
        self.wait()

    def wait(self) -> None:
        """Until it answers."""
        ends = time.monotonic() + PATIENCE_SECONDS
        while not self._answers():
            assert self.server.poll() is None, self.log.read_text()
            assert time.monotonic() < ends, self.log.read_text()[-800:]
            time.sleep(0.05)

    def _answers(self) -> bool:
        try:
            with socket.create_connection(("127.0.0.1", self.port), 5) as each:
                each.sendall(b"GET /health/ HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n")
                return b" 200 " in each.recv(64)
        except OSError:
            return False

    def ask(self, sql: str) -> list[tuple]:
        """Look into the database past everything."""
        if not self.database:
            with closing(sqlite3.connect(self.sqlite)) as kept:
                return kept.execute(sql).fetchall()
        with psycopg.connect(self.database) as kept:
            return kept.execute(sql).fetchall()

    def rows(self) -> set[str]:
        """Every row of every table, as text."""
        tables = (
            "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
            if self.database
            else "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%_fts%'"
        )
        return {
            f"{table}: {row}"
            for (table,) in self.ask(tables)
            for row in self.ask(f'SELECT * FROM "{table}"')  # noqa: S608  # a name of ours
        }

    def counts(self, survey: dict) -> tuple[int, int]:
        """Sheets, and spent codes."""
        boxes = self.ask(f"SELECT count(*) FROM surveys_box WHERE survey_id = {survey['pk']}")  # noqa: S608  # a number
        spent = self.ask(
            f"SELECT count(*) FROM surveys_code WHERE survey_id = {survey['pk']} AND is_spent"  # noqa: S608  # a number
        )
        return boxes[0][0], spent[0][0]

    def worker_pids(self) -> list[int]:
        told = subprocess.run(
            ["pgrep", "-P", str(self.server.pid)], capture_output=True, text=True, check=False
        ).stdout
        return [int(pid) for pid in told.split()]

    def kill(self) -> None:
        """All of it at once, without a word."""
        for pid in [self.server.pid, *self.worker_pids()]:
            os.kill(pid, signal.SIGKILL)
        self.server.wait()

    def stop(self) -> None:
        if self.server and self.server.poll() is None:
            self.server.terminate()
            self.server.wait(timeout=PATIENCE_SECONDS)
