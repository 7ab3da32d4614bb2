"""The files of a sealed survey, made from what sealing kept."""

import csv
import io

import pytest
from django.utils import timezone
from openpyxl import load_workbook
from running import begin

from prongsai.collect.assessments.actions import bring_in_answers
from prongsai.collect.surveys.exporting import of_survey
from prongsai.collect.surveys.models import Survey
from prongsai.core.score import SurveyCounts

pytestmark = pytest.mark.django_db
HASH = "ab" * 32


@pytest.fixture
def sealed():
    """40 by open link, 12 by code, 3 interviewed; each stream answered alike."""
    running = begin(instrument="eit")
    sizes = {"eit-self": (40, 1), "eit-code": (12, 2), "eit-interview": (3, 2)}
    sheets = {code: [running.answers(choice)] * many for code, (many, choice) in sizes.items()}
    streams = {code: running.form.counts(each) for code, each in sheets.items()}
    whole = running.form.counts(sheet for each in sheets.values() for sheet in each)
    counts = {
        code: {"respondents": each.respondents, "by_row": each.by_row} for code, each in streams.items()
    }
    Survey.objects.update(counts=counts, sealed_on=timezone.localdate(), sealed_hash=HASH)
    kept = SurveyCounts(55, whole.by_row, {code: each.by_row for code, each in streams.items()})
    bring_in_answers(
        assessment=running.survey.assessment, instrument="eit", counts=kept, sealed_hash=HASH, by=None
    )
    return Survey.objects.get()


def lines(survey, file):
    return list(csv.DictReader(io.StringIO(of_survey.content(survey, file, "th").decode("utf-8-sig"))))


def test_the_counts_are_those_that_were_sealed_and_the_few_are_not_told(sealed):
    found = [line for line in lines(sealed, "counts.csv") if line["row"] == "e1.1"]

    assert [(line["stream"], line["answers"], line["choice_1"], line["choice_2"]) for line in found] == [
        ("all", "55", "40", "15"),
        ("eit-self", "40", "40", "0"),
        ("eit-code", "", "", ""),
        ("eit-interview", "", "", ""),
    ]


def test_the_codebook_names_the_streams(sealed):
    found = {
        line["name"]: line["english"] for line in lines(sealed, "codebook.csv") if line["what"] == "stream"
    }

    assert list(found) == ["all", "eit-self", "eit-code", "eit-interview"]
    assert found["eit-self"] == "Public, by open link"


def test_a_workbook_is_made_in_both_languages_and_is_the_same_twice(sealed):
    thai, english = (of_survey.content(sealed, "counts.xlsx", language) for language in ("th", "en"))

    assert thai != english
    assert of_survey.content(sealed, "counts.xlsx", "th") == thai


def test_before_sealing_and_by_another_name_there_is_no_file(sealed):
    with pytest.raises(KeyError):
        of_survey.content(sealed, "sheets.csv", "th")
    Survey.objects.update(counts=None, sealed_on=None, sealed_hash="")
    with pytest.raises(KeyError):
        of_survey.content(Survey.objects.get(), "counts.csv", "th")


@pytest.mark.parametrize(
    ("language", "said"),
    [("th", ["แถวคำตอบ", "ช่องทาง", "ผู้ตอบ"]), ("en", ["Answer row", "Stream", "Answered"])],
)
def test_the_head_of_a_sheet_keeps_its_names_and_has_words_above(sealed, language, said):
    book = load_workbook(io.BytesIO(of_survey.content(sealed, "counts.xlsx", language)))
    words, names, first = [row[:3] for row in book.worksheets[1].iter_rows(2, 4, values_only=True)]

    assert (list(words), names, first) == (said, ("row", "stream", "answers"), ("e1.1", "all", 55))
    assert None not in [each.value for sheet in book.worksheets[1:] for each in sheet[2]]
