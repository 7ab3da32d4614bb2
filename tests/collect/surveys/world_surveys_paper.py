"""Piles of paper of both offices of the isolation walk: one to be checked, which differs, and one closed."""

from datetime import timedelta

from django.utils import timezone
from world import Role, register

from prongsai.collect.assessments.actions import create_assessment
from prongsai.collect.assessments.queries import assessments_of
from prongsai.collect.surveys import actions as surveys, queries
from prongsai.collect.surveys.models import Stream, Survey
from prongsai.collect.surveys.paper import actions, checking, sheets
from prongsai.collect.surveys.paper.holding import form_of
from prongsai.people import actions as people

RULES = "obec-2565"
CHECKED, OWN = 3, 4  # numbers on the paper


@register
def paper(*, office, marker, by):
    survey = _survey(office, by)
    second = people.create_user(username=f"{office.slug}-second", display_name=f"ผู้บันทึก {marker}", by=None)
    pile = actions.begin_pile(survey=survey, stream="eit-self-paper", name=f"ชุด {marker}", by=by)
    ones = b"\1" * form_of(pile).size
    for number, who in ((CHECKED, second), (OWN, by)):
        sheets.enter_sheet(pile=pile, number=number, answers=ones, suggestion=f"ขอ {marker}", by=who)
    actions.complete_pile(pile=pile, by=by)
    sheet = pile.drafts.get(number=CHECKED)
    checking.enter_second(sheet=sheet, answers=b"\2" + ones[1:], by=by)
    closed = actions.begin_pile(survey=survey, stream="eit-self-paper", name=f"ชุดเก่า {marker}", by=by)
    sheets.enter_sheet(pile=closed, number=1, answers=ones, by=by)
    actions.complete_pile(pile=closed, by=by)
    actions.close_pile(pile=closed, by=by, why=f"เหตุผล {marker}")
    return {
        "surveys_paper:instrument": "eit",
        **{f"surveys_paper_{page}:instrument": "eit" for page in PAGES},
        **{f"surveys_paper_{page}:pile": pile.pk for page in PAGES},
        **{f"surveys_paper_{page}:number": CHECKED for page in ("settle", "check")},
        **{f"surveys_paper_{page}:number": OWN for page in ("open", "remove_sheet")},
    }


PAGES = (
    "pile", "type", "complete", "check_all", "close", "remove", "open", "remove_sheet", "check", "settle",
)  # fmt: skip


def _survey(office, by) -> Survey:
    """The survey of the public that other fixtures have made ready, or one of our own."""
    found = assessments_of(office).filter(framework_code=RULES).first()
    assessment = found or create_assessment(office=office, framework_code=RULES, by=by)
    survey = queries.surveys_of(assessment).filter(instrument="eit").first()
    if survey is None:
        survey = surveys.set_up_survey(
            assessment=assessment,
            instrument="eit",
            opens_on=timezone.localdate(),
            closes_on=timezone.localdate() + timedelta(days=30),
            heads={"eit-self": 300},
            by=by,
        )
    Stream.objects.get_or_create(survey=survey, code="eit-self-paper")
    if not survey.is_ready:
        for role, who in (("admin", by), ("executive", office.memberships.get(role=Role.EXECUTIVE).user)):
            surveys.make_key(survey=survey, role=role, by=who)
        surveys.make_ready(survey=survey, by=by)
    return survey
