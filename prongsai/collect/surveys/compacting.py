"""Giving the room of deleted rows back, so that what was deleted is not in the database's files either."""

from __future__ import annotations

from contextlib import suppress

from django.db import DatabaseError, OperationalError, connection

from prongsai.collect.surveys.models import Box, Code, PaperSheet, Sheet, Suggestion, Survey

_TABLES = (Box, Code, PaperSheet, Sheet, Suggestion, Survey)


def compact_if_free() -> None:
    """Compact now, or leave it to the next time: sealing makes sure of it."""
    with suppress(DatabaseError):
        compact()


def compact() -> None:
    """Rewrite the tables of this room (PostgreSQL) or the whole file (SQLite).

    raises  DatabaseError if somebody holds the tables; then it has to be tried again.
    """
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(f"VACUUM FULL {', '.join(model._meta.db_table for model in _TABLES)}")
        else:
            cursor.execute("VACUUM")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            if cursor.fetchone()[0]:  # said, not raised
                raise OperationalError("Somebody reads the database; its log of writes could not be emptied.")
