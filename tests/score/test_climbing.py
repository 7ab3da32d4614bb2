from fractions import Fraction as F

from told import ALL_PASSED, PUBLISHED, YEAR, answered, published

from prongsai.core.score import ItemResult
from prongsai.frameworks import library
from prongsai.score import climbing


def without(*codes):
    return ALL_PASSED | {code: ItemResult(F(0)) for code in codes}


def climb(result, language="en"):
    return [text.in_(language) for text in climbing.of_climb(result)]


def test_the_highest_grade_has_no_next():
    assert climb(published(), "th") == ["ได้ระดับสูงสุดแล้ว (AA)"]


def test_the_way_up_names_the_fewest_items_and_the_indicators_that_suffice_alone():
    figures = {code: PUBLISHED[code] for code in "12345678"}

    assert climb(published(figures, without("o42"))) == [
        "The next grade is AA; the total must rise by 1.21 points.",
        f"The fewest items that suffice: O42 {YEAR.item('o42').name.en} (5.00).",
        "Or a single indicator rises by so many of its own 100 points: Indicator 10 by 6.05.",
    ]


def test_where_no_single_way_suffices_that_is_said():
    assert climb(published(dict.fromkeys(PUBLISHED, "86")), "th") == [
        "ระดับถัดไปคือ AA ต้องได้คะแนนรวมเพิ่มอีก 9.00 คะแนน",
        "ไม่มีข้อหรือตัวชี้วัดตัวใดตัวหนึ่งที่เพียงพอ ต้องพัฒนาหลายตัวชี้วัดไปพร้อมกัน",
    ]


def test_a_grade_that_asks_something_of_each_instrument_names_the_short_ones():
    framework = library.load("nacc-2567-draft")
    figures = {"iit": "99", "eit": "80", "oit": "100"}
    result = published(figures, {}, framework)

    said = climb(result)
    assert said[0] == f"The total is enough for grade {result.climb.grade.name.en}, but an instrument is not."
    assert said[1].endswith("must rise by 5.00 of its own 100 points.")


def test_without_a_total_there_is_no_way_up():
    assert climb(published({}, {})) == ["Without a total there is no next grade to reach."]


def test_the_way_up_is_withheld_where_it_would_tell():
    assert climb(answered(iit=4, low=4)) == [
        "The way to the next grade is withheld: it would give away figures that are withheld."
    ]
