"""What a book is written from, read once; who may write which text; how far a book is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from importlib import metadata

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import get_language

from prongsai.analyse.models import PREFACE, Book, OfficeText
from prongsai.analyse.reports import reports
from prongsai.collect.assessments.models import Assessment
from prongsai.collect.assessments.queries import framework_of
from prongsai.core.text import Language, Text
from prongsai.people import queries as people
from prongsai.people.models import Office, Unit, User
from prongsai.trail import queries as trail
from prongsai.trail.models import Frozen


@dataclass(frozen=True)
class BookShown:
    """A book as its line on the screen says it.

    is_current  made of the data and by the release that are there now.
    share       of the steps, 0-100.
    """

    book: Book
    title: str
    is_on_its_way: bool
    is_stopped: bool
    is_current: bool
    share: int


BOOKS_SHOWN = 50
GIVEN_UP_AFTER = timedelta(minutes=5)  # a step takes seconds: a job that stands so long was killed
UNTOUCHED_AFTER = timedelta(minutes=10)  # nobody has taken the job: the worker does not run


def text_codes(assessment: Assessment) -> tuple[str, ...]:
    """Codes of the texts an assessment has: each indicator, then the preface."""
    indicators = framework_of(assessment).indicators
    return (*(indicator.code for indicator in indicators), PREFACE)


def text_rows(assessment: Assessment) -> dict[str, OfficeText]:
    rows = OfficeText.objects.filter(assessment=assessment).select_related("unit")
    return {row.code: row for row in rows}


def texts_of(assessment: Assessment) -> dict[str, Text]:
    """Give the texts that are written, by code."""
    return {
        code: Text(row.text_th, row.text_en) for code, row in text_rows(assessment).items() if row.text_th
    }


def unit_of_text(assessment: Assessment, code: str) -> Unit | None:
    row = OfficeText.objects.filter(assessment=assessment, code=code).select_related("unit").first()
    return row.unit if row else None


def revision_of(assessment: Assessment, code: str) -> int:
    """How often a text was written; 0 where it never was."""
    rows = OfficeText.objects.filter(assessment=assessment, code=code)
    return rows.values_list("revision", flat=True).first() or 0


def may_write(user: User | None, office: Office, unit: Unit | None) -> bool:
    """Say whether the user may write a text that this unit writes. `None`, the system itself, may."""
    if user is None or people.may(user, "edit", office):
        return True
    return unit is not None and people.may(user, "edit_own_unit", office, unit=unit)


def may_ask_for_books(user: User, office: Office) -> bool:
    """Those who write what stands in a book may have it made, and so may those who approve it."""
    return bool({"edit_own_unit", "approve"} & people.verbs_of(user, office))


def screen_language() -> Language:
    return "en" if (get_language() or "").startswith("en") else "th"


def release() -> str:
    return metadata.version("prongsai")


def language_of(book: Book) -> Language:
    return "en" if book.language == "en" else "th"


def books_of(assessment: Assessment) -> QuerySet[Book]:
    return Book.objects.filter(assessment=assessment).order_by("-pk")


def books_shown(assessment: Assessment, data_hash: str) -> list[BookShown]:
    titles = {code: report.TITLE.in_(screen_language()) for code, report in reports().items()}
    return [
        BookShown(
            book=book,
            title=titles.get(book.report, book.report),
            is_on_its_way=is_on_its_way(book),
            is_stopped=is_stopped(book),
            is_current=(book.data_hash, book.release) == (data_hash, release()),
            share=100 * book.step // len(Book.Step),
        )
        for book in books_of(assessment)[:BOOKS_SHOWN]
    ]


def file_name(book: Book) -> str:
    """Plain Latin letters, digits and hyphens: safe on every machine and in every header."""
    place = book.assessment
    return f"{book.report}-{place.office.slug}-{place.framework_code}-{book.language}.{book.format}"


def first_made_at(assessment: Assessment, *, data_hash: str, release: str) -> datetime | None:
    """When a book of these data was first asked for: the date of every book of the same data and release."""
    same = Book.objects.filter(assessment=assessment, data_hash=data_hash, release=release)
    return same.order_by("made_at").values_list("made_at", flat=True).first()


def is_on_its_way(book: Book) -> bool:
    """Say whether a job still works on the book, or waits its turn."""
    waited = timezone.now() - book.moved_at
    if book.state == Book.State.QUEUED:
        return waited < UNTOUCHED_AFTER
    return book.state == Book.State.RUNNING and waited < GIVEN_UP_AFTER


def is_stopped(book: Book) -> bool:
    """Say whether the job was killed, or nobody took it: the book may be asked for again."""
    return book.state in {Book.State.QUEUED, Book.State.RUNNING} and not is_on_its_way(book)


def frozen_of(book: Book) -> Frozen | None:
    """Give what the store keeps of a finished book, whatever other books have the same bytes."""
    office_id = book.assessment.office_id
    return Frozen.objects.filter(sha256=book.sha256, office_id=office_id).order_by("pk").first()


def is_kept(book: Book) -> bool:
    """Say whether a finished book can be read whole."""
    frozen = frozen_of(book) if book.state == Book.State.DONE else None
    try:
        return frozen is not None and bool(trail.read(frozen))
    except trail.FrozenDamagedError:
        return False
