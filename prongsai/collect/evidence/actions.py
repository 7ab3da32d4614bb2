"""What an office writes of its items: opening, owners and days, statement, links. Nothing once it closed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from prongsai.collect.assessments.models import Assessment
from prongsai.collect.assessments.queries import framework_of
from prongsai.collect.evidence import gate, queries
from prongsai.collect.evidence.contents import content_of, hash_of
from prongsai.collect.evidence.gate import EvidenceRefusedError
from prongsai.collect.evidence.models import Link, Submission, Work
from prongsai.core.framework import Framework
from prongsai.people.actions import Actor
from prongsai.people.models import Office, Post, Unit
from prongsai.people.queries import units_of

Shows = Mapping[str, str]  # code of an element -> where it is shown, in words


@transaction.atomic
def open_submission(*, assessment: Assessment, closes_on: date, by: Actor, main_site: str = "") -> Submission:
    """Begin to answer the items: one row each, owned by the unit that the rules propose.

    raises  EvidenceRefusedError if the rules name no items, it is open already, or the day is over.
    trail   evidence.submission_opened
    """
    framework = framework_of(assessment)
    if not framework.items:
        raise EvidenceRefusedError(_("The rules of this year name no items yet."))
    if Submission.objects.filter(assessment=assessment).exists():
        raise EvidenceRefusedError(_("The items of this assessment are open already."))
    submission = Submission(assessment=assessment, closes_on=closes_on, main_site=main_site)
    gate.refuse_unless(by, "edit", submission)
    _refuse_day_that_is_over(closes_on)
    gate.save_typed(submission, "main_site", "closes_on")
    owners = proposed_owners(framework, assessment.office)
    Work.objects.bulk_create(
        Work(submission=submission, item_code=item.code, unit=owners.get(item.owner))
        for item in framework.items
    )
    gate.note("submission_opened", submission, by, closes_on=str(closes_on), items=len(framework.items))
    return submission


def proposed_owners(framework: Framework, office: Office) -> dict[str, Unit]:
    """Code of an owner group of the rules -> the office's unit with that code, else with that name."""
    units = list(units_of(office))
    by_code, by_name = {unit.code: unit for unit in units}, {unit.name_th: unit for unit in units}
    found = {code: by_code.get(code) or by_name.get(name.th) for code, name in framework.owner_groups.items()}
    return {code: unit for code, unit in found.items() if unit}


@transaction.atomic
def edit_submission(*, submission: Submission, closes_on: date, main_site: str, by: Actor) -> Submission:
    """Change the closing day or the main site, until it closed.

    raises  EvidenceRefusedError
    trail   evidence.submission_edited
    """
    held = gate.held_open(submission)
    gate.refuse_unless(by, "edit", held)
    _refuse_day_that_is_over(closes_on)
    held.closes_on, held.main_site = closes_on, main_site
    gate.save_typed(held, "main_site", "closes_on")
    gate.note("submission_edited", held, by, closes_on=str(closes_on), main_site=main_site)
    return held


@transaction.atomic
def assign(
    *,
    works: Sequence[Work],
    by: Actor,
    unit: Unit | None = None,
    post: Post | None = None,
    due_on: date | None = None,
) -> int:
    """Give items of one submission to a unit or a post, or set their due day; what is None stays.

    returns  how many items.
    raises   EvidenceRefusedError
    trail    evidence.item_assigned for each
    """
    held = gate.held_works(works, by, "edit")
    submission = held[0].submission
    _refuse_strange_owner(submission.assessment.office, unit, post)
    if due_on and due_on > submission.closes_on:
        raise EvidenceRefusedError(_("The day lies after the day on which the submission closes."))
    told = {"unit": unit, "post": post, "due_on": due_on}
    given = {name: value for name, value in told.items() if value is not None}
    if not given:
        raise EvidenceRefusedError(_("Choose a unit, a post or a day."))
    for work in held:
        for name, value in given.items():
            setattr(work, name, value)
        gate.note("item_assigned", work, by, **{name: str(value) for name, value in given.items()})
    Work.objects.bulk_update(held, list(given))
    return len(held)


@transaction.atomic
def write_item(
    *,
    work: Work,
    statement: str,
    by: Actor,
    is_not_applicable: bool = False,
    why_not_applicable: str = "",
    seen: str | None = None,
) -> Work:
    """Say in words how the item is shown, or that it does not apply to the office, and why.

    seen    content_hash that the writer had before them.
    raises  EvidenceRefusedError, also where the rules do not let the item be not applicable.
    trail   evidence.item_written
    """
    work = gate.held_work(work, by)
    if seen is not None and seen != work.content_hash:
        raise EvidenceRefusedError(_("Somebody else has changed this item since. Look at it again first."))
    if is_not_applicable:
        _refuse_where_it_applies(work, why_not_applicable)
    is_moved = is_not_applicable != work.is_not_applicable
    work.statement = statement.strip()
    work.is_not_applicable = is_not_applicable
    work.why_not_applicable = why_not_applicable.strip() if is_not_applicable else ""
    _keep(work, "item_written", by, is_checked_anew=is_moved)
    return work


@transaction.atomic
def put_link(
    *,
    work: Work,
    address: str,
    by: Actor,
    note: str = "",
    shows: Shows | None = None,
    link: Link | None = None,
) -> Link:
    """Add a link at the end, or change one.

    shows   only elements of the item; empty: the link is said to show all of them.
    raises  EvidenceRefusedError; ActionRefusedError for what is no address, or stands there already.
    trail   evidence.link_added, evidence.link_changed
    """
    work = gate.held_work(work, by)
    item = framework_of(work.submission.assessment).item(work.item_code)
    known = {element.code for element in item.elements}
    if strange := sorted((shows or {}).keys() - known):
        raise EvidenceRefusedError(_("The item has no element %(codes)s.") % {"codes": ", ".join(strange)})
    kept = work.links.get(pk=link.pk) if link else Link(work=work, order=work.links.count())
    kept.address, kept.note = address.strip(), note.strip()
    kept.shows = {code: where.strip() for code, where in (shows or {}).items()}
    _refuse_other_schemes(kept.address)
    gate.save_typed(kept, "work", "address", "note")
    _keep(work, "link_changed" if link else "link_added", by, is_checked_anew=True)
    return kept


@transaction.atomic
def remove_link(*, link: Link, by: Actor) -> None:
    """trail   evidence.link_removed"""
    work = gate.held_work(link.work, by)
    work.links.filter(pk=link.pk).delete()
    _keep(work, "link_removed", by, is_checked_anew=True)


@transaction.atomic
def move_link(*, link: Link, up: bool, by: Actor) -> None:
    """Change places with the link before it, or after it; at the end nothing happens.

    trail   evidence.link_moved
    """
    work = gate.held_work(link.work, by)
    links = list(work.links.all())
    place = links.index(link)
    other = place - 1 if up else place + 1
    if not 0 <= other < len(links):
        return
    links[place], links[other] = links[other], links[place]
    for order, each in enumerate(links):
        each.order = order
    Link.objects.bulk_update(links, ["order"])
    _keep(work, "link_moved", by, is_checked_anew=False)


@transaction.atomic
def copy_from_last_year(*, work: Work, by: Actor) -> Work:
    """Fill an empty item from the same one of the year before: statement, links, and what they show.

    raises  EvidenceRefusedError if there is something in it, or was nothing in it then.
    trail   evidence.item_copied
    """
    work = gate.held_work(work, by)
    if work.content_hash:
        raise EvidenceRefusedError(_("There is something in this item already."))
    old = queries.work_of_last_year(work)
    if old is None:
        raise EvidenceRefusedError(_("There is nothing of last year to start from."))
    _copy(work, old, framework_of(work.submission.assessment), by)
    return work


@transaction.atomic
def copy_all_from_last_year(*, submission: Submission, by: Actor) -> int:
    """Fill every empty item that the user may write from last year's; say how many.

    raises  EvidenceRefusedError if that is none.
    trail   evidence.item_copied for each
    """
    held = gate.held_open(submission)
    old, framework = queries.works_of_last_year(held), framework_of(held.assessment)
    works = [work for work in queries.works_of(held).filter(content_hash="") if work.item_code in old]
    may = frozenset(work.pk for work in works)
    if by is not None:
        may = queries.writable(by, held.assessment.office, works)
    empty = [work for work in works if work.pk in may]
    if not empty:
        raise EvidenceRefusedError(_("There is no empty item of yours that last year's can fill."))
    for work in empty:
        work.submission = held
        _copy(work, old[work.item_code], framework, by)
    return len(empty)


def _copy(work: Work, old: Work, framework: Framework, by: Actor) -> None:
    item = framework.item(work.item_code)
    known = {element.code for element in item.elements}
    work.statement = old.statement
    if item.may_be_not_applicable:
        work.is_not_applicable, work.why_not_applicable = old.is_not_applicable, old.why_not_applicable
    Link.objects.bulk_create(
        Link(
            work=work,
            address=link.address,
            note=link.note,
            order=order,
            shows={code: where for code, where in link.shows.items() if code in known},
        )
        for order, link in enumerate(old.links.all())
    )
    _keep(work, "item_copied", by, is_checked_anew=True)


def _keep(work: Work, verb: str, by: Actor, *, is_checked_anew: bool) -> None:
    """Save the item with its new hash; where what is checked has changed, the last check says nothing."""
    content = content_of(work, work.links.all())
    had_approval = bool(work.approved_hash) and work.approved_hash == work.content_hash
    work.content_hash = hash_of(content)
    if is_checked_anew:
        work.machine_points, work.failing, work.unsure = None, 0, 0
    gate.save_typed(work, "statement", "why_not_applicable")
    voids = had_approval and work.content_hash != work.approved_hash
    gate.note(verb, work, by, content=content, voids_approval=voids)


def _refuse_day_that_is_over(closes_on: date) -> None:
    if closes_on < timezone.localdate():
        raise EvidenceRefusedError(_("The closing day is over already. Choose today or a later day."))


def _refuse_other_schemes(address: str) -> None:
    if not address.lower().startswith(("http://", "https://")):
        raise EvidenceRefusedError(_("The address must begin with https:// or http://."))


def _refuse_strange_owner(office: Office, unit: Unit | None, post: Post | None) -> None:
    if any(each is not None and each.office_id != office.pk for each in (unit, post)):
        raise EvidenceRefusedError(_("The unit and the post must belong to this office."))


def _refuse_where_it_applies(work: Work, why: str) -> None:
    if not framework_of(work.submission.assessment).item(work.item_code).may_be_not_applicable:
        raise EvidenceRefusedError(_("The rules do not let this item be 'not applicable'."))
    if not why.strip():
        raise EvidenceRefusedError(_("Say why the item is not applicable to the office."))
