"""Publishing in the workspace."""

from fractions import Fraction as F

import pytest
from assessed import PUBLISHED
from world import Role, make_member

from prongsai.collect.assessments import actions as assessments
from prongsai.disclose.models import Publication

pytestmark = pytest.mark.django_db
SCREEN = "/workspace/offices/example-1/assessments/obec-2565/publish/"


@pytest.fixture
def director(client, executive):
    executive.preferred_language = "en"
    executive.save()
    client.force_login(executive)
    return client


def test_the_executive_sees_what_will_be_public_and_publishes_it(director, complete):
    before = director.get(SCREEN).content.decode()
    after = director.post(SCREEN, {"note_th": "จากรายงาน"}, follow=True).content.decode()

    assert "This result is not public yet." in before
    assert [told for told in ("98.79", "AA", "/example-1/ita/obec-2565/") if told not in before] == []
    assert "Version 1 is public." in after
    assert director.get("/example-1/ita/obec-2565/").status_code == 200


def test_a_new_version_asks_what_changed(director, published, complete):
    figures = PUBLISHED | {"2": F("97.09")}
    assessments.bring_in_indicators(assessment=complete, figures=figures, by=None)

    without = director.post(SCREEN, {})
    told = director.post(SCREEN, {"changes_th": "แก้คะแนนตัวชี้วัดที่ 2"}, follow=True)

    assert "changes_th" in without.context["form"].errors
    assert "Version 2 is public." in told.content.decode()


def test_a_refusal_stands_beside_the_form(director, published):
    page = director.post(SCREEN, {"changes_th": "ไม่มีอะไรเปลี่ยน"}).content.decode()

    assert "Nothing has changed since version 1." in page


def test_an_incomplete_result_says_what_is_missing_and_offers_no_button(director, assessment):
    page = director.get(SCREEN)

    assert "The result is not complete" in page.content.decode()
    assert director.get(f"{SCREEN}preview/", follow=True).redirect_chain == [(SCREEN, 302)]
    assert Publication.objects.count() == 0


@pytest.mark.parametrize(("language", "words"), [("th", 'lang="th"'), ("en", "It is not published.")])
def test_a_preview_is_the_page_as_it_would_be(director, complete, language, words):
    page = director.get(f"{SCREEN}preview/", {"lang": language}).content.decode()

    assert words in page
    assert "<b>98.79</b>" in page
    assert Publication.objects.count() == 0


@pytest.mark.parametrize("role", [Role.VIEWER, Role.ASSESSOR])
def test_others_see_how_it_stands_but_do_not_publish(client, complete, role):
    client.force_login(make_member(complete.office, role, "other"))

    assert 'name="note_th"' not in client.get(SCREEN).content.decode()
    assert client.post(SCREEN, {}).status_code == 404
    assert Publication.objects.count() == 0
