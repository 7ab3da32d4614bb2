"""Giving a survey up on screen: with a reason, by two."""

import pytest
from django.utils import translation
from looking import Role, admin_of, eyes_of, somebody, text_of

from prongsai.collect.surveys.giving_up import proposal_of
from prongsai.collect.surveys.models import Box, Survey

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_english():
    with translation.override("en"):
        yield


@pytest.fixture
def director():
    eyes = admin_of(codes=1)
    eyes.running.take()
    eyes.post("give_up", reason="both envelopes burnt")
    return eyes_of(eyes.running, eyes.running.director)


def test_giving_up_asks_for_a_reason():
    eyes = admin_of()
    assert "deleted unread" in eyes.reads("give_up")
    response = eyes.post("give_up", reason=" ")

    assert "This field is required." in text_of(response)
    assert proposal_of(eyes.running.survey) is None


def test_the_executive_gives_it_up_and_it_is_set_up_anew(director):
    old = director.running.survey.slug
    assert "both envelopes burnt" in director.reads("show")
    assert "both envelopes burnt" in director.reads("given_up")
    assert director.post("given_up").status_code == 422
    response = director.post("given_up", understood="yes")

    survey = Survey.objects.get()
    assert (response.url, survey.is_ready, survey.slug != old) == (director.address("show"), False, True)
    assert not Box.objects.exists()


def test_the_list_sends_the_executive_to_decide(director):
    admin = eyes_of(director.running, director.running.admin)

    assert director.address("given_up") in director.reads("list")
    assert "The executive decides whether it is given up" in admin.reads("list")


def test_who_proposed_it_does_not_give_it_up(director):
    proposal = proposal_of(director.running.survey)
    proposal.proposed_by_id = director.running.director.pk
    proposal.save()

    assert "You proposed it yourself." in director.reads("given_up")
    assert director.post("given_up", understood="yes").status_code == 422


@pytest.mark.parametrize("who", ["admin", "director"])
def test_both_can_take_the_proposal_back(director, who):
    eyes = eyes_of(director.running, getattr(director.running, who))
    eyes.post("keep")

    assert proposal_of(director.running.survey) is None
    assert eyes_of(director.running, director.running.director).get("given_up").url == director.address(
        "show"
    )


@pytest.mark.parametrize("role", [Role.VIEWER, Role.UNIT_MEMBER, Role.ASSESSOR, Role.CENTRAL])
def test_others_neither_propose_nor_decide(director, role):
    eyes = eyes_of(director.running, somebody(director.running, role))

    assert {eyes.post(name, understood="yes").status_code for name in ("give_up", "given_up", "keep")} == {
        404
    }


def test_while_giving_up_is_proposed_nothing_is_sealed(director):
    director.running.close()

    assert director.get("seal").status_code == 404
