"""What keeps a database from writing, made real for as long as a `with` lasts."""

import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from urllib.parse import quote

import psycopg

from serving.postgres import AS_POSTGRES
from serving.site import Site


@contextmanager
def locked(site: Site, survey: dict) -> Iterator[int]:
    """Somebody else writes and does not end. Gives the port."""
    if site.database:
        with psycopg.connect(site.database) as other:
            other.execute(f"SELECT 1 FROM surveys_survey WHERE id = {survey['pk']} FOR UPDATE")  # noqa: S608  # a number
            yield site.port
        return
    with closing(sqlite3.connect(site.sqlite, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield site.port
        other.execute("ROLLBACK")


@contextmanager
def read_only(site: Site, _survey: dict) -> Iterator[int]:
    """The database may be read and not written."""
    if site.database:
        _set_read_only(site, "on")
        try:
            yield site.port
        finally:
            _set_read_only(site, "off")
        return
    other = Site(site.folder, f"sqlite:///{quote(f'file:{site.sqlite}?mode=ro')}", workers=1)
    other.start()
    try:
        yield other.port
    finally:
        other.stop()


def _set_read_only(site: Site, value: str) -> None:
    with psycopg.connect(site.database, autocommit=True) as other:
        other.execute("SET default_transaction_read_only = off")  # for this one, or it could not be undone
        other.execute(f"ALTER DATABASE served SET default_transaction_read_only = {value}")
        _end_others(other)


def _end_others(connection: psycopg.Connection) -> None:
    connection.execute(
        "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity "
        "WHERE datname = current_database() AND pid <> pg_backend_pid()"
    )


@contextmanager
def full(site: Site, _survey: dict) -> Iterator[int]:
    """No file of whoever writes the database may grow, as when the disk is full."""
    writers = site.worker_pids()
    if site.database:
        others = "SELECT pid FROM pg_stat_activity WHERE datname = 'served' AND pid <> pg_backend_pid()"
        writers = [pid for (pid,) in site.ask(others)]
    for pid in writers:
        _let_write(pid, "1", is_ours=not site.database)
    try:
        yield site.port
    finally:
        for pid in writers:  # PostgreSQL's may be gone: it begins anew by itself
            _let_write(pid, "unlimited", is_ours=not site.database)


def _let_write(pid: int, most: str, *, is_ours: bool) -> None:
    prefix = [] if is_ours else AS_POSTGRES
    subprocess.run(
        [*prefix, "prlimit", "--pid", str(pid), f"--fsize={most}:"], check=False, capture_output=True
    )
