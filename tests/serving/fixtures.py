"""`site`: a running site with two surveys, on the database of the tests that are running."""

import os
import sqlite3
from contextlib import closing
from urllib.parse import urlsplit

import pytest
from django.db import connection

from serving.postgres import Cluster
from serving.site import Site

CODES = 300


@pytest.fixture(scope="session")
def cluster(django_db_setup):
    """A PostgreSQL of its own that may be killed; None on SQLite."""
    if connection.vendor == "sqlite":
        yield None
        return
    started = Cluster()
    yield started
    started.stop()


@pytest.fixture(scope="session")
def site(cluster, tmp_path_factory, django_db_setup, django_db_blocker):
    made = Site(tmp_path_factory.mktemp("site"))
    with django_db_blocker.unblock():
        name = connection.settings_dict["NAME"]
        if cluster:
            like = urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()
            made.database = cluster.create("served", like=like)
        else:
            connection.ensure_connection()
            with closing(sqlite3.connect(made.sqlite)) as copy:
                connection.connection.backup(copy)
    made.start()
    yield made
    made.stop()


@pytest.fixture(scope="session")
def staff(site):
    """A survey that takes codes."""
    return site.begin("iit", CODES)


@pytest.fixture(scope="session")
def public(site):
    """A survey that takes none."""
    return site.begin("eit")
