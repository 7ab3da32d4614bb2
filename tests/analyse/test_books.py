"""Books are made in the background, once for the same data, and kept by their hash."""

import hashlib
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.utils import timezone

from prongsai.analyse import actions, making, queries
from prongsai.analyse.actions import BookRefusedError
from prongsai.analyse.models import Book
from prongsai.analyse.reports import yearbook
from prongsai.documents.model import DocumentError
from prongsai.trail.actions import place_of
from prongsai.trail.models import Event
from prongsai.trail.queries import read

State = Book.State


@pytest.fixture
def sleeping(monkeypatch):
    """Nobody works on jobs: a test does it itself. Gives what was sent."""
    sent = []
    monkeypatch.setattr(actions.tasks.make_book.__class__, "enqueue", lambda _task, *job: sent.append(job))
    return sent


def ask(assessment, by=None, **other):
    asked = {"report": "yearbook", "format_": "xlsx", "language": "th", "digits": "arabic"} | other
    book = actions.ask_for_book(assessment=assessment, by=by, **asked)
    return Book.objects.get(pk=book.pk)


def stand_still(book, minutes):
    Book.objects.filter(pk=book.pk).update(moved_at=timezone.now() - timedelta(minutes=minutes))
    return Book.objects.get(pk=book.pk)


@pytest.mark.parametrize(
    ("format_", "beginning"),
    [("pdf", b"%PDF-"), ("docx", b"PK"), ("xlsx", b"PK"), ("html", b"<!doctype html>")],
)
def test_a_book_is_made_and_kept_by_its_hash(published, administrator, format_, beginning):
    book = ask(published, by=administrator, format_=format_)

    content = read(queries.frozen_of(book))
    assert (book.state, book.step, book.asked_by) == (State.DONE, Book.Step.KEEP, str(administrator))
    assert content.lower().startswith(beginning.lower())
    assert (book.sha256, book.size) == (hashlib.sha256(content).hexdigest(), len(content))


def test_the_same_book_is_not_made_twice(published):
    assert ask(published) == ask(published)
    assert ask(published) != ask(published, digits="thai")


def test_the_same_data_give_the_same_bytes_on_another_day(published, monkeypatch):
    first = ask(published)
    place_of(first.sha256).unlink()  # gone: it must be made again
    tomorrow = timezone.now() + timedelta(days=1)
    monkeypatch.setattr(actions.timezone, "now", lambda: tomorrow)

    second = ask(published)

    assert second != first
    assert (second.sha256, second.made_at) == (first.sha256, first.made_at)


def test_other_data_give_another_book(published):
    first = ask(published)
    actions.write_text(assessment=published, code="2", text_th="จัดทำแผน", by=None)
    second = ask(published)

    shown = queries.books_shown(published, second.data_hash)
    assert first.sha256 != second.sha256
    assert [(each.book, each.is_current) for each in shown] == [(second, True), (first, False)]


def test_a_book_says_what_it_was_made_of_even_if_that_changed_while_it_waited(published, sleeping):
    book = ask(published)
    actions.write_text(assessment=published, code="2", text_th="จัดทำแผน", by=None)

    making.make(*sleeping[0])

    made = Book.objects.get()
    assert made.state == State.DONE
    assert made.data_hash != book.data_hash
    assert (
        actions.ask_for_book(
            assessment=published, report="yearbook", format_="xlsx", language="th", digits="arabic", by=None
        )
        == made
    )


def test_what_data_lack_is_said(published, monkeypatch):
    monkeypatch.setattr(yearbook, "build", _raise(DocumentError("Table 1: a table needs columns.")))

    book = ask(published)

    assert (book.state, book.reason, book.detail) == (
        State.FAILED, Book.Reason.DATA, "Table 1: a table needs columns."
    )  # fmt: skip


def test_a_fault_of_the_program_gives_a_reference_and_no_more(published, monkeypatch, caplog):
    monkeypatch.setattr(yearbook, "build", _raise(RuntimeError("secret place /srv")))

    book = ask(published)

    assert (book.state, book.reason, len(book.detail)) == (State.FAILED, Book.Reason.PROGRAM, 8)
    assert book.detail in caplog.text


def test_a_writer_that_ends_in_no_exception_is_a_fault_too(published, monkeypatch):
    """A panic of the typesetter comes as a BaseException."""
    monkeypatch.setattr(yearbook, "build", _raise(BaseException("panicked")))

    assert ask(published).reason == Book.Reason.PROGRAM


def test_a_worker_that_is_stopped_says_so_and_stops(published, sleeping, monkeypatch):
    monkeypatch.setattr(yearbook, "build", _raise(SystemExit(1)))
    book = ask(published)

    with pytest.raises(SystemExit):
        making.make(*sleeping[0])

    book.refresh_from_db()
    assert (book.state, book.reason) == (State.FAILED, Book.Reason.STOPPED)


def test_a_failed_book_is_made_when_it_is_asked_for_again(published, monkeypatch, administrator):
    with monkeypatch.context() as broken:
        broken.setattr(yearbook, "build", _raise(DocumentError("broken")))
        book = ask(published)

    actions.ask_again(book=book, by=administrator)

    book.refresh_from_db()
    assert (book.state, book.reason, book.attempt) == (State.DONE, "", 2)
    verbs = list(
        Event.objects.filter(object_kind="analyse.book").order_by("pk").values_list("verb", flat=True)
    )
    assert verbs == [
        "analyse.book_asked_for", "analyse.book_failed", "analyse.book_asked_again", "analyse.book_made",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("state", "minutes", "is_stopped"),
    [
        (State.QUEUED, 9, False),
        (State.QUEUED, 11, True),
        (State.RUNNING, 4, False),
        (State.RUNNING, 6, True),
    ],
)
def test_a_job_that_stands_still_counts_as_stopped(published, sleeping, state, minutes, is_stopped):
    book = ask(published)
    Book.objects.update(state=state)
    book = stand_still(book, minutes)

    assert (queries.is_stopped(book), queries.is_on_its_way(book)) == (is_stopped, not is_stopped)


def test_a_job_that_was_killed_cannot_write_into_the_next_attempt(published, sleeping, administrator):
    killed = stand_still(ask(published), minutes=11)
    actions.ask_again(book=killed, by=administrator)
    first, second = sleeping

    making.make(*first)
    assert Book.objects.get().state == State.QUEUED
    making.make(*second)
    made = Book.objects.get()
    making.make(*second)

    assert (made.state, made.attempt) == (State.DONE, 2)
    assert Event.objects.filter(verb="analyse.book_made").count() == 1


def test_a_book_on_its_way_or_done_is_not_asked_for_again(published, sleeping, administrator):
    book = ask(published)
    with pytest.raises(BookRefusedError, match="being made"):
        actions.ask_again(book=book, by=administrator)
    making.make(*sleeping[0])
    with pytest.raises(BookRefusedError, match="there already"):
        actions.ask_again(book=book, by=administrator)

    assert ask(published) == book
    assert len(sleeping) == 1


@pytest.mark.parametrize("unknown", [{"report": "diary"}, {"format_": "exe"}, {"language": "fr"}])
def test_an_unknown_book_is_refused(published, unknown):
    with pytest.raises(actions.ActionRefusedError):
        ask(published, **unknown)

    assert not Book.objects.exists()


@pytest.mark.parametrize(
    "fields", [{"state": "done"}, {"state": "failed"}, {"state": "queued", "sha256": "0" * 64, "size": 1}]
)
def test_the_table_itself_refuses_halves(published, sleeping, fields):
    ask(published)

    with pytest.raises(IntegrityError), transaction.atomic():
        Book.objects.update(**fields)


@pytest.mark.django_db(transaction=True)
def test_the_worker_makes_what_was_asked_for(published, settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    waiting = ask(published)
    assert (waiting.state, waiting.step) == (State.QUEUED, Book.Step.WAIT)

    call_command("db_worker", "--batch", "--no-startup-delay", "--interval", "0", verbosity=0)

    waiting.refresh_from_db()
    assert (waiting.state, queries.is_kept(waiting)) == (State.DONE, True)


def _raise(error):
    def build(*_args, **_kwargs):
        raise error

    return build
