"""Who judges for a body, and the words that they use again."""

from __future__ import annotations

from django.contrib.auth.models import Group
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from prongsai.collect.evidence.models import Assessor, Interest, Wording
from prongsai.collect.evidence.reviewing.refusing import ReviewRefusedError
from prongsai.people import workspace
from prongsai.people.actions import Actor, save_checked
from prongsai.people.models import Body, User
from prongsai.trail import actions as trail


@transaction.atomic
def appoint(*, body: Body, user: User, most_items: int, by: Actor) -> Assessor:
    """Let a user judge for a body. Nothing is given to them before they have declared their interests.

    raises  ReviewRefusedError if they judge for it already.
    trail   evidence.assessor_appointed
    """
    if Assessor.objects.filter(body=body, user=user).exists():
        raise ReviewRefusedError(_("%(user)s judges for this body already.") % {"user": user})
    assessor = Assessor.objects.create(body=body, user=user, most_items=most_items)
    user.groups.add(_group_of(body))
    trail.record("evidence.assessor_appointed", on=assessor, by=by, most_items=most_items)
    return assessor


@transaction.atomic
def change_limit(*, assessor: Assessor, most_items: int, by: User) -> None:
    """trail   evidence.limit_changed"""
    assessor.most_items = most_items
    assessor.save(update_fields=["most_items"])
    trail.record("evidence.limit_changed", on=assessor, by=by, most_items=most_items)


@transaction.atomic
def declare_all(*, assessor: Assessor, by: User) -> None:
    """Let an assessor say that they have named every office in which they have an interest.

    raises  ReviewRefusedError if somebody else says so.
    trail   evidence.interests_declared
    """
    if assessor.user_id != by.pk:
        raise ReviewRefusedError(_("Only the assessor can declare their own interests."))
    assessor.declared_on = timezone.localdate()
    assessor.save(update_fields=["declared_on"])
    trail.record("evidence.interests_declared", on=assessor, by=by, offices=assessor.interests.count())


@transaction.atomic
def lift_interest(*, interest: Interest, by: User) -> None:
    """Take away an interest that is over, by central staff.

    trail   evidence.interest_lifted
    """
    trail.record(
        "evidence.interest_lifted", on=interest.assessor, by=by, office=interest.office_id, kind=interest.kind
    )
    interest.delete()


@transaction.atomic
def add_wording(*, body: Body, item_code: str, text: str, by: User) -> Wording:
    """Keep a remark to be used again; without an item it is offered for every item.

    raises  ReviewRefusedError if it is there already.
    trail   evidence.wording_added
    """
    if Wording.objects.filter(body=body, item_code=item_code, text=text).exists():
        raise ReviewRefusedError(_("This wording is there already."))
    wording = Wording(body=body, item_code=item_code, text=text)
    save_checked(wording)
    trail.record("evidence.wording_added", on=wording, by=by)
    return wording


@transaction.atomic
def remove_wording(*, wording: Wording, by: User) -> None:
    """trail   evidence.wording_removed"""
    trail.record("evidence.wording_removed", on=wording, by=by)
    wording.delete()


def _group_of(body: Body) -> Group:
    """Who is in it may enter the workspace, and nothing else comes with it."""
    name = f"assessors:{body.code}"
    return Group.objects.filter(name=name).first() or workspace.make_group(name)
