"""Charts: well-formed, complete in words, quiet under a strict content policy."""

import re
from decimal import Decimal
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, strategies as st

from prongsai.documents import charts, drawing
from prongsai.documents.charts import Bar, Point, Reference, Series, Step

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = '<script>alert(1)</script> & "คำ"'
LONG = "การปรับปรุงระบบการทำงานและการให้บริการผู้มีส่วนได้ส่วนเสียภายนอกหน่วยงานอย่างต่อเนื่องตลอดปี"


def shares(*points):
    return tuple(Point(str(2563 + place), *point) for place, point in enumerate(points))


ROWS = [
    Bar("1 การใช้อำนาจ", Decimal("98.46"), "98.46", Decimal(97)),
    Bar(HOSTILE, Decimal(100), "100.00", Decimal(100)),
    Bar(LONG, None, "ไม่แสดง"),
]
STEPS = [Step("การใช้งบประมาณ", Decimal("0.40"), "−0.40"), Step(LONG, Decimal("0.81"), "−0.81")]
YEARS = [
    Series("รวม", shares((Decimal(92), "92.00"), (Decimal("98.79"), "98.79"))),
    Series(HOSTILE, shares((None, "–"), (Decimal(95), "95.00"))),
]
MEAN = Reference("ค่าเฉลี่ย 96.00", Decimal(96))


def drawn(kind, width):
    if kind == "bars":
        return charts.bars(
            "ชื่อ", HOSTILE, ROWS, language="th", reference=MEAN, minimum=80, width=width, key="b1"
        )
    if kind == "waterfall":
        return charts.waterfall(
            "ชื่อ", HOSTILE, STEPS, language="th", total_text="98.79", width=width, key="w1"
        )
    return charts.lines("ชื่อ", HOSTILE, YEARS, language="th", reference=MEAN, width=width, key="l1")


def parsed(svg):
    return ET.fromstring(svg)  # noqa: S314  # our own


def told(svg):
    return "".join("".join(text.itertext()) for text in parsed(svg).iter(f"{SVG}text"))


WORDS = {
    "bars": ["1การใช้อำนาจ", "98.46", "100.00", "ไม่แสดง", "ค่าเฉลี่ย96.00", "ปีก่อน", "แกนเริ่มที่80ไม่ใช่0"],
    "waterfall": ["คะแนนเต็ม", "100", "การใช้งบประมาณ", "−0.40", "−0.81", "คะแนนที่ได้", "98.79", "แกนเริ่มที่"],
    "lines": ["รวม", "2563", "2564", "92.00", "98.79", "–", "95.00", "ค่าเฉลี่ย96.00", "แกนเริ่มที่"],
}
EVERY = pytest.mark.parametrize(
    ("kind", "width"), [(kind, width) for kind in WORDS for width in (charts.NARROW, charts.WIDE)]
)


@EVERY
def test_a_chart_says_all_in_words(kind, width):
    words = re.sub(r"\s", "", told(drawn(kind, width)))

    assert [word for word in WORDS[kind] if word not in words] == []
    long = [] if kind == "lines" else [LONG]
    assert [word for word in long if word not in words] == []


@EVERY
def test_a_chart_is_named_for_those_who_cannot_see_it(kind, width):
    root = parsed(drawn(kind, width))
    named = {part.get("id"): part.text for part in (root.find(f"{SVG}title"), root.find(f"{SVG}desc"))}

    assert root.get("role") == "img"
    assert root.get("viewBox").startswith(f"0 0 {width} ")
    assert [named[name] for name in root.get("aria-labelledby").split()] == ["ชื่อ", HOSTILE]
    assert "width" not in root.attrib


@EVERY
def test_a_chart_holds_no_script_no_style_and_no_address(kind, width):
    svg = drawn(kind, width)
    names = {part.tag.removeprefix(SVG) for part in parsed(svg).iter()}

    assert names <= {"svg", "title", "desc", "text", "rect", "line", "polygon", "defs", "pattern"}
    assert not re.search(r'style=|href=|\son\w+=|https?://(?!www\.w3\.org/2000/svg")', svg)


@EVERY
def test_words_are_dark_enough_on_white(kind, width):
    inks = set(re.findall(r'<text[^>]* fill="(#\w{6})"', drawn(kind, width)))

    assert inks
    assert all(contrast_on_white(ink) >= 4.5 for ink in inks)


def contrast_on_white(ink):
    parts = [int(ink[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


@EVERY
def test_nothing_is_drawn_beyond_the_picture(kind, width):
    root = parsed(drawn(kind, width))
    height = float(root.get("viewBox").split()[3])

    for text in root.iter(f"{SVG}text"):
        room = drawing.wide(text.text, float(text.get("font-size")))
        back = {"end": 1, "middle": 0.5}.get(text.get("text-anchor"), 0)
        left = float(text.get("x")) - room * back
        assert left >= -1
        assert left + room <= width + 1
        assert 0 < float(text.get("y")) < height
    for rect in root.iter(f"{SVG}rect"):
        assert float(rect.get("x", 0)) + float(rect.get("width")) <= width


def test_two_charts_of_two_keys_share_no_id():
    one, other = (charts.waterfall("t", "d", STEPS, language="en", key=key) for key in ("a", "b"))

    assert not set(re.findall(r'id="([^"]+)"', one)) & set(re.findall(r'id="([^"]+)"', other))


def test_an_axis_from_zero_says_nothing_of_it():
    assert "แกน" not in told(charts.bars("t", "d", ROWS[:1], language="th"))
    assert "The axis begins at 50" in told(charts.bars("t", "d", ROWS[:1], language="en", minimum=50))


def test_a_bar_is_as_long_as_its_value():
    (bar,) = re.findall(
        r'width="([\d.]+)" height="15" fill="#1b4f8a"', charts.bars("t", "d", ROWS[:1], language="th")
    )

    assert float(bar) == pytest.approx((charts.NARROW - 14) * 0.9846, abs=0.05)


def test_the_losses_end_where_the_score_is():
    svg = charts.waterfall("t", "d", STEPS, language="th", minimum=98)
    scale = (charts.NARROW - 14) / 2
    *_, last = re.findall(r'width="([\d.]+)" height="15" fill="#1b4f8a"', svg)

    assert float(last) == pytest.approx(0.79 * scale, abs=0.05)


def test_a_gap_in_the_years_is_not_drawn_over():
    known, unknown = (Decimal(2), "2"), (None, "–")
    whole, broken = (
        charts.lines("t", "d", [Series("ก", shares(known, middle, known))], language="th")
        for middle in (known, unknown)
    )

    assert whole.count('stroke-width="2.4"') - broken.count('stroke-width="2.4"') == 2


@pytest.mark.parametrize(
    ("rows", "series"), [([], []), ([Bar("ก", None, "–")], [Series("ก", shares((None, "–")))])]
)
def test_charts_of_nothing_are_still_charts(rows, series):
    assert charts.bars("t", "d", rows, language="th").startswith("<svg ")
    assert charts.waterfall("t", "d", [], language="th").startswith("<svg ")
    assert charts.lines("t", "d", series, language="th").startswith("<svg ")


def test_an_axis_without_length_is_refused():
    with pytest.raises(ValueError, match="from 100 to 100"):
        charts.bars("t", "d", ROWS, language="th", minimum=100)


@given(st.text(alphabet="กขเแัิ่้ำ ab\n", max_size=80), st.floats(30, 400))
def test_wrapping_loses_no_letter_and_keeps_to_its_room(text, room):
    lines = drawing.wrap(text, room)

    assert "".join(lines).replace(" ", "") == re.sub(r"\s", "", text)
    assert all(drawing.wide(line) <= room or len(drawing._CLUSTERS.findall(line)) == 1 for line in lines)


@given(st.integers(0, 99), st.integers(1, 100))
def test_ticks_are_few_round_and_on_the_axis(low, length):
    axis = drawing.Axis(Decimal(low), Decimal(low + length), 0, 100)
    ticks = axis.ticks()

    assert 1 <= len(ticks) <= 6
    assert all(axis.low <= tick <= axis.high for tick in ticks)
