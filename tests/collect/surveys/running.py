"""A survey that takes answers, with the people who set it up and what they hold."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from datetime import timedelta

from django.utils import timezone

from prongsai.collect.assessments.actions import create_assessment
from prongsai.collect.assessments.queries import framework_of
from prongsai.collect.surveys import actions
from prongsai.collect.surveys.models import Survey
from prongsai.collect.surveys.questionnaire import Questionnaire, questionnaire
from prongsai.collect.surveys.taking import Taken, take
from prongsai.people import actions as people
from prongsai.people.models import Membership, Office, User

Role = Membership.Role


@dataclass
class Running:
    """keys  role -> the private key that its holder was shown."""

    survey: Survey
    office: Office
    admin: User
    director: User
    keys: dict[str, str]
    form: Questionnaire
    codes: list[str] = field(default_factory=list)

    def answers(self, choice: int = 1) -> bytes:
        return bytes([choice]) * self.form.size

    def take(self, *, choice: int = 1, **fields) -> Taken:
        """Send a sheet; without a code it draws the next one, if there are any."""
        if "code" not in fields and self.codes:
            fields["code"] = self.codes.pop()
        told = {"submission": secrets.token_hex(16), "answers": self.answers(choice)} | fields
        return take(survey=Survey.objects.get(pk=self.survey.pk), **told)

    def close(self) -> None:
        """Let the closing day be over."""
        yesterday = timezone.localdate() - timedelta(days=1)
        Survey.objects.filter(pk=self.survey.pk).update(opens_on=yesterday, closes_on=yesterday)
        self.survey.refresh_from_db()


def begin(
    *,
    instrument: str = "iit",
    heads: dict[str, int | None] | None = None,
    codes: int = 0,
    slug: str = "office-a",
) -> Running:
    """Set a survey up as its people would. codes: how many to draw for its coded stream."""
    body = people.create_body(code=f"body-{slug}", name_th="หน่วยประเมินตัวอย่าง", by=None)
    office = people.create_office(
        body=body, slug=slug, name_th="สำนักงานตัวอย่าง", name_en="Example Office", by=None
    )
    admin, director = (_person(office, role) for role in (Role.OFFICE_ADMIN, Role.EXECUTIVE))
    assessment = create_assessment(office=office, framework_code="obec-2565", by=admin)
    today = timezone.localdate()
    survey = actions.set_up_survey(
        assessment=assessment,
        instrument=instrument,
        opens_on=today - timedelta(days=3),
        closes_on=today + timedelta(days=30),
        heads=heads or {"iit": {"iit": 60}, "eit": {"eit-self": 300, "eit-code": 100}}[instrument],
        by=admin,
    )
    keys = {
        "admin": actions.make_key(survey=survey, role="admin", by=admin),
        "executive": actions.make_key(survey=survey, role="executive", by=director),
    }
    actions.make_ready(survey=survey, by=admin)
    stream = "iit" if instrument == "iit" else "eit-code"
    drawn = actions.issue_codes(survey=survey, stream=stream, number=codes, by=admin) if codes else []
    return Running(
        survey, office, admin, director, keys, questionnaire(framework_of(assessment), instrument), drawn
    )


def _person(office: Office, role: str) -> User:
    user = people.create_user(
        username=f"{office.slug}-{role}", display_name=f"คน {role}", password="only-for-tests", by=None
    )
    people.grant_role(user=user, role=role, office=office, by=None)
    return user
