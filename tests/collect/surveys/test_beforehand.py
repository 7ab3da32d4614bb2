"""What those who seal are shown before a step that cannot be undone."""

import pytest
from django.utils import translation
from looking import Role, eyes_of, somebody
from piling import complete
from running import begin

from prongsai.collect.surveys import actions, sealing
from prongsai.collect.surveys.models import Box
from prongsai.collect.surveys.paper import actions as paper
from prongsai.collect.surveys.workspace.issued import IssuedLine
from prongsai.collect.surveys.workspace.one_person import one_for_two
from prongsai.people import actions as people

pytestmark = pytest.mark.django_db
NOTHING, LITTLE = "nothing of this survey could be shown", "Only the figures of whole indicators"
WARNING = "One person may be standing for two."


@pytest.fixture(autouse=True)
def _in_english():
    with translation.override("en"):
        yield


def closed(sheets=12, **told):
    running = begin(codes=sheets, **told)
    for _sheet in range(sheets):
        running.take()
    return running


def proposed(running):
    """The executive, once the last day is over and the sealing is proposed."""
    running.close()
    Box.objects.update(day=running.survey.closes_on)
    actions.propose_sealing(survey=running.survey, by=running.admin)
    return eyes_of(running, running.director)


def test_the_executive_sees_what_was_drawn_cancelled_and_answered():
    running = closed(12)
    actions.cancel_codes(survey=running.survey, stream="iit", by=running.admin)
    actions.issue_codes(survey=running.survey, stream="iit", number=5, by=running.admin)
    eyes = proposed(running)

    assert eyes.get("seal").context["issued"] == [
        IssuedLine("Staff, by code on a folded slip", 60, 17, 1, 12)
    ]


def test_codes_of_keys_that_were_thrown_away_do_not_count():
    running = closed(12)
    actions.note("keys_reset", running.survey, running.admin)
    actions.issue_codes(survey=running.survey, stream="iit", number=5, by=running.admin)

    assert proposed(running).get("seal").context["issued"][0].drawn == 5


def test_more_answers_than_people_are_marked():
    running = closed(12)
    running.survey.streams.update(heads=11)

    assert "more than could answer" in proposed(running).reads("seal")


def test_piles_that_were_not_checked_are_named_before_and_after_the_sealing():
    running = begin(heads={"iit": 60, "iit-paper": None})
    paper.close_pile(pile=complete(running, 12), why="ไม่มีผู้อื่นว่าง", by=running.admin)
    eyes = proposed(running)
    assert "ไม่มีผู้อื่นว่าง" in eyes.reads("seal")
    sealing.seal_survey(survey=running.survey, typed=list(running.keys.values()), by=running.director)

    assert "ไม่มีผู้อื่นว่าง" in eyes.reads("show")


@pytest.mark.parametrize(("sheets", "said"), [(4, [NOTHING]), (9, [LITTLE]), (10, [])])
def test_sealing_what_could_never_be_shown_is_warned_of(sheets, said):
    told = proposed(closed(sheets)).reads("seal")

    assert [each for each in (NOTHING, LITTLE) if each in told] == said


def test_the_administrator_sees_the_same_before_proposing():
    running = closed(4)
    running.close()
    told = eyes_of(running, running.admin).reads("propose")

    assert NOTHING in told
    assert "What was given out, and what came in" in told


def test_a_password_that_one_holder_set_for_the_other_is_told():
    running = closed()
    people.set_password(user=running.director, password="of-the-administrator", by=running.admin)
    told = proposed(running).get("seal").context["one_for_two"]

    assert len(told) == 1
    assert f"{running.admin} set a new password for {running.director} on" in told[0]


def test_an_executive_whom_the_other_holder_made_is_told():
    running = closed()
    second = people.create_user(username="second", display_name="คนใหม่", password="only-for-tests", by=None)
    people.grant_role(user=second, role=Role.EXECUTIVE, office=running.office, by=running.admin)
    proposed(running)
    eyes = eyes_of(running, second)

    assert f"{running.admin} gave {second} the role “Executive” on" in eyes.reads("seal")
    assert WARNING not in eyes_of(running, running.director).reads("seal")


def test_what_others_did_and_what_was_before_is_no_warning():
    running = closed()
    other = somebody(running, Role.OFFICE_ADMIN)
    people.set_password(user=running.director, password="of-somebody", by=other)
    people.set_password(user=running.director, password="of-themselves", by=running.director)
    people.grant_role(user=running.director, role=Role.VIEWER, office=running.office, by=running.admin)

    assert WARNING not in proposed(running).reads("seal")


def test_a_password_that_was_set_before_the_survey_is_no_warning():
    running = closed()
    people.set_password(user=running.director, password="first-password", by=running.admin)
    survey, told = running.survey, {"heads": {"eit-self": 9}, "by": running.admin}
    later = actions.set_up_survey(
        assessment=survey.assessment,
        instrument="eit",
        opens_on=survey.opens_on,
        closes_on=survey.closes_on,
        **told,
    )
    actions.make_key(survey=later, role="admin", by=running.admin)

    assert one_for_two(later, by=running.director) == []
