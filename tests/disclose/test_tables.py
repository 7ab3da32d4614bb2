"""The CSV of a published result and its codebook."""

import csv
from io import StringIO

import pytest

from prongsai.disclose import actions, tables

pytestmark = pytest.mark.django_db


def lines(content):
    text = content.decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text, newline="")))


@pytest.fixture
def record(surveyed):
    return actions.draft(surveyed)


def test_every_part_has_one_line_below_its_parent(record):
    found = lines(tables.result_csv(record))

    assert len(found) == len({line["code"] for line in found}) == len(record["parts"])
    assert {line["parent"] for line in found} <= {"", *(line["code"] for line in found)}


def test_a_line_holds_figures_as_numbers(record):
    found = {line["code"]: line for line in lines(tables.result_csv(record))}

    assert (found["o9"]["points"], found["o1"]["worth"]) == ("0", "0.4444444444")
    assert (found["i1.1"]["counts"], found["i1.1"]["choice_points"]) == ("0 0 15 46", "0 100/3 200/3 100")
    assert found["iit"]["weight"] == "0.3"


def test_what_a_spreadsheet_would_run_is_text(record):
    found = {line["code"]: line for line in lines(tables.result_csv(record))}

    assert found["o9"]["remark"] == "'=1+1 ไม่พบข้อมูล"


def test_thai_opens_in_spreadsheet_programs(record):
    assert tables.result_csv(record).startswith(b"\xef\xbb\xbfcode,")


def test_the_codebook_explains_every_column_and_every_choice(record):
    found = lines(tables.codebook_csv(record))

    assert [line["name"] for line in found if line["what"] == "column"] == list(tables.COLUMNS)
    assert all(line["thai"] and line["english"] for line in found)
    assert {line["name"] for line in found if line["what"] == "choice"} >= {"level4 1", "level4 4"}
