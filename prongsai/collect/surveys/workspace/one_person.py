"""Whether one of those who seal could be acting as another of them, as far as the trail can tell."""

from __future__ import annotations

from collections.abc import Collection

from django.utils.translation import gettext as _

from prongsai.collect.surveys.models import Survey
from prongsai.people.models import Membership, User
from prongsai.people.templatetags.prongsai import thai_date
from prongsai.trail.models import Event
from prongsai.trail.queries import events_of

Role = Membership.Role
GRANTED, SET = "people.role_granted", "people.password_set"
ROLES = {Role.OFFICE_ADMIN, Role.EXECUTIVE}


def one_for_two(survey: Survey, *, by: User) -> list[str]:
    """Tell in words what key holders, who proposed the sealing and `by` did to each other's accounts.

    Only what happened since the survey was set up: a password that was set, a role of the two that seal.
    """
    ids = {each.holder_id for each in survey.holders.all()} | {survey.proposed_by_id, by.pk}
    names = {pk: str(user) for pk, user in User.objects.in_bulk(ids - {None}).items()}
    begun = events_of(survey).filter(verb="surveys.set_up").values_list("pk", flat=True).last() or 0
    found = Event.objects.filter(verb__in=(GRANTED, SET), actor_id__in=names, pk__gt=begun).order_by("pk")
    return [
        _in_words(event, names[whom])
        for event in found
        if (whom := _whom(event, survey.assessment.office_id, names)) and whom != event.actor_id
    ]


def _whom(event: Event, office_id: int, known: Collection[int]) -> int | None:
    """Give whose account it was, if they are among those known."""
    if event.verb == SET:
        whom = int(event.object_id)
    elif event.office_id == office_id and event.details["role"] in ROLES:
        whom = event.details["user"]
    else:
        return None
    return whom if whom in known else None


def _in_words(event: Event, whom: str) -> str:
    told = {"who": event.actor_label, "whom": whom, "day": thai_date(event.at)}
    if event.verb == SET:
        return _("%(who)s set a new password for %(whom)s on %(day)s.") % told
    told["role"] = str(Role(event.details["role"]).label)
    return _("%(who)s gave %(whom)s the role “%(role)s” on %(day)s.") % told
