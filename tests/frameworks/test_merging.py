"""A file that is based on another."""

import pytest

from prongsai.frameworks.problems import FrameworkError

HEAD = """\
framework: xx-2571
year_be: 2571
body: xx
based_on: xx-2570
"""
UNKNOWN = "'{}' is not in {}. Add it there or mend the code."
PLACE = "instruments[{}].indicators[0].sub_indicators[0].items[{}]"


def item(entry):
    """The lines that lead to one item."""
    return f"""\
instruments:
  - code: oit
    indicators:
      - code: "9"
        sub_indicators:
          - code: "9.1"
            items:
              - {entry}
"""


@pytest.fixture
def derive(folder):
    """Load a file with these lines over the small framework of the year before."""

    def derive(text=""):
        folder.write()
        return folder.load(text=HEAD + text, name="xx-2571")

    return derive


@pytest.fixture
def refusal(folder):
    """The problems of a file with these lines over the small framework."""

    def refusal(text):
        folder.write()
        return folder.refusal(text=HEAD + text, name="xx-2571")

    return refusal


def test_what_is_not_said_comes_from_the_base(derive):
    framework = derive()

    assert framework.code == "xx-2571"
    assert [item.code for item in framework.items] == ["o1", "o2"]
    assert framework.grades[0].total == 50


def test_worked_examples_are_never_inherited(derive):
    assert derive().worked_examples == ()


def test_texts_move_on_with_the_fiscal_year(derive):
    assert derive().item("o1").elements[0].name.th == "ปี 2571"
    assert derive().item("o1").elements[0].name.en == "of 2570"


def test_mappings_merge_by_key_and_entries_by_code(derive):
    framework = derive(
        "rounding: {places: 1}\n"
        "grades:\n  - {code: A, total: '60'}\n"
        "provenance:\n  - {block: items, confidence: unverified}\n"
    )

    assert (framework.rounding.places, framework.rounding.ties.value) == (1, "up")
    assert [(grade.code, grade.total) for grade in framework.grades] == [("A", 60), ("F", 0)]
    assert framework.confidence("items").value == "unverified"


def test_new_entries_stand_at_the_end_and_dropped_ones_go(derive):
    framework = derive(
        "calendar:\n  - {code: answer, drop: true}\n"
        "  - {code: announce, name: {th: ก, en: A}, starts_on: 2027-05-01, ends_on: 2027-05-01}\n"
    )

    assert [stage.code for stage in framework.calendar] == ["review", "announce"]


def test_a_key_without_a_value_takes_the_base_away(derive):
    framework = derive(
        """\
scales:
  two:
  other:
    - {code: a, label: {th: ก, en: A}, points: "0"}
    - {code: b, label: {th: ข, en: B}, points: "100"}
instruments:
  - code: iit
    indicators:
      - code: "1"
        questions:
          - code: i1
            rows: [{code: i1.1, scale: other}, {code: i1.2, scale: other}]
"""
    )

    assert list(framework.scales) == ["other"]
    assert framework.part("i1.2").is_reversed


def test_an_empty_list_takes_all_entries_away(derive):
    assert derive("calendar: []\n").calendar == ()


def test_a_list_of_what_has_no_code_replaces(refusal):
    assert refusal("calendar: [5]\n") == [
        "calendar[0] (line 5): must be keys with values (key: value), not 5."
    ]


def test_was_is_each_own_code_when_nothing_else_is_said(derive):
    framework = derive("was: same\n" + item("{code: o2, was: o1}"))

    assert [(item.code, item.was) for item in framework.items] == [("o1", "o1"), ("o2", "o1")]


def test_was_of_another_year_is_not_inherited(folder, derive):
    derive("was: same\n")
    text = HEAD.replace("2571", "2572").replace("xx-2570", "xx-2571")

    assert [item.was for item in folder.load(text=text, name="xx-2572").items] == ["", ""]


def test_was_of_the_same_year_is_inherited(folder, derive):
    derive("was: same\n")
    text = HEAD.replace("xx-2570", "xx-2571").replace("framework: xx-2571", "framework: xx-2571-own")

    assert [item.was for item in folder.load(text=text, name="xx-2571-own").items] == ["o1", "o2"]


def test_was_must_be_an_item_of_the_year_before(refusal):
    text = item("{code: o2, was: o9}")

    assert refusal(text) == [
        f"{PLACE.format(0, 0)}.was (line 12): {UNKNOWN.format('o9', 'the file of the year before')}"
    ]


def test_dropping_what_is_not_there_is_a_problem(refusal):
    assert refusal("calendar:\n  - {code: gone, drop: true}\n") == [
        "calendar[0] (line 6): drops 'gone', which the base file does not have. Delete this entry."
    ]


def test_an_entry_named_twice_is_a_problem(refusal):
    again = "{code: answer, name: {th: ก, en: A}, starts_on: 2027-04-01, ends_on: 2027-04-30}"

    assert refusal(f"calendar:\n  - {{code: answer}}\n  - {again}\n") == [
        "calendar[1].code (line 7): 'answer' stands twice in this list. Keep one of the two."
    ]


def test_an_entry_without_a_code_is_a_problem(refusal):
    assert refusal("calendar:\n  - {name: {th: ก, en: A}, starts_on: 2027-04-01, ends_on: 2027-05-01}\n") == [
        "calendar[0].code (line 6): missing. Add code: here."
    ]


def test_what_no_longer_fits_in_the_base_is_said_with_its_own_line(refusal):
    text = item("{code: o1, drop: true}")

    assert refusal(text) == [
        f"{PLACE.format(1, 1)}.agrees_with (xx-2570.yaml, line 61): {UNKNOWN.format('o1', 'items')}"
    ]


def test_a_base_with_faults_is_named_instead(folder):
    folder.write("framework: [")

    with pytest.raises(FrameworkError, match=r"^xx-2570\.yaml has 1 problem"):
        folder.load(text=HEAD, name="xx-2571")


@pytest.mark.parametrize("base", ["xx-2580", "../xx-2570", "/etc/passwd"])
def test_a_base_that_is_not_there_is_said(folder, base):
    text = HEAD.replace("based_on: xx-2570", f"based_on: {base}")
    nowhere = "stands beside this one or comes with Prongsai. Mend the name."

    assert folder.refusal(text=text, name="xx-2571") == [f"based_on (line 4): no file {base}.yaml {nowhere}"]


def test_a_base_that_comes_with_prongsai_is_found(folder):
    text = "framework: xx-2566\nyear_be: 2566\nbody: xx\nbased_on: obec-2565\n"

    assert len(folder.load(text=text, name="xx-2566").items) == 43


def test_a_circle_is_refused(folder):
    folder.write(HEAD.replace("xx-2571", "xx-2570", 1).replace("based_on: xx-2570", "based_on: xx-2571"))

    circle = "xx-2571 > xx-2570 > xx-2571. Take one of the links out."

    assert folder.refusal(text=HEAD, name="xx-2571") == [
        f"based_on (line 4): the files are based on each other: {circle}"
    ]


def test_a_base_of_the_wrong_shape_is_said_by_the_form(folder):
    assert "based_on (line 4): must be a text, not Entries." in folder.refusal(
        text=HEAD.replace("based_on: xx-2570", "based_on: [xx-2570]"), name="xx-2571"
    )
