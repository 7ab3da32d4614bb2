"""The screens of measures: the table, one measure with its rows, and the small steps between."""

from __future__ import annotations

from typing import Any, cast

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from prongsai.act import actions, queries
from prongsai.act.forms import MeasureForm, PracticeFormSet, initial_rows, practice_forms, typed_rows
from prongsai.act.models import Measure
from prongsai.collect.assessments.models import Assessment
from prongsai.collect.assessments.queries import framework_of, previous
from prongsai.collect.assessments.screens import address_of, assessment_screen, render_assessment
from prongsai.core.days import fiscal_bounds
from prongsai.core.text import Text
from prongsai.people import phrases, queries as people
from prongsai.people.actions import ActionRefusedError
from prongsai.people.models import User

TABLE = "act_measures"
_NAME = Text(th="มาตรการ{name}", en="Measure: {name}")  # for the indicator that it answers


@require_safe
@assessment_screen(verb="view")
def list_measures(request: HttpRequest, assessment: Assessment) -> HttpResponse:
    rows = list(queries.rows_of(assessment))
    may_write = people.may(signed_in(request), "edit_own_unit", assessment.office)
    context = {
        "framework": framework_of(assessment),
        "rows": rows,
        "changeable": queries.changeable(signed_in(request), assessment.office, rows),
        "may_add": may_write,
        "may_copy": not rows
        and people.may(signed_in(request), "edit", assessment.office)
        and previous(assessment),
    }
    return _render(request, "act/measures.html", context, assessment, title=phrases.measures)


@require_http_methods(["GET", "POST"])
@assessment_screen(verb="edit_own_unit")
def add_measure(request: HttpRequest, assessment: Assessment) -> HttpResponse:
    measure = Measure(assessment=assessment)
    return _write(request, measure, typed_indicator=request.GET.get("indicator", ""))


@require_http_methods(["GET", "POST"])
@assessment_screen(verb="edit_own_unit")
def change_measure(request: HttpRequest, assessment: Assessment, pk: int) -> HttpResponse:
    return _write(request, _changeable_or_404(request, assessment, pk))


@require_http_methods(["GET", "POST"])
@assessment_screen(verb="edit_own_unit")
def remove_measure(request: HttpRequest, assessment: Assessment, pk: int) -> HttpResponse:
    measure = _changeable_or_404(request, assessment, pk)
    if request.method == "POST":
        _do(request, _("The measure was removed."), actions.remove_measure, measure=measure)
        return _to_table(measure.assessment)
    return _render(
        request,
        "act/remove.html",
        {"measure": measure},
        measure.assessment,
        title=_("Remove a measure"),
        below=True,
    )


@require_POST
@assessment_screen(verb="edit_own_unit")
def move_measure(request: HttpRequest, assessment: Assessment, pk: int) -> HttpResponse:
    measure = _changeable_or_404(request, assessment, pk)
    _do(request, "", actions.move_measure, measure=measure, up=request.POST.get("to") == "up")
    return _to_table(measure.assessment)


@require_POST
@assessment_screen(verb="edit")
def copy_measures(request: HttpRequest, assessment: Assessment) -> HttpResponse:
    said = _("Last year's measures were copied, each period one year later. Look them through.")
    _do(request, said, actions.copy_from_last_year, assessment=assessment)
    return _to_table(assessment)


def _write(request: HttpRequest, measure: Measure, typed_indicator: str = "") -> HttpResponse:
    """Show the form of a measure; add or take away a row of it; or save it."""
    framework = framework_of(measure.assessment)
    if request.method != "POST":
        form, rows = _first_forms(measure, signed_in(request), typed_indicator)
    elif {"add_row", "remove_row"} & set(request.POST):
        form, rows = _forms_with_other_rows(request, measure)
    else:
        form, rows = MeasureForm(request.POST, instance=measure), practice_forms(measure, posted=request.POST)
    form.offer(framework)
    if form.is_bound and form.is_valid() and rows.is_valid() and _saved(request, measure, form, rows):
        return _to_table(measure.assessment)
    title = _("Change a measure") if measure.pk else _("Add a measure")
    context = {"form": form, "rows": rows, "measure": measure, "framework": framework}
    return _render(request, "act/measure.html", context, measure.assessment, title=title, below=True)


def _first_forms(measure: Measure, user: User, typed_indicator: str) -> tuple[MeasureForm, PracticeFormSet]:
    if measure.pk:
        form = MeasureForm(instance=measure, initial={"seen": measure.revision})
        return form, practice_forms(measure, rows=initial_rows(measure))
    framework = framework_of(measure.assessment)
    known = [each for each in framework.indicators if each.code == typed_indicator]
    filled = {
        "indicators": [each.code for each in known],
        "name_th": "".join(_NAME.fill(name=each.name).th for each in known),
        "name_en": "".join(_NAME.fill(name=each.name).en for each in known),
    }
    return MeasureForm(instance=measure, initial=filled), practice_forms(
        measure, rows=[_blank_row(measure, user)]
    )


def _forms_with_other_rows(request: HttpRequest, measure: Measure) -> tuple[MeasureForm, PracticeFormSet]:
    rows = typed_rows(request.POST)
    if "add_row" in request.POST:
        rows.append(_blank_row(measure, signed_in(request)))
    else:
        away = request.POST["remove_row"]
        rows = [row for place, row in enumerate(rows) if str(place) != away]
    typed = request.POST.dict() | {"indicators": request.POST.getlist("indicators")}
    return MeasureForm(instance=measure, initial=typed), practice_forms(measure, rows=rows)


def _blank_row(measure: Measure, user: User) -> dict[str, Any]:
    """A new row runs for the year in which the measures are carried out, by the writer's own unit."""
    first, last = fiscal_bounds(framework_of(measure.assessment).measures_year_be)
    own = people.own_units(user, measure.assessment.office)
    return {"starts_on": first, "ends_on": last, "units": [unit.pk for unit in own]}


def _saved(request: HttpRequest, measure: Measure, form: MeasureForm, rows: PracticeFormSet) -> bool:
    fields = dict(form.cleaned_data)
    seen = fields.pop("seen")
    try:
        if measure.pk:
            kept = Measure.objects.get(pk=measure.pk)
            actions.change_measure(
                measure=kept, practices=rows.drafts(), seen=seen, by=signed_in(request), **fields
            )
        else:
            assessment = measure.assessment
            actions.add_measure(
                assessment=assessment, practices=rows.drafts(), by=signed_in(request), **fields
            )
    except ActionRefusedError as refusal:
        form.add_error(None, str(refusal))
        return False
    messages.success(request, _("The measure was saved."))
    return True


def _changeable_or_404(request: HttpRequest, assessment: Assessment, pk: int) -> Measure:
    measure = get_object_or_404(queries.rows_of(assessment), pk=pk)
    if not queries.may_change(
        signed_in(request), assessment.office, queries.unit_ids_of(measure.practices.all())
    ):
        raise Http404
    return measure


def _do(request: HttpRequest, said: str, action: Any, **named: Any) -> None:
    try:
        action(by=signed_in(request), **named)
    except ActionRefusedError as refusal:
        messages.error(request, str(refusal))
    else:
        if said:
            messages.success(request, said)


def _to_table(assessment: Assessment) -> HttpResponse:
    return redirect(TABLE, *address_of(assessment))


def signed_in(request: HttpRequest) -> User:
    """Who works in the workspace: nobody else comes as far as a screen."""
    return cast("User", request.user)


def _render(
    request: HttpRequest,
    template: str,
    context: dict[str, Any],
    assessment: Assessment,
    *,
    title: Any,
    below: bool = False,
) -> HttpResponse:
    above = ((reverse(TABLE, args=address_of(assessment)), phrases.measures),) if below else ()
    return render_assessment(
        request, template, context, assessment, title=title, url_name=TABLE, above=above, icon="tasks"
    )
