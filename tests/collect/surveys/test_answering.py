"""Answering: one form that carries everything; blanks are asked for once; the receipt stays the same."""

import re

import pytest
from respondent import Respondent, fields_of, member, page, visitor

from prongsai.collect.surveys import work
from prongsai.collect.surveys.models import Box, Code

pytestmark = pytest.mark.django_db


def receipt(response):
    return re.search(r'class="receipt">([^<]+)<', page(response))[1]


def test_staff_answer_with_a_code_and_get_a_receipt():
    somebody = member()

    taken = somebody.posts(somebody.filled())

    assert (taken.status_code, Box.objects.count(), Code.objects.filter(is_spent=True).count()) == (200, 1, 1)
    assert "Thank you" in page(taken)
    checked = page(somebody.opens("receipt/", receipt=receipt(taken)))
    assert ("genuine" in checked, "<svg" in checked) == (True, True)


def test_the_public_answers_without_one():
    somebody = visitor()

    assert somebody.posts(somebody.filled()).status_code == 200
    assert Box.objects.get().stream == "eit-self"


def test_sending_twice_gives_the_same_receipt_and_one_sheet():
    somebody = member()
    filled = somebody.filled()

    assert receipt(somebody.posts(filled)) == receipt(somebody.posts(filled))
    assert Box.objects.count() == 1


def test_the_form_has_a_number_of_its_own_each_time():
    somebody = member()
    drawn = {somebody.begins()["submission"] for _ in range(3)}

    assert len(drawn) == 3
    assert {len(each) for each in drawn} == {32}


@pytest.mark.parametrize(("way", "links"), [("steps", 5), ("long", 0)])
def test_pages_of_one_subject_are_turned_without_the_server(way, links):
    somebody = member()
    shown = page(somebody.posts({"code": somebody.code, "way": way}))

    assert shown.count('href="#page-') == links * 2  # on, and back
    assert shown.count("<section") == 6
    assert (f'class="{way}"' in shown, shown.count("Page 6 of 6")) == (True, 1)


def test_the_button_that_enter_presses_sends_nothing():
    somebody = member()
    first = re.search(r'<button name="go" value="(\w+)"', page(somebody.posts({"code": somebody.code})))

    assert first[1] == "show"
    assert somebody.posts(somebody.filled() | {"go": "show"}).status_code == 200
    assert Box.objects.count() == 0


def test_every_row_is_a_group_with_a_legend():
    somebody = member()
    shown = page(somebody.posts({"code": somebody.code}))

    assert shown.count('role="radiogroup"') == 51
    assert shown.count("<legend><b>") == 51
    assert shown.count("<fieldset") == shown.count("</fieldset>") == shown.count("<legend")
    assert "<table" not in shown


def test_rows_left_blank_are_listed_on_top_and_beside_the_question():
    somebody = member()
    filled = somebody.filled()
    del filled["i1.2"], filled["i30.4"]

    asked = somebody.posts(filled)

    assert (asked.status_code, Box.objects.count()) == (422, 0)
    assert "2 questions have no answer yet" in page(asked)
    assert [page(asked).count(f'href="#{row}"') for row in ("i1.1", "i1.2", "i30.4")] == [0, 1, 1]
    assert page(asked).count("Not answered yet") == 2
    assert page(asked).index("Send with these left blank") < page(asked).index("<section")
    assert "<title>2 questions have no answer yet · Questions ·" in page(asked)
    assert fields_of(asked).items() >= (filled.items() - {("go", "send")})


def test_they_may_be_left_blank_on_purpose():
    somebody = member()
    filled = somebody.filled()
    del filled["i1.2"]

    assert somebody.posts(filled | {"go": "blank"}).status_code == 200


def test_but_not_all_of_them():
    somebody = member()
    nothing = somebody.begins()

    asked = somebody.posts(nothing | {"go": "blank"})

    assert (asked.status_code, Box.objects.count()) == (422, 0)
    assert "Answer at least one" in page(asked)
    assert 'value="blank"' not in page(asked)


def test_the_other_language_shows_the_same_form_with_the_same_answers():
    somebody = member()
    filled = somebody.filled(choice=0)
    thai = f"/s/{somebody.running.survey.slug}/answer/"
    assert f'formaction="{thai}"' in page(somebody.posts({"code": somebody.code}))
    somebody.english = False

    shown = somebody.posts(filled | {"go": "show", "suggestion": "ป้าย"})

    assert "ท่านเห็นว่าบุคลากร" in page(shown)
    assert fields_of(shown).items() >= ((filled | {"suggestion": "ป้าย"}).items() - {("go", "send")})
    assert Box.objects.count() == 0


def test_a_suggestion_is_asked_for_with_its_warning_only_where_the_survey_asks():
    somebody = member()
    assert "Do not name yourself" in page(somebody.posts({"code": somebody.code}))

    somebody.running.survey.asks_suggestion = False
    somebody.running.survey.save()

    assert "<textarea" not in page(somebody.posts({"code": somebody.code}))


@pytest.mark.parametrize(("code", "bits"), [("", work.WORK_BITS), ("the code", 0)])
def test_work_is_asked_only_of_those_without_a_code(code, bits):
    somebody = Respondent(visitor(codes=1).running)
    shown = page(somebody.posts({"code": code and somebody.running.codes[0]}))

    assert ("data-bits" in shown, f'data-bits="{bits}"' in shown) == (bool(bits), bool(bits))


def test_a_receipt_of_nothing_is_none():
    somebody = member()

    assert "no receipt of this survey" in page(somebody.opens("receipt/", receipt="abcd"))
    assert "no receipt of this survey" in page(somebody.posts({"receipt": "ก"}, "receipt/"))
    assert "no receipt" not in page(somebody.opens("receipt/"))


def test_until_it_is_sent_the_browser_may_keep_the_form():
    somebody = member()
    somebody.is_secure = True
    begun = somebody.posts({"code": somebody.code})
    refused = somebody.posts(somebody.begins() | {"go": "send"})

    assert [(each["Cache-Control"], "Clear-Site-Data" in each) for each in (begun, refused)] == [
        ("private", False)
    ] * 2


@pytest.mark.parametrize(("is_secure", "forgets"), [(True, '"cache"'), (False, None)])
def test_once_it_is_sent_the_browser_keeps_nothing_and_over_a_safe_line_forgets_the_form(is_secure, forgets):
    somebody = member()
    filled = somebody.filled()
    somebody.is_secure = is_secure

    taken = somebody.posts(filled)

    assert (taken.get("Clear-Site-Data"), taken["Cache-Control"]) == (forgets, "no-store")
