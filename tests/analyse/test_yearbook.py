"""The book: everything that an office prints by hand, and what it lacks."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction as F

import pytest
from told import ALL_PASSED, OFFICE, YEAR, answered, measure, practice, published, story

from prongsai.analyse.reports import reports
from prongsai.analyse.story import Mean
from prongsai.core.score import FULL, ItemResult
from prongsai.core.text import Text
from prongsai.documents.model import Bullets, Cover, Figure, Heading, Paragraph, Signature, Table
from prongsai.frameworks import library

MEASURES = (
    measure(
        "มาตรการการใช้งบประมาณ",
        "2",
        practices=(practice(), practice(monitoring="- จัดทำปฏิทิน\n- รายงานทีมบริหาร")),
    ),
    measure("มาตรการปรับปรุงคุณภาพการดำเนินงาน", "6"),
    measure("มาตรการแก้ไขปัญหาการทุจริต", "5"),
)
TEXTS = {"2": Text("จัดทำแผนการใช้จ่ายร่วมกัน\nติดตามทุกเดือน", "We plan our spending together.")}


def book(language="th", digits="arabic", result=None, **more):
    return reports()["yearbook"].build(story(result, **more), language=language, digits=digits)


def tables(document):
    return [block for block in document.blocks if isinstance(block, Table)]


def texts(document):
    """Every word of a document that is not in a picture."""
    for block in document.blocks:
        match block:
            case Cover(title, lines):
                yield from (title, *lines)
            case Signature(lines):
                yield from lines
            case Heading(text) | Paragraph(text):
                yield text
            case Bullets(items):
                yield from items
            case Table():
                yield from (block.caption, block.note, *(column.title for column in block.columns))
                for row in block.rows:
                    for cell in row.cells:
                        yield from (cell.text, *cell.bullets)
            case Figure(caption, _, description):
                yield from (caption, description)


def figures(table):
    """The table as a reader sees it."""
    return [[cell.shown for cell in row.cells] for row in table.rows]


def test_the_first_table_is_the_published_one():
    assert figures(tables(book())[0]) == [
        ["การรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน (IIT)", "30", "29.40", "97.99"],
        ["การรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก (EIT)", "30", "29.39", "97.96"],
        ["การเปิดเผยข้อมูลสาธารณะ (OIT)", "40", "40.00", "100.00"],
        ["รวม", "100", "98.79", "98.79"],
    ]


def test_the_second_table_has_every_indicator_with_its_level():
    assert figures(tables(book())[1]) == [
        ["ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่", "100", "99.48", "AA", "0.03"],
        ["ตัวชี้วัดที่ 2 การใช้งบประมาณ", "100", "96.09", "AA", "0.23"],
        ["ตัวชี้วัดที่ 3 การใช้อำนาจ", "100", "98.46", "AA", "0.09"],
        ["ตัวชี้วัดที่ 4 การใช้ทรัพย์สินของราชการ", "100", "98.15", "AA", "0.11"],
        ["ตัวชี้วัดที่ 5 การแก้ไขปัญหาการทุจริต", "100", "97.77", "AA", "0.13"],
        ["ตัวชี้วัดที่ 6 คุณภาพการดำเนินงาน", "100", "97.47", "AA", "0.25"],
        ["ตัวชี้วัดที่ 7 ประสิทธิภาพการสื่อสาร", "100", "98.52", "AA", "0.15"],
        ["ตัวชี้วัดที่ 8 การปรับปรุงระบบการทำงาน", "100", "97.89", "AA", "0.21"],
        ["ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล", "100", "100.00", "AA", "0.00"],
        ["ตัวชี้วัดที่ 10 การป้องกันการทุจริต", "100", "100.00", "AA", "0.00"],
        ["รวม", "100", "98.79", "AA", "1.21"],
    ]


def test_the_third_table_has_all_items_under_their_indicators():
    rows = tables(book())[2].rows
    items = [row for row in rows if row.style == "body"]
    bands = [row.cells[0].text for row in rows if row.style == "group"]

    assert [row.cells[0].text for row in items] == [f"O{number}" for number in range(1, 44)]
    assert {row.cells[3].value for row in items} == {Decimal(100)}
    assert all(row.cells[2].bullets for row in items)
    assert bands[:2] == ["ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล", "ตัวชี้วัดย่อยที่ 9.1 ข้อมูลพื้นฐาน"]
    assert len(bands) == 2 + 7
    ten = next(place for place, row in enumerate(rows) if row.cells[0].text.startswith("ตัวชี้วัดที่ 10"))
    assert (sum(row in items for row in rows[:ten]), sum(row in items for row in rows[ten:])) == (33, 10)


def test_an_item_says_what_it_is_worth_and_its_examples_stand_apart():
    rows = {row.cells[0].text: row for row in tables(book())[2].rows}

    assert (rows["O1"].cells[4].shown, rows["O42"].cells[4].shown) == ("0.44", "5.00")
    assert [line.startswith("ตัวอย่าง: ") for line in rows["O1"].cells[2].bullets] == [False] * 4 + [True]


def test_the_reviewers_remarks_have_a_column_where_there_are_any():
    remarked = published(items=ALL_PASSED | {"o12": ItemResult(FULL, "ตรวจแล้ว")})
    table = tables(book(result=remarked))[2]

    assert table.columns[-1].title == "ความเห็นของผู้ประเมิน"
    assert [row.cells[-1].text for row in table.rows if row.cells[0].text in ("O12", "O13")] == [
        "ตรวจแล้ว",
        "",
    ]
    assert len(tables(book())[2].columns) == 5


def test_the_fourth_table_stands_from_the_highest_to_the_lowest():
    assert [row[0].split()[1] for row in figures(tables(book())[3])[:-1]] == [
        "9",
        "10",
        "1",
        "7",
        "3",
        "4",
        "8",
        "5",
        "6",
        "2",
    ]


def test_the_weakest_stand_first_and_the_rest_from_the_highest():
    headings = [b.text for b in book().blocks if isinstance(b, Heading) and b.text.startswith("ตัวชี้วัดที่")]

    assert [heading.split()[1] for heading in headings] == ["2", "6", "5", "9", "10", "1", "7", "3", "4", "8"]
    assert headings[0] == "ตัวชี้วัดที่ 2 การใช้งบประมาณ คะแนน 96.09"


def test_an_indicator_has_its_description_its_figures_and_the_offices_own_words():
    blocks = book(texts=TEXTS).blocks
    start = next(n for n, b in enumerate(blocks) if isinstance(b, Heading) and b.text.startswith("ตัวชี้วัดที่ 2"))
    said = [block.text for block in blocks[start + 1 : start + 5]]

    assert said[0] == YEAR.part("2").description.th
    assert said[1].startswith("ผลการประเมิน: ได้ 96.09 คะแนน ระดับ AA")
    assert said[2:] == ["การดำเนินการของสำนักงาน: จัดทำแผนการใช้จ่ายร่วมกัน", "ติดตามทุกเดือน"]


def test_measures_have_six_columns_and_a_name_beside_all_its_practices():
    table = next(each for each in tables(book(measures=MEASURES)) if each.landscape)

    assert [column.title for column in table.columns] == [
        "มาตรการ", "วิธีปฏิบัติ", "แนวทางการกำกับติดตาม", "การรายงานผล", "ระยะเวลาดำเนินการ", "ผู้รับผิดชอบ",
    ]  # fmt: skip
    assert [len(row.cells) for row in table.rows] == [6, 5, 6, 6]
    assert (table.rows[0].cells[0].text, table.rows[0].cells[0].rows) == (
        "มาตรการการใช้งบประมาณ (ตัวชี้วัดที่ 2)",
        2,
    )
    assert table.rows[0].cells[4].text == "ต.ค. 2565 – ก.ย. 2566"
    assert table.rows[1].cells[1].bullets == ("จัดทำปฏิทิน", "รายงานทีมบริหาร")


def test_every_sentence_below_a_table_names_that_table():
    document = book(measures=MEASURES)
    numbers = []
    for block in document.blocks:
        if isinstance(block, Table):
            numbers.append(len(numbers) + 1)
        elif isinstance(block, Paragraph) and block.text.startswith("จากตารางที่"):
            assert block.text.split()[1] == str(numbers[-1])
    assert numbers[:4] == [1, 2, 3, 4]


def test_the_first_picture_shows_the_indicators_and_another_where_the_points_went():
    pictures = [block for block in book().blocks if isinstance(block, Figure)]

    assert [picture.caption for picture in pictures] == ["คะแนนรายตัวชี้วัด", "คะแนนรวม 100 คะแนนเสียไปที่ใดบ้าง"]
    assert all(picture.svg != picture.narrow and picture.description for picture in pictures)
    assert "2. การใช้งบประมาณ −0.23" in pictures[1].description


def test_years_are_drawn_and_set_beside_each_other_where_there_are_several():
    past_rules = replace(YEAR, code="obec-2564", year_be=2564)
    past = published(dict.fromkeys("12345678", "90") | {"9": "95"}, {}, past_rules)
    document = book(earlier=(past,), means=(Mean(Text("ค่าเฉลี่ยกลุ่ม"), {"2": Decimal(95)}),))
    table = next(each for each in tables(document) if each.caption.startswith("คะแนนเทียบกับปีก่อน"))

    assert [column.title for column in table.columns] == [
        "รายการ",
        "ปี 2565",
        "ปี 2564",
        "เปลี่ยนแปลง",
        "ค่าเฉลี่ยกลุ่ม",
    ]
    assert figures(table)[1] == ["ตัวชี้วัดที่ 2 การใช้งบประมาณ", "96.09", "90.00", "+6.09", "95.00"]
    assert figures(table)[9][2:] == ["–", "–", "–"]
    assert "คะแนนรวมและคะแนนรายเครื่องมือเทียบรายปี" in [
        b.caption for b in document.blocks if isinstance(b, Figure)
    ]


def test_answers_bring_respondents_costs_and_every_question():
    document = book(result=answered(populations={"iit": 73}), means=())
    captions = {table.caption: table for table in tables(document)}

    assert figures(captions["ผู้ตอบแบบวัดและความแม่นยำของคะแนน"]) == [
        ["การรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน (IIT)", "73", "30", "40", "133.33", "90.00 ± 6.88"],
        ["การรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก (EIT)", "ไม่ทราบ", "ไม่ทราบ", "120", "ไม่ทราบ", "96.67 ± 3.57"],
    ]
    questions = [row for row in captions["คะแนนรายข้อคำถาม"].rows if row.style == "body"]
    assert len(questions) == len(YEAR.rows)
    assert len(captions["รายการที่ทำให้คะแนนรวมลดลงมากที่สุด"].rows) == 12


def test_published_figures_alone_still_say_where_points_were_lost():
    table = next(each for each in tables(book()) if each.caption == "รายการที่ทำให้คะแนนรวมลดลงมากที่สุด")

    assert [row[0] for row in figures(table)] == ["6", "2", "8", "7", "5", "4", "3", "1"]
    assert table.note.startswith("รหัสที่เป็นตัวเลข")


NONE = "ยังไม่มีข้อมูล"
HIDDEN = "ไม่แสดง"
THREE = {"iit": "99", "eit": "80", "oit": "100"}
DRAFT = library.load("nacc-2567-draft")


@pytest.mark.parametrize(
    ("result", "column"),
    [
        (published({}, {}), [NONE, NONE, NONE, NONE]),
        (published({"1": "90", "9": "88.5"}, {"o1": ItemResult(F(0), "ไม่พบ")}), [NONE, NONE, NONE, NONE]),
        (answered(iit=4, low=0), [HIDDEN, HIDDEN, "40.00", "100.00"]),
        (answered(iit=7, eit=7, low=1), ["25.71", "25.71", "40.00", "91.43"]),
        (
            published({"iit": "99", "eit": "80", "oit": "100"}, {}, DRAFT),
            ["29.70", "24.00", "40.00", "93.70"],
        ),
    ],
    ids=["nothing", "little", "too few", "few", "draft"],
)
def test_a_book_can_be_made_of_anything_and_what_is_not_there_is_never_nought(result, column):
    thai, english = book("th", result=result), book("en", result=result)

    assert [row[2] for row in figures(tables(thai)[0])] == column
    assert len(tables(thai)) == len(tables(english))
    assert [text for text in (*texts(thai), *texts(english)) if "None" in text or "{" in text] == []


def test_questions_that_few_answered_are_withheld_row_by_row():
    document = book(result=answered(iit=7, eit=120, low=1))
    table = next(each for each in tables(document) if each.caption == "คะแนนรายข้อคำถาม")
    rows = {row.cells[0].text: figures(table)[place] for place, row in enumerate(table.rows)}

    assert rows["i1.1"][2:] == ["–", HIDDEN, "–"]
    assert rows["e1.1"][2:] == ["120", "99.17", "0.01"]


def test_an_english_book_has_no_thai_but_what_the_office_wrote():
    office = replace(
        OFFICE, short=Text("สพป.ตรัง เขต 2", "Trang 2"), head_position=Text("ผู้อำนวยการ", "Director")
    )
    document = book("en", office=office, texts=TEXTS)

    assert [text for text in (*texts(document), document.title, document.footer) if has_thai(text)] == [
        text for text in texts(document) if "ก.ต.ป.น." in text or "สขร." in text
    ]


def has_thai(text):
    return any("\u0e01" <= letter <= "\u0e5b" for letter in text)


def test_the_last_page_says_what_the_book_is_made_from():
    last = [block for block in book().blocks if isinstance(block, Table)][-1]

    assert figures(last) == [
        ["กรอบการประเมิน", "obec-2565"],
        ["รหัสแฮชของหลักเกณฑ์การให้คะแนน", YEAR.scoring_hash],
        ["รหัสแฮชของถ้อยคำ", YEAR.wording_hash],
        ["รหัสแฮชของข้อมูล", "ab" * 32],
        ["โปรแกรม", "Prongsai 1.2.3"],
        ["จัดทำเมื่อ", "3 ตุลาคม 2565"],
    ]


def test_an_office_that_wrote_its_own_preface_gets_that_and_a_place_to_sign():
    own = book(preface=Text("ย่อหน้าแรก\n\nย่อหน้าที่สอง"))
    place = next(n for n, b in enumerate(own.blocks) if isinstance(b, Heading) and b.text == "คำนำ")

    assert own.blocks[place + 1 : place + 3] == (Paragraph("ย่อหน้าแรก"), Paragraph("ย่อหน้าที่สอง"))
    assert own.blocks[place + 3] == Signature((f"({'.' * 50})", OFFICE.head_position.th))
    signed = replace(OFFICE, head_name=Text("น.ส.ตัวอย่าง ทดสอบ"), head_position=Text(""))
    assert next(b for b in book(office=signed).blocks if isinstance(b, Signature)).lines == (
        "(น.ส.ตัวอย่าง ทดสอบ)",
        "ผู้บริหารสูงสุดของหน่วยงาน",
        OFFICE.name.th,
    )


def test_the_same_story_gives_the_same_document():
    assert book(measures=MEASURES) == book(measures=MEASURES)


def test_reports_are_found_by_looking():
    assert {code: report.TITLE.en for code, report in reports().items()} == {
        "yearbook": "Assessment Results and Measures for Integrity and Transparency"
    }
