"""The labelled corpus: what each page or file is, and which questions about it must be answered "fail"."""

# ruff: noqa: E501 - a change stands in one line

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from corpus import makers
from corpus.makers import SITE

from prongsai.project.demonstration.sites.content import every_text
from prongsai.project.demonstration.sites.making import page

Body = list[Any]
Label = tuple[str, str]  # (question, element; empty: of the link as a whole)
ONLY_A_PAGE = frozenset(
    {"o1", "o2", "o5", "o8", "o9", "o17", "o30", "o32", "o35", "o14"}
)  # forms, pictures, links
NOT_FOUND = page(SITE, "ไม่พบหน้า", ["ขออภัย ไม่พบหน้าที่ท่านต้องการ อาจถูกย้ายหรือลบไปแล้ว"]).encode()


@dataclass(frozen=True, slots=True)
class Part:
    """One more link of the same item."""

    address: str
    content: bytes
    media_type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """fails: the questions to be answered with "fail"; every other answer must be another one.

    address   of the first link; empty: made of the item's code.
    beside    further links of the item.
    nonsense  what this site answers to an address that cannot be there; empty: as the tuned cases' site does.
    """

    name: str
    item: str
    content: bytes
    media_type: str
    status: int = 200
    final: str = ""
    address: str = ""
    beside: tuple[Part, ...] = ()
    nonsense: bytes = b""
    fails: frozenset[Label] = field(default_factory=frozenset)


def good(item: str) -> tuple[str, Body]:
    about = SITE.pages[item]
    return about["title"], deepcopy(list(about["body"]))


def items() -> list[str]:
    return list(SITE.pages)


def others() -> dict[str, tuple[bytes, str]]:
    """A good page of every item, for what must agree or stand apart."""
    return {item: makers.html(*good(item)) for item in items()}


def cases(*, with_office: bool = True) -> Iterator[Case]:
    yield from _good_pages()
    yield from _good_files(with_office=with_office)
    yield from _mutated()
    yield from _dead()
    yield from _poor_pages()


def _good_pages() -> Iterator[Case]:
    for item in items():
        content, kind = makers.html(*good(item))
        yield Case(name=f"{item} page", item=item, content=content, media_type=kind)
    turning = [makers.thai_digits, makers.cp874, makers.private_glyphs]
    for number, item in enumerate(items()):
        maker = turning[number % len(turning)]
        if maker is makers.cp874 and item == "o9":
            continue
        content, kind = maker(*good(item))
        yield Case(name=f"{item} {maker.__name__}", item=item, content=content, media_type=kind)


def _good_files(*, with_office: bool) -> Iterator[Case]:
    files = [item for item in items() if item not in ONLY_A_PAGE]
    tabled = [
        item for item in files if any(isinstance(each, dict) and "table" in each for each in good(item)[1])
    ]
    for number, item in enumerate(files):
        maker = [makers.word, makers.typst_pdf][number % 2]
        content, kind = maker(*good(item))
        yield Case(name=f"{item} {maker.__name__}", item=item, content=content, media_type=kind)
    for item in tabled:
        content, kind = makers.workbook(*good(item))
        yield Case(name=f"{item} workbook", item=item, content=content, media_type=kind)
    for item in ("o15", "o19", "o31"):
        content, kind = makers.comma(*good(item))
        yield Case(name=f"{item} comma", item=item, content=content, media_type=kind)
    if with_office:
        made = makers.office_pdfs({item: good(item) for item in files[::3]})
        for item, content in made.items():
            yield Case(name=f"{item} office_pdf", item=item, content=content, media_type="application/pdf")


def _mutated() -> Iterator[Case]:
    makers_of = [makers.html, makers.thai_digits, makers.typst_pdf, makers.word]
    for number, (item, what, change, fails) in enumerate(CHANGES):
        title, body = good(item)
        title, body = change(title, body)
        maker = makers.html if item in ONLY_A_PAGE else makers_of[number % len(makers_of)]
        content, kind = maker(title, body)
        yield Case(
            name=f"{item} {what} ({maker.__name__})",
            item=item,
            content=content,
            media_type=kind,
            fails=frozenset(fails),
        )


def _dead() -> Iterator[Case]:
    gone = frozenset({("alive", "")})
    sign_in = (
        "<html lang=th><title>เข้าสู่ระบบ</title><body><h1>เข้าสู่ระบบ</h1><form><input name=u>"
        "<input type=password name=p></form></body></html>"
    ).encode()
    for item in ("o3", "o10", "o23", "o42"):
        yield Case(
            name=f"{item} gone",
            item=item,
            content=b"<h1>404 Not Found</h1>",
            media_type="text/html",
            status=404,
            fails=gone,
        )
        yield Case(name=f"{item} soft 404", item=item, content=NOT_FOUND, media_type="text/html", fails=gone)
        yield Case(
            name=f"{item} login",
            item=item,
            content=sign_in,
            media_type="text/html",
            final="https://khet.example.go.th/login",
            fails=gone,
        )
        yield Case(name=f"{item} busy", item=item, content=b"try later", media_type="text/plain", status=503)
    for item in ("o12", "o19", "o36", "o40"):
        content, kind = makers.scanned(*good(item))
        yield Case(
            name=f"{item} scanned",
            item=item,
            content=content,
            media_type=kind,
            fails=frozenset({("machine_readable", ""), ("accessible", "")}),
        )


def _poor_pages() -> Iterator[Case]:
    """Good to read for those who see, and by nobody else."""
    for item in ("o3", "o26", "o28", "o33"):
        content, kind = makers.bad_html(*good(item))
        yield Case(
            name=f"{item} bad html",
            item=item,
            content=content,
            media_type=kind,
            fails=frozenset({("accessible", "")}),
        )
    for item in ("o1", "o35"):
        content, kind = makers.html(*good(item))
        blind = content.replace(b" alt=", b" data-x=")
        yield Case(
            name=f"{item} no alt",
            item=item,
            content=blind,
            media_type=kind,
            fails=frozenset({("accessible", "")}),
        )


# How a good page is spoilt

Change = Callable[[str, Body], tuple[str, Body]]


def years(apart: int) -> Change:
    """The same of another year."""

    def turn(text: str) -> str:
        marks = {str(year): f"<{year}>" for year in range(2561, 2568)}
        for year, mark in marks.items():
            text = text.replace(year, mark)
        for year, mark in marks.items():
            text = text.replace(mark, str(int(year) + apart))
        for short in ("63", "64", "65"):
            for month in ("ต.ค.", "พ.ย.", "ธ.ค.", "ม.ค.", "ก.พ.", "มี.ค.", "ส.ค.", "ก.ย."):
                text = text.replace(f"{month} {short}", f"{month} <{int(short) + apart}>")
        return text.replace("<", "").replace(">", "")

    return lambda title, body: (turn(title), every_text(body, turn))


def without(*words: str) -> Change:
    """Paragraphs, entries and rows that hold one of the words go; a heading goes with what stands under it."""

    def keep(text: str) -> bool:
        return not any(word in text for word in words)

    def change(title: str, body: Body) -> tuple[str, Body]:
        kept: Body = []
        under_gone = False
        for given in body:
            block = given
            if isinstance(block, str):
                under_gone = (block.startswith("# ") and not keep(block)) or (
                    under_gone and not block.startswith("# ")
                )
                if under_gone or not keep(block):
                    continue
            if isinstance(block, dict) and "list" in block:
                block = {"list": [each for each in block["list"] if keep(each)]}
            if isinstance(block, dict) and "table" in block:
                rows = [row for row in block["table"]["rows"] if keep(" ".join(row))]
                block = {"table": {"heads": block["table"]["heads"], "rows": rows}}
            if isinstance(block, dict) and not keep(str(block)) and not {"list", "table"} & block.keys():
                continue
            kept.append(block)
        return title, kept

    return change


def without_column(head: str) -> Change:
    def change(title: str, body: Body) -> tuple[str, Body]:
        kept: Body = []
        for given in body:
            block = given
            if isinstance(block, dict) and "table" in block and head in block["table"]["heads"]:
                place = block["table"]["heads"].index(head)
                cut = [
                    [*row[:place], *row[place + 1 :]]
                    for row in (block["table"]["heads"], *block["table"]["rows"])
                ]
                block = {"table": {"heads": cut[0], "rows": cut[1:]}}
            kept.append(block)
        return title, kept

    return change


def instead(old: str, new: str) -> Change:
    return lambda title, body: (
        title.replace(old, new),
        every_text(body, lambda text: text.replace(old, new)),
    )


def one_year(title: str, body: Body) -> tuple[str, Body]:
    for head in ("ปี 2563", "ปี 2564"):
        title, body = without_column(head)(title, body)
    title, body = instead("2563–2565", "2565")(title, body)
    return instead("ระยะ 3 ปี", "ประจำปี")(title, body)


CHANGES: tuple[tuple[str, str, Change, set[Label]], ...] = (
    *((item, "of the year before", years(-1), {("current", ""), ("complete", "fiscal_year")}) for item in ("o7", "o10", "o18", "o21", "o22", "o26", "o33", "o35", "o36", "o37", "o38", "o39", "o43")),
    *((item, "of two years before", years(-2), {("current", ""), ("complete", "fiscal_year")}) for item in ("o12", "o16", "o20", "o24", "o28", "o41")),
    *((item, "of half a year before", years(-1), {("current", ""), ("complete", "six_months")}) for item in ("o11", "o15", "o19", "o31", "o40")),
    ("o23", "of the year before", years(-1), {("current", ""), ("complete", "by_month"), ("complete", "six_months")}),
    ("o15", "a month is missing", without("มกราคม"), {("complete", "six_months")}),
    ("o23", "a month is missing", without("กุมภาพันธ์"), {("complete", "by_month"), ("complete", "six_months")}),
    ("o31", "a month is missing", without("พฤศจิกายน"), {("complete", "six_months")}),
    ("o12", "no problems", without("ปัญหา"), {("complete", "problems")}),
    ("o12", "no recommendations", without("ข้อเสนอแนะ"), {("complete", "recommendations")}),
    ("o24", "no problems", without("ปัญหา"), {("complete", "problems")}),
    ("o41", "no achievement", without("ผลสัมฤทธิ์"), {("complete", "achievement")}),
    ("o10", "no budget", without_column("งบประมาณ (บาท)"), {("complete", "budget")}),
    ("o10", "no time", without_column("ระยะเวลาดำเนินการ"), {("complete", "time")}),
    ("o23", "no reference price", without_column("ราคากลาง"), {("complete", "reference_price")}),
    ("o23", "no reasons", without_column("เหตุผลที่คัดเลือกโดยสรุป"), {("complete", "reason")}),
    ("o23", "no bidders", without_column("รายชื่อผู้เสนอราคาและราคาที่เสนอ"), {("complete", "bidders")}),
    ("o11", "nothing of what was spent", without_column("เบิกจ่าย (บาท)"), {("complete", "budget_used")}),
    ("o11", "of another plan", lambda title, body: (title, every_text(body, lambda text: "โครงการอื่นที่ไม่อยู่ในแผน" if text.startswith("โครงการ") and "/" not in text else text)), {("complete", "progress_by_project")}),
    ("o2", "no e-mail", without_column("อีเมล"), {("complete", "email")}),
    ("o2", "no telephone", without_column("โทรศัพท์"), {("complete", "phone")}),
    ("o2", "another head", instead("นางตัวอย่าง รักษาการ", "นายสมมติ คนก่อน"), {("complete", "head")}),
    ("o5", "no map", without("แผนที่"), {("complete", "map")}),
    ("o5", "no fax", without("โทรสาร"), {("complete", "fax")}),
    ("o6", "no law on official information", without("ข้อมูลข่าวสาร"), {("complete", "official_information")}),
    ("o6", "no constitution", without("รัฐธรรมนูญ"), {("complete", "constitution")}),
    ("o8", "no form", lambda title, body: (title, [each for each in body if not (isinstance(each, dict) and "form" in each)]), {("complete", "place_on_site")}),
    ("o30", "no form", lambda title, body: (title, [each for each in body if not (isinstance(each, dict) and "form" in each)]), {("complete", "online_channel")}),
    ("o29", "no time", lambda title, body: without_column("ระยะเวลา")(*instead("และระยะเวลา", "")(title, body)), {("complete", "time")}),
    ("o26", "nothing on careers", without("ก้าวหน้า"), {("complete", "career")}),
    ("o26", "nothing on discipline", without("วินัย"), {("complete", "ethics_and_discipline")}),
    ("o27", "nothing on appointment", without("บรรจุ"), {("complete", "appointment")}),
    ("o34", "in Thai only", lambda title, body: (title, body[:1]), {("complete", "in_english")}),
    ("o34", "of the head before", instead("นางตัวอย่าง รักษาการ", "นายสมมติ คนก่อน"), {("complete", "present_executive")}),
    ("o38", "four activities", lambda title, body: (title, body[:-2]), {("complete", "at_least_five")}),
    ("o38", "three activities", lambda title, body: (title, body[:-4]), {("complete", "at_least_five")}),
    ("o42", "an indicator is missing", without("การใช้อำนาจ"), {("complete", "every_indicator")}),
    ("o4", "plan of one year", one_year, {("current", ""), ("complete", "longer_than_a_year")}),
    ("o18", "one source, not by kind", without_column("ประเภทรายจ่าย"), {("complete", "by_kind")}),
)  # fmt: skip
