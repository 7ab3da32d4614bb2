"""Triggers by which the database itself refuses to change or remove what was only to be added."""

from __future__ import annotations

from typing import Any

TABLES = ("trail_event", "trail_frozen")
_REFUSAL = "rows are only ever added"


def create(vendor: str, tables: tuple[str, ...] = TABLES) -> list[str]:
    """SQL that puts the guards up, for `sqlite` or `postgresql`."""
    if vendor == "sqlite":
        return [_sqlite_trigger(table, verb) for table in tables for verb in ("UPDATE", "DELETE")]
    function = (
        "CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION USING MESSAGE = TG_TABLE_NAME || ': {_REFUSAL}'; END $$"
    )
    return [function, *(_postgresql_trigger(table) for table in tables)]


def drop(vendor: str, tables: tuple[str, ...] = TABLES) -> list[str]:
    """SQL that takes the guards down: for undoing the migration and for emptying a test database."""
    if vendor == "sqlite":
        return [f"DROP TRIGGER IF EXISTS {table}_{verb}" for table in tables for verb in ("update", "delete")]
    return [f"DROP TRIGGER IF EXISTS {table}_change ON {table}" for table in tables]


def _sqlite_trigger(table: str, verb: str) -> str:
    return (
        f"CREATE TRIGGER {table}_{verb.lower()} BEFORE {verb} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{table}: {_REFUSAL}'); END"
    )


def _postgresql_trigger(table: str) -> str:
    # A statement trigger also refuses TRUNCATE, which fires no row triggers.
    return (
        f"CREATE TRIGGER {table}_change BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
        "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
    )


def put_up(_apps: Any, schema_editor: Any, tables: tuple[str, ...] = TABLES) -> None:
    for sql in create(schema_editor.connection.vendor, tables):
        schema_editor.execute(sql)


def take_down(_apps: Any, schema_editor: Any, tables: tuple[str, ...] = TABLES) -> None:
    for sql in drop(schema_editor.connection.vendor, tables):
        schema_editor.execute(sql)
