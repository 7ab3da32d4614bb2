"""A sheet is typed once under its number; only who typed it opens it again."""

import pytest
from django.utils import translation
from piling import begin_pile, check, colleague, complete, enter, with_paper, with_rows

from prongsai.collect.surveys.actions import SurveyRefusedError
from prongsai.collect.surveys.models import PaperSheet
from prongsai.collect.surveys.paper import actions, checking, drawing, sheets

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_english():
    with translation.override("en"):
        yield


@pytest.fixture
def running():
    return with_paper()


def test_a_number_that_is_there_is_refused_and_named(running):
    pile = begin_pile(running)
    first = enter(running, pile, 12)
    with pytest.raises(sheets.NumberTakenError, match="Number 12 is typed in already") as refusal:
        enter(running, pile, 12, choice=2)

    assert (refusal.value.sheet, bytes(PaperSheet.objects.get().answers)) == (first, running.answers(1))


@pytest.mark.parametrize(("fields", "said"), [
    ({"answers": bytes(51)}, "without a single answer"),
    ({"answers": b"\1"}, "no sheet of this survey"),
    ({"answers": b"\5" * 51}, "no sheet of this survey"),
    ({"suggestion": "ก" * 601}, "longer than 600"),
])  # fmt: skip
def test_what_is_no_sheet_is_refused(running, fields, said):
    if "answers" not in fields:
        fields["answers"] = running.answers(1)
    with pytest.raises(SurveyRefusedError, match=said):
        enter(running, begin_pile(running), 1, **fields)


def test_a_blank_row_is_a_row_of_its_own(running):
    enter(running, begin_pile(running), 1, answers=b"\0" + running.answers(1)[1:], suggestion="ก" * 600)

    assert bytes(PaperSheet.objects.get().answers)[:2] == b"\0\1"


def test_who_typed_a_sheet_corrects_it_and_it_is_counted(running):
    sheet = enter(running, begin_pile(running), 1)
    for _time in range(2):
        sheets.correct_sheet(sheet=sheet, answers=running.answers(2), suggestion="ใหม่", by=running.admin)

    kept = PaperSheet.objects.get()
    assert (bytes(kept.answers), kept.suggestion) == (running.answers(2), "ใหม่")
    assert kept.batch.corrections == 1


def test_nobody_else_opens_it(running):
    sheet = enter(running, begin_pile(running), 1)
    with pytest.raises(SurveyRefusedError, match="Only who typed a sheet"):
        sheets.correct_sheet(sheet=sheet, answers=running.answers(2), by=colleague(running))


def test_a_removed_sheet_of_a_sample_is_replaced(running):
    pile = complete(running, 8)
    sheets.remove_sheet(sheet=pile.drafts.filter(is_drawn=True).first(), by=colleague(running))

    assert (pile.drafts.count(), pile.drafts.filter(is_drawn=True).count()) == (7, 5)


def test_a_complete_pile_takes_no_more(running):
    pile = complete(running, 1)
    with pytest.raises(SurveyRefusedError, match="declared complete"):
        enter(running, pile, 2)


def test_a_sheet_that_was_removed_is_not_written_to(running):
    sheet = enter(running, begin_pile(running), 1)
    PaperSheet.objects.all().delete()
    with pytest.raises(SurveyRefusedError, match="This sheet was removed"):
        sheets.correct_sheet(sheet=sheet, answers=running.answers(2), by=running.admin)


@pytest.mark.parametrize(("count", "drawn"), [(1, 1), (5, 5), (6, 5), (50, 5), (51, 6), (100, 10), (101, 11)])
def test_a_tenth_is_drawn_and_at_least_five(count, drawn):
    assert drawing.sample_size(count) == drawn


def test_the_sample_is_drawn_once_when_the_pile_is_complete(running):
    pile = complete(running, 9)
    first = set(pile.drafts.filter(is_drawn=True).values_list("number", flat=True))
    actions.complete_pile(pile=pile, by=running.admin)

    assert len(first) == 5
    assert first == set(pile.drafts.filter(is_drawn=True).values_list("number", flat=True))


def test_the_second_entry_takes_another_person_of_the_office(running):
    sheet = complete(running, 1).drafts.get()
    technical = type(running.admin)(pk=999, is_superuser=True)
    for by, said in [(running.admin, "takes another person"), (technical, "no technical administrator")]:
        with pytest.raises(SurveyRefusedError, match=said):
            checking.enter_second(sheet=sheet, answers=running.answers(1), by=by)

    assert PaperSheet.objects.get().second is None


def test_only_what_is_drawn_is_typed_a_second_time_and_once(running):
    pile, other = complete(running, 6), colleague(running)
    left_out, drawn = pile.drafts.get(is_drawn=False), pile.drafts.filter(is_drawn=True).first()
    checking.enter_second(sheet=drawn, answers=running.answers(1), by=other)
    for sheet in (left_out, drawn):
        with pytest.raises(SurveyRefusedError, match="not to be typed a second time"):
            checking.enter_second(sheet=sheet, answers=running.answers(2), by=other)
    with pytest.raises(SurveyRefusedError, match="Settle the differences instead"):
        sheets.correct_sheet(sheet=drawn, answers=running.answers(2), by=running.admin)


def test_differences_are_counted_settled_by_the_paper_and_stay_counted(running):
    pile = complete(running, 1)
    sheet = pile.drafts.get()
    checking.enter_second(
        sheet=sheet, answers=with_rows(running.answers(1), at_3=2, at_50=0), by=colleague(running)
    )
    with pytest.raises(SurveyRefusedError, match="Settle the differences first"):
        actions.close_pile(pile=pile, by=running.admin, why="เหตุผล")
    with pytest.raises(SurveyRefusedError, match="choose for every row"):
        checking.settle(sheet=sheet, chosen={3: 2}, by=running.admin)
    checking.settle(sheet=sheet, chosen={3: 2, 50: 1}, by=running.admin)

    assert bytes(PaperSheet.objects.get().answers) == with_rows(running.answers(1), at_3=2)
    actions.close_pile(pile=pile, by=running.admin)
    pile.refresh_from_db()
    assert (pile.compared, pile.differing, pile.unchecked_why) == (51, 2, "")


def test_all_may_be_drawn(running):
    pile = complete(running, 8)
    check(running, pile, colleague(running))
    drawing.draw_all(pile=pile, by=running.admin)

    assert drawing.to_check(pile) == 3
