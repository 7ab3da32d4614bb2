"""What a screen says where something is missing, is over, or came from elsewhere."""

import re

import pytest
from django.utils import timezone, translation
from looking import Role, admin_of, eyes_of, somebody, text_of
from running import begin

from prongsai.collect.assessments.actions import bring_in_answers
from prongsai.collect.assessments.queries import framework_of
from prongsai.collect.surveys import actions, keys
from prongsai.collect.surveys.models import KeyHolder, Survey
from prongsai.core.score import SurveyCounts
from prongsai.people.models import Membership

pytestmark = pytest.mark.django_db
NO_EXECUTIVE = "This office has no executive yet"


@pytest.fixture(autouse=True)
def _in_english():
    with translation.override("en"):
        yield


def not_set_up(eyes, name="show", instrument="eit"):
    return eyes.address(name).replace("/iit/", f"/{instrument}/")


def test_a_survey_that_is_not_set_up_leads_who_may_to_where_it_is_set_up():
    eyes = admin_of()
    response = eyes.client.get(not_set_up(eyes))

    assert (response.status_code, response.url) == (302, not_set_up(eyes, "set_up"))
    assert eyes.client.get(not_set_up(eyes, instrument="xyz")).status_code == 404
    assert eyes.client.post(not_set_up(eyes, "make_ready")).status_code == 404


@pytest.mark.parametrize("role", [Role.VIEWER, Role.EXECUTIVE, Role.ASSESSOR])
def test_others_are_told_that_it_is_not_set_up(role):
    running = begin()
    eyes = eyes_of(running, somebody(running, role))
    response = eyes.client.get(not_set_up(eyes))

    assert response.status_code == 404
    assert "This survey is not set up yet. The office administrator sets it up." in text_of(response)


def test_the_list_tells_of_answers_that_came_from_elsewhere():
    eyes = admin_of()
    assert "brought in from elsewhere" not in eyes.reads("list")
    counts = SurveyCounts(1234, {"e1.1": (1200, 34, 0, 0)})
    assessment = eyes.running.survey.assessment
    bring_in_answers(assessment=assessment, instrument="eit", counts=counts, by=eyes.running.admin)

    assert "Answers of 1,234 people were brought in from elsewhere" in eyes.reads("list")


def test_a_closed_survey_offers_no_slips():
    eyes = admin_of()
    codes = eyes.address("codes", "iit")
    assert codes in eyes.reads("show")
    eyes.running.close()
    response = eyes.client.post(codes, {"number": 3, "language": "th"}, follow=True)

    assert (codes in eyes.reads("show"), response.redirect_chain[-1][0]) == (False, eyes.address("show"))
    assert "The last day is over" in text_of(response)


def test_no_code_is_drawn_once_the_last_day_is_over():
    running = begin()
    running.close()

    with pytest.raises(actions.SurveyRefusedError, match="The last day is over"):
        actions.issue_codes(survey=running.survey, stream="iit", number=1, by=running.admin)


def test_codes_are_drawn_on_the_last_day_itself():
    running = begin()
    Survey.objects.update(closes_on=timezone.localdate())

    assert len(actions.issue_codes(survey=running.survey, stream="iit", number=2, by=running.admin)) == 2


def without_second_key(*, executives):
    running = begin()
    KeyHolder.objects.filter(role="executive").delete()
    Survey.objects.update(public_key=b"", verify_key=b"")
    if not executives:
        Membership.objects.filter(role=Role.EXECUTIVE).delete()
    return running


@pytest.mark.parametrize("executives", [True, False])
def test_an_office_without_an_executive_is_told_to_add_one(executives):
    running = without_second_key(executives=executives)
    eyes = eyes_of(running, running.admin)

    assert (NO_EXECUTIVE in eyes.reads("show")) is not executives
    assert ("Add a user with the role of executive" in eyes.reads("show")) is not executives


def test_two_wrong_keys_are_told_apart_each_beside_its_field():
    running = begin()
    running.close()
    actions.propose_sealing(survey=running.survey, by=running.admin)
    eyes = eyes_of(running, running.director)
    stranger = keys.write_key(bytes(range(32)))
    response = eyes.post("seal", key_1="abcd", key_2=stranger, understood="yes")
    wrong = {"key_1": "Key 1 is mistyped: compare it with the slip.", "key_2": "Key 2 is not of this survey."}

    assert response.context["refusals"] == wrong
    for field, said in wrong.items():
        assert f'<li><a href="#{field}">{said}</a></li>' in text_of(response)
        assert f'<p class="error-message" id="{field}-wrong">{said}</p>' in text_of(response)


def test_two_keys_of_one_holder_are_refused_as_a_pair():
    running = begin()
    running.close()
    actions.propose_sealing(survey=running.survey, by=running.admin)
    key = running.keys["admin"]
    response = eyes_of(running, running.director).post("seal", key_1=key, key_2=key, understood="yes")

    assert response.context["refusals"] == {"": "The keys of two different holders are needed."}


def test_the_way_back_names_the_rules_and_not_their_code():
    eyes = admin_of()
    said = eyes.reads("board")
    name = framework_of(eyes.running.survey.assessment).name.in_("en")

    assert (f"{name} </a>" in said or f"{name}</a>" in said, "obec-2565</a>" in said) == (True, False)


def test_every_box_to_tick_stands_with_its_label():
    said = admin_of().reads("set_up")
    boxes = re.findall(r'<p class="surveys-use">(<input type="checkbox".*?)</p>', said)

    assert len(boxes) == said.count('type="checkbox"') == 4
    assert all(re.search(r'id="(.+?)".*<label for="\1">', box) for box in boxes)


def test_the_page_of_codes_says_what_to_do_where_the_number_stays():
    said = admin_of().reads("codes", "iit")

    assert "surveys/codes.js" in said
    assert "load the page again; do not press the button a second time" in said
