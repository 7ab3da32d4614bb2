"""What changed between two frameworks."""

import pytest

from prongsai.core.text import Text
from prongsai.frameworks import library
from prongsai.frameworks.differences import Change, diff

NEXT = [
    ("framework: xx-2570", "framework: xx-2571"),
    ("year_be: 2570", "year_be: 2571"),
    ("{xx-2570: ", "{xx-2571: "),
]


@pytest.fixture
def changes(folder):
    def changes(*swaps):
        first = folder.load()
        second = folder.load(*NEXT, *swaps, name="xx-2571")
        return [each.in_("en") for each in diff(first, second)]

    return changes


def test_a_year_that_only_moved_on_is_no_difference(changes):
    assert changes() == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('pass_mark: "85"', 'pass_mark: "80"', "xx-2571 pass_mark: 85 → 80"),
        ('total: "50"', 'total: "60"', "xx-2571 grades.A.total: 50 → 60"),
        ("ties: up", "ties: even", "xx-2571 rounding.ties: up → even"),
        ("th: มาก, en: Much", "th: มาก, en: A lot", "xx-2571 scales.two.choices.2.label: Much → A lot"),
        ("reversed: true, ", "", "i1.2 is_reversed: True → False"),
        ("text: {th: ข, en: B}}", "text: {th: ข, en: C}}", "i1.2 name: B → C"),
        ("floor: 30", "floor: 25", "iit sampling.floor: 30 → 25"),
        ("                owner: admin\n", "", "o1 owner: admin → (none)"),
        ("must: required", "must: example", "o1 elements.chart.is_required: True → False"),
        (", dataset: plan.annual", "", "o2 dataset: plan.annual → (none)"),
    ],
)
def test_a_change_names_its_code_and_field(changes, old, new, said):
    assert changes((old, new)) == [said]


def test_another_scale_of_a_row_is_named(changes):
    new = "{code: a, label: {th: ก, en: A}, points: '0'}, {code: b, label: {th: ข, en: B}, points: '1'}"
    found = changes(
        ("scales:\n", f"scales:\n  new: [{new}]\n"),
        ("{code: i1.1, scale: two", "{code: i1.1, scale: new"),
    )

    assert "i1.1 scale: two → new" in found


def test_weights_are_exact(changes):
    assert changes(('weight: "0.4"', 'weight: "1/3"'), ('weight: "0.6"', 'weight: "2/3"')) == [
        "iit weight: 2/5 → 1/3",
        "oit weight: 3/5 → 2/3",
    ]


def test_what_is_new_and_what_is_gone(changes):
    found = changes(("code: o2,", "code: o3,"))

    assert found == ["o3: added: B", "o2: removed: B"]


def test_an_item_is_followed_by_what_it_was(folder):
    first = folder.load()
    second = folder.load(*NEXT, ("code: o2,", "code: o3, was: o2,"), name="xx-2571")
    (only,) = diff(first, second)

    assert (only.change, only.code, only.before, only.after) == (
        *(Change.RENAMED, "o3", Text("o2", "o2"), Text("o3", "o3")),
    )
    assert only.in_("th") == "o3: เดิมคือ o2"


def test_two_items_that_changed_places_are_both_renamed(folder):
    first = folder.load()
    swaps = [("code: o1\n", "code: o2\n                was: o1\n"), ("code: o2,", "code: o1, was: o2,")]
    more = [("agrees_with: o1", "agrees_with: o2")]
    second = folder.load(*NEXT, *swaps, *more, name="xx-2571")

    assert [each.in_("en") for each in diff(first, second)] == [
        "o2: was o1",
        "o1: was o2",
        "o1 agrees_with: o1 → o2",
    ]


def test_the_bodies_of_2565_differ_where_the_rules_do():
    found = diff(library.load("obec-2565"), library.load("nacc-2565"))
    codes = {each.code for each in found}

    assert codes == {"nacc-2565", "iit", "eit", "o1", "o2", "o6", "o13", "10", "o34", "o38"}
    assert not [each for each in found if each.what in ("weight", "scale", "is_reversed")]
