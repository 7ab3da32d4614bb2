"""One judgement of one item. A new one is added; the old ones stay."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.collect.assessments.queries import framework_of
from prongsai.collect.assessments.templatetags.assessments import said
from prongsai.collect.evidence.models import Assignment, Capture, Mark
from prongsai.collect.evidence.reviewing import queries
from prongsai.collect.evidence.reviewing.refusing import ReviewRefusedError, names
from prongsai.core.framework import Element, Item
from prongsai.core.rubric import Met, item_result, rubric
from prongsai.core.score import ItemResult, ScoreError
from prongsai.people.models import User
from prongsai.trail import actions as trail

Role = Assignment.Role


@transaction.atomic
def mark(*, assignment: Assignment, elements: Mapping[str, str], remark: str, by: User) -> Mark:
    """Judge an item: a verdict on each required element, on examples where one is given.

    elements  element code -> "pass", "fail" or "not_applicable".
    raises    ReviewRefusedError if it is not the judge's turn, a verdict or a remark is missing.
    trail     evidence.item_marked, without saying how
    """
    rows = Assignment.objects.select_for_update(of=("self",))
    assignment = rows.select_related("assessor", "work__submission__assessment__office").get(pk=assignment.pk)
    _refuse_out_of_turn(assignment, by)
    work = assignment.work
    item = framework_of(work.submission.assessment).item(work.item_code)
    met, remark = _read(item, elements), remark.strip()
    result = _result(item, met, remark)
    made = Mark.objects.create(
        assignment=assignment,
        elements={code: str(verdict) for code, verdict in met.items()},
        points=None if result.points is None else str(result.points),
        remark=remark,
        capture=Capture.objects.filter(submission=work.submission_id).order_by("-pk").first(),
        by_name=str(by),
    )
    assignment.is_done = True
    assignment.save(update_fields=["is_done"])
    trail.record("evidence.item_marked", on=assignment, by=by, mark=made.pk)
    return made


def _refuse_out_of_turn(assignment: Assignment, by: User) -> None:
    submission = assignment.work.submission
    if assignment.assessor.user_id != by.pk:
        raise ReviewRefusedError(_("This item was given to somebody else."))
    if assignment.ended_on:
        raise ReviewRefusedError(_("This item was taken back. Somebody else judges it now."))
    if not submission.frozen_on:
        raise ReviewRefusedError(_("The office may still change what it shows. Wait until it is handed in."))
    if submission.confirmed_on:
        raise ReviewRefusedError(_("The points are confirmed. Nothing changes them any more."))
    if assignment.role != Role.DECISION and submission.previewed_on:
        raise ReviewRefusedError(
            _("The office has been shown the marks. From now on only somebody else's decision changes them.")
        )
    if assignment.role == Role.DECISION and not queries.replies_are_over(submission):
        raise ReviewRefusedError(_("The office may still reply. Decide when its days to reply are over."))


def _read(item: Item, elements: Mapping[str, str]) -> dict[str, Met]:
    known = {element.code for element in item.elements}
    if strangers := sorted(elements.keys() - known):
        raise ReviewRefusedError(_("This item has no element %(codes)s.") % {"codes": names(strangers)})
    try:
        met = {code: Met(verdict) for code, verdict in elements.items()}
    except ValueError:
        raise ReviewRefusedError(_("A verdict is pass, fail or not applicable.")) from None
    if unsaid := [each for each in item.elements if each.is_required and each.code not in met]:
        raise ReviewRefusedError(_("No verdict yet on: %(elements)s.") % {"elements": _said(unsaid)})
    return met


def _result(item: Item, met: Mapping[str, Met], remark: str) -> ItemResult:
    """raises  ReviewRefusedError for what needs a remark and has none, and where the item must apply."""
    failing = [each for each in rubric(item) if met.get(each.code) is Met.FAIL]
    if failing and not remark:
        raise ReviewRefusedError(
            _("Say in a remark what is missing: %(elements)s. The office will read it.")
            % {"elements": _said(failing)}
        )
    left_out = [each for each in item.elements if each.is_required and met[each.code] is Met.NOT_APPLICABLE]
    if left_out and not remark:
        raise ReviewRefusedError(
            _("Say in a remark why this does not apply: %(elements)s.") % {"elements": _said(left_out)}
        )
    try:
        return item_result(item, met, remark)
    except ScoreError:
        raise ReviewRefusedError(
            _("The rules do not allow this item to be not applicable as a whole. Let what it must show fail.")
        ) from None


def _said(elements: list[Element]) -> str:
    return names(said(element.name) for element in elements)
