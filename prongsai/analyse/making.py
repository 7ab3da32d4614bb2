"""Makes one book, step by step. Each step is written down at once, so that a screen can show it."""

from __future__ import annotations

import hashlib
import logging
import secrets

from django.db import transaction
from django.utils import timezone

from prongsai.analyse import queries
from prongsai.analyse.material import data_hash, material_of, story
from prongsai.analyse.models import Book
from prongsai.analyse.reports import reports
from prongsai.analyse.story import Story
from prongsai.core.score import ScoreError
from prongsai.documents import FORMATS
from prongsai.documents.model import Document, DocumentError
from prongsai.people.actions import ActionRefusedError
from prongsai.trail import actions as trail

logger = logging.getLogger("prongsai")
State, Step = Book.State, Book.Step


class GivenUpError(Exception):
    """Somebody asked for the book again: this job has nothing more to say."""


def make(book_id: int, attempt: int) -> None:
    """Make the book of this attempt; a job that comes late, or twice, does nothing.

    trail   analyse.book_made, analyse.book_failed
    """
    try:
        book = _take(book_id, attempt)
        document = _write(book, _gather(book))
        content = _set(book, document)
        _keep(book, content)
    except GivenUpError:
        return
    except (
        ActionRefusedError,
        ScoreError,
        DocumentError,
    ) as error:  # they say in words what is wrong with the data
        _fail(book_id, attempt, Book.Reason.DATA, str(error))
    except (KeyboardInterrupt, SystemExit):  # the worker is being stopped
        _fail(book_id, attempt, Book.Reason.STOPPED, "")
        raise
    except BaseException:  # a writer that is not in Python may end in something that is no Exception
        reference = secrets.token_hex(4).upper()
        logger.exception("Reference %s: book %s was not made", reference, book_id)
        _fail(book_id, attempt, Book.Reason.PROGRAM, reference)


def _take(book_id: int, attempt: int) -> Book:
    mine = Book.objects.filter(pk=book_id, attempt=attempt, state=State.QUEUED)
    if not mine.update(state=State.RUNNING, step=Step.GATHER, moved_at=timezone.now()):
        raise GivenUpError
    return Book.objects.select_related("assessment__office").get(pk=book_id)


def _gather(book: Book) -> Story:
    material = material_of(book.assessment)
    fixed = {"data_hash": data_hash(material), "release": queries.release()}
    if fixed != {"data_hash": book.data_hash, "release": book.release}:  # changed since it was asked for
        book.made_at = queries.first_made_at(book.assessment, **fixed) or book.made_at
    told = story(material, made_at=book.made_at, language=queries.language_of(book))
    _step(book, Step.WRITE, made_at=book.made_at, **fixed)
    return told


def _write(book: Book, told: Story) -> Document:
    build = reports()[book.report].build
    document = build(
        told, language=queries.language_of(book), digits="thai" if book.digits == "thai" else "arabic"
    )
    _step(book, Step.SET)
    return document


def _set(book: Book, document: Document) -> bytes:
    content = FORMATS[book.format].render(document)
    _step(book, Step.KEEP)
    return content


@transaction.atomic
def _keep(book: Book, content: bytes) -> None:
    sha256 = hashlib.sha256(content).hexdigest()
    _step(book, Step.KEEP, state=State.DONE, sha256=sha256, size=len(content))
    office_id = book.assessment.office_id
    trail.freeze(
        content,
        slug=f"book-{book.report}",
        media_type=FORMATS[book.format].media_type,
        by=None,
        office_id=office_id,
        period=book.assessment.framework_code,
    )
    trail.record("analyse.book_made", on=book, by=None, office_id=office_id, sha256=sha256)


def _step(book: Book, step: Book.Step, **fields: object) -> None:
    mine = Book.objects.filter(pk=book.pk, attempt=book.attempt, state=State.RUNNING)
    if not mine.update(step=step, moved_at=timezone.now(), **fields):
        raise GivenUpError


@transaction.atomic
def _fail(book_id: int, attempt: int, reason: Book.Reason, detail: str) -> None:
    mine = Book.objects.filter(pk=book_id, attempt=attempt, state=State.RUNNING)
    if mine.update(state=State.FAILED, reason=reason, detail=detail, moved_at=timezone.now()):
        book = Book.objects.select_related("assessment").get(pk=book_id)
        trail.record(
            "analyse.book_failed", on=book, by=None, office_id=book.assessment.office_id, reason=str(reason)
        )
