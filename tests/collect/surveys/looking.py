"""Somebody of the office before the screens of a survey."""

from __future__ import annotations

from dataclasses import dataclass

from django.test import Client
from django.urls import reverse
from running import Running, begin

from prongsai.people import actions as people
from prongsai.people.models import Membership, User

Role = Membership.Role


@dataclass
class Eyes:
    """One person's browser, in English."""

    running: Running
    client: Client

    def address(self, name: str, *more: str) -> str:
        survey = self.running.survey
        where = [self.running.office.slug, survey.assessment.framework_code]
        return reverse(
            f"surveys_{name}", args=[*where, *([] if name == "list" else [survey.instrument]), *more]
        )

    def get(self, name: str, *more: str, **query):
        return self.client.get(self.address(name, *more), query)

    def post(self, name: str, *more: str, **told):
        return self.client.post(self.address(name, *more), told)

    def reads(self, name: str, *more: str, **query) -> str:
        return text_of(self.get(name, *more, **query))


def eyes_of(running: Running, user: User) -> Eyes:
    User.objects.filter(pk=user.pk).update(preferred_language="en")
    client = Client()
    client.force_login(User.objects.get(pk=user.pk))
    return Eyes(running, client)


def somebody(running: Running, role: str) -> User:
    """Another person with this role."""
    user = people.create_user(
        username=f"another-{role}", display_name=f"อีกคน {role}", password="only-for-tests", by=None
    )
    place = {"body": running.office.body} if role == Role.CENTRAL else {"office": running.office}
    if role == Role.UNIT_MEMBER:
        place["unit"] = people.add_unit(office=running.office, code="unit", name_th="กลุ่ม", by=None)
    people.grant_role(user=user, role=role, by=None, **place)
    return user


def admin_of(**told) -> Eyes:
    running = begin(**told)
    return eyes_of(running, running.admin)


def text_of(response) -> str:
    return " ".join(response.content.decode().split())
