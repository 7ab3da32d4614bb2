"""The result, its workings and its gaps in the workspace."""

import re
from fractions import Fraction as F

import pytest
from assessed import PUBLISHED, address_in, answers, bring_in_everything, verdicts
from world import Role, make_member

from prongsai.collect.assessments import actions
from prongsai.collect.assessments.models import Assessment
from prongsai.score import screens
from prongsai.score.actions import make_run
from prongsai.score.models import Run

pytestmark = pytest.mark.django_db


@pytest.fixture
def here(office, assessment):
    return address_in(office, "score", assessment.framework_code)


def text_of(response):
    """What is read on the page, without marks."""
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def test_published_figures_alone_give_a_whole_result(looker, assessment, here):
    actions.bring_in_indicators(assessment=assessment, figures=PUBLISHED, by=None)
    actions.set_mean(
        assessment=assessment,
        label_th="ประเทศ",
        label_en="National mean",
        figures={"obec-2565": F(96), "2": F("96.10")},
        by=None,
    )
    said = text_of(looker.get(here("result")))

    assert "98.79 of 100" in said
    assert "Grade AA" in said
    assert "Passes the mark of 85.00" in said
    assert "National mean 96.00 (+2.79)" in said
    assert "29.40 of 30" in said
    assert "Beside National mean" in said
    assert "96.09 AA −0.01" in said
    assert "Where the 100 points went" in said


def test_answers_show_how_many_stand_behind_them_and_how_sure_they_are(looker, assessment, here):
    bring_in_everything(assessment, "o42")
    actions.set_populations(assessment=assessment, populations={"iit": 73}, by=None)
    said = text_of(looker.get(here("result")))

    assert "40 people 133 % of the 30 required of 73 who could have answered" in said
    assert "40 people How many are required is not known." in said
    assert "±" in said
    assert "o42" in said.lower()


def test_last_year_stands_beside_and_what_chance_may_explain_is_said(looker, office, assessment, here):
    newer = actions.create_assessment(office=office, framework_code="obec-2566-draft", by=None)
    bring_in_everything(assessment)
    actions.bring_in_answers(assessment=newer, instrument="iit", counts=answers("iit", 3, 1, 4, 32), by=None)
    said = text_of(looker.get(here("result", code=newer.framework_code)))

    assert "Since last year" in said
    assert "not distinguishable" in said
    assert "Draft rules" in said
    assert "There is no total yet. These have no figure:" in said


def test_an_incomplete_result_says_what_is_missing_and_where_to_bring_it_in(editor, assessment, here):
    actions.bring_in_items(assessment=assessment, items=verdicts(), by=None)
    said = text_of(editor.get(here("result")))

    assert "IIT: there is neither a published figure nor the data to compute one" in said
    assert "Bring in results" in said


def test_figures_that_their_parts_contradict_are_named(looker, assessment, here):
    actions.bring_in_items(assessment=assessment, items=verdicts("o1"), by=None)
    actions.bring_in_indicators(assessment=assessment, figures=PUBLISHED, by=None)
    said = text_of(looker.get(here("result")))

    assert "Indicator 9: published 100.00, its parts give 97.78" in said


def test_a_total_under_the_mark_says_so(looker, assessment, here):
    actions.bring_in_indicators(assessment=assessment, figures={"obec-2565": F("84.99")}, by=None)

    assert "Under the mark of 85.00" in text_of(looker.get(here("result")))


def test_of_a_small_group_no_breakdown_is_shown_anywhere(looker, assessment, here):
    few = answers("iit", 1, 0, 1, 5)
    actions.bring_in_answers(assessment=assessment, instrument="iit", counts=few, by=None)
    said = text_of(looker.get(here("result")))

    assert "withheld" in said
    assert looker.get(here("working", "i1.1")).status_code == 404
    assert "too few people answered" in text_of(looker.get(here("working", "i1")))
    assert "Before rounding" not in text_of(looker.get(here("working", "1")))


def test_every_figure_opens_into_its_working(looker, assessment, here):
    bring_in_everything(assessment, "o42")
    page = looker.get(here("result")).content.decode()
    addresses = set(re.findall(r'href="([^"]*/result/of/[^"]*)"', page))

    assert {here("working", part) for part in ("obec-2565", "iit", "1", "i1.1", "9.1", "o42")} <= addresses
    assert {looker.get(address).status_code for address in addresses} == {200}


def test_the_working_of_a_row_shows_its_counts(looker, assessment, here):
    bring_in_everything(assessment)
    said = text_of(looker.get(here("working", "i1.1")))

    assert "Part of Total IIT Indicator 1 i1" in said
    assert "33 100 3300" in said
    assert "÷ 40 = 90.00" in said
    assert "Here agreeing is bad" in text_of(looker.get(here("working", "i11.2")))


def test_the_working_of_an_item_shows_its_remark_and_what_it_must_show(looker, assessment, here):
    actions.bring_in_items(assessment=assessment, items=verdicts("o1", remark="ไม่พบแผนผัง"), by=None)
    said = text_of(looker.get(here("working", "O1")))

    assert "Reviewer's remark ไม่พบแผนผัง" in said
    assert "What it must show" in said


def test_the_working_of_what_is_missing_says_why(looker, here):
    said = text_of(looker.get(here("working", "iit")))

    assert "no data yet : there is neither a published figure" in said
    assert looker.get(here("working", "o99")).status_code == 404


def test_gaps_show_the_weakest_what_cost_most_and_the_way_up(looker, assessment, here):
    actions.bring_in_items(assessment=assessment, items=verdicts("o42", "o12", remark="ไม่ครบ"), by=None)
    figures = {code: PUBLISHED[code] for code in "12345678"}
    actions.bring_in_indicators(assessment=assessment, figures=figures, by=None)
    response = looker.get(here("gaps"))
    said = text_of(response)

    assert [gap["line"].code for gap in response.context["weakest"]] == ["10", "2", "6"]
    assert "Lost 5.00 of the 20.00 points that it is worth in the total." in said
    assert "ไม่ครบ" in said
    assert "The next grade is AA" in said
    assert "To develop further" in said


def test_gaps_of_answers_name_the_dearest_rows_and_how_many_more_there_are(looker, assessment, here):
    bring_in_everything(assessment)
    said = text_of(looker.get(here("gaps")))

    assert "and 2 more" in said
    assert "i24.1 Supervision" in said


def test_gaps_without_figures_say_so(looker, here):
    said = text_of(looker.get(here("gaps")))

    assert "No indicator lost points." in said
    assert "Without a figure" in said


def test_rooms_above_join_the_gaps_with_their_own_links(looker, administrator, assessment, here, monkeypatch):
    monkeypatch.setattr(screens, "GAP_ACTIONS", [])
    screens.register_gap_action("Write", "score_gaps", order=20)
    screens.register_gap_action("Start", "score_result", order=10)
    screens.register_gap_action("Start again", "score_result", order=30)
    screens.register_gap_action("Look", "assessments_show", order=40, verb="view")
    actions.bring_in_indicators(assessment=assessment, figures=PUBLISHED, by=None)

    assert [action.name for action, _ in looker.get(here("gaps")).context["actions"]] == ["Look"]
    looker.force_login(administrator)
    page = looker.get(here("gaps"))
    assert [action.name for action, _ in page.context["actions"]] == ["Start", "Write", "Look"]
    assert f'href="{here("result")}?indicator=2"' in page.content.decode()


def test_a_result_is_kept_by_who_may_edit(editor, assessment, here):
    bring_in_everything(assessment)
    assert editor.get(here("keep")).status_code == 405
    said = text_of(editor.post(here("keep"), follow=True))

    run = Run.objects.get()
    assert f"The result is kept: {run.result_hash[:12]}." in said
    assert run.inputs_hash[:12] not in said


@pytest.mark.parametrize("role", [Role.VIEWER, Role.EXECUTIVE, Role.ASSESSOR, Role.CENTRAL])
def test_who_only_looks_keeps_nothing(client, office, assessment, here, role):
    client.force_login(make_member(office, role, "somebody"))

    assert client.get(here("result")).status_code == 200
    assert client.post(here("keep")).status_code == 404
    assert not Run.objects.exists()


def test_another_offices_people_find_nothing(client, other_office, assessment, here):
    client.force_login(make_member(other_office, Role.OFFICE_ADMIN, "stranger"))

    for name, more in [("result", []), ("gaps", []), ("working", ["iit"]), ("keep", [])]:
        assert client.get(here(name, *more)).status_code in {404, 405}
        assert client.post(here(name, *more)).status_code in {404, 405}


def test_where_the_rules_changed_the_result_says_so(looker, assessment, here):
    Assessment.objects.update(scoring_hash="another")

    assert looker.get(here("result")).status_code == 409


@pytest.mark.parametrize("runs", [1, 3])
def test_the_result_takes_the_same_queries_however_much_there_is(
    looker, assessment, here, runs, django_assert_num_queries
):
    for number in range(runs):
        bring_in_everything(assessment, f"o{number + 1}")
        make_run(assessment=assessment, by=None)
        label = f"ค่าเฉลี่ย {number}"
        actions.set_mean(assessment=assessment, label_th=label, figures={"iit": F(90)}, by=None)
    looker.get(here("result"))

    with django_assert_num_queries(24):
        looker.get(here("result"))
