"""The screens of paper: typed, refused in words with nothing lost, corrected, checked, settled, closed."""

import pytest
from django.test import Client
from django.urls import reverse
from piling import begin_pile, colleague, complete, enter, with_paper, with_rows
from world import Role, make_member

from prongsai.collect.surveys.models import Box, PaperBatch, PaperSheet
from prongsai.collect.surveys.paper import checking
from prongsai.people import actions as people
from prongsai.trail.models import Event

pytestmark = pytest.mark.django_db


@pytest.fixture
def running():
    return with_paper()


@pytest.fixture
def here(running):
    """Address of a screen of the survey's paper."""

    def address(name="", *more):
        place = [running.office.slug, "obec-2565", running.survey.instrument]
        return reverse(f"surveys_paper{name and '_'}{name}", args=[*place, *more])

    return address


@pytest.fixture
def editor(running):
    return signed_in(running.admin)


def signed_in(user):
    user.preferred_language = "en"
    user.save()
    client = Client()
    client.force_login(user)
    return client


def text_of(response):
    return " ".join(response.content.decode().split())


def rows(running, digit="1", **changed):
    return {f"row-{row.code}": changed.get(row.code.replace(".", "_"), digit) for row in running.form.rows}


def test_a_pile_is_begun_and_its_page_is_honest(running, editor, here):
    response = editor.post(here(), {"name": "กล่องชั้นสอง", "stream": "iit-paper"}, follow=True)

    pile = PaperBatch.objects.get()
    assert (pile.name, pile.stream) == ("กล่องชั้นสอง", "iit-paper")
    assert "whoever keeps the computer can read what is typed here" in text_of(response)
    assert "กล่องชั้นสอง" in text_of(editor.get(here()))


def test_the_way_to_paper_stands_on_the_page_of_the_survey_and_before_sealing(running, editor, here):
    place, pile = [running.office.slug, "obec-2565", "iit"], begin_pile(running)
    shown = text_of(editor.get(reverse("surveys_show", args=place)))
    running.close()

    assert f'href="{here()}"' in shown
    assert f'href="{here("pile", pile.pk)}"' in text_of(editor.get(reverse("surveys_propose", args=place)))


def test_a_pile_of_a_taken_name_is_refused_and_the_name_stays(running, editor, here):
    begin_pile(running, "ชุด")
    said = text_of(editor.post(here(), {"name": "ชุด", "stream": "iit-paper"}))

    assert "A pile with this name is already there." in said
    assert 'value="ชุด"' in said


def test_a_sheet_is_typed_and_the_next_number_waits(running, editor, here):
    pile = begin_pile(running)
    typed = rows(running, "2", i1_1="๓", i1_2=" ", i2_1="0") | {"number": "๑๒", "suggestion": "ขอ\r\nบคุณ"}
    response = editor.post(here("type", pile.pk), typed, follow=True)

    sheet = PaperSheet.objects.get()
    assert (sheet.number, sheet.suggestion, sheet.entered_by_id) == (12, "ขอ\nบคุณ", running.admin.pk)
    assert bytes(sheet.answers) == with_rows(running.answers(2), at_0=3, at_1=0, at_2=0)
    assert response.context["entry"].number == "13"
    assert "Sheet 12 is saved." in text_of(response)


def test_everything_wrong_is_named_at_once_and_nothing_is_lost(running, editor, here):
    pile = begin_pile(running)
    typed = rows(running, "2", i1_1="5", i4_1="3", i30_4="") | {"number": "x", "suggestion": "คำ"}
    said = text_of(editor.post(here("type", pile.pk), typed))

    assert "Type the number that stands on the paper" in said
    link = '<span class="paper-links"><a href="#row-{0}">{0}</a>'
    assert f"“5” is no box of this row: type 1 to 4, or 0. {link.format('i1.1')}" in said
    assert f"“3” is no box of this row: type 1 to 2, or 0. {link.format('i4.1')}" in said
    assert f"Nothing typed. Type 0 if the paper is blank here. {link.format('i30.4')}" in said
    assert said.count('aria-invalid="true"') == 3
    assert said.count('name="row-') - said.count('value="2" inputmode') == 3
    assert PaperSheet.objects.count() == 0
    assert ">คำ</textarea>" in said


@pytest.mark.parametrize("line", ["{}", "{}\n", "{:.25} {:.26}", "{:.50} "])
def test_a_whole_line_is_typed_or_pasted(running, editor, here, line):
    digits = "2" * running.form.size
    pile = begin_pile(running)
    editor.post(
        here("type", pile.pk), rows(running, "") | {"number": "1", "line": line.format(digits, digits)}
    )

    expected = b"\2" * 51 if line != "{:.50} " else b"\2" * 50 + b"\0"
    assert bytes(PaperSheet.objects.get().answers) == expected


def test_a_line_that_does_not_fit_is_refused_and_stays(running, editor, here):
    pile = begin_pile(running)
    told = {"number": "1", "line": "2222"}
    short = text_of(editor.post(here("type", pile.pk), rows(running, "") | told))
    both = text_of(editor.post(here("type", pile.pk), rows(running, "1") | told))

    assert "The line has 4 digits; this form has 51 rows." in short
    assert 'value="2222"' in short
    assert "Nothing typed" not in short
    assert "either the rows or the whole line, not both" in both
    assert PaperSheet.objects.count() == 0


def test_a_number_that_is_there_is_refused_with_the_way_to_it(running, editor, here):
    pile = begin_pile(running)
    enter(running, pile, 7)
    said = text_of(editor.post(here("type", pile.pk), rows(running, "2") | {"number": "7"}))

    assert "Number 7 is typed in already." in said
    assert f'href="{here("open", pile.pk, 7)}"' in said


def test_who_typed_a_sheet_corrects_and_removes_it(running, editor, here):
    pile = begin_pile(running)
    enter(running, pile, 7, suggestion="คำ")
    shown = text_of(editor.get(here("open", pile.pk, 7)))
    editor.post(here("open", pile.pk, 7), rows(running, "2"))
    corrected = PaperSheet.objects.get()
    question = text_of(editor.get(here("remove_sheet", pile.pk, 7)))
    editor.post(here("remove_sheet", pile.pk, 7))

    assert shown.count('value="1" inputmode') == 51
    assert ">คำ</textarea>" in shown
    assert bytes(corrected.answers) == running.answers(2)
    assert "What was typed from paper number 7 will be removed." in question
    assert PaperSheet.objects.count() == 0


def test_a_colleague_sees_no_answer_of_a_sheet(running, here):
    pile = begin_pile(running)
    enter(running, pile, 7, suggestion="คำที่เขียน")
    other = signed_in(colleague(running))
    said = text_of(other.get(here("open", pile.pk, 7)))
    other.post(here("open", pile.pk, 7), rows(running, "2"))

    assert "Only who typed a sheet may open it again" in said
    assert "คำที่เขียน" not in said
    assert "data-cell" not in said
    assert bytes(PaperSheet.objects.get().answers) == running.answers(1)


def test_the_second_person_types_blind_and_goes_on_by_itself(running, editor, here):
    pile = complete(running, 2)
    other = signed_in(colleague(running))
    shown = text_of(other.get(here("check", pile.pk, 1)))
    response = other.post(here("check", pile.pk, 1), rows(running, "1", i1_1="2"))
    last = other.post(here("check", pile.pk, 2), rows(running, "1"))

    assert shown.count('value="1" inputmode') == 0
    assert "suggestion" not in shown
    assert (response.url, last.url) == (here("check", pile.pk, 2), here("pile", pile.pk))
    said = text_of(other.get(last.url))
    assert "1 row differs: settle it" in said
    assert "1 of 102 answers typed twice differed (0.98 per cent)." in said
    assert "More than 1 per cent" not in said


def test_who_typed_it_first_does_not_come_to_the_second_entry(running, editor, here):
    pile = complete(running, 1)
    response = editor.get(here("check", pile.pk, 1), follow=True)

    assert "You typed this sheet yourself. The second entry takes another person." in text_of(response)
    assert "Waits for another person: you typed it." in text_of(response)


def test_differences_are_settled_row_by_row(running, editor, here):
    pile = complete(running, 1)
    second = with_rows(running.answers(1), at_0=3, at_50=0)
    checking.enter_second(sheet=pile.drafts.get(), answers=second, by=colleague(running))
    page = text_of(editor.get(here("settle", pile.pk, 1)))
    half = text_of(editor.post(here("settle", pile.pk, 1), {"place-0": "3", "place-50": ""}))
    editor.post(here("settle", pile.pk, 1), {"place-0": "3", "place-50": "1"})

    assert page.count("<select") == 2
    assert '<option value="3">3 Much</option>' in page
    assert "0 no answer" in page
    assert "Look at the paper and choose for every row." in half
    assert '<option value="3" selected>' in half
    assert bytes(PaperSheet.objects.get().answers) == with_rows(running.answers(1), at_0=3)


def test_many_differences_bring_the_advice_to_type_all_again(running, editor, here):
    pile = complete(running, 6)
    sheet, advice = pile.drafts.filter(is_drawn=True).first(), "More than 1 per cent differs."
    checking.enter_second(sheet=sheet, answers=with_rows(running.answers(1), at_0=3), by=colleague(running))
    advised = text_of(editor.get(here("pile", pile.pk)))
    editor.post(here("check_all", pile.pk))

    assert advice in advised
    assert advice not in text_of(editor.get(here("pile", pile.pk)))
    assert pile.drafts.filter(is_drawn=True).count() == 6


def test_a_pile_is_completed_and_closed_with_a_reason(running, editor, here):
    pile = begin_pile(running)
    enter(running, pile, 1)
    editor.post(here("complete", pile.pk))
    refused = text_of(editor.post(here("close", pile.pk), {"why": ""}))
    done = editor.post(here("close", pile.pk), {"why": "มีผู้บันทึกคนเดียว"}, follow=True)

    assert "Finish it, or write why it cannot be done." in refused
    assert "Destroy the paper or lock it away" in text_of(done)
    assert "มีผู้บันทึกคนเดียว" in text_of(done)
    assert "มีผู้บันทึกคนเดียว" in text_of(editor.get(here()))
    assert (Box.objects.count(), PaperSheet.objects.count()) == (1, 0)


def test_an_empty_pile_is_removed_after_a_question(running, editor, here):
    pile = begin_pile(running)
    assert "The empty pile “ชุดที่ 1” will be removed." in text_of(editor.get(here("remove", pile.pk)))
    assert editor.post(here("remove", pile.pk)).url == here()

    assert PaperBatch.objects.count() == 0


@pytest.mark.parametrize("role", [Role.EXECUTIVE, Role.VIEWER, Role.UNIT_MEMBER])
def test_only_those_who_may_edit_come_to_paper(running, here, role):
    pile = complete(running, 1)
    unit = people.add_unit(office=running.office, code="admin", name_th="กลุ่มอำนวยการ", by=None)
    user = make_member(running.office, role, "other", unit=unit)
    client, before = signed_in(user), Event.objects.count()
    for name, more in [("", []), ("pile", [pile.pk]), ("type", [pile.pk]), ("open", [pile.pk, 1]),
                       ("check", [pile.pk, 1]), ("settle", [pile.pk, 1]), ("close", [pile.pk])]:  # fmt: skip
        assert client.get(here(name, *more)).status_code == 404
        assert client.post(here(name, *more), {"why": "x"}).status_code in {404, 405}
    assert Event.objects.count() == before


@pytest.mark.parametrize("count", [1, 3])
def test_pages_take_the_same_queries_for_one_sheet_and_for_three(
    running, editor, here, count, django_assert_num_queries
):
    pile = complete(running, count)
    pages = {here(): 19, here("pile", pile.pk): 19}
    for page, queries in pages.items():
        editor.get(page)
        with django_assert_num_queries(queries):
            editor.get(page)
