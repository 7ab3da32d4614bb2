"""The page of a sealed survey: counts where enough people stand behind them."""

import pytest
from django.utils import translation
from looking import Role, eyes_of, somebody
from running import begin

from prongsai.collect.surveys import actions, sealing
from prongsai.collect.surveys.belief import Belief
from prongsai.collect.surveys.models import Box, Sheet
from prongsai.core.score import SurveyCounts

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_english():
    with translation.override("en"):
        yield


def sealed(sheets=12, suggestions=0, **told):
    running = begin(codes=sheets, **told)
    for place in range(sheets):
        running.take(choice=1 + place % 2, suggestion=f"ข้อเสนอ {place}" if place < suggestions else "")
    return seal(running)


def seal(running):
    running.close()
    Box.objects.update(day=running.survey.closes_on)
    actions.propose_sealing(survey=running.survey, by=running.admin)
    sealing.seal_survey(survey=running.survey, typed=list(running.keys.values()), by=running.director)
    return eyes_of(running, running.admin)


def mixed(by_code, by_link):
    """An EIT of two ways of answering."""
    running = begin(instrument="eit", codes=by_code)
    for _sheet in range(by_code):
        running.take()
    for _sheet in range(by_link):
        submission = f"{_sheet:032x}"
        running.take(code="", submission=submission, work_done=work_of(submission))
    return seal(running)


def work_of(submission):
    from prongsai.collect.surveys import work  # noqa: PLC0415  # one use

    return next(str(tried) for tried in range(10**9) if work.is_done(submission, str(tried)))


def test_counts_of_ten_and_more_are_shown_with_hash_and_people():
    eyes = sealed()
    response, survey = eyes.get("show"), eyes.running.survey
    said = response.content.decode()

    assert survey.sealed_hash in said
    assert (str(eyes.running.admin) in said, str(eyes.running.director) in said) == (True, True)
    first = response.context["sections"][0][1][0]
    assert [number for _choice, number in first.choices] == [6, 6, 0, 0]


@pytest.mark.parametrize("sheets", [0, 1, 9])
def test_counts_of_fewer_than_ten_are_not_shown(sheets):
    response = sealed(sheets).get("show")

    assert response.context["sections"] == []
    assert "Fewer than 10 people answered." in response.content.decode()


def test_a_way_that_few_took_is_told_apart_nowhere():
    eyes = mixed(by_code=12, by_link=3)

    assert {sheet.stream for sheet in Sheet.objects.all()} == {"eit-code"}
    assert eyes.get("show", stream="eit-self").context["chosen"].code == "all"


def test_a_way_that_enough_took_is_shown():
    eyes = mixed(by_code=11, by_link=10)

    assert eyes.get("show", stream="eit-self").context["chosen"].respondents == 10


@pytest.mark.parametrize("file", ["counts.csv", "counts.xlsx", "codebook.csv"])
def test_counts_and_codebook_leave_as_files(file):
    response = sealed().get("file", file)

    assert (response.status_code, response["Content-Disposition"]) == (
        200,
        f'attachment; filename="office-a-obec-2565-iit-{file}"',
    )


def test_there_are_no_sheets_and_no_files_before_sealing():
    eyes = sealed()
    running = begin(slug="office-b")
    other = eyes_of(running, running.admin)

    assert eyes.get("file", "sheets.csv").status_code == 404
    assert other.get("file", "counts.csv").status_code == 404


def test_figures_that_ask_stand_beside_the_counts():
    response = sealed().get("show")

    doubt = response.context["doubt"]
    assert len(doubt.lines) == len(doubt.belief.statistics) > 5
    assert "Can the answers be believed?" in response.content.decode()
    assert (doubt.without, doubt.left) == (None, 0)


def test_of_fewer_than_ten_nothing_is_said_about_belief():
    said = sealed(sheets=9).reads("show")

    assert "Too few answered to say." in said
    assert "They correct nothing" not in said


def test_without_flagged_sheets_the_figure_is_told_only_where_both_are_ten(monkeypatch):
    eyes = sealed(sheets=24)
    counts = SurveyCounts(
        14, {row.code: (14, 0, 0, 0)[: len(row.scale.choices)] for row in eyes.running.form.rows}
    )
    found = Belief(24, counts_without=counts)
    monkeypatch.setattr("prongsai.collect.surveys.workspace.believing.belief", lambda *_a, **_k: found)

    doubt = eyes.get("show").context["doubt"]
    assert (doubt.left, doubt.without is not None) == (14, True)


def test_suggestions_stand_in_another_order_at_every_look():
    eyes = sealed(sheets=12, suggestions=11)
    seen = [tuple(eyes.get("show").context["suggestions"]) for _look in range(6)]

    assert {frozenset(each) for each in seen} == {frozenset(f"ข้อเสนอ {place}" for place in range(11))}
    assert len(set(seen)) > 1


def test_suggestions_of_fewer_than_ten_are_not_there():
    assert sealed(sheets=12, suggestions=9).get("show").context["suggestions"] == []
    eyes = sealed(sheets=12, suggestions=10, slug="office-b")
    eyes.running.survey.suggestions.first().delete()

    assert eyes.get("show").context["suggestions"] == []


@pytest.mark.parametrize("role", Role.values)
def test_everyone_of_the_office_sees_the_sealed_page(role):
    running = sealed().running

    assert eyes_of(running, somebody(running, role)).get("show").status_code == 200


def test_nothing_of_a_sealed_survey_can_be_changed():
    eyes = sealed()
    director = eyes_of(eyes.running, eyes.running.director)

    assert eyes.get("codes", "iit").status_code == 404
    assert eyes.get("propose").status_code == 404
    assert eyes.post("set_up").url == eyes.address("show")
    assert eyes.get("give_up").url == eyes.address("show")
    assert director.get("seal").url == eyes.address("show")
    assert eyes.post("key", "admin").status_code == 422


def test_a_board_is_there_after_sealing_too():
    assert sealed().get("board").context["board"].answered == 12
