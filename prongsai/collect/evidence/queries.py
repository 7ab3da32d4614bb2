"""What an office shows: which submissions and items there are, who may write them, how they stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

from django.db.models import Count, QuerySet
from django.shortcuts import get_object_or_404

from prongsai.collect.assessments.models import Assessment
from prongsai.collect.assessments.queries import RulesChangedError, framework_of, previous
from prongsai.collect.evidence.lines import Line, lines_of
from prongsai.collect.evidence.models import Assignment, Mark, Reply, Run, Submission, Work
from prongsai.collect.evidence.states import State, with_state
from prongsai.people import queries as people
from prongsai.people.models import Office, Unit, User
from prongsai.trail.models import Event


def submission_of(assessment: Assessment) -> Submission | None:
    return _submissions().filter(assessment=assessment).first()


def submission_or_404(assessment: Assessment) -> Submission:
    return get_object_or_404(_submissions(), assessment=assessment)


def works_of(submission: Submission) -> QuerySet[Work]:
    return _works().filter(submission=submission)


def work_or_404(submission: Submission, item_code: str) -> Work:
    work = get_object_or_404(works_of(submission), item_code=item_code)
    work.submission = submission
    return work


def lines(submission: Submission) -> tuple[Line, ...]:
    """Every item of a submission, those at stake and not ready first; two queries."""
    framework = framework_of(submission.assessment)
    return lines_of(works_of(submission), submission, framework, replied=replied_of(submission))


def lines_with_links(submission: Submission) -> tuple[Line, ...]:
    """The same with the links of each item."""
    framework = framework_of(submission.assessment)
    return lines_of(works_of(submission).prefetch_related("links"), submission, framework)


def replied_of(submission: Submission) -> frozenset[int]:
    """Ids of the items to whose mark the office replied; nothing is asked before there are marks."""
    if not submission.previewed_on:
        return frozenset()
    replies = Reply.objects.filter(work__submission=submission)
    return frozenset(replies.order_by().values_list("work", flat=True))


def own_lines(user: User, office: Office) -> dict[Submission, tuple[Line, ...]]:
    """Items of the user's own units, over all submissions of the office that are not frozen.

    Three queries for any number of submissions. A year whose rules have changed is left out.
    """
    own = own_unit_ids(user, office)
    works = list(
        _works()
        .filter(submission__assessment__office=office, submission__frozen_on__isnull=True)
        .select_related("submission__assessment__office__body", "unit", "post")
    )
    found: dict[Submission, list[Work]] = {}
    for work in works:
        if owner_ids(work) & own:
            found.setdefault(work.submission, []).append(work)
    lined = {submission: _lines_or_none(submission, each) for submission, each in found.items()}
    return {submission: each for submission, each in lined.items() if each}


def may_write(user: User | None, work: Work) -> bool:
    """Say whether the user may write this item: administrators all of them, members those of their unit.

    `None`, the system itself, may.
    """
    office = work.submission.assessment.office
    if user is None or people.may(user, "edit", office):
        return True
    return people.own_units(user, office).filter(pk__in=owner_ids(work)).exists()


def writable(user: User, office: Office, works: Iterable[Work]) -> frozenset[int]:
    """Ids of those items that the user may write, in two queries whatever their number."""
    if people.may(user, "edit", office):
        return frozenset(work.pk for work in works)
    own = own_unit_ids(user, office)
    return frozenset(work.pk for work in works if owner_ids(work) & own)


def own_unit_ids(user: User, office: Office) -> frozenset[int]:
    return frozenset(people.own_units(user, office).values_list("pk", flat=True))


def owner_ids(work: Work) -> frozenset[int]:
    """Ids of the units that see to an item: its own, and that of its post."""
    of_post = work.post.unit_id if work.post else None
    return frozenset(each for each in (work.unit_id, of_post) if each is not None)


def work_of_last_year(work: Work) -> Work | None:
    """The same item in the year before, if there is something in it."""
    found = works_of_last_year(work.submission)
    return found.get(work.item_code)


def works_of_last_year(submission: Submission) -> dict[str, Work]:
    """Code of an item -> what it was the year before, where there was something; by `was` of the rules."""
    before = previous(submission.assessment)
    if before is None:
        return {}
    old = {
        work.item_code: work
        for work in _works()
        .filter(submission__assessment=before)
        .exclude(content_hash="")
        .prefetch_related("links")
    }
    items = framework_of(submission.assessment).items
    return {item.code: old[item.was] for item in items if item.was in old}


def mark_shown(work: Work) -> Mark | None:
    """The mark that the office is shown: of the decision once it is confirmed, else the first one."""
    submission, roles = work.submission, Assignment.Role
    if not submission.previewed_on:
        return None
    marks = Mark.objects.filter(assignment__work=work).order_by("-pk")
    decided = marks.filter(assignment__role=roles.DECISION).first() if submission.confirmed_on else None
    firsts = marks.filter(assignment__role=roles.FIRST)
    return decided or firsts.filter(assignment__ended_on__isnull=True).first() or firsts.first()


def history_of(work: Work) -> QuerySet[Event]:
    return Event.objects.filter(object_kind=Work._meta.label_lower, object_id=str(work.pk)).order_by("-pk")


def newest_run(submission: Submission) -> Run | None:
    return submission.runs.order_by("-pk").first()


def units_that_see_to(works: Iterable[Work]) -> list[Unit]:
    """Units that see to any of the items, in the office's order; the works carry them."""
    found = {work.unit.pk: work.unit for work in works if work.unit}
    return sorted(found.values(), key=lambda unit: (unit.order, unit.code))


def states_of(offices: QuerySet[Office], framework_code: str) -> dict[int, Counter[State]]:
    """Office id -> how many items stand where, in one query for any number of offices."""
    rows = (
        with_state(
            Work.objects.filter(
                submission__assessment__office__in=offices,
                submission__assessment__framework_code=framework_code,
            )
        )
        .order_by()
        .values_list("submission__assessment__office", "state")
        .annotate(many=Count("pk"))
    )
    found: dict[int, Counter[State]] = {}
    for office_id, state, many in rows:
        found.setdefault(office_id, Counter())[State(state)] = many
    return found


def closed_unfrozen(today: date) -> QuerySet[Submission]:
    """Submissions whose closing day is over and that are not frozen yet."""
    return _submissions().filter(closes_on__lt=today, frozen_on__isnull=True).order_by("pk")


def counts_of(lines: Iterable[Line]) -> Mapping[State, int]:
    """How many items stand where, in the order of the way."""
    counted = Counter(line.state for line in lines)
    return {state: counted[state] for state in State if counted[state]}


def _lines_or_none(submission: Submission, works: list[Work]) -> tuple[Line, ...]:
    try:
        framework = framework_of(submission.assessment)
    except RulesChangedError:
        return ()
    return lines_of(works, submission, framework)


def _submissions() -> QuerySet[Submission]:
    return Submission.objects.select_related("assessment__office__body")


def _works() -> QuerySet[Work]:
    return Work.objects.select_related("unit", "post")
