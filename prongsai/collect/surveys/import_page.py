"""The screens of an export that is brought in: the file, then what was read of it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from prongsai.collect.assessments.forms import FileForm
from prongsai.collect.assessments.preview import Preview, preview
from prongsai.collect.assessments.screens import address_of, render_assessment
from prongsai.collect.assessments.templatetags.assessments import said
from prongsai.collect.surveys.import_carrying import Export, Place, sign
from prongsai.collect.surveys.import_form import MatchingForm
from prongsai.collect.surveys.import_options import name_of
from prongsai.collect.surveys.importing.tally import Why
from prongsai.core.score import Inputs
from prongsai.people.screens import actor


def show_upload(
    request: HttpRequest, place: Place, context: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    """context  form (a new one where absent), wrong (an IntakeError), refusal."""
    return _render(request, place, "surveys/import.html", {"form": FileForm()} | context, status)


def show_matching(request: HttpRequest, place: Place, export: Export, form: MatchingForm) -> HttpResponse:
    tally = export.tally
    matched = {row.code for row in form.matched.values()}
    shown = _preview(place, form) if form.is_complete else None
    context = {
        "form": form,
        "file": export.file,
        "tally": tally,
        "carried": sign(export, place, actor(request)),
        "preview": shown,
        "rows": [row for row in shown.rows if row.code in matched] if shown else [],
        "dropped": [(name_of(each.title, each.place), _why(each.why)) for each in tally.dropped],
        "own_words": [name_of(each.title, each.place) for each in tally.columns if each.lost],
        "absent": [row for row in place.rows.by_code.values() if row.code not in matched],
    }
    return _render(request, place, "surveys/import_matching.html", context, 422 if form.errors else 200)


def _preview(place: Place, form: MatchingForm) -> Preview:
    brought = Inputs(surveys={place.survey.code: form.counts()})
    return preview(place.framework, place.survey.code, brought, place.present)


def _why(why: Why) -> str:
    return {
        Why.PERSONAL: _("names, addresses, numbers or times of persons"),
        Why.SERVICE: _("added by the form service"),
        Why.FREE_TEXT: _("texts of their own"),
        Why.NO_CHOICE: _("no choices of this survey"),
    }[why]


def _render(
    request: HttpRequest, place: Place, template: str, context: dict[str, Any], status: int
) -> HttpResponse:
    address = address_of(place.assessment)
    back = reverse("assessments_show", args=address)
    return render_assessment(
        request,
        template,
        {"survey": place.survey, "is_sealed": place.is_sealed, "back": back} | context,
        place.assessment,
        title=_("Bring in an export: %(survey)s") % {"survey": said(place.survey.short)},
        url_name="surveys_list",
        icon="upload",
        status=status,
    )
