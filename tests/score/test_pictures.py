"""Pictures of a result: what they say, and when there is none."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction as F

from drawing import draw

from prongsai.core.compare import difference
from prongsai.core.result import assess
from prongsai.core.score import FULL, Inputs, ItemResult
from prongsai.core.text import Text
from prongsai.score import pictures
from prongsai.score.comparing import Beside, is_same, to_last_year, to_mean

YEAR = draw("open items 1\n  1\n    1.1\n      o1\n      o2\n  2\n    2.1\n      o3\n")
RENAMED = draw("open items 1\n  1\n    1.1\n      o1\n      o2\n  3\n    3.1\n      o3\n")


def result(*failed, year=YEAR, **more):
    items = {item.code: ItemResult(F(0) if item.code in failed else FULL) for item in year.items}
    return assess(year, Inputs(items=items, **more))


def test_every_indicator_is_a_bar_beside_last_year_and_the_mean():
    mean = Beside(Text("ค่าเฉลี่ยระดับประเทศ", "the national mean"), difference(Decimal(75), Decimal("60.00")))
    drawn = pictures.indicators(result("o1"), "en", past=result("o1", "o2"), mean=mean)

    assert drawn.description == "1. 1 50.00; 2. 2 100.00"
    assert "The national mean 60.00" in drawn.wide
    assert "B.E. 2565" in drawn.narrow
    assert drawn.caption.en == "Points by indicator"


def test_without_figures_there_is_no_picture():
    nothing = assess(YEAR, Inputs())

    assert pictures.indicators(nothing, "th") is None
    assert pictures.losses(nothing, "th") is None


def test_an_indicator_without_a_figure_says_so_in_its_place():
    half = assess(YEAR, Inputs(items={"o3": ItemResult(FULL)}))

    assert pictures.indicators(half, "en").description == "1. 1 no data yet; 2. 2 100.00"


def test_the_losses_lead_from_one_hundred_to_the_total():
    assert pictures.losses(result("o1"), "th").description == "1. 1 −25.00"
    assert pictures.losses(result(), "en").description == "No points were lost."


def test_where_a_loss_is_not_known_the_steps_would_not_add_up():
    published = assess(YEAR, Inputs(published={"open": F(90)}, items={"o3": ItemResult(FULL)}))

    assert published.total == Decimal("90.00")
    assert pictures.losses(published, "th") is None


def test_years_are_drawn_from_two_on():
    assert pictures.years([result()], "en") is None
    drawn = pictures.years([result("o1"), result()], "en")

    assert drawn.description == "Total: 2565 75.00, 2565 100.00; open: 2565 75.00, 2565 100.00"


def test_a_code_that_means_something_else_is_not_compared():
    assert is_same("1", YEAR, RENAMED)
    assert not is_same("2", YEAR, RENAMED)
    assert not is_same("1", YEAR, replace(YEAR, body="another"))
    assert to_last_year(result(), result(year=RENAMED), "2") is None
    assert to_last_year(result(), None, "1") is None
    assert to_last_year(result(), assess(YEAR, Inputs()), "1") is None
    assert to_last_year(result("o1"), result(), "1").difference.change == Decimal("-50.00")
    assert to_mean(result(), Text("ก"), {}, "1") is None
    assert to_mean(assess(YEAR, Inputs()), Text("ก"), {"1": Decimal(1)}, "1") is None
