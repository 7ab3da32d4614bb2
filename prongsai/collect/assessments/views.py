"""The screens of an office's assessments: which there are, what was brought in, means to compare with."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from prongsai.collect.assessments import actions, shown
from prongsai.collect.assessments.bringing import set_or_none
from prongsai.collect.assessments.forms import FiguresForm, MeanForm, NewAssessmentForm, PopulationsForm
from prongsai.collect.assessments.models import Assessment, LabelledMean
from prongsai.collect.assessments.queries import framework_of, inputs_of
from prongsai.collect.assessments.screens import address_of, assessment_screen, render_assessment
from prongsai.collect.assessments.templatetags.assessments import said
from prongsai.people import phrases
from prongsai.people.actions import ActionRefusedError
from prongsai.people.models import Office
from prongsai.people.queries import may
from prongsai.people.screens import actor, render_screen, screen

SHOW = "assessments_show"


@require_safe
@screen(verb="view")
def list_assessments(request: HttpRequest, office: Office) -> HttpResponse:
    context = {"lines": shown.lines_of(office), "may_edit": may(request.user, "edit", office)}
    return render_screen(
        request, "assessments/list.html", context, office=office, title=_("Assessments"), icon="list-ul"
    )


@require_http_methods(["GET", "POST"])
@screen(verb="edit")
def create_assessment(request: HttpRequest, office: Office) -> HttpResponse:
    known, broken = shown.rules()
    form = NewAssessmentForm(request.POST or None, office=office, frameworks=known)
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.create_assessment(office=office, by=actor(request), **form.cleaned_data)
        except ActionRefusedError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The assessment was created. Bring in its results next."))
            return redirect(SHOW, *address_of(made))
    offered = list(zip(form["framework_code"], map(shown.Rules, form.offered), strict=True))
    return render_screen(
        request,
        "assessments/new.html",
        {"form": form, "offered": offered, "broken": broken},
        office=office,
        title=_("New assessment"),
        above=((reverse("assessments_list", args=[office.slug]), _("Assessments")),),
        icon="plus",
    )


@require_safe
@assessment_screen(verb="view")
def show_assessment(request: HttpRequest, assessment: Assessment) -> HttpResponse:
    framework = framework_of(assessment)
    context = {
        "sets": shown.sets(framework, inputs_of(assessment), assessment.surveys.all()),
        "means": shown.means(framework, assessment),
        "rules": shown.Rules(framework),
    }
    title = _("Results that were brought in")
    return render_assessment(
        request, "assessments/show.html", context, assessment, title=title, url_name=SHOW
    )


@require_http_methods(["GET", "POST"])
@assessment_screen(verb="edit")
def type_figures(request: HttpRequest, assessment: Assessment) -> HttpResponse:
    present = inputs_of(assessment).published
    form = FiguresForm(request.POST or None, framework=framework_of(assessment), figures=present)
    intro = _(
        "Type the figures as they were published, 0 to 100. Leave empty what was not published: "
        "it is computed from the others where that is possible."
    )

    def act() -> None:
        # Figures that the form does not show, of sub-indicators and questions, stay as they are.
        others = {code: figure for code, figure in present.items() if code not in form.codes}
        actions.bring_in_indicators(assessment=assessment, figures=others | form.figures, by=actor(request))

    return _form(request, assessment, form, act, title=_("Type published figures"), intro=intro)


@require_http_methods(["GET", "POST"])
@assessment_screen(verb="edit")
def set_populations(request: HttpRequest, assessment: Assessment) -> HttpResponse:
    framework, surveys = framework_of(assessment), list(assessment.surveys.order_by("instrument"))
    if not surveys:
        raise Http404
    form = PopulationsForm(request.POST or None, framework=framework, surveys=surveys)
    intro = _(
        "How many people could have answered? With this number the result says whether the sample is "
        "large enough, and how sure the figures are."
    )

    def act() -> None:
        actions.set_populations(assessment=assessment, populations=form.populations, by=actor(request))

    return _form(request, assessment, form, act, title=_("People who could have answered"), intro=intro)


@require_http_methods(["GET", "POST"])
@assessment_screen(verb="edit")
def write_mean(request: HttpRequest, assessment: Assessment, pk: int | None = None) -> HttpResponse:
    """Add a mean to compare with, or write one anew."""
    mean = get_object_or_404(LabelledMean, assessment=assessment, pk=pk) if pk else None
    form = MeanForm(request.POST or None, framework=framework_of(assessment), **shown.of_mean(mean))

    def act() -> None:
        labels = {name: form.cleaned_data[name] for name in ("label_th", "label_en")}
        actions.set_mean(assessment=assessment, figures=form.figures, mean=mean, by=actor(request), **labels)

    title = _("Change a mean") if mean else _("Add a mean to compare with")
    intro = _("For example the mean of the country or of your category, as it was published.")
    return _form(request, assessment, form, act, title=title, intro=intro)


@require_http_methods(["GET", "POST"])
@assessment_screen(verb="edit")
def remove_mean(request: HttpRequest, assessment: Assessment, pk: int) -> HttpResponse:
    mean = get_object_or_404(LabelledMean, assessment=assessment, pk=pk)
    question = _("The mean “%(label)s” will be removed. No result changes.") % {"label": mean.label}

    def act() -> None:
        actions.remove_mean(mean=mean, by=actor(request))

    return _confirmed(request, assessment, act, question=question)


@require_http_methods(["GET", "POST"])
@assessment_screen(verb="edit")
def remove_results(request: HttpRequest, assessment: Assessment, kind: str) -> HttpResponse:
    found = set_or_none(framework_of(assessment), kind)
    if found is None:
        raise Http404
    question = _("“%(set)s” will be removed, and every figure that was computed from it.") % {
        "set": said(found.name)
    }

    def act() -> None:
        actions.remove_results(assessment=assessment, kind=kind, by=actor(request))

    return _confirmed(request, assessment, act, question=question)


def _form(
    request: HttpRequest,
    assessment: Assessment,
    form: Any,
    act: Callable[[], None],
    *,
    title: str,
    intro: str,
) -> HttpResponse:
    """Show a form; once it is sent and right, do what it asks and go back to the assessment."""
    if request.method == "POST" and form.is_valid():
        try:
            act()
        except ActionRefusedError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Saved."))
            return redirect(SHOW, *address_of(assessment))
    context = {"form": form, "intro": intro, "back": reverse(SHOW, args=address_of(assessment))}
    return render_assessment(
        request, "assessments/form.html", context, assessment, title=title, url_name=SHOW, icon="edit"
    )


def _confirmed(
    request: HttpRequest, assessment: Assessment, act: Callable[[], None], *, question: str
) -> HttpResponse:
    """Ask before something is removed."""
    if request.method == "POST":
        try:
            act()
        except ActionRefusedError as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("Removed."))
        return redirect(SHOW, *address_of(assessment))
    context = {"question": question, "back": reverse(SHOW, args=address_of(assessment))}
    title = phrases.delete
    return render_assessment(
        request, "assessments/confirm.html", context, assessment, title=title, url_name=SHOW, icon="bin"
    )
