"""While tests run: unordered rows come at random; guarded tables can be emptied, and are filled again."""

from django.apps import apps
from django.db import connections
from django.db.backends.base.operations import BaseDatabaseOperations
from django.db.backends.postgresql.base import DatabaseWrapper as PostgreSQL
from django.db.backends.sqlite3.base import DatabaseWrapper as SQLite
from django.db.models.expressions import OrderBy
from django.db.models.functions import Random
from django.db.models.sql.compiler import SQLCompiler
from django.test import TestCase, TransactionTestCase

from prongsai.trail import guards
from prongsai.trail.models import OnlyAdded


def order_unordered_at_random():
    """A list whose order nobody asked for comes in another order each time, so that no test leans on it."""
    asked_for = SQLCompiler._order_by_pairs

    def pairs(compiler):
        if _has_no_order(compiler.query):
            yield OrderBy(Random()), False
        else:
            yield from asked_for(compiler)

    SQLCompiler._order_by_pairs = pairs


def _has_no_order(query):
    meta = query.get_meta()
    is_ours = bool(meta) and meta.app_config is not None and meta.app_config.name.startswith("prongsai.")
    by_default = query.default_ordering and meta and meta.ordering
    is_plain = not (query.distinct or query.combinator or query.group_by is not None or query.subquery)
    return is_ours and is_plain and not (query.order_by or query.extra_order_by or by_default)


def take_guards_down_to_empty_tables():
    """Tests with real transactions empty all tables after each; the trail's triggers would refuse."""
    for database in (SQLite, PostgreSQL):
        _wrap(database.ops_class)


def _guarded():
    return [model._meta.db_table for model in apps.get_models() if issubclass(model, OnlyAdded)]


def _wrap(operations: type[BaseDatabaseOperations]):
    plain = operations.sql_flush

    def sql_flush(self, style, tables, **options):
        vendor = self.connection.vendor
        guarded = tuple(table for table in _guarded() if table in tables)
        down, up = guards.drop(vendor, guarded), guards.create(vendor, guarded)
        return [*down, *plain(self, style, tables, **options), *up]

    operations.sql_flush = sql_flush


def fill_emptied_tables_again():
    """What migrations put in, such as the root of the page tree, comes back for the tests that follow."""
    plain = TransactionTestCase._fixture_teardown

    def emptied_and_filled(self):
        self.serialized_rollback = True  # then Django does not fill tables halfway by itself
        plain(self)
        if not isinstance(self, TestCase):
            for connection in connections.all():
                connection.creation.deserialize_db_from_string(connection._test_serialized_contents)

    TransactionTestCase._fixture_teardown = emptied_and_filled


def keep_what_migrations_put_in():
    for connection in connections.all():
        connection._test_serialized_contents = connection.creation.serialize_db_to_string()
