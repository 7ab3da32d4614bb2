import pytest
from django.core.exceptions import ImproperlyConfigured

from prongsai.project import database, environment


@pytest.mark.parametrize(
    ("text", "value"), [("1", True), ("Yes", True), ("0", False), ("off", False), ("", False)]
)
def test_a_switch_is_on_or_off(monkeypatch, text, value):
    monkeypatch.setenv("SWITCH", text)

    assert environment.env_bool("SWITCH") is value


def test_a_switch_that_is_neither_is_refused(monkeypatch):
    monkeypatch.setenv("SWITCH", "perhaps")

    with pytest.raises(ImproperlyConfigured, match="SWITCH is 'perhaps'"):
        environment.env_bool("SWITCH")


def test_a_number_is_whole(monkeypatch):
    assert environment.env_int("COUNT", 3) == 3
    monkeypatch.setenv("COUNT", "many")
    with pytest.raises(ImproperlyConfigured, match="to a whole number"):
        environment.env_int("COUNT", 3)


def test_a_secret_comes_from_the_variable_then_the_named_file_then_the_usual_file(monkeypatch, tmp_path):
    usual, named = tmp_path / "usual", tmp_path / "named"
    usual.write_text("one\n")
    named.write_text("two\n")
    assert environment.env_secret("WORD", file=usual) == "one"
    monkeypatch.setenv("WORD_FILE", str(named))
    assert environment.env_secret("WORD", file=usual) == "two"
    monkeypatch.setenv("WORD", "three")
    assert environment.env_secret("WORD", file=usual) == "three"


def test_a_missing_secret_says_where_to_set_it(tmp_path):
    with pytest.raises(ImproperlyConfigured) as refusal:
        environment.env_secret("WORD", file=tmp_path / "secret_key")

    assert str(refusal.value) == (
        "WORD is missing: set the environment variable WORD, or WORD_FILE to a file with it, "
        f"or write it into {tmp_path}/secret_key."
    )


def test_sqlite_loses_nothing_that_was_acknowledged():
    settings = database.database("sqlite:////srv/data/prongsai.sqlite3")

    assert settings["NAME"] == "/srv/data/prongsai.sqlite3"
    assert settings["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert (
        settings["OPTIONS"]["init_command"]
        == "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;"
    )


@pytest.mark.parametrize("scheme", ["postgres", "postgresql"])
def test_postgresql_is_read_from_its_address(scheme):
    settings = database.database(f"{scheme}://me:p%40ss@db.local:5433/ita?sslmode=require")

    assert (settings["ENGINE"], settings["NAME"]) == ("django.db.backends.postgresql", "ita")
    assert (settings["USER"], settings["PASSWORD"], settings["HOST"], settings["PORT"]) == (
        "me", "p@ss", "db.local", "5433",
    )  # fmt: skip
    assert settings["OPTIONS"] == {"sslmode": "require", "options": "-c lock_timeout=20s"}


def test_another_database_is_refused():
    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL starts with 'mysql:'"):
        database.database("mysql://x/y")
