import csv
import io
import zipfile
from collections import Counter
from fractions import Fraction

import pytest
from hypothesis import given, settings, strategies as st
from openpyxl import Workbook

from prongsai.collect.assessments.intake import (
    IntakeError,
    figure,
    read_answers,
    read_indicators,
    read_items,
)
from prongsai.collect.assessments.problems import MOST, Place
from prongsai.core.score import ItemResult, SurveyCounts
from prongsai.core.text import Text
from prongsai.frameworks import library

OBEC = library.load("obec-2565")
ROWS = OBEC.rows_of("iit")
FOUR = "1 = Very little or not at all, 2 = Little, 3 = Much, 4 = Very much"
LEAVE_EMPTY = "Leave it empty if it was not answered."
REMARK_ALONE = "has a remark but no verdict: it counts as not reviewed, and the remark is not kept."
USE_VERDICT = "Use 100 or 0 (pass or fail), or leave it empty if it was not reviewed."
NAMELESS = "something stands in a column without a name. Put a row code in line 1 or delete the column."
OASIS = "urn:oasis:names:tc:opendocument:xmlns"
ENCODINGS = ("utf-8", "utf-8-sig", "cp874")


def written(lines, encoding="utf-8"):
    file = io.StringIO()
    csv.writer(file).writerows(lines)
    return file.getvalue().encode(encoding)


def workbook(lines):
    book, file = Workbook(), io.BytesIO()
    for line in lines:
        book.active.append(line)
    book.save(file)
    return file.getvalue()


def opendocument(lines):
    """The least that makes an ODS."""
    rows = "".join(
        "<table:table-row>"
        + "".join(
            f"<table:table-cell office:value-type='string'><text:p>{cell}</text:p></table:table-cell>"
            for cell in line
        )
        + "</table:table-row>"
        for line in lines
    )
    spaces = " ".join(f"xmlns:{name}='{OASIS}:{name}:1.0'" for name in ("office", "table", "text"))
    sheet = f"<office:spreadsheet><table:table table:name='a'>{rows}</table:table></office:spreadsheet>"
    content = (
        f"<office:document-content {spaces}><office:body>{sheet}</office:body></office:document-content>"
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr("content.xml", content)
    return file.getvalue()


def answers(lines, notes=None, instrument="iit"):
    return read_answers(OBEC, instrument, written(lines), "iit.csv", notes=notes)


def items(lines, notes=None):
    return read_items(OBEC, written([["item", "verdict", "remark"], *lines]), "oit.csv", notes=notes)


def indicators(lines, notes=None):
    return read_indicators(OBEC, written([["indicator", "points"], *lines]), "indicators.csv", notes=notes)


def refusal(read, lines, language="en"):
    with pytest.raises(IntakeError) as refused:
        read(lines)
    return [problem.in_(language) for problem in refused.value.problems]


# ---- answers


def test_a_sheet_is_a_line_and_an_empty_cell_is_not_an_answer():
    counts = answers([["i1.1", "i1.2", "i4.1"], ["4", "3", "yes"], ["4", "", "no"], ["1", "2", ""]])

    assert counts == SurveyCounts(3, {"i1.1": (1, 0, 0, 2), "i1.2": (0, 1, 1, 0), "i4.1": (1, 1)})


@pytest.mark.parametrize(
    "typed", ["4", "๔", " 4 ", "4.0", "มากที่สุด", " มาก ที่สุด", "Very much", "VERY MUCH", "verymuch"]
)
def test_a_choice_is_read_by_its_code_or_its_label(typed):
    assert answers([["i1.1"], [typed]]).by_row == {"i1.1": (0, 0, 0, 1)}


def test_a_label_within_another_is_not_mistaken_for_it():
    counts = answers([["i1.1", "i4.1"], ["น้อย", "มี"], ["น้อยที่สุดหรือไม่มีเลย", "ไม่มี"]])

    assert counts.by_row == {"i1.1": (1, 1, 0, 0), "i4.1": (1, 1)}


@pytest.mark.parametrize(
    "head", ["i1.1", "I1.1", "i๑.๑", " i 1.1", "ข้อ i1.1", "1.1", "i1.1 ขั้นตอน", "[i1.1]", ROWS[0].name.th]
)
def test_a_row_is_named_by_its_code_however_it_is_typed_or_by_its_wording(head):
    assert answers([[head], ["4"]]).by_row == {"i1.1": (0, 0, 0, 1)}


def test_a_question_of_one_row_may_go_by_its_own_code():
    assert answers([["i2", "I7"], ["4", "1"]]).by_row == {"i2.1": (0, 0, 0, 1), "i7.1": (1, 0, 0, 0)}


def test_what_a_form_export_adds_is_left_unread_and_said():
    notes = []
    lines = [["ประทับเวลา", "Email Address", "ลำดับ", "i1.1"], ["1/1/2565", "example@example.com", "1", "4"]]

    counts = answers(lines, notes)

    assert counts == SurveyCounts(1, {"i1.1": (0, 0, 0, 1)})
    assert [note.in_("en") for note in notes[:2]] == [
        "line 1, column A: the column 'ประทับเวลา' was left unread; nothing of it is kept.",
        "line 1, column B: the column 'Email Address' was left unread; nothing of it is kept.",
    ]
    assert "example@example.com" not in repr((counts, notes))


def test_a_line_without_any_answer_is_not_a_sheet():
    notes = []

    counts = answers(
        [["no", "i1.1", "i1.2"], ["1", "4", ""], ["2", "", ""], ["", "", ""], ["3", "", "1"]], notes
    )

    assert counts.respondents == 2
    assert "1 line(s) without any answer were not counted as respondents." in [n.in_("en") for n in notes]


def test_rows_without_a_column_are_said():
    notes = []

    answers([[row.code for row in ROWS if row.code not in {"i3.2", "i30.4"}], ["4"]], notes)

    assert [note.in_("th") for note in notes] == ["ไม่มีคอลัมน์ของข้อ i3.2, i30.4"]


def test_every_problem_of_an_answer_file_is_said_at_once():
    lines = [
        ["i1.1", "i1.2", "i1", "i99.1", "I1.1", "i4.1"],
        ["5", "มาก", "", "", "", "yes"],
        ["4", "-", "", "", "", "maybe", "stray"],
    ]

    assert refusal(answers, lines) == [
        "line 1, column C: 'i1' has several rows. Name one of them: i1.1, i1.2.",
        "line 1, column D: no row 'i99.1'. Head the column with a row code (i1.1 … i30.4) or delete it.",
        "line 1, column E (i1.1): i1.1 has more than one column. Keep one of them.",
        f"line 2, column A (i1.1): '5' is not a choice of this row ({FOUR}). {LEAVE_EMPTY}",
        f"line 3, column B (i1.2): '-' is not a choice of this row ({FOUR}). {LEAVE_EMPTY}",
        f"line 3, column F (i4.1): 'maybe' is not a choice of this row (yes = Yes, no = No). {LEAVE_EMPTY}",
        f"line 3, column G: {NAMELESS}",
    ]


def test_a_problem_is_said_in_thai_with_its_place():
    assert (
        refusal(answers, [["i4.1"], ["x"]], "th")
        == [
            "บรรทัด 2 คอลัมน์ A (i4.1): 'x' ไม่ใช่ตัวเลือกของข้อนี้ (yes = มี, no = ไม่มี) ถ้าไม่ตอบให้เว้นว่าง",
            "ไม่มีคำตอบแม้แต่บรรทัดเดียว",
        ][:1]
    )


def test_a_thousand_problems_are_counted_and_the_first_shown():
    with pytest.raises(IntakeError) as refused:
        answers([["i1.1"], *[["x"]] * 1000])

    assert (len(refused.value.problems), refused.value.more) == (MOST, 1000 - MOST)
    assert str(refused.value).splitlines()[0] == "iit.csv has 1000 problem(s):"
    assert str(refused.value).splitlines()[-1] == "  and 950 more"


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        ([], "holds no table with anything in it. Is it the right file?"),
        ([["i1.1"]], "no line holds an answer."),
        (
            [["4", "3"], ["1", "2"]],
            "no column of any row was found. The first line must hold the row codes (i1.1 … i30.4).",
        ),
    ],
)
def test_a_file_without_answers_is_refused(lines, sentence):
    assert sentence in refusal(answers, lines)


def test_a_survey_that_is_not_there_is_refused_by_name():
    def read(lines):
        return answers(lines, instrument="oit")

    assert refusal(read, [["o1"], ["1"]]) == ["the framework has no survey 'oit'. It has: iit, eit."]


CHOICES = {row.code: [choice.code for choice in row.scale.choices] for row in ROWS[2:10]}
SHEETS = st.lists(
    st.fixed_dictionaries(
        {code: st.sampled_from(["", *choices]) for code, choices in CHOICES.items()}
    ).filter(lambda sheet: any(sheet.values())),
    min_size=1,
    max_size=4,
)


def counted(sheets):
    times = Counter((code, choice) for sheet in sheets for code, choice in sheet.items())
    return SurveyCounts(
        len(sheets), {code: tuple(times[code, each] for each in choices) for code, choices in CHOICES.items()}
    )


@settings(max_examples=50, deadline=None)
@given(
    SHEETS, st.permutations(list(CHOICES)), st.sampled_from(ENCODINGS), st.sampled_from(["code", "th", "en"])
)
def test_sheets_in_any_order_words_and_encoding_give_the_same_counts(sheets, order, encoding, words):
    labels = {
        (row.code, each.code): {"code": each.code, "th": each.label.th, "en": each.label.en}[words]
        for row in ROWS
        for each in row.scale.choices
    }
    lines = [[labels.get((code, sheet[code]), "") for code in order] for sheet in sheets]

    read = read_answers(OBEC, "iit", written([order, *lines], encoding), "iit.csv")

    assert read == counted(sheets)


@settings(max_examples=5, deadline=None)
@given(SHEETS)
def test_a_workbook_gives_the_same_counts(sheets):
    lines = [
        [int(sheet[code]) if sheet[code].isdigit() else sheet[code] or None for code in CHOICES]
        for sheet in sheets
    ]

    assert read_answers(OBEC, "iit", workbook([list(CHOICES), *lines]), "iit.xlsx") == counted(sheets)


def test_an_opendocument_sheet_is_read_like_any_other():
    content = opendocument([["i1.1", "i4.1"], ["มาก", "มี"], ["๔", ""]])

    assert read_answers(OBEC, "iit", content, "iit.ods") == SurveyCounts(
        2, {"i1.1": (0, 0, 1, 1), "i4.1": (1, 0)}
    )


def test_only_the_first_sheet_of_a_workbook_is_read_and_that_is_said():
    book, file, notes = Workbook(), io.BytesIO(), []
    book.active.append(["i1.1"])
    book.active.append([4])
    book.create_sheet("ร่าง").append(["i1.1"])
    book.save(file)

    assert read_answers(OBEC, "iit", file.getvalue(), "iit.xlsx", notes=notes).respondents == 1
    assert notes[0].in_("en") == "the sheet 'ร่าง' was not read, only the first one."


# ---- items


@pytest.mark.parametrize(
    ("verdict", "points"),
    [
        *((each, 100) for each in ("100", "๑๐๐", "100.00", "100%", "pass", "ผ่าน", "มี")),
        *((each, 0) for each in ("0", "0.0", "FAIL", "ไม่ผ่าน", "ไม่ มี")),
    ],
)
def test_a_verdict_is_read_in_figures_and_words(verdict, points):
    assert items([["o1", verdict, "เห็นแล้ว"]]) == {"o1": ItemResult(Fraction(points), "เห็นแล้ว")}


@pytest.mark.parametrize("typed", ["o12", "O12", "๐12", "012", "ข้อ ๐๑๒", "12", "O12. งบประมาณ"])
def test_an_item_goes_by_any_way_of_writing_its_code(typed):
    assert items([[typed, "100"]]) == {"o12": ItemResult(Fraction(100))}


def test_an_empty_verdict_is_not_reviewed():
    notes = []

    assert items([["o1", "", "รอเอกสาร"], ["o2", "0"]], notes) == {"o2": ItemResult(Fraction(0))}
    assert [note.in_("en") for note in notes] == [f"line 2, column B (o1): {REMARK_ALONE}"]


def test_thai_heads_in_any_order_are_accepted_and_others_noted():
    notes = []
    content = written([["หมายเหตุ", "ชื่อรายการ", "ผลการประเมิน", "ข้อ"], ["-", "โครงสร้าง", "ผ่าน", "O1"]], "cp874")

    assert read_items(OBEC, content, "oit.csv", notes=notes) == {"o1": ItemResult(Fraction(100), "-")}
    assert [note.in_("en") for note in notes] == ["line 1, column B: the column 'ชื่อรายการ' was not used."]


def test_every_problem_of_an_item_file_is_said_at_once():
    assert refusal(items, [["o1", "100"], ["o44", "100"], ["๐1", "0"], ["o2", "50"], ["o3", "n/a"]]) == [
        "line 3, column A: no item 'o44'. There are o1 … o43.",
        "line 4, column A (o1): o1 stands on line 2 already. Keep one of the two.",
        f"line 5, column B (o2): '50' is not a verdict. {USE_VERDICT}",
        "line 6, column B (o3): o3 cannot be 'not applicable' in this framework. Use 100 or 0.",
    ]


def test_a_file_without_its_heads_says_which_are_wanted():
    with pytest.raises(IntakeError) as refused:
        read_items(OBEC, written([["o1", "100"]]), "oit.csv")

    assert [problem.in_("th") for problem in refused.value.problems] == [
        "บรรทัด 1: ไม่มีคอลัมน์ item / ข้อ บรรทัดแรกต้องเป็นชื่อคอลัมน์",
        "บรรทัด 1: ไม่มีคอลัมน์ verdict / ผล บรรทัดแรกต้องเป็นชื่อคอลัมน์",
    ]


# ---- indicators


@pytest.mark.parametrize("typed", ["97.77", "97,77", "๙๗.๗๗", "97.77%", " 97.77 % "])
def test_points_are_read_exactly(typed):
    assert figure(typed) == Fraction(9777, 100)


@pytest.mark.parametrize("typed", ["", "100.01", "-1", "9,777.0", "1e2", "ดีมาก", "1/3", "97.77.1", "nan"])
def test_what_is_not_points_is_none(typed):
    assert figure(typed) is None


def test_indicators_instruments_and_total_may_be_published():
    lines = [["ตัวชี้วัดที่ ๑", "99.48"], ["2", "96.09"], ["9.1", "100"], ["IIT", "97.99"], ["คะแนนรวม", "98.79"]]

    assert indicators(lines) == {
        "1": Fraction("99.48"),
        "2": Fraction("96.09"),
        "9.1": Fraction(100),
        "iit": Fraction("97.99"),
        "obec-2565": Fraction("98.79"),
    }


@pytest.mark.parametrize(
    "typed", ["การใช้งบประมาณ", "2 การใช้งบประมาณ", "ตัวชี้วัดที่ 2 การใช้งบประมาณ", "indicator 2", "2."]
)
def test_an_indicator_goes_by_its_name_too(typed):
    assert indicators([[typed, "96.09"]]) == {"2": Fraction("96.09")}


def test_every_problem_of_an_indicator_file_is_said_at_once():
    assert refusal(indicators, [["1", "101"], ["11", "90"], ["o1", "100"], ["2", "96"], ["๒", "96"]]) == [
        "line 2, column B (1): '101' is not a figure. Use 0 to 100, such as 97.77.",
        "line 3, column A: no indicator '11'. Use 1 … 10, an instrument's code, or total.",
        "line 4, column A: no indicator 'o1'. Use 1 … 10, an instrument's code, or total.",
        "line 6, column A (2): 2 stands on line 5 already. Keep one of the two.",
    ]


def test_percentages_of_a_spreadsheet_are_not_taken_for_points():
    assert refusal(indicators, [["1", "0.9948"], ["2", "1"]]) == [
        "no figure is over 1: perhaps a spreadsheet's percentages (0.9777 for 97.77 %). Give points, 0-100."
    ]


def test_an_office_of_zeros_may_say_so():
    assert indicators([["1", "0"], ["2", ""]]) == {"1": Fraction(0)}


@given(
    st.dictionaries(
        st.sampled_from([i.code for i in OBEC.indicators]), st.decimals(2, 100, places=2), min_size=1
    )
)
def test_published_figures_come_back_exactly(figures):
    lines = [["ตัวชี้วัด", "คะแนน"], *([code, str(points)] for code, points in figures.items())]
    exact = {code: Fraction(points) for code, points in figures.items()}

    assert all(read_indicators(OBEC, written(lines, each), "x.csv") == exact for each in ENCODINGS)


def test_a_place_is_told_in_both_languages():
    assert Place(3, 2, "i1.2").text == Text("บรรทัด 3 คอลัมน์ C (i1.2)", "line 3, column C (i1.2)")
    assert Place().text == Text("", "")
