"""For every test: no network beyond this machine; for tests with a database: no order that nobody asked for.

Nothing here imports Django at the top, so that the core's tests run without it.
"""

import os
import sys
from pathlib import Path

import pytest
import pytest_socket

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE / "people"), str(HERE / "house")]  # helpers: world.py, walk.py


def pytest_addoption(parser, pluginmanager):
    if not pluginmanager.has_plugin("django"):  # `-p no:django` leaves its setting in pyproject.toml unknown
        parser.addini("DJANGO_SETTINGS_MODULE", "settings of the tests with a database")


def pytest_configure(config):
    if config.pluginmanager.has_plugin("django"):
        from strict_database import (  # noqa: PLC0415  # Django stays away from the core's tests
            fill_emptied_tables_again,
            order_unordered_at_random,
            take_guards_down_to_empty_tables,
        )

        order_unordered_at_random()
        take_guards_down_to_empty_tables()
        fill_emptied_tables_again()


def pytest_collection_modifyitems(config, items):
    """On PostgreSQL only what a database can change is run: the rest has been run on SQLite."""
    if not os.environ.get("DATABASE_URL", "").startswith("postgres"):
        return
    left = [item for item in items if not _asks_a_database(item)]
    config.hook.pytest_deselected(items=left)
    items[:] = [item for item in items if _asks_a_database(item)]


def _asks_a_database(item):
    fixtures = {"db", "transactional_db", "live_server", "django_db_setup"}
    asks = item.get_closest_marker("django_db") or fixtures & set(getattr(item, "fixturenames", ()))
    return asks and not item.get_closest_marker("one_database")


def pytest_runtest_setup():
    pytest_socket.socket_allow_hosts(["127.0.0.1", "::1", "localhost"], allow_unix_socket=True)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    from strict_database import keep_what_migrations_put_in  # noqa: PLC0415  # as above

    with django_db_blocker.unblock():
        keep_what_migrations_put_in()


@pytest.fixture(autouse=True)
def own_files(request, tmp_path):
    """Frozen and public files, and keys of surveys, of each test lie in a folder of its own."""
    if request.config.pluginmanager.has_plugin("django"):
        settings = request.getfixturevalue("settings")
        settings.FILES_DIR, settings.PUBLIC_DIR = tmp_path / "files", tmp_path / "public"
        settings.SURVEY_KEYS_DIR = tmp_path / "survey-keys"
