"""Where the data lie: SQLite for an office on a laptop, PostgreSQL for a nation."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

KEPT_SECONDS = 60  # how long a connection stays open between requests
LOCK_SECONDS = 20  # how long a writer waits for another; less than a worker may take for a request


def database(url: str) -> dict[str, Any]:
    """Give Django's database settings for `sqlite:////path/file.sqlite3` or `postgresql://user:word@host/name`."""
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return _sqlite(unquote(parts.path)[1:] or ":memory:")
    if parts.scheme in {"postgres", "postgresql"}:
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(parts.path[1:]),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": unquote(parts.hostname or ""),
            "PORT": str(parts.port or ""),
            "CONN_MAX_AGE": KEPT_SECONDS,
            "CONN_HEALTH_CHECKS": True,
            "OPTIONS": {"options": f"-c lock_timeout={LOCK_SECONDS}s"} | dict(parse_qsl(parts.query)),
        }
    raise ImproperlyConfigured(
        f"DATABASE_URL starts with '{parts.scheme}:'. Set it to sqlite:////full/path.sqlite3 or postgresql://…"
    )


def _sqlite(path: str) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "CONN_MAX_AGE": KEPT_SECONDS,  # whoever closes last copies the whole log of writes back
        "OPTIONS": {
            # IMMEDIATE: two writers wait for each other instead of failing half-way.
            "transaction_mode": "IMMEDIATE",
            "timeout": LOCK_SECONDS,
            # FULL: what was acknowledged survives a power cut; NORMAL may lose the last commits.
            # secure_delete: what is deleted is overwritten, in whatever way SQLite was built.
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;",
        },
    }
