"""What is kept of a year, what is refused, and what the trail says of it."""

from fractions import Fraction as F

import pytest
from assessed import PUBLISHED, YEAR, answers, bring_in_everything, verdicts
from django.db import IntegrityError, transaction

from prongsai.collect.assessments import actions, queries
from prongsai.collect.assessments.models import Assessment, ItemVerdict, SurveyResult
from prongsai.core.score import Inputs, ItemResult, SurveyCounts
from prongsai.core.text import Text
from prongsai.frameworks import library
from prongsai.people.actions import ActionRefusedError
from prongsai.trail.models import Event
from prongsai.trail.queries import events_of

pytestmark = pytest.mark.django_db


def test_an_assessment_pins_the_rules_that_it_was_created_under(office, administrator):
    made = actions.create_assessment(office=office, framework_code="obec-2565", by=administrator)

    assert (made.scoring_hash, made.wording_hash) == (YEAR.scoring_hash, YEAR.wording_hash)
    assert made.year_be == 2565
    event = events_of(made).get()
    assert (event.verb, event.actor_id, event.office_id) == (
        "assessments.created",
        administrator.pk,
        office.pk,
    )


@pytest.mark.parametrize("code", ["obec-2500", "", "../secret"])
def test_there_must_be_rules(office, code):
    with pytest.raises(ActionRefusedError, match="There are no rules"):
        actions.create_assessment(office=office, framework_code=code, by=None)


def test_an_office_has_a_year_of_a_body_once(assessment, office, other_office):
    with pytest.raises(ActionRefusedError, match="already has this assessment"):
        actions.create_assessment(office=office, framework_code="obec-2565", by=None)

    assert actions.create_assessment(office=other_office, framework_code="obec-2565", by=None).pk


def test_everything_that_came_in_comes_out_as_the_core_takes_it(assessment):
    counts = {survey: answers(survey, 5, 0, 1, 6) for survey in ("iit", "eit")}
    items = verdicts("o1", remark="ไม่พบ") | {"o2": ItemResult(F("100/3"))}
    for survey, each in counts.items():
        actions.bring_in_answers(assessment=assessment, instrument=survey, counts=each, by=None)
    actions.bring_in_items(assessment=assessment, items=items, by=None)
    actions.bring_in_indicators(assessment=assessment, figures=PUBLISHED, by=None)
    actions.set_populations(assessment=assessment, populations={"iit": 73}, by=None)

    assert queries.inputs_of(assessment) == Inputs(counts, items, PUBLISHED, {"iit": 73})


def test_what_was_prefetched_is_not_read_again(assessment, django_assert_num_queries):
    bring_in_everything(assessment)
    with django_assert_num_queries(4):
        found = list(queries.with_results(queries.assessments_of(assessment.office)))
        inputs = queries.inputs_of(found[0])

    assert inputs == queries.inputs_of(assessment)


def test_bringing_in_replaces_the_whole_set(assessment):
    bring_in_everything(assessment)
    actions.bring_in_answers(assessment=assessment, instrument="iit", counts=answers("iit", 1, 2), by=None)
    actions.bring_in_items(assessment=assessment, items={"o43": ItemResult(F(100))}, by=None)
    actions.bring_in_indicators(assessment=assessment, figures=PUBLISHED, by=None)
    actions.bring_in_indicators(assessment=assessment, figures={"9": F(50)}, by=None)

    inputs = queries.inputs_of(assessment)
    assert inputs.surveys["iit"] == answers("iit", 1, 2)
    assert inputs.surveys["eit"].respondents == 40
    assert inputs.items == {"o43": ItemResult(F(100))}
    assert inputs.published == {"9": F(50)}


@pytest.mark.parametrize(
    ("instrument", "counts", "message"),
    [
        ("iit", SurveyCounts(0, {}), "There is no sheet with an answer"),
        ("iit", SurveyCounts(3, {"e1.1": (1, 1, 1, 0)}), "e1.1: no such row in iit"),
        ("oit", SurveyCounts(3, {}), "oit: no such survey"),
        ("iit", SurveyCounts(3, {"i1.1": (1, 1)}), "i1.1: needs 4 counts"),
        ("iit", SurveyCounts(3, {"i1.1": (1, 1, 1, 1)}), "A row has 4 answers but only 3 sheets"),
    ],
)
def test_answers_that_do_not_fit_change_nothing(assessment, instrument, counts, message):
    bring_in_everything(assessment)
    before = queries.inputs_of(assessment)

    with pytest.raises(actions.ResultsRefusedError, match=message):
        actions.bring_in_answers(assessment=assessment, instrument=instrument, counts=counts, by=None)

    assert queries.inputs_of(assessment) == before


def test_items_and_figures_that_do_not_fit_change_nothing(assessment):
    bring_in_everything(assessment, "o1")
    before = queries.inputs_of(assessment)

    with pytest.raises(actions.ResultsRefusedError, match="o44: no such item"):
        actions.bring_in_items(assessment=assessment, items={"o44": ItemResult(F(1))}, by=None)
    with pytest.raises(actions.ResultsRefusedError, match="cannot be 'not applicable'"):
        actions.bring_in_items(assessment=assessment, items={"o1": ItemResult(None)}, by=None)
    with pytest.raises(actions.ResultsRefusedError, match="9: must be 0 to 100"):
        actions.bring_in_indicators(assessment=assessment, figures={"9": F(101)}, by=None)

    assert queries.inputs_of(assessment) == before


def test_the_trail_says_how_many_but_never_what_they_answered(assessment, administrator):
    counts = answers("iit", 1, 2)
    actions.bring_in_answers(assessment=assessment, instrument="iit", counts=counts, by=administrator)

    event = events_of(assessment).first()
    assert event.verb == "assessments.answers_brought_in"
    assert event.details == {"instrument": "iit", "respondents": 3}
    assert event.actor_label == str(administrator)


def test_a_population_is_said_of_a_survey_that_was_answered(assessment):
    with pytest.raises(actions.ResultsRefusedError, match="Bring in the answers of iit first"):
        actions.set_populations(assessment=assessment, populations={"iit": 73}, by=None)
    bring_in_everything(assessment)
    actions.set_populations(assessment=assessment, populations={"iit": 73, "eit": None}, by=None)

    assert queries.inputs_of(assessment).populations == {"iit": 73}
    events = Event.objects.count()
    actions.set_populations(assessment=assessment, populations={"iit": 73}, by=None)
    assert Event.objects.count() == events


def test_fewer_people_than_sheets_cannot_be(assessment):
    bring_in_everything(assessment)
    with pytest.raises(actions.ResultsRefusedError, match="IIT: 40 answered"):
        actions.set_populations(assessment=assessment, populations={"iit": 39}, by=None)
    actions.set_populations(assessment=assessment, populations={"iit": 40}, by=None)
    actions.bring_in_answers(
        assessment=assessment, instrument="iit", counts=answers("iit", 41, 0, 0, 0), by=None
    )

    assert queries.inputs_of(assessment).populations == {}


def test_a_mean_is_kept_by_its_label(assessment):
    def set_mean(**figures):
        actions.set_mean(
            assessment=assessment, label_th="ระดับประเทศ", label_en="National", figures=figures, by=None
        )

    set_mean(iit=F("97.5"))
    set_mean(**{"obec-2565": F(96), "1": F("98.785")})

    mean, *others = queries.means_of(assessment)
    assert (mean.label, others) == (Text("ระดับประเทศ", "National"), [])
    assert {code: str(figure) for code, figure in mean.figures.items()} == {
        "obec-2565": "96.00",
        "1": "98.79",
    }


@pytest.mark.parametrize(
    ("label", "figures", "message"),
    [
        ("ก", {}, "at least one figure"),
        ("ก", {"o1": F(1)}, "o1: no such figure"),
        ("", {"iit": F(1)}, "This field cannot be blank"),
    ],
)
def test_a_mean_needs_a_label_and_figures_that_fit(assessment, label, figures, message):
    with pytest.raises(ActionRefusedError, match=message):
        actions.set_mean(assessment=assessment, label_th=label, figures=figures, by=None)


def test_results_and_means_can_be_removed(assessment):
    bring_in_everything(assessment)
    actions.bring_in_indicators(assessment=assessment, figures=PUBLISHED, by=None)
    mean = actions.set_mean(assessment=assessment, label_th="ก", figures={"iit": F(1)}, by=None)
    for kind in ("iit", "eit", "items", "indicators"):
        actions.remove_results(assessment=assessment, kind=kind, by=None)
        with pytest.raises(actions.ResultsRefusedError, match="nothing to remove"):
            actions.remove_results(assessment=assessment, kind=kind, by=None)
    actions.remove_mean(mean=mean, by=None)

    assert queries.inputs_of(assessment) == Inputs()
    assert queries.means_of(assessment) == ()
    assert [event.verb for event in events_of(assessment)[:2]] == [
        "assessments.mean_removed",
        "assessments.results_removed",
    ]


def test_rules_that_score_otherwise_are_refused_and_nothing_is_written(assessment):
    Assessment.objects.update(scoring_hash="another")
    assessment.refresh_from_db()

    with pytest.raises(queries.RulesChangedError, match="has changed what is scored"):
        actions.bring_in_items(assessment=assessment, items=verdicts(), by=None)
    assert not ItemVerdict.objects.exists()


def test_rules_that_are_gone_or_broken_say_so(assessment, tmp_path, monkeypatch):
    monkeypatch.setenv("FRAMEWORKS_DIR", str(tmp_path))
    (tmp_path / "own-2570.yaml").write_text("framework: own-2570\n", encoding="utf-8")
    assessment.framework_code = "own-2570"
    with pytest.raises(queries.RulesChangedError, match="own-2570 cannot be read"):
        queries.framework_of(assessment)
    assessment.framework_code = "own-2571"
    with pytest.raises(queries.RulesChangedError, match="own-2571 are not there any more"):
        queries.framework_of(assessment)


def test_the_year_before_is_one_less_by_the_same_body(office, other_office, tmp_path, monkeypatch):
    monkeypatch.setenv("FRAMEWORKS_DIR", str(tmp_path))
    for code, year_be, draft in [("obec-2566", 2566, "false"), ("obec-2563", 2563, "false")]:
        (tmp_path / f"{code}.yaml").write_text(
            f"framework: {code}\nyear_be: {year_be}\ndraft: {draft}\nbased_on: obec-2565\n", encoding="utf-8"
        )
    codes = ["obec-2563", "obec-2565", "obec-2566-draft", "obec-2566", "nacc-2565"]
    made = {code: actions.create_assessment(office=office, framework_code=code, by=None) for code in codes}
    actions.create_assessment(office=other_office, framework_code="obec-2565", by=None)

    assert queries.earlier(made["obec-2566"]) == (made["obec-2565"], made["obec-2563"])
    assert queries.previous(made["obec-2566"]) == made["obec-2565"]
    assert queries.previous(made["obec-2565"]) is None
    assert queries.previous(made["nacc-2565"]) is None
    Assessment.objects.filter(framework_code="obec-2565").update(scoring_hash="another")
    assert queries.earlier(made["obec-2566"]) == (made["obec-2563"],)


def test_a_year_that_has_both_rules_and_a_draft_is_told_by_the_rules(office, tmp_path, monkeypatch):
    monkeypatch.setenv("FRAMEWORKS_DIR", str(tmp_path))
    for code, year_be in [("obec-2566", 2566), ("obec-2567", 2567)]:
        (tmp_path / f"{code}.yaml").write_text(
            f"framework: {code}\nyear_be: {year_be}\ndraft: false\nbased_on: obec-2565\n", encoding="utf-8"
        )
    made = [
        actions.create_assessment(office=office, framework_code=code, by=None)
        for code in ("obec-2566-draft", "obec-2566", "obec-2567")
    ]

    assert queries.earlier(made[2]) == (made[1],)


def test_users_see_the_assessments_of_their_offices(assessment, other_office, viewer):
    actions.create_assessment(office=other_office, framework_code="obec-2565", by=None)

    assert list(queries.assessments_visible_to(viewer)) == [assessment]


@pytest.mark.parametrize(
    "broken",
    [
        {"respondents": 0},
        {"respondents": 5, "population": 4},
    ],
)
def test_the_database_refuses_surveys_that_cannot_be(assessment, broken):
    with pytest.raises(IntegrityError), transaction.atomic():
        SurveyResult.objects.create(assessment=assessment, instrument="iit", counts={}, **broken)


def test_rules_are_named_in_lists_even_if_they_changed(assessment):
    assert str(assessment) == "Example area 1 · obec-2565"
    assert library.load("obec-2565").year_be == assessment.year_be
