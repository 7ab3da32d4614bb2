"""An export is counted once; names, times and texts end there."""

import json

import pytest
from form_exports import IIT, LEVELS, MESSY, answer, csv_of, sheet, xlsx_of
from hypothesis import given, settings, strategies as st

from prongsai.collect.assessments.problems import IntakeError
from prongsai.collect.surveys.importing import counting
from prongsai.collect.surveys.importing.matching import propose
from prongsai.collect.surveys.importing.reading import MOST_COLUMNS, read_export
from prongsai.collect.surveys.importing.record import record_of, tally_of
from prongsai.collect.surveys.importing.tally import Why
from prongsai.core.score import SurveyCounts


def read(lines, *, notes=None):
    return read_export(IIT, csv_of(lines), "answers.csv", notes=notes)


def counted(tally):
    """Counts as they come out where nobody says anything."""
    proposals = propose(IIT, [column.title for column in tally.columns])
    rows = {n: IIT.by_code[each.row] for n, each in enumerate(proposals) if each.row}
    return counting.counts(tally, rows, {})


def expected(many, titles=MESSY):
    by_row = {}
    for code in titles:
        labels = [choice.label.th for choice in IIT.by_code[code].scale.choices]
        said = [answer(code, n) for n in range(many)]
        by_row[code] = tuple(said.count(label) for label in labels)
    return SurveyCounts(many, by_row)


def why(tally):
    return {each.title: each.why for each in tally.dropped}


@pytest.mark.parametrize(
    "content", [csv_of, lambda s: csv_of(s, "cp874"), lambda s: csv_of(s, separator=";")]
)
def test_a_text_file_is_counted(content):
    assert counted(read_export(IIT, content(sheet(24)), "a.csv")) == expected(24)


def test_a_workbook_is_counted():
    assert counted(read_export(IIT, xlsx_of(sheet(24)), "a.xlsx")) == expected(24)


@settings(max_examples=15, deadline=None)
@given(st.permutations(range(26)), st.permutations(range(12)))
def test_shuffled_columns_and_lines_never_change_the_counts(columns, order):
    head, *lines = sheet(12)
    shuffled = [[line[column] for column in columns] for line in [head, *(lines[n] for n in order)]]

    assert counted(read(shuffled)) == expected(12)


def test_what_is_of_a_person_or_the_service_is_dropped_with_its_reason():
    found = why(read(sheet(20)))

    assert found == {
        "ประทับเวลา": Why.SERVICE,
        "ที่อยู่อีเมล": Why.PERSONAL,
        "ชื่อ-สกุล": Why.PERSONAL,
        "เบอร์โทรศัพท์ (ถ้ามี)": Why.PERSONAL,
        "ข้อเสนอแนะถึงผู้บริหาร": Why.FREE_TEXT,
    }


@pytest.mark.parametrize("many", [1, 2, 3, 9, 40])
def test_nothing_personal_travels_whatever_the_column_is_called(many):
    head, *lines = sheet(many)
    head[:5] = ["คอลัมน์ 1", "ข้อมูลผู้ตอบ", "", "ติดต่อกลับ", "i9.1"]
    carried = json.dumps(record_of(read([head, *lines])), ensure_ascii=False)

    for line in lines:
        assert [cell for cell in line[:5] if cell in carried] == []


@pytest.mark.parametrize(
    ("title", "cells", "reason"),
    [
        ("สังกัด", ["กลุ่มนโยบาย", "กลุ่มบุคคล"], Why.NO_CHOICE),
        ("เพศ", ["ชาย", "หญิง"], Why.NO_CHOICE),
        ("เมื่อใด", ["1 ต.ค. 65", "2022-10-01"], Why.PERSONAL),
        ("ผู้ตอบ", ["นายสมมุติ ก", "นางสาวสมมุติ ข"], Why.PERSONAL),
        ("Points - การใช้งบประมาณ", ["4", "3"], Why.SERVICE),
        ("Total points", ["4", "3"], Why.SERVICE),
        ("คำถามที่ 1 [Score]", ["4", "3"], Why.SERVICE),
    ],
)
def test_other_columns_are_dropped_with_their_reason(title, cells, reason):
    tally = read([[title, "i1.1"], *[[cells[n % 2], "มาก"] for n in range(20)]])

    assert (why(tally), [column.title for column in tally.columns]) == ({title: reason}, ["i1.1"])


def test_a_workbook_of_many_different_texts_is_read_at_a_glance(monkeypatch):
    compared = []
    nearly = "prongsai.collect.surveys.importing.labels._nearly"
    monkeypatch.setattr(nearly, lambda text, _names: compared.append(text))
    lines = [[f"{column}-{n}" for column in range(20)] + ["มาก"] for n in range(200)]
    tally = read([[f"ช่อง {column}" for column in range(20)] + ["i1.1"], *lines])

    assert ([column.title for column in tally.columns], compared) == (["i1.1"], ["มาก"])


def test_a_column_of_choices_is_kept_whatever_its_title():
    tally = read([["อื่น ๆ", "i1.1"], *[["มาก", "น้อย"]] * 4])

    assert [column.title for column in tally.columns] == ["อื่น ๆ", "i1.1"]


def test_labels_that_three_sheets_hold_are_asked_and_rarer_words_are_lost():
    cells = ["ดีมาก"] * 3 + ["ตอบแทนนายสมมุติ"] + ["พอใช้"] * 2 + ["มาก"] * 4
    tally = read([["i1.1"], *[[cell] for cell in cells]])
    asked = counting.asked(tally, {0: IIT.by_code["i1.1"]})

    assert [label.text for _, label in asked.values()] == ["ดีมาก"]
    assert (tally.sheets, tally.columns[0].lost) == (10, 3)


def test_labels_of_likely_columns_are_known_in_the_others():
    tally = read([["เงิน", "i4.1"], *[["ใช่", "ไม่ใช่"], ["ไม่ใช่", "ใช่"]] * 3])

    assert [column.title for column in tally.columns] == ["เงิน", "i4.1"]


def test_a_person_says_what_labels_mean():
    row = IIT.by_code["i1.1"]
    tally = read([["i1.1"], *[[cell] for cell in ["ดีมาก"] * 3 + ["แย่"] * 4 + ["มาก"] * 2]])
    (key,) = [key for key, (_, label) in counting.asked(tally, {0: row}).items() if label.text == "ดีมาก"]
    found = counting.counts(tally, {0: row}, {key: 3})

    assert found == SurveyCounts(9, {"i1.1": (0, 0, 2, 3)})


def test_numbers_are_shown_since_a_service_may_count_the_other_way():
    tally = read([["i1.1"], *[[str(1 + n % 4)] for n in range(8)]])

    assert counted(tally).by_row["i1.1"] == (2, 2, 2, 2)
    assert len(counting.asked(tally, {0: IIT.by_code["i1.1"]})) == 4


def test_a_slip_that_one_sheet_holds_counts_and_is_not_seen():
    tally = read([["i1.1"], *[[cell] for cell in (*LEVELS, "มากทีสุด")]])

    assert counted(tally).by_row["i1.1"] == (1, 1, 1, 2)
    assert {label.text for label in tally.labels} == set(LEVELS)


def test_lines_without_an_answer_are_no_sheets():
    tally = read([["ประทับเวลา", "i1.1", "i2.1"], ["1/3/2566", "", ""], ["2/3/2566", "", "มาก"]])

    assert (tally.sheets, tally.blank) == (1, 1)


def test_two_columns_of_one_row_are_told():
    rows = {0: IIT.by_code["i1.1"], 1: IIT.by_code["i1.2"], 2: IIT.by_code["i1.1"]}

    assert counting.twice(rows) == {"i1.1": [0, 2]}


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (csv_of([["a@b.th", "มาก"], ["c@d.th", "น้อย"]]), "the first line holds an answer"),
        (csv_of([["1/3/2566 8:01:11", "มาก"]]), "the first line holds an answer"),
        (csv_of([["ชื่อ", "อีเมล"], ["ก", "a@b.th"]]), "no column holds answers"),
        (csv_of([["i1.1"]]), "no column holds answers"),
        (csv_of([["มาก"] * (MOST_COLUMNS + 1)] * 2), "more than 300 columns"),
        (b"", "holds no table"),
        (b"PK\x03\x04", "wrong ending"),
        (b"\xff\xfe\x00\xd8", "neither UTF-8"),
        (b'"' + b"x" * 200_000, "quotation marks"),
    ],
)
def test_a_file_that_is_no_export_is_refused_in_words(content, says):
    with pytest.raises(IntakeError, match=says):
        read_export(IIT, content, "a.csv")


@pytest.mark.parametrize(
    "cell", ["=1+1", "<script>", "a@" * 15_000, " (" * 15_000, "\u202eมาก", "0" * 30_000]
)
def test_hostile_cells_are_nobodys_label(cell):
    tally = read([["i1.1", "i1.2"], *[["มาก", cell]] * 2])

    assert {label.text for label in tally.labels} == {"มาก"}


def test_what_travels_comes_back_as_it_was():
    tally = read(sheet(15))

    assert tally_of(json.loads(json.dumps(record_of(tally)))) == tally
