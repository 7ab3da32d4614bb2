"""What changed between two captures, as a reader would tell it."""

import time

import pytest

from prongsai.collect.evidence.reading.content import Block, Content, Grid, Kind as Form
from prongsai.collect.evidence.recording import difference as differences
from prongsai.collect.evidence.recording.difference import Change, Difference, Kind, difference
from prongsai.core.text import Text

HERE = Text("หน้า 1", "page 1")


def content(*paragraphs, tables=()):
    return Content(kind=Form.HTML, blocks=tuple(Block(each, HERE) for each in paragraphs), tables=tables)


PLAN = ("แผนปฏิบัติการ", "ปีงบประมาณ พ.ศ. ๒๕๖๕", "กิจกรรมที่ 1 อบรมบุคลากร", "ติดต่อ 0 2345 6789")


def test_the_same_text_is_no_difference():
    found = difference(content(*PLAN), content(*PLAN))

    assert found == Difference(changes=(), same=4)
    assert found.is_none


def test_what_looks_alike_is_no_difference():
    other = ("แผนปฏิบัติการ ", "ปีงบประมาณ  พ.ศ. 2565", "กิจกรรมที่ ๑ อบรมบุคลากร", "ติดต่อ 0 2345 6789\u200b")

    assert difference(content(*PLAN, "น้ำ"), content(*other, "นํ้า")).is_none


def test_added_removed_and_changed_paragraphs_are_told_apart():
    new = (PLAN[0], "ปีงบประมาณ พ.ศ. ๒๕๖๖", PLAN[2], "กิจกรรมที่ 2 จัดทำคู่มือประชาชน")

    found = difference(content(*PLAN), content(*new))

    assert found.changes == (
        Change(Kind.CHANGED, PLAN[1], "ปีงบประมาณ พ.ศ. ๒๕๖๖"),
        Change(Kind.REMOVED, before=PLAN[3]),
        Change(Kind.ADDED, after="กิจกรรมที่ 2 จัดทำคู่มือประชาชน"),
    )
    assert [found.many(kind) for kind in Kind] == [1, 1, 1]
    assert found.same == 2


def test_a_changed_row_of_a_table_is_told():
    rows = (("ตุลาคม", "100"), ("พฤศจิกายน", "200"))
    before = content(tables=(Grid(HERE, ("เดือน", "บาท"), rows),))
    after = content(tables=(Grid(HERE, ("เดือน", "บาท"), (rows[0], ("พฤศจิกายน", "250"))),))

    assert difference(before, after).changes == (Change(Kind.CHANGED, "พฤศจิกายน 200", "พฤศจิกายน 250"),)


def test_long_lists_and_long_paragraphs_are_cut_and_say_so(monkeypatch):
    monkeypatch.setattr(differences, "MOST_CHANGES", 3)
    monkeypatch.setattr(differences, "MOST_LETTERS", 10)

    found = difference(content(), content(*(f"{n} " + "ก" * 50 for n in range(5))))

    assert found.is_cut
    assert [change.after for change in found.changes] == [f"{n} กกกกกกก…" for n in range(3)]


def test_a_difference_after_the_compared_part_is_not_called_none(monkeypatch):
    monkeypatch.setattr(differences, "MOST_PARAGRAPHS", 2)

    found = difference(content("ก", "ข", "ค"), content("ก", "ข", "ง"))

    assert (found.changes, found.is_none) == ((), False)


@pytest.mark.parametrize("paragraphs", [["แถว"] * 20_000, [f"แถว {n}" for n in range(20_000)]])
def test_a_large_page_takes_little_time(paragraphs):
    started = time.monotonic()
    difference(content(*paragraphs), content(*reversed(paragraphs)))

    assert time.monotonic() - started < 10
