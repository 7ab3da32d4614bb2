"""A file is read, shown, and only then kept; of the file nothing stays."""

import csv
import hashlib
import io
import json
from fractions import Fraction as F

import pytest
from assessed import PUBLISHED, YEAR, answers, bring_in_everything, verdicts
from django.core import signing
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from prongsai.collect.assessments import actions, bringing, queries
from prongsai.core.record import inputs_record
from prongsai.core.score import ItemResult
from prongsai.people.models import User

pytestmark = pytest.mark.django_db


@pytest.fixture
def here(office, assessment):
    return lambda kind, name="bring_in": reverse(
        f"assessments_{name}", args=[office.slug, assessment.framework_code, kind]
    )


def text_of(response):
    return " ".join(response.content.decode().split())


def table(*lines):
    out = io.StringIO()
    csv.writer(out).writerows(lines)
    return SimpleUploadedFile("results.csv", out.getvalue().encode("utf-8-sig"))


def sheets(many, choice="4"):
    head = [row.code for row in YEAR.rows_of("iit")]
    first = ["yes" if row.scale.code == "yes_no" else choice for row in YEAR.rows_of("iit")]
    return table(head, *[first] * many)


def carried(response):
    return response.context["carried"]


def test_answers_are_shown_first_and_then_kept(editor, assessment, here):
    response = editor.post(here("iit"), {"file": sheets(12)})
    before = queries.inputs_of(assessment)
    kept = editor.post(here("iit"), {"carried": carried(response)})

    assert before.surveys == {}
    assert "<b>12</b> sheets were read" in text_of(response)
    assert "Counts of 51 rows" in text_of(response)
    assert kept.status_code == 302
    assert queries.inputs_of(assessment).surveys["iit"].respondents == 12
    assert queries.inputs_of(assessment).surveys["iit"].by_row["i1.1"] == (0, 0, 0, 12)


def test_what_travels_in_the_page_cannot_be_tried_out_for_what_is_kept(editor, assessment, here):
    response = editor.post(here("iit"), {"file": sheets(9)})
    editor.post(here("iit"), {"carried": carried(response)})
    told = signing.loads(
        carried(editor.post(here("items"), {"file": table(["item", "points"], ["o1", "100"])})),
        salt=bringing.SALT,
    )
    kept = json.dumps(inputs_record(queries.inputs_of(assessment)), sort_keys=True).encode()

    assert len(told["over"]) == 64
    assert told["over"] != hashlib.sha256(kept).hexdigest()


def test_of_fewer_than_ten_sheets_only_the_number_is_shown(editor, here):
    said = text_of(editor.post(here("iit"), {"file": sheets(9)}))

    assert "<b>9</b> sheets were read" in said
    assert "Fewer than ten people answered." in said
    assert "Counts of" not in said


def test_a_row_that_few_answered_is_not_broken_down_even_where_many_answered_others(editor, here):
    rows = [row.code for row in YEAR.rows_of("iit")]
    lines = [["4" if row in {"i1.1", "i1.2"} else "" for row in rows] for _ in range(10)]
    lines += [["1" if row == "i2.1" else "" for row in rows] for _ in range(3)]
    response = editor.post(here("iit"), {"file": table(rows, *lines)})

    shown = [row.code for row in response.context["preview"].rows if any(many for _, many in row.choices)]
    assert shown == ["i1.1", "i1.2"]


def test_the_preview_says_what_changes_of_items(editor, assessment, here):
    actions.bring_in_items(assessment=assessment, items=verdicts("o1"), by=None)
    lines = [[item.code, "100"] for item in YEAR.items if item.code not in {"o2", "o3"}]
    response = editor.post(here("items"), {"file": table(["item", "verdict"], *lines, ["o2", "0"])})

    changes = [(c.code, c.before.en, c.after.en) for c in response.context["preview"].changes]
    assert changes == [("o1", "0", "100"), ("o2", "100", "0"), ("o3", "100", "–")]
    editor.post(here("items"), {"carried": carried(response)})
    assert queries.inputs_of(assessment).items["o2"] == ItemResult(F(0))
    assert "o3" not in queries.inputs_of(assessment).items


def test_the_preview_says_what_changes_of_figures(editor, assessment, here):
    actions.bring_in_indicators(assessment=assessment, figures={"1": F(1), "2": F(2)}, by=None)
    lines = [["indicator", "points"], ["2", "2.00"], ["ตัวชี้วัดที่ 10", "๙๗.๗๗"]]
    response = editor.post(here("indicators"), {"file": table(*lines)})

    changes = [(c.label.en, c.before.en, c.after.en) for c in response.context["preview"].changes]
    assert changes == [("Indicator 1", "1", "–"), ("Indicator 10", "–", "97.77")]


def test_the_same_again_changes_nothing_and_says_so(editor, assessment, here):
    actions.bring_in_indicators(assessment=assessment, figures={"1": F(1)}, by=None)

    said = text_of(editor.post(here("indicators"), {"file": table(["indicator", "points"], ["1", "1"])}))

    assert "Everything is as it is there now." in said


def test_every_problem_is_said_at_once_with_its_place(editor, assessment, here):
    lines = [["item", "verdict"], ["o1", "maybe"], ["o99", "100"], ["o2", "100"]]
    response = editor.post(here("items"), {"file": table(*lines)})

    said = text_of(response)
    assert response.status_code == 422
    assert "results.csv has 2 problems. Nothing was changed." in said
    assert "line 2, column B" in said
    assert "line 3, column A" in said
    assert queries.inputs_of(assessment).items == {}


def test_what_is_no_table_is_refused_with_a_sentence(editor, here):
    response = editor.post(here("items"), {"file": SimpleUploadedFile("a.xlsx", b"PK\x03\x04nothing")})

    assert response.status_code == 422
    assert "a.xlsx has a problem" in text_of(response)


def test_no_file_and_a_file_that_is_too_large(editor, here, settings):
    assert "This field is required." in text_of(editor.post(here("items"), {}))
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
    large = SimpleUploadedFile("large.csv", b"x" * 1_000_001)
    response = editor.post(here("items"), {"file": large})

    assert response.status_code == 413
    assert "The file is too large: at most 1 MB." in text_of(response)


def test_large_files_stay_in_memory(editor, here, settings, monkeypatch):
    def no_disk(*_args, **_kwargs):
        raise AssertionError("a file of answers was written to a disk")

    monkeypatch.setattr("django.core.files.uploadhandler.TemporaryUploadedFile", no_disk)
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 10

    assert "<b>12</b> sheets were read" in text_of(editor.post(here("iit"), {"file": sheets(12)}))


def test_the_form_is_protected_against_other_sites(administrator, here):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(administrator)

    assert strict.post(here("iit"), {"file": sheets(12)}).status_code == 403


@pytest.mark.parametrize("kind", ["oit", "nothing", "obec-2565"])
def test_there_is_no_such_set(editor, here, kind):
    assert editor.get(here(kind)).status_code == 404
    assert editor.get(here(kind, "blank")).status_code == 404


def test_a_preview_is_good_for_its_own_place_and_person_only(editor, assessment, here, viewer):
    response = editor.post(here("iit"), {"file": sheets(12)})
    elsewhere = editor.post(here("eit"), {"carried": carried(response)})

    assert elsewhere.status_code == 422
    assert "The preview belongs to another page." in text_of(elsewhere)
    with pytest.raises(actions.ActionRefusedError, match="another page"):
        bringing.unpack(
            carried(response), queries.inputs_of(assessment), kind="iit", assessment=assessment, by=viewer
        )
    assert queries.inputs_of(assessment).surveys == {}


def test_a_preview_that_was_changed_or_is_old_is_refused(editor, here, monkeypatch):
    response = editor.post(here("iit"), {"file": sheets(12)})
    forged = editor.post(here("iit"), {"carried": carried(response)[:-1] + "x"})
    monkeypatch.setattr(bringing, "CARRIED_SECONDS", -1)
    old = editor.post(here("iit"), {"carried": carried(response)})

    for refused in (forged, old):
        assert refused.status_code == 422
        assert "The preview is too old." in text_of(refused)


def test_what_somebody_changed_meanwhile_is_not_overwritten_unseen(editor, assessment, here):
    response = editor.post(here("iit"), {"file": sheets(12)})
    bring_in_everything(assessment)
    late = editor.post(here("iit"), {"carried": carried(response)})

    assert "Somebody changed these results" in text_of(late)
    assert queries.inputs_of(assessment).surveys["iit"] == answers("iit", 2, 1, 4, 33)


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize(("kind", "many"), [("items", 43), ("indicators", 14)])
def test_the_blank_file_can_be_read_back_once_it_is_filled_in(editor, here, kind, many, language):
    User.objects.update(preferred_language=language)
    content = editor.get(here(kind, "blank")).content.decode("utf-8-sig")
    head, *lines = csv.reader(io.StringIO(content))
    response = editor.post(
        here(kind), {"file": table(head, *[[line[0], "100", *line[2:]] for line in lines])}
    )

    assert response.context["notes"] == []
    assert response.context["preview"].many == many


@pytest.mark.parametrize("kind", ["iit", "eit"])
def test_the_blank_file_of_answers_has_every_row_at_its_head(editor, here, kind):
    content = editor.get(here(kind, "blank")).content.decode("utf-8-sig")

    assert content.strip().split(",") == [row.code for row in YEAR.rows_of(kind)]


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize(("kind", "many"), [("iit", 2), ("eit", 2), ("items", 3), ("indicators", 3)])
def test_the_example_on_the_page_is_a_file_that_can_be_read(editor, here, kind, many, language):
    User.objects.update(preferred_language=language)
    example = editor.get(here(kind)).context["example"]

    assert editor.post(here(kind), {"file": table(*example)}).context["preview"].many == many


def test_a_preview_of_figures_is_what_was_published(assessment, administrator):
    packed = bringing.pack(
        bringing.Inputs(published=PUBLISHED),
        bringing.Inputs(),
        kind="indicators",
        assessment=assessment,
        by=administrator,
    )
    found = bringing.unpack(
        packed, bringing.Inputs(), kind="indicators", assessment=assessment, by=administrator
    )

    assert found.published == PUBLISHED
