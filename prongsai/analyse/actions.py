"""Every write of this room: the office's texts, and books that are asked for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from prongsai.analyse import queries, tasks
from prongsai.analyse.material import data_hash, material_of
from prongsai.analyse.models import PREFACE, Book, OfficeText
from prongsai.analyse.reports import reports
from prongsai.collect.assessments.models import Assessment
from prongsai.collect.assessments.queries import previous
from prongsai.core import codes
from prongsai.documents import FORMATS
from prongsai.people import queries as people
from prongsai.people.actions import ActionRefusedError, Actor, save_checked
from prongsai.people.models import Unit
from prongsai.trail import actions as trail


class TextRefusedError(ActionRefusedError):
    """The text cannot be written so. The message says what to do."""


class BookRefusedError(ActionRefusedError):
    """The book cannot be asked for. The message says what to do."""


@transaction.atomic
def write_text(
    *, assessment: Assessment, code: str, text_th: str, by: Actor, text_en: str = "", seen: int | None = None
) -> OfficeText:
    """Write what the office does about an indicator, or its preface (code PREFACE).

    seen    the revision that the writer had before them; 0 where there was no text.
    raises  TextRefusedError, also if somebody else has written since.
    trail   analyse.text_written, with the whole text: every version stays readable
    """
    if not text_th.strip():
        raise TextRefusedError(_("Write the text in Thai; English alone is not enough."))
    text = _locked(assessment, code, by=by, seen=seen)
    if (text.text_th, text.text_en, text.started_from) == (text_th.strip(), text_en.strip(), ""):
        return text
    text.text_th, text.text_en, text.started_from = text_th.strip(), text_en.strip(), ""
    return _written("analyse.text_written", text, by)


@transaction.atomic
def clear_text(*, assessment: Assessment, code: str, by: Actor, seen: int | None = None) -> OfficeText:
    """Take a text away; it stays readable in the trail.

    raises  TextRefusedError
    trail   analyse.text_cleared
    """
    text = _locked(assessment, code, by=by, seen=seen)
    text.text_th = text.text_en = text.started_from = ""
    return _written("analyse.text_cleared", text, by)


@transaction.atomic
def give_text_to(*, assessment: Assessment, code: str, unit: Unit | None, by: Actor) -> OfficeText:
    """Name the unit that writes a text; none leaves it to the office's administrators.

    raises  TextRefusedError
    trail   analyse.text_given
    """
    if by is not None and not people.may(by, "edit", assessment.office):
        raise TextRefusedError(_("Only an administrator of the office may say who writes a text."))
    if unit is not None and unit.office_id != assessment.office_id:
        raise TextRefusedError(_("The unit belongs to another office."))
    text = _locked(assessment, code, by=by)
    text.unit = unit
    save_checked(text)
    _record("analyse.text_given", text, by, unit=unit.name_th if unit else "")
    return text


@transaction.atomic
def start_from_last_year(
    *, assessment: Assessment, by: Actor, only: Iterable[str] | None = None
) -> list[OfficeText]:
    """Copy last year's texts to where there is none yet: a start, marked so until it is written anew.

    only    codes to copy; else all that the writer may write.
    raises  TextRefusedError if nothing can be copied.
    trail   analyse.text_started for each
    """
    before = previous(assessment)
    old = queries.texts_of(before) if before else {}
    wanted = set(queries.text_codes(assessment)) & set(old) & (set(old) if only is None else set(only))
    present = queries.texts_of(assessment)
    started = []
    for code in queries.text_codes(assessment):
        may_write = queries.may_write(by, assessment.office, queries.unit_of_text(assessment, code))
        if before and code in wanted - set(present) and may_write:
            text = _locked(assessment, code, by=by)
            text.text_th, text.text_en = old[code].th, old[code].en
            text.started_from = before.framework_code
            started.append(_written("analyse.text_started", text, by))
    if not started:
        raise TextRefusedError(
            _("There is no text of last year to start from, or yours are written already.")
        )
    return started


@transaction.atomic
def ask_for_book(
    *, assessment: Assessment, report: str, format_: str, language: str, digits: str, by: Actor
) -> Book:
    """Have a report made in the background; one that is there already, or on its way, is given as it is.

    raises  BookRefusedError
    trail   analyse.book_asked_for
    """
    if report not in reports() or format_ not in FORMATS:
        raise BookRefusedError(_("There is no such report or format."))
    asked = {"report": report, "format": format_, "language": language, "digits": digits}
    fixed = {"data_hash": data_hash(material_of(assessment)), "release": queries.release()}
    Assessment.objects.select_for_update(of=("self",)).get(pk=assessment.pk)  # two clicks, one book
    present = Book.objects.filter(assessment=assessment, **asked, **fixed).first()
    if present and (queries.is_on_its_way(present) or queries.is_kept(present)):
        return present
    now = timezone.now()
    book = Book(
        assessment=assessment,
        **asked,
        **fixed,
        made_at=queries.first_made_at(assessment, **fixed) or now,
        asked_by=trail.label(by),
        asked_at=now,
        moved_at=now,
    )
    save_checked(book)
    _send("analyse.book_asked_for", book, by)
    return book


@transaction.atomic
def ask_again(*, book: Book, by: Actor) -> Book:
    """Have a book made that failed or whose job was stopped.

    raises  BookRefusedError if it is on its way or done.
    trail   analyse.book_asked_again
    """
    book = Book.objects.select_for_update(of=("self",)).get(pk=book.pk)
    if queries.is_on_its_way(book):
        raise BookRefusedError(_("The book is being made already."))
    if book.state == Book.State.DONE:
        raise BookRefusedError(_("The book is there already."))
    book.state, book.step = Book.State.QUEUED, Book.Step.WAIT
    book.reason = book.detail = ""
    book.attempt += 1
    book.moved_at = timezone.now()
    save_checked(book)
    _send("analyse.book_asked_again", book, by)
    return book


def _send(verb: str, book: Book, by: Actor) -> None:
    trail.record(
        verb, on=book, by=by, office_id=book.assessment.office_id, report=book.report, format=book.format
    )
    # In the same transaction: there is no book without its job, and no job without its book.
    tasks.make_book.enqueue(book.pk, book.attempt)


def _locked(assessment: Assessment, code: str, *, by: Actor, seen: int | None = None) -> OfficeText:
    """Give the row of a text, made if need be, held until the end of the action."""
    code = code if code == PREFACE else codes.canonical(code)
    if code not in queries.text_codes(assessment):
        raise TextRefusedError(_("There is no indicator %(code)s in these rules.") % {"code": code})
    text, _made = OfficeText.objects.get_or_create(assessment=assessment, code=code)
    text = OfficeText.objects.select_for_update(of=("self",)).get(pk=text.pk)
    if not queries.may_write(by, assessment.office, text.unit):
        raise TextRefusedError(
            _("You may write the texts of your own unit. Ask an administrator to give you this one.")
        )
    if seen is not None and text.revision != seen:
        raise TextRefusedError(
            _("Somebody has written this text meanwhile. Put theirs and yours together, then save.")
        )
    return text


def _written(verb: str, text: OfficeText, by: Actor) -> OfficeText:
    text.revision += 1
    text.changed_by, text.changed_at = trail.label(by), timezone.now()
    save_checked(text)
    _record(verb, text, by, th=text.text_th, en=text.text_en)
    return text


def _record(verb: str, text: OfficeText, by: Actor, **details: Any) -> None:
    office_id = text.assessment.office_id
    trail.record(verb, on=text, by=by, office_id=office_id, code=text.code, **details)
