"""The screens of this room: the office's texts, the findings, and the books."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from prongsai.act.views import signed_in
from prongsai.analyse import actions, queries, shown
from prongsai.analyse.forms import BookForm, TextForm, WriterForm
from prongsai.analyse.material import data_hash, material_of
from prongsai.analyse.models import Book
from prongsai.collect.assessments.models import Assessment
from prongsai.collect.assessments.screens import address_of, assessment_screen, render_assessment
from prongsai.documents import FORMATS
from prongsai.people import queries as people
from prongsai.people.actions import ActionRefusedError
from prongsai.trail.queries import FrozenDamagedError, read

TEXTS, BOOKS = "analyse_texts", "analyse_books"


@require_safe
@assessment_screen(verb="view")
def list_texts(request: HttpRequest, assessment: Assessment) -> HttpResponse:
    texts = shown.texts(assessment, signed_in(request))
    startable = any(text.may_write and text.last_year and not text.row.text_th for text in texts)
    context = {"texts": texts, "may_start": startable}
    return render_assessment(
        request,
        "analyse/texts.html",
        context,
        assessment,
        title=_("Texts of the office"),
        url_name=TEXTS,
        icon="edit",
    )


@require_http_methods(["GET", "POST"])
@assessment_screen(verb="view")
def write_text(request: HttpRequest, assessment: Assessment, text: str) -> HttpResponse:
    """Show one text with what its figures say; those who may write it find the form beside."""
    passage = _text_or_404(request, assessment, text)
    row = passage.row
    if request.method == "POST" and not passage.may_write:
        raise Http404
    form = TextForm(request.POST or None, instance=row, initial={"seen": row.revision})
    writer = WriterForm(initial={"unit": row.unit_id})
    writer.offer(assessment.office)
    if form.is_bound and form.is_valid():
        said = _("The text was saved.")
        if _do(
            request, said, actions.write_text, form, assessment=assessment, code=text, **form.cleaned_data
        ):
            return redirect(TEXTS, *address_of(assessment))
        form.data = request.POST.copy()
        form.data["seen"] = str(queries.revision_of(assessment, text))  # the next save has seen theirs
    context = {
        "text": passage,
        "form": form if passage.may_write else None,
        "writer": writer if people.may(signed_in(request), "edit", assessment.office) else None,
        "may_plan": people.may(signed_in(request), "edit_own_unit", assessment.office),
        "theirs": queries.texts_of(assessment).get(text),
    }
    return render_assessment(
        request,
        "analyse/text.html",
        context,
        assessment,
        title=passage.name,
        url_name=TEXTS,
        above=((reverse(TEXTS, args=address_of(assessment)), _("Texts")),),
        icon="edit",
    )


@require_POST
@assessment_screen(verb="edit_own_unit")
def start_texts(request: HttpRequest, assessment: Assessment) -> HttpResponse:
    said = _("Last year's texts stand where there was none. Look each through and save it.")
    _do(request, said, actions.start_from_last_year, assessment=assessment)
    return redirect(TEXTS, *address_of(assessment))


@require_POST
@assessment_screen(verb="edit_own_unit")
def start_text(request: HttpRequest, assessment: Assessment, text: str) -> HttpResponse:
    said = _("This is last year's text. Look it through and save it.")
    _do(request, said, actions.start_from_last_year, assessment=assessment, only=[text])
    return redirect("analyse_text", *address_of(assessment), text)


@require_POST
@assessment_screen(verb="edit_own_unit")
def clear_text(request: HttpRequest, assessment: Assessment, text: str) -> HttpResponse:
    _do(request, _("The text was taken away."), actions.clear_text, assessment=assessment, code=text)
    return redirect(TEXTS, *address_of(assessment))


@require_POST
@assessment_screen(verb="edit")
def give_text(request: HttpRequest, assessment: Assessment, text: str) -> HttpResponse:
    form = WriterForm(request.POST)
    form.offer(assessment.office)
    if form.is_valid():
        given = {
            "assessment": assessment,
            "code": text,
            "unit": form.cleaned_data["unit"],
        }
        _do(request, _("It was noted who writes this text."), actions.give_text_to, **given)
    return redirect("analyse_text", *address_of(assessment), text)


@require_safe
@assessment_screen(verb="view")
def list_findings(request: HttpRequest, assessment: Assessment) -> HttpResponse:
    groups = shown.groups(assessment, signed_in(request))
    return render_assessment(
        request,
        "analyse/findings.html",
        {"groups": groups},
        assessment,
        title=_("Findings"),
        url_name="analyse_findings",
        icon="warning",
    )


@require_http_methods(["GET", "POST"])
@assessment_screen(verb="view")
def list_books(request: HttpRequest, assessment: Assessment) -> HttpResponse:
    may_ask = queries.may_ask_for_books(signed_in(request), assessment.office)
    form = BookForm(request.POST or None, initial={"language": queries.screen_language()})
    if request.method == "POST" and not may_ask:
        raise Http404
    if form.is_bound and form.is_valid() and _asked(request, assessment, form):
        return redirect(BOOKS, *address_of(assessment))
    context = _books(assessment) | {"form": form if may_ask else None, "may_ask": may_ask}
    return render_assessment(
        request,
        "analyse/books.html",
        context,
        assessment,
        title=_("Books"),
        url_name=BOOKS,
        icon="doc-full-inverse",
    )


@require_safe
@assessment_screen(verb="view")
def show_progress(request: HttpRequest, assessment: Assessment) -> HttpResponse:
    """The list of books alone, asked for again and again while one of them is on its way."""
    context = _books(assessment) | {
        "may_ask": queries.may_ask_for_books(signed_in(request), assessment.office),
        "office": assessment.office,
    }
    return render(request, "analyse/_books.html", context)


@require_POST
@assessment_screen(verb="view")
def ask_again(request: HttpRequest, assessment: Assessment, pk: int) -> HttpResponse:
    book = get_object_or_404(queries.books_of(assessment), pk=pk)
    if not queries.may_ask_for_books(signed_in(request), assessment.office):
        raise Http404
    _do(request, _("The book is being made again."), actions.ask_again, book=book)
    return redirect(BOOKS, *address_of(assessment))


@require_safe
@assessment_screen(verb="view")
def download_book(request: HttpRequest, assessment: Assessment, pk: int) -> HttpResponse:
    """Give the kept bytes, whole or not at all, to be saved and never to be shown as a page of ours."""
    made = queries.books_of(assessment).filter(state=Book.State.DONE)
    book = get_object_or_404(made.select_related("assessment__office"), pk=pk)
    frozen = queries.frozen_of(book)
    if frozen is None:
        raise Http404
    try:
        content = read(frozen)
    except FrozenDamagedError:
        messages.error(request, _("The kept file is damaged or gone. Make the book again."))
        return redirect(BOOKS, *address_of(assessment))
    response = HttpResponse(content, content_type=FORMATS[book.format].media_type)
    response["Content-Disposition"] = f'attachment; filename="{queries.file_name(book)}"'
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response


def _asked(request: HttpRequest, assessment: Assessment, form: BookForm) -> bool:
    try:
        book = actions.ask_for_book(assessment=assessment, by=signed_in(request), **form.cleaned_data)
    except ActionRefusedError as refusal:
        form.add_error(None, str(refusal))
        return False
    if queries.is_on_its_way(book):
        messages.success(request, _("The book is being made. This page shows how far it is."))
    else:
        messages.info(request, _("The book of these data is there already."))
    return True


def _books(assessment: Assessment) -> dict[str, Any]:
    books = queries.books_shown(assessment, data_hash(material_of(assessment)))
    return {"assessment": assessment, "books": books, "is_busy": any(book.is_on_its_way for book in books)}


def _text_or_404(request: HttpRequest, assessment: Assessment, code: str) -> shown.TextShown:
    for passage in shown.texts(assessment, signed_in(request)):
        if passage.code == code:
            return passage
    raise Http404


def _do(request: HttpRequest, said: str, action: Any, form: Any = None, **named: Any) -> bool:
    """Carry an action out and say so; a refusal stands in the form, or above the next page."""
    try:
        action(by=signed_in(request), **named)
    except ActionRefusedError as refusal:
        if form is None:
            messages.error(request, str(refusal))
        else:
            form.add_error(None, str(refusal))
        return False
    messages.success(request, said)
    return True
