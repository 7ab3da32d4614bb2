"""An export is brought in by a person; of its sheets nothing stays, in the page or in the database."""

import re

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from form_exports import PERSONAL, csv_of, sheet, xlsx_of
from test_import_reading import expected

from prongsai.collect.assessments import actions, queries
from prongsai.collect.assessments.models import SurveyResult
from prongsai.core.score import SurveyCounts

pytestmark = pytest.mark.django_db


@pytest.fixture
def here(office, assessment):
    return reverse("surveys_import", args=[office.slug, assessment.framework_code, "iit"])


@pytest.fixture
def kept(assessment):
    return lambda: queries.inputs_of(assessment).surveys.get("iit")


def upload(lines, name="export.csv"):
    content = xlsx_of(lines) if name.endswith("xlsx") else csv_of(lines)
    return {"file": SimpleUploadedFile(name, content)}


def text_of(response):
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def answers(response, *, keep=True, **changed):
    """What a browser sends of the form as it stands, but for what is changed."""
    form = response.context["form"]
    sent = {field.name: field.value() or "" for field in form} | {"carried": response.context["carried"]}
    return sent | ({"keep": "1"} if keep else {}) | changed


def field_of(response, label):
    return next(field.name for field in response.context["form"] if label in field.label)


def database():
    """Every cell of every table, as one text."""
    return "\n".join(
        str(row)
        for model in apps.get_models()
        if model._meta.managed
        for row in model._base_manager.values_list()
    )


@pytest.mark.parametrize("name", ["export.csv", "export.xlsx"])
def test_an_export_that_needs_no_word_is_shown_and_then_kept(editor, here, kept, name):
    shown = editor.post(here, upload(sheet(12), name))
    before = kept()
    response = editor.post(here, answers(shown))

    assert (shown.status_code, before, response.status_code) == (200, None, 302)
    assert "12 sheets were read" in text_of(shown)
    assert "Counts of 21 rows" in text_of(shown)
    assert '<h2 id="counts">' in shown.content.decode()  # not folded away
    assert kept() == expected(12)


def test_nothing_of_a_person_is_seen_or_kept(editor, here, kept):
    lines = sheet(12)
    shown = editor.post(here, upload(lines))
    again = editor.post(here, answers(shown, keep=False))
    editor.post(here, answers(again))
    everything = database() + shown.content.decode() + again.content.decode()

    assert kept() == expected(12)
    assert [cell for line in lines[1:] for cell in line[: len(PERSONAL)] if cell in everything] == []
    assert [title for title in PERSONAL if title not in text_of(shown)] == []


def test_of_fewer_than_ten_sheets_no_count_is_shown(editor, here, kept):
    shown = editor.post(here, upload(sheet(9)))

    assert "Fewer than ten people answered." in text_of(shown)
    assert "Counts of" not in text_of(shown)
    editor.post(here, answers(shown))
    assert kept().respondents == 9


def test_unknown_columns_and_labels_are_asked_and_then_shown(editor, here, kept):
    lines = [["แผนใช้เงิน", "i1.1"], *[["มาก", "ดีมาก"]] * 10]
    shown = editor.post(here, upload(lines))
    column, label = field_of(shown, "แผนใช้เงิน"), field_of(shown, "ดีมาก")
    asked = [field.name for field in shown.context["form"].asked()]
    again = editor.post(here, answers(shown, keep=False, **{column: "i7.1", label: "3"}))
    editor.post(here, answers(again))

    assert (asked, shown.context["preview"]) == ([column, label], None)
    assert "Counts of 2 rows" in text_of(again)
    assert kept() == SurveyCounts(10, {"i1.1": (0, 0, 0, 10), "i7.1": (0, 0, 10, 0)})


def test_everything_wrong_is_said_at_once_with_the_names_of_columns(editor, here, kept):
    lines = [["แผนใช้เงิน", "ใช้คุ้มไหม", "i1.1"], *[["มาก", "น้อย", "ดีมาก"]] * 10]
    shown = editor.post(here, upload(lines))
    column = field_of(shown, "แผนใช้เงิน")
    response = editor.post(here, answers(shown, **{column: "i1.1"}))
    said = text_of(response)

    assert (response.status_code, kept()) == (422, None)
    assert said.count(": i1.1 has several columns: “แผนใช้เงิน”, “i1.1”.") == 2
    assert "ใช้คุ้มไหม : Say which row it is, or leave the column out." in said
    assert "Cells with “ดีมาก” : Say which choice it stands for." in said


def test_a_column_is_left_out_or_asked_anew(editor, here, kept):
    shown = editor.post(here, upload([["i1.1", "i1.2"], *[["มาก", "น้อย"]] * 3]))
    column = field_of(shown, "i1.2")
    anew = editor.post(here, answers(shown, **{column: ""}))
    editor.post(here, answers(anew, **{column: "-"}))

    assert [field.name for field in anew.context["form"].asked()] == [column]
    assert kept() == SurveyCounts(3, {"i1.1": (0, 0, 3, 0)})


def test_no_column_at_all_is_refused(editor, here, kept):
    shown = editor.post(here, upload([["i1.1"], ["มาก"]]))
    response = editor.post(here, answers(shown, **{field_of(shown, "i1.1"): "-"}))

    assert "No column is matched to a row of the survey." in text_of(response)
    assert kept() is None


def test_rows_without_a_column_and_cells_of_their_own_words_are_said(editor, here):
    shown = editor.post(here, upload([["i1.1", "i1.2"], *[["มาก", "มาก"]] * 5, ["มาก", "ขอไม่ตอบครับ"]]))

    assert "49 rows without a column" in text_of(shown)
    assert "In these columns some cells hold a text of their own." in text_of(shown)
    assert "ขอไม่ตอบครับ" not in shown.content.decode()


@pytest.mark.parametrize("value", ["99", "x", "i99.9", "-1"])
def test_what_no_field_offers_is_refused(editor, here, kept, value):
    shown = editor.post(here, upload([["i1.1"], *[["ดีมาก"]] * 3]))
    sent = answers(shown, **{field_of(shown, "ดีมาก"): value, field_of(shown, "i1.1"): "i1.1"})
    response = editor.post(here, sent | ({"column-0": value} if value != "-1" else {"label-level4-0": "9"}))

    assert (response.status_code, kept()) == (422, None)


def test_a_changed_or_foreign_preview_is_refused(editor, here, kept):
    shown = editor.post(here, upload(sheet(12)))
    changed = editor.post(here, answers(shown, carried=shown.context["carried"][:-3] + "abc"))
    other = editor.post(here.replace("/iit/", "/eit/"), answers(shown))

    assert [changed.status_code, other.status_code, kept()] == [422, 422, None]
    assert "Choose the file again." in text_of(changed)


def test_a_preview_of_results_that_somebody_changed_is_refused(editor, here, assessment, kept):
    shown = editor.post(here, upload(sheet(12)))
    now = SurveyCounts(3, {"i1.1": (0, 0, 0, 3)})
    actions.bring_in_answers(assessment=assessment, instrument="iit", counts=now, by=None)
    response = editor.post(here, answers(shown))

    assert "Somebody changed these results" in text_of(response)
    assert kept() == now


def test_a_sealed_survey_takes_no_file(editor, here, assessment, kept):
    shown = editor.post(here, upload(sheet(12)))
    SurveyResult.objects.create(
        assessment=assessment,
        instrument="iit",
        respondents=3,
        counts={"i1.1": [0, 0, 0, 3]},
        sealed_hash="a" * 64,
        sealed_on="2022-10-01",
    )

    assert "This survey was sealed." in text_of(editor.get(here))
    assert editor.post(here, answers(shown)).status_code == 422
    assert editor.post(here, upload(sheet(12))).status_code == 422
    assert kept().respondents == 3


def test_what_is_wrong_with_a_file_is_said(editor, here, settings):
    wrong = editor.post(here, upload([["a@b.th"], ["มาก"]]))
    none = editor.post(here, {})
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
    large = editor.post(here, {"file": SimpleUploadedFile("a.csv", b"x" * 1_000_001)})

    assert [wrong.status_code, none.status_code, large.status_code] == [422, 200, 413]
    assert (
        "export.csv has a problem. Nothing was changed. line 1 : the first line holds an answer"
        in text_of(wrong)
    )
    assert "This field is required." in text_of(none)
    assert "at most 1 MB" in text_of(large)


def test_a_file_never_touches_a_disk(editor, here, settings, monkeypatch):
    monkeypatch.delattr("django.core.files.uploadhandler.TemporaryUploadedFile")
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 10

    assert editor.post(here, upload(sheet(12))).status_code == 200


def test_markup_in_titles_and_labels_stays_text(editor, here):
    shown = editor.post(here, upload([["i1.1", "<b>ก</b>"], *[["<i>ดี</i>", "มาก"]] * 3]))

    assert "<b>ก</b>" not in shown.content.decode()
    assert "&lt;i&gt;ดี&lt;/i&gt;" in shown.content.decode()


def test_only_who_may_edit_brings_in_and_only_surveys(client, viewer, editor, here):
    absent = [editor.get(here.replace("/iit/", f"/{other}/")).status_code for other in ("oit", "none")]
    client.force_login(viewer)

    assert (absent, client.get(here).status_code) == ([404, 404], 404)


def test_every_field_has_its_label_and_errors_link_to_it(editor, here):
    shown = editor.post(here, upload([["แผนใช้เงิน"], ["มาก"]]))
    page = editor.post(here, answers(shown)).content.decode()
    ids = re.findall(r'<select[^>]* id="([^"]+)"', page)

    assert ids == ["id_column-0"]
    assert 'for="id_column-0"' in page
    assert 'href="#id_column-0"' in page
