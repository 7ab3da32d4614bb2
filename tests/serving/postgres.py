"""A throw-away PostgreSQL with the settings that are shipped: unix socket only, gone at the end."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from contextlib import suppress
from pathlib import Path

SHIPPED = Path(__file__).parent.parent.parent / "deploy" / "postgresql.conf"
# PostgreSQL refuses to run as root.
AS_POSTGRES = ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"] if os.geteuid() == 0 else []


def programs() -> Path | None:
    """Where PostgreSQL's programs lie."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    named = shutil.which("initdb")
    return found[-1].parent if found else Path(named).parent if named else None


class Cluster:
    """fsync is on, as it is at work: what a crash leaves is what is tested."""

    def __init__(self) -> None:
        self.home = Path(tempfile.mkdtemp(prefix="prongsai-pg."))
        self.data, self.log = self.home / "data", self.home / "log"
        self.bin = programs()
        if self.bin is None:
            raise RuntimeError("PostgreSQL is not installed (Debian: apt-get install postgresql)")
        if AS_POSTGRES:
            shutil.chown(self.home, "nobody")
        self._run(
            "initdb", "-D", self.data, "-U", "prongsai", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"
        )
        with (self.data / "postgresql.conf").open("a") as conf:
            conf.write(
                f"\n{SHIPPED.read_text()}\nlisten_addresses = ''\nunix_socket_directories = '{self.home}'\n"
            )
        self.start()

    def _run(self, program: str, *arguments: object) -> str:
        done = subprocess.run(
            [*AS_POSTGRES, str(self.bin / program), *map(str, arguments)],
            cwd="/",
            check=True,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=120,
        )
        return done.stdout

    def start(self) -> None:
        self._run("pg_ctl", "-D", self.data, "-w", "-l", self.log, "start")

    def create(self, name: str, *, like: str = "") -> str:
        """Make a database; give the address that Prongsai knows it by. like: address of another to copy."""
        self._run("createdb", "-h", self.home, "-U", "prongsai", name)
        address = f"postgres://prongsai@/{name}?host={self.home}"
        if like:
            copied = subprocess.run(
                [self.bin / "pg_dump", "--no-owner", like], check=True, capture_output=True, timeout=120
            )
            subprocess.run(
                [self.bin / "psql", "-q", "-v", "ON_ERROR_STOP=1", address],
                input=copied.stdout,
                check=True,
                capture_output=True,
                timeout=120,
            )
        return address

    def kill(self) -> None:
        """Every process of it at once, as when the power fails."""
        pids = self.pids()
        for pid in pids:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        while any(_lives(pid) for pid in pids):
            time.sleep(0.01)
        for lock in (self.data / "postmaster.pid", self.home / ".s.PGSQL.5432.lock"):
            lock.unlink(missing_ok=True)  # after a power cut its number would be nobody's

    def pids(self) -> list[int]:
        """The server and all its children."""
        first = int((self.data / "postmaster.pid").read_text().split()[0])
        children = subprocess.run(
            ["pgrep", "-P", str(first)], capture_output=True, text=True, check=False
        ).stdout
        return [first, *map(int, children.split())]

    def stop(self) -> None:
        with suppress(subprocess.CalledProcessError):  # it was killed
            self._run("pg_ctl", "-D", self.data, "-m", "immediate", "stop")
        shutil.rmtree(self.home, ignore_errors=True)


def _lives(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False
