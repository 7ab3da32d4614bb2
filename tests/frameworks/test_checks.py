"""Each way a framework file can be wrong, with the sentence that says so."""

from pathlib import Path

import pytest
import yaml

IN_O2 = "instruments[1].indicators[0].sub_indicators[0].items[1]"
GIVE = "Give its choices points."
IN_ROW = "instruments[0].indicators[0].questions[0].rows[0]"


def test_a_sound_file_loads(folder):
    framework = folder.load()

    assert [part.code for part in framework.walk()] == [
        *("iit", "1", "i1", "i1.1", "i1.2"),
        *("oit", "9", "9.1", "o1", "o2"),
    ]


FAULTS = yaml.safe_load((Path(__file__).parent / "faults.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("fault", FAULTS, ids=[fault["says"].partition(" (")[0] for fault in FAULTS])
def test_one_fault_gives_one_sentence_with_its_place(folder, fault):
    assert folder.refusal((fault["old"], fault["new"])) == [fault["says"]]


def test_everything_is_said_at_once_in_the_order_of_the_file(folder):
    swaps = [
        ("year_be: 2570", "year_be: 2571"),
        ("weakest: 1", "weekest: 1"),
        ("scale: two, text: {th: ก, en: A}", "scale: three, text: {th: ก}"),
        ("code: o2", "code: o1"),
    ]

    assert folder.refusal(*swaps) == [
        "weakest (line 1): missing. Add weakest: here.",
        "year_be (line 2): is 2571 but the code is xx-2570. Make it the same year.",
        "weekest (line 9): 'weekest' is not a key that stands here. Delete it or mend its spelling.",
        f"{IN_ROW}.text.en (line 38): missing. Add en: here.",
        f"{IN_ROW}.scale (line 38): 'three' is not in scales. Add it there or mend the code.",
        f"{IN_O2}.code (line 61): 'o1' is used twice. Codes must be unique in a file.",
        f"{IN_O2}.agrees_with (line 61): names the item itself. Name the one that it must follow.",
    ]


def test_every_problem_is_said_in_thai_too(folder):
    swaps = [("weakest: 1\n", ""), ("ties: up", "ties: down")]

    assert folder.refusal(*swaps, language="th") == [
        "weakest (บรรทัด 1): ขาดค่านี้ โปรดเพิ่ม weakest:",
        "rounding.ties (บรรทัด 7): 'down' ไม่ใช่ค่าที่ใช้ได้ เลือกจาก up or even",
    ]


def test_a_code_that_is_no_text_is_told_what_yaml_made_of_it(folder):
    assert folder.refusal(("code: o2", "code: no")) == [
        f'{IN_O2}.code (line 61): was read as False. Write a code between quotes, such as "1" or "yes".'
    ]


def test_a_mapping_where_another_kind_belongs_is_named(folder):
    assert folder.refusal(("owner_groups:\n  admin: {th: ก, en: A}", "owner_groups: admin"))[0] == (
        "owner_groups (line 13): must be keys with values (key: value), not 'admin'."
    )


@pytest.mark.parametrize("code", ["xx", "2570", "xx-70", "Xx-2570", "xx_2570", "xx-2570/../yy-2570"])
def test_the_code_is_a_body_and_a_year(folder, code):
    assert folder.refusal(
        ("framework: xx-2570", f"framework: {code}x"), ('xx-2570: "52.00"', 'oit: "60.00"')
    )[0] == (
        f"framework (line 1): '{code}x' cannot be a code. Write the assessing body and the year, "
        "like obec-2565 or obec-2566-draft."
    )


def test_the_code_is_the_name_of_the_file(folder):
    assert folder.refusal(name="yy-2570") == [
        "framework (line 1): is 'xx-2570' but the file is yy-2570.yaml. Make the two the same."
    ]


def test_a_file_without_a_code_is_not_said_to_have_a_wrong_one(folder):
    assert folder.refusal(("framework: xx-2570\n", ""), (', printed: {xx-2570: "52.00"}', "")) == [
        "framework (line 1): missing. Add framework: here."
    ]


def test_only_a_draft_may_lack_parts(folder, small):
    bare = small[: small.index("        sub_indicators:")] + small[small.index("worked_examples:") :]
    bare = bare.replace(", failed: [o1]", "")

    assert folder.refusal(text=bare) == [
        "instruments[1].indicators[0] (line 46): '9' has no parts. Only a draft (draft: true) may lack them."
    ]
    draft = folder.load(*[(small, bare.replace("body: xx", "body: xx\ndraft: true"))])
    assert draft.is_draft
    assert draft.part("9").parts == ()


def test_a_scale_needs_two_choices_that_count(folder):
    swaps = [(', points: "100"}', "}"), (', points: "0"}\n    -', "}\n    -")]
    row = "instruments[0].indicators[0].questions[0].rows[1]"

    assert folder.refusal(*swaps) == [
        "scales.two (line 19): needs at least two choices that count. Give them points.",
        f"{row}.reversed (line 39): no choice of the scale 'two' counts, so it cannot be reversed. {GIVE}",
    ]


def test_a_weight_of_nothing_is_refused(folder):
    swaps = [('weight: "0.4"', 'weight: "0"'), ('weight: "0.6"', 'weight: "1"')]

    assert folder.refusal(*swaps) == [
        "instruments (line 23): one has the weight 0. Give it a weight or take it out."
    ]


def test_shapes_that_are_no_list_do_not_stop_the_other_checks(folder):
    swaps = [
        ("grades:\n", "grades: 5\nold_grades:\n"),
        ("counts: [1, 0, 5]", "counts: 5"),
        ("failed: [o1]", "failed: o1"),
    ]

    assert [line.partition(" (")[0] for line in folder.refusal(*swaps)] == [
        "grades",
        "old_grades",
        "worked_examples[0].failed",
        "worked_examples[1].counts",
        "worked_examples[1]",
        "worked_examples[2].grade",
    ]


def test_a_scale_without_choices_is_told(folder):
    start = "  two:\n"
    assert folder.refusal((start, "  none:\n  two:\n"))[0] == (
        "scales.none (line 19): must be a list (lines that begin with -), not None."
    )
