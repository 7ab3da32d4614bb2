"""`prongsai report`: every format, the same bytes, findings, and what is refused."""

import hashlib
import io

import pytest
from docx import Document
from openpyxl import load_workbook

OFFICE = ("report", "--framework", "obec-2565", "--office", "สพป.ตัวอย่าง เขต 1", "--date", "31 ม.ค. 66")
MEASURES = (
    ("มาตรการ", "ตัวชี้วัด", "วิธีปฏิบัติ", "การกำกับติดตาม", "การรายงานผล", "ระยะเวลาดำเนินการ", "ผู้รับผิดชอบ"),
    ("แผนการใช้เงิน", "2; 6", "ประชุมชี้แจง", "ทุกไตรมาส", "สิ้นปี", "ต.ค. 65 – ก.ย. 66", "กลุ่มอำนวยการ"),
)
FAULTS = (
    *MEASURES,
    ("ป้องกันการทุจริต", "10", "อบรม", "ติดตาม", "รายงาน", "ต.ค. 64 – ก.ย. 65", "กลุ่มอำนวยการ"),
)


@pytest.fixture
def book(run, indicators, tmp_path):
    def book(name, *words):
        path = tmp_path / name
        code, out, err = run(*OFFICE, "--indicators", indicators, "--out", path, *words)
        return code, out, err, path

    return book


@pytest.mark.parametrize("ending", ["pdf", "docx", "xlsx", "html"])
def test_every_format_is_written_whole_and_the_same_bytes_twice(book, ending):
    code, out, _, path = book(f"book.{ending}")
    content = path.read_bytes()
    book(f"again.{ending}")

    assert code == 0
    assert out.splitlines()[:2] == [str(path), f"sha256 {hashlib.sha256(content).hexdigest()}"]
    assert path.with_name(f"again.{ending}").read_bytes() == content
    assert [each.name for each in path.parent.iterdir() if each.name.startswith(".")] == []


def test_the_book_holds_the_figures_and_the_office(book):
    path = book("book.docx")[3]
    document = Document(io.BytesIO(path.read_bytes()))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)

    assert "98.79" in text
    assert "สพป.ตัวอย่าง เขต 1" in text
    assert "31 มกราคม 2566" in text


def test_the_spreadsheet_holds_figures_as_numbers(book):
    sheets = load_workbook(io.BytesIO(book("book.xlsx")[3].read_bytes()))
    values = {cell.value for sheet in sheets for row in sheet.iter_rows() for cell in row}

    assert {29.4, 29.39, 96.09, 98.79} <= {value for value in values if isinstance(value, float)}


def test_means_and_last_year_stand_in_the_book(book, write):
    past = write("past.csv", ("indicator", "points"), *((str(n), "95") for n in range(1, 11)))
    words = ("--mean", "ระดับประเทศ=96.00", "--previous", past, "--language", "en")
    text = book("book.html", *words)[3].read_text(encoding="utf-8")

    assert "2.79" in text
    assert "3.79" in text


def test_findings_are_counted_and_said(book, write):
    texts = write(
        "texts.csv", ("indicator", "text_th"), ("2", "เผยแพร่แผน"), ("6", "ตัวชี้วัดที่ 8 เป็นจุดอ่อน"), ("5", "ก")
    )

    _, out, _, _ = book("b.html", "--texts", texts, "--measures", write("m.csv", *FAULTS), "--language", "en")

    assert out.splitlines()[2] == "Findings: 4 to mend, 0 to look at"
    assert [line.strip().split()[0] for line in out.splitlines()[3:]] == ["mend:"] * 4


def test_the_hash_of_the_data_follows_the_data(book, write):
    def printed_hash(*words):
        text = book("b.html", *words)[3].read_text(encoding="utf-8")
        return text.split("รหัสแฮชของข้อมูล", 1)[1].split("</tr>", 1)[0]

    plain = printed_hash()

    assert printed_hash("--digits", "arabic") == plain
    assert printed_hash("--measures", write("m.csv", *MEASURES)) != plain


def test_an_incomplete_book_is_written_and_ends_with_3(run, items, tmp_path):
    path = tmp_path / "b.html"

    code, out, _ = run(*OFFICE, "--items", items, "--out", path, "--language", "en")

    assert code == 3
    assert path.exists()
    assert "there is neither a published figure nor the data to compute one: IIT and EIT" in out


def test_the_environment_may_name_the_moment(run, indicators, tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1675098000")  # 31 January 2023, 0:00 in Bangkok
    words = ("report", "--framework", "obec-2565", "--office", "ก", "--indicators", indicators)
    run(*words, "--out", tmp_path / "a.xlsx")
    run(*words, "--out", tmp_path / "b.xlsx", "--date", "2023-01-31")

    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_every_problem_of_every_file_and_option_is_said_at_once(run, write, tmp_path):
    measures = write("m.csv", ("measure", "practice", "owners"), ("ก", "", ""))
    texts = write("t.csv", ("indicator", "text_th"), ("11", "ก"))
    bad = write("i.csv", ("indicator", "points"), ("1", "101"))

    code, out, err = run(
        *OFFICE[:-1],
        *("someday", "--indicators", bad, "--measures", measures, "--texts", texts, "--mean", "national"),
        *("--out", tmp_path / "b.pdf", "--language", "en"),
    )

    assert (code, out) == (2, "")
    assert [line for line in err.splitlines() if not line.startswith("  ")] == [
        "i.csv has 1 problem(s):",
        "t.csv has 1 problem(s):",
        "m.csv has 4 problem(s):",
        '--mean national: write "LABEL=POINTS", such as "national=96.00".',
        "--date: 'someday' is not a day. Write it like 2023-01-31 or 31 ม.ค. 66.",
    ]
    assert not (tmp_path / "b.pdf").exists()


@pytest.mark.parametrize("name", ["book.txt", "nowhere/book.pdf", "i" * 300 + ".html"])
def test_a_file_that_cannot_be_written_is_refused(book, name):
    code, out, err, path = book(name)

    assert (code, out) == (2, "")
    assert str(path) in err
    assert list(path.parents[name.count("/")].iterdir()) == [path.parents[name.count("/")] / "indicators.csv"]


def test_a_book_never_takes_the_place_of_what_it_is_made_of(run, tmp_path):
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"precious")

    assert run(*OFFICE, "--indicators", path, "--out", tmp_path / "." / "a.xlsx")[0] == 2
    assert path.read_bytes() == b"precious"


def test_last_year_must_be_an_earlier_one(run, indicators, tmp_path):
    words = ("--indicators", indicators, "--previous", indicators, "--previous-framework", "obec-2566-draft")

    code, _, err = run(*OFFICE, *words, "--out", tmp_path / "b.html", "--language", "en")

    assert (code, err) == (2, "--previous-framework: obec-2566-draft is not of a year before B.E. 2565.\n")
