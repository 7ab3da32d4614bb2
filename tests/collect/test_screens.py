"""The screens of assessments: who sees them, what they show, what they refuse."""

from fractions import Fraction as F

import pytest
from assessed import PUBLISHED, YEAR, address_in, answers, bring_in_everything, verdicts
from django.urls import reverse

from prongsai.collect.assessments import actions, queries
from prongsai.collect.assessments.models import Assessment
from prongsai.trail.models import Event

pytestmark = pytest.mark.django_db


@pytest.fixture
def here(office, assessment):
    return address_in(office, "assessments", assessment.framework_code)


def text_of(response):
    return " ".join(response.content.decode().split())


def make_years(office, *codes):
    for code in codes:
        made = actions.create_assessment(office=office, framework_code=code, by=None)
        if made.framework_code == "obec-2565":
            bring_in_everything(made)


@pytest.mark.parametrize("codes", [["obec-2565"], ["obec-2565", "nacc-2565", "obec-2566-draft"]])
def test_the_list_takes_the_same_queries_for_one_year_and_for_three(
    looker, office, codes, django_assert_num_queries
):
    make_years(office, *codes)
    looker.get(reverse("assessments_list", args=[office.slug]))  # warms what Wagtail keeps

    with django_assert_num_queries(18):
        response = looker.get(reverse("assessments_list", args=[office.slug]))

    assert [line.assessment.framework_code for line in response.context["lines"]] == sorted(
        codes, key=lambda code: (-int(code.split("-")[1]), code)
    )
    assert "Answers to IIT: 40 sheets" in text_of(response)


def test_an_empty_office_is_told_what_to_do(editor, office):
    said = text_of(editor.get(reverse("assessments_list", args=[office.slug])))

    assert "This office has no assessment yet. Create one" in said


def test_a_year_is_begun_under_rules_that_say_how_sure_they_are(editor, office):
    address = reverse("assessments_new", args=[office.slug])
    offered = text_of(editor.get(address))
    response = editor.post(address, {"framework_code": "obec-2566-draft"})

    assert "Draft rules" in offered
    assert "parts of these rules are not confirmed" in offered
    made = Assessment.objects.get()
    assert response.url == reverse("assessments_show", args=[office.slug, "obec-2566-draft"])
    assert made.scoring_hash
    assert "obec-2566-draft" not in [each.code for each in editor.get(address).context["form"].offered]
    assert editor.post(address, {"framework_code": "obec-2566-draft"}).status_code == 200
    assert Assessment.objects.count() == 1


def test_rules_that_cannot_be_read_are_named_and_not_offered(editor, office, tmp_path, monkeypatch):
    monkeypatch.setenv("FRAMEWORKS_DIR", str(tmp_path))
    (tmp_path / "own-2570.yaml").write_text("framework: own-2570\n", encoding="utf-8")

    said = text_of(editor.get(reverse("assessments_new", args=[office.slug])))

    assert "cannot be read and are not offered: own-2570" in said


def test_figures_are_typed_with_points_commas_and_thai_digits(editor, assessment, here):
    typed = {"figure-1": "99.48", "figure-2": "96,09", "figure-3": "๙๘.๔๖", "figure-iit": " "}
    response = editor.post(here("figures"), typed)

    assert response.url == here("show")
    assert queries.inputs_of(assessment).published == {"1": F("99.48"), "2": F("96.09"), "3": F("98.46")}
    assert 'value="96.09"' in text_of(editor.get(here("figures")))


def test_figures_that_are_none_are_refused_together_and_nothing_changes(editor, assessment, here):
    actions.bring_in_indicators(assessment=assessment, figures=PUBLISHED, by=None)
    said = text_of(editor.post(here("figures"), {"figure-1": "101", "figure-2": "good"}))

    assert said.count("Type a number from 0 to 100") == 2
    assert queries.inputs_of(assessment).published == PUBLISHED


def test_figures_that_the_form_does_not_show_stay(editor, assessment, here):
    actions.bring_in_indicators(assessment=assessment, figures={"9.1": F(50), "1": F(1)}, by=None)
    editor.post(here("figures"), {"figure-1": "2"})

    assert queries.inputs_of(assessment).published == {"9.1": F(50), "1": F(2)}


def test_populations_are_typed_and_refused_where_they_cannot_be(editor, assessment, here):
    assert editor.get(here("populations")).status_code == 404
    bring_in_everything(assessment)
    assert "IIT: 40 answered" in text_of(editor.post(here("populations"), {"figure-iit": "39"}))
    editor.post(here("populations"), {"figure-iit": "๑,๐๗๓", "figure-eit": ""})

    assert queries.inputs_of(assessment).populations == {"iit": 1073}
    assert "of 1073 who could have answered" in text_of(editor.get(here("show")))


def test_means_are_added_changed_and_removed(editor, assessment, here):
    typed = {"label_th": "ค่าเฉลี่ยระดับประเทศ", "label_en": "National mean"}
    empty = text_of(editor.post(here("mean_add"), typed))
    editor.post(here("mean_add"), typed | {"figure-obec-2565": "96.00"})
    mean = assessment.means.get()
    shown = text_of(editor.get(here("show")))
    editor.post(here("mean_change", mean.pk), typed | {"label_en": "Nation", "figure-1": "97"})
    changed = assessment.means.get()
    question = text_of(editor.get(here("mean_remove", mean.pk)))
    editor.post(here("mean_remove", mean.pk))

    assert "Give at least one figure of the mean." in empty
    assert "National mean" in shown
    assert "Total <b>96.00</b>" in shown
    assert (changed.pk, changed.label_en, changed.figures) == (mean.pk, "Nation", {"1": "97"})
    assert "The mean “Nation” will be removed" in question
    assert not assessment.means.exists()


def test_two_means_of_one_name_are_refused(editor, assessment, here):
    for label in ("ก", "ข"):
        actions.set_mean(assessment=assessment, label_th=label, figures={"1": F(1)}, by=None)
    second = assessment.means.get(label_th="ข")
    said = text_of(editor.post(here("mean_change", second.pk), {"label_th": "ก", "figure-1": "1"}))

    assert "A mean with this label is already there." in said


def test_a_set_is_removed_after_a_question(editor, assessment, here):
    bring_in_everything(assessment)
    assert "“Results of items” will be removed" in text_of(editor.get(here("remove", "items")))
    assert editor.post(here("remove", "items")).url == here("show")

    assert queries.inputs_of(assessment).items == {}
    assert "There is nothing to remove." in text_of(editor.post(here("remove", "items"), follow=True))
    assert editor.get(here("remove", "oit")).status_code == 404


def test_a_viewer_looks_and_changes_nothing(looker, assessment, here):
    bring_in_everything(assessment)
    before = Event.objects.count()
    said = text_of(looker.get(here("show")))

    assert "40 sheets" in said
    assert "Bring in" not in said.replace("brought in", "")
    for name, more in [
        ("figures", []),
        ("populations", []),
        ("mean_add", []),
        ("remove", ["items"]),
        ("bring_in", ["items"]),
    ]:
        assert looker.get(here(name, *more)).status_code == 404
        assert looker.post(here(name, *more), {"figure-1": "1"}).status_code == 404
    assert Event.objects.count() == before


def test_another_office_has_no_such_assessment(editor, other_office, assessment):
    for slug in (other_office.slug, "example-1"):
        code = "obec-2565" if slug == other_office.slug else "obec-2566-draft"
        assert editor.get(reverse("assessments_show", args=[slug, code])).status_code == 404


@pytest.mark.parametrize("name", ["show", "figures", "mean_add"])
def test_where_the_rules_changed_every_screen_says_so(editor, assessment, here, name):
    Assessment.objects.update(scoring_hash="another")
    response = editor.get(here(name))

    assert response.status_code == 409
    assert "has changed what is scored" in text_of(response)


def test_the_list_says_it_too(editor, office, assessment):
    Assessment.objects.update(scoring_hash="another")

    assert "has changed what is scored" in text_of(
        editor.get(reverse("assessments_list", args=[office.slug]))
    )


def test_a_draft_without_questions_offers_only_what_it_knows(editor, office, here):
    actions.create_assessment(office=office, framework_code="nacc-2567-draft", by=None)
    said = text_of(editor.get(here("show", code="nacc-2567-draft")))

    assert "Published figures" in said
    assert "Answers to IIT" not in said
    assert "Results of items" not in said


def test_helpers_of_these_tests_fit_the_rules():
    assert len(verdicts()) == len(YEAR.items)
    assert answers("iit", 1, 2).respondents == 3
