"""What leaves a sealed survey: its columns, and that no small group is in them or between them."""

from datetime import UTC, datetime
from io import BytesIO
from itertools import product

import openpyxl
import pytest
from drawing import draw
from hypothesis import given, strategies as st

from prongsai.collect.surveys.exporting.files import csv_of, workbook
from prongsai.collect.surveys.exporting.gated import ALL, gated
from prongsai.collect.surveys.exporting.tables import codebook_table, counts_table
from prongsai.core.reason import Reason
from prongsai.core.result import assess
from prongsai.core.score import FULL, Inputs, ItemResult, SurveyCounts
from prongsai.frameworks import library

YEAR = draw("""
    eit survey 1/2
      1
        q
          q.1 four reversed
          q.2 know
        r
          r.1 yes
    open items 1/2
      2
        2.1
          o1
""")
ROWS = ("q.1", "q.2", "r.1")


def stream(sheets, *, q=None, know=None, r=None):
    """Counts of one stream; rows that are not said were answered alike by all."""
    return SurveyCounts(
        sheets, {"q.1": q or (sheets, 0, 0, 0), "q.2": know or (0, sheets, 0), "r.1": r or (sheets, 0)}
    )


def pooled(streams):
    parts = [each.by_row for each in streams.values()]
    return {row: tuple(map(sum, zip(*(part[row] for part in parts), strict=True))) for row in ROWS}


def result(streams):
    whole = SurveyCounts(sum(each.respondents for each in streams.values()), pooled(streams))
    return assess(YEAR, Inputs({"eit": whole}, {"o1": ItemResult(FULL)}))


def shown(streams):
    return {(each.row.code, each.stream): each for each in gated(result(streams), "eit", streams)}


MANY = {"eit-self": stream(30, q=(10, 5, 5, 8)), "eit-code": stream(12, know=(2, 8, 2))}
GOLDEN_COUNTS = """\ufeff\
row,stream,answers,blank,state,reason_th,reason_en,choice_1,choice_2,choice_3,choice_4\r
q.1,all,40,2,shown,,,22,5,5,8\r
q.1,eit-self,28,2,shown,,,10,5,5,8\r
q.1,eit-code,12,0,shown,,,12,0,0,0\r
q.2,all,42,0,shown,,,2,38,2,\r
q.2,eit-self,30,0,shown,,,0,30,0,\r
q.2,eit-code,12,0,shown,,,2,8,2,\r
r.1,all,42,0,shown,,,42,0,,\r
r.1,eit-self,30,0,shown,,,30,0,,\r
r.1,eit-code,12,0,shown,,,12,0,,\r
"""
GOLDEN_CHOICES = [
    ["row", "q.1", "", "q.1", "q.1", "four", "", ""],
    ["choice", "q.1", "choice_1", "four 1", "four 1", "four", "1", "100"],
    ["choice", "q.1", "choice_2", "four 2", "four 2", "four", "2", "66.6666666667"],
    ["choice", "q.1", "choice_3", "four 3", "four 3", "four", "3", "33.3333333333"],
    ["choice", "q.1", "choice_4", "four 4", "four 4", "four", "4", "0"],
    ["row", "q.2", "", "q.2", "q.2", "know", "", ""],
    ["choice", "q.2", "choice_1", "know 1", "know 1", "know", "1", "0"],
    ["choice", "q.2", "choice_2", "know 2", "know 2", "know", "2", "100"],
    ["choice", "q.2", "choice_3", "know 3", "know 3", "know", "3", ""],
]


def test_counts_are_one_line_a_row_and_stream():
    assert csv_of(counts_table(result(MANY), "eit", MANY)).decode() == GOLDEN_COUNTS


def test_the_codebook_explains_columns_streams_rows_and_choices():
    head, *lines = codebook_table(YEAR, "eit", MANY)
    counts_head = counts_table(result(MANY), "eit", MANY)[0]
    kinds = [line[0] for line in lines]

    assert head == ["what", "row", "name", "thai", "english", "scale", "choice", "points"]
    assert [line[2] for line in lines if line[0] == "column"] == counts_head
    assert [line[2] for line in lines if line[0] == "stream"] == ["all", "eit-self", "eit-code"]
    assert lines[kinds.index("row") :][: len(GOLDEN_CHOICES)] == GOLDEN_CHOICES


def test_every_wording_of_the_years_that_come_with_the_system_is_in_the_codebook():
    year = library.load("obec-2565")
    lines = codebook_table(year, "iit", ["iit"])

    assert [line[1] for line in lines if line[0] == "row"] == [row.code for row in year.rows_of("iit")]
    assert all(line[3] and line[4] for line in lines)


def test_a_stream_of_few_is_withheld_with_what_would_give_it_away_and_both_say_why():
    found = shown({"eit-self": stream(30), "eit-code": stream(12), "eit-interview": stream(4)})

    assert found["r.1", ALL].counts == (46, 0)
    assert [found["r.1", label].reason for label in ("eit-self", "eit-code", "eit-interview")] == [
        Reason.NONE,
        Reason.COMPLEMENT,
        Reason.TOO_FEW,
    ]
    assert found["r.1", "eit-code"].counts == ()
    assert found["r.1", "eit-code"].blank is None


def test_a_withheld_line_says_in_both_languages_why_and_has_no_number():
    streams = {"eit-self": stream(30), "eit-code": stream(4)}
    line = counts_table(result(streams), "eit", streams)[3]

    assert line[:5] == ["q.1", "eit-code", "", "", "withheld"]
    assert line[5].startswith("มีผู้ตอบน้อยเกินไป")
    assert line[6].startswith("too few people answered")
    assert set(line[7:]) == {""}


def test_a_row_that_few_of_a_large_stream_answered_is_withheld_there_alone():
    found = shown({"eit-self": stream(30), "eit-code": stream(12, r=(3, 1)), "eit-interview": stream(20)})

    assert [each.stream for each in found.values() if each.reason] == ["eit-code", "eit-interview"]
    assert found["r.1", "eit-code"].reason == Reason.TOO_FEW
    assert found["q.1", "eit-code"].counts == (12, 0, 0, 0)


def test_who_does_not_know_does_not_hide_the_few_who_do():
    found = shown({"eit-self": stream(30), "eit-code": stream(20, know=(1, 2, 17))})

    assert found["q.2", "eit-code"].reason == Reason.TOO_FEW
    assert found["q.2", "eit-self"].reason == Reason.COMPLEMENT


def test_a_survey_of_few_gives_no_counts_at_all():
    found = shown({"eit-self": stream(9)})

    assert {each.reason for each in found.values()} == {Reason.TOO_FEW}
    assert {label for _, label in found} == {ALL}


def test_what_the_pages_withhold_is_withheld_here_too():
    streams = {"eit-self": stream(30, q=(4, 0, 0, 0)), "eit-code": stream(12, q=(4, 0, 0, 0))}
    found = shown(streams)

    assert (found["q.1", ALL].reason, found["q.2", ALL].reason) == (Reason.TOO_FEW, Reason.COMPLEMENT)
    assert {each.reason for (row, _), each in found.items() if row == "q.2"} == {Reason.COMPLEMENT}


def test_a_survey_of_no_sheet_has_nothing_to_show():
    assert {each.counts for each in gated(assess(YEAR, Inputs()), "eit", {})} == {()}


def sheets_of(yes, no, blank):
    by_row = {"q.1": (yes, no, 0, 0), "q.2": (0, yes, no), "r.1": (yes, no)}
    return SurveyCounts(yes + no + blank, by_row)


def combined(tables):
    """How many people every sum and difference of tables is of; tables: people by stream."""
    for signs in product((-1, 0, 1), repeat=len(tables)):
        columns = zip(*tables, strict=True)
        group = [sum(s * n for s, n in zip(signs, column, strict=True)) for column in columns]
        if all(n >= 0 for n in group):
            yield sum(group)


some = st.integers(0, 30)


@given(st.lists(st.builds(sheets_of, some, some, st.integers(0, 12)), min_size=1, max_size=4))
def test_no_small_table_comes_out_by_adding_and_subtracting(parts):
    streams = {str(place): each for place, each in enumerate(parts)}
    for row in ROWS:
        sizes = {label: sum(each.by_row[row]) for label, each in streams.items()}
        lines = [each for (code, _), each in shown(streams).items() if code == row and each.counts]
        tables = [[n if each.stream in (own, ALL) else 0 for own, n in sizes.items()] for each in lines]

        assert all(many == 0 or many >= 10 for many in combined(tables))


def test_a_few_who_left_a_row_blank_are_not_told_by_subtraction():
    streams = {"eit-self": stream(30), "eit-code": stream(12), "eit-interview": stream(4, r=(0, 0))}
    found = shown(streams)

    assert found["r.1", ALL].blank == 4
    assert [found["r.1", label].blank for label in streams] == [0, None, None]


def test_a_text_that_begins_like_a_formula_runs_in_no_program():
    assert csv_of([["=1+1", "+1", "-1", "@a", "ก", 5]]) == "\ufeff'=1+1,'+1,'-1,'@a,ก,5\r\n".encode()


@pytest.mark.parametrize("language", ["th", "en"])
def test_the_workbook_holds_both_tables_with_numbers_as_numbers(language):
    counts, codebook = counts_table(result(MANY), "eit", MANY), codebook_table(YEAR, "eit", MANY)
    told = {"title": "EIT", "office": "สพป.ตัวอย่าง เขต 1", "made_at": datetime(2026, 11, 22, tzinfo=UTC)}
    made = workbook(counts, codebook, **told, language=language)
    sheets = openpyxl.load_workbook(BytesIO(made)).worksheets

    assert [cell.value for cell in sheets[1][3]] == counts[0]
    assert [cell.value for cell in sheets[1][4]][:4] == ["q.1", "all", 40, 2]
    assert sheets[2].max_row == 3 + len(codebook) - 1
    assert workbook(counts, codebook, **told, language=language) == made
