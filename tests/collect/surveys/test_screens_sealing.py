"""Sealing on screen: proposed by one, confirmed by another with the keys of two holders."""

import pytest
from django.utils import translation
from looking import Role, admin_of, eyes_of, somebody, text_of
from running import begin

from prongsai.collect.surveys import keys
from prongsai.collect.surveys.models import Box, Survey

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_english():
    with translation.override("en"):
        yield


@pytest.fixture
def director():
    """The executive, before a closed survey whose sealing was proposed."""
    running = begin(codes=12)
    for _sheet in range(12):
        running.take()
    running.close()
    eyes_of(running, running.admin).post("propose")
    running.survey.refresh_from_db()
    return eyes_of(running, running.director)


def two(eyes, **other):
    held = eyes.running.keys
    return {"key_1": held["admin"], "key_2": held["executive"], "understood": "yes"} | other


def sealed():
    return Survey.objects.get().is_sealed


def test_the_administrator_proposes_after_being_told_what_happens():
    eyes = admin_of()
    assert eyes.get("propose").status_code == 404
    eyes.running.close()
    assert "It cannot be undone." in eyes.reads("propose")

    assert eyes.post("propose").url == eyes.address("show")
    assert Survey.objects.get().proposed_by_id == eyes.running.admin.pk


def test_the_executive_seals_with_two_keys(director):
    assert director.address("seal") in director.reads("show")
    response = director.post("seal", **two(director))

    assert (response.url, sealed(), Box.objects.count()) == (director.address("show"), True, 0)


def test_all_that_is_wrong_is_said_at_once_and_no_key_goes_back_into_the_page(director):
    key = director.running.keys["admin"]
    response = director.post("seal", key_1=key, key_2="")
    said = text_of(response)

    assert (response.status_code, "no-store" in response["Cache-Control"], sealed()) == (422, True, False)
    assert "Tick that you know that sealing cannot be undone." in said
    assert "Key 2 is missing." in said
    assert key not in said


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ("abcd", "Key 2 is mistyped"),
        (keys.write_key(bytes(range(32))), "Key 2 is not of this survey"),
    ],
)
def test_keys_that_do_not_fit_seal_nothing(director, wrong, says):
    said = text_of(director.post("seal", **two(director, key_2=wrong)))

    assert (says in said, wrong in said, sealed()) == (True, False, False)


def test_damaged_sheets_are_left_out_only_when_somebody_says_so(director):
    damaged = Box.objects.order_by("pk").first()
    Box.objects.filter(pk=damaged.pk).update(sealed=b"x" * 100)
    assert "leave_damaged" not in director.reads("seal")
    said = text_of(director.post("seal", **two(director)))
    assert "1 sheets are damaged" in said
    assert 'name="leave_damaged"' in said
    director.post("seal", **two(director, leave_damaged="yes"))

    assert sealed()


def test_who_proposed_it_does_not_confirm_it(director):
    running = director.running
    Survey.objects.update(proposed_by_id=running.director.pk)

    assert "You proposed it yourself." in director.reads("seal")
    assert "Sealing takes two" in text_of(director.post("seal", **two(director)))


def test_without_a_proposal_nothing_is_confirmed(director):
    director.post("withdraw")

    assert "The administrator proposes the sealing first." in director.reads("seal")
    assert "The administrator proposes the sealing first." in text_of(director.post("seal", **two(director)))


@pytest.mark.parametrize("role", [Role.OFFICE_ADMIN, Role.VIEWER, Role.UNIT_MEMBER, Role.ASSESSOR])
def test_only_an_executive_confirms(director, role):
    eyes = eyes_of(director.running, somebody(director.running, role))

    assert [eyes.get("seal").status_code, eyes.post("seal", **two(director)).status_code] == [404, 404]


@pytest.mark.parametrize("role", [Role.VIEWER, Role.UNIT_MEMBER, Role.ASSESSOR])
def test_others_neither_propose_nor_withdraw_nor_finish(director, role):
    eyes = eyes_of(director.running, somebody(director.running, role))

    assert {eyes.post(name).status_code for name in ("propose", "withdraw", "finish")} == {404}


def test_an_open_pile_of_paper_stands_in_the_way_and_is_named():
    eyes = admin_of()
    eyes.running.survey.batches.create(stream="iit-paper", name="กองที่ 1")
    eyes.running.close()

    assert "กองที่ 1" in eyes.reads("propose")
    assert "still open" in text_of(eyes.client.post(eyes.address("propose"), follow=True))
    assert Survey.objects.get().proposed_by_id is None


def test_what_was_not_cleaned_is_cleaned_by_hand(director, monkeypatch):
    director.post("seal", **two(director))
    monkeypatch.setattr("prongsai.collect.surveys.sealing.compact", lambda: None)
    assert "still have to be cleaned" in director.reads("show")
    director.post("finish")

    assert Survey.objects.get().is_cleaned
    assert "still have to be cleaned" not in director.reads("show")


def test_where_cleaning_fails_again_it_says_so(director, monkeypatch):
    director.post("seal", **two(director))

    def busy(_slug):
        raise OSError

    monkeypatch.setattr("prongsai.collect.surveys.sealing.keys.destroy", busy)
    said = text_of(director.client.post(director.address("finish"), follow=True))

    assert "It did not work yet" in said
    assert not Survey.objects.get().is_cleaned
