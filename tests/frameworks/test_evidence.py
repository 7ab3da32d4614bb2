"""What a machine is to look for, as the file says it."""

import pytest

from prongsai.core.checks import Check, Rule
from prongsai.frameworks import library
from prongsai.frameworks.differences import diff

IN_O1 = "instruments[1].indicators[0].sub_indicators[0].items[0].elements[0].check"
ELEMENT = '{code: chart, must: required, text: {th: "ปี {year_be}", en: "of {year_before_be}"}}'
SCORING = {
    "nacc-2565": "e8962a9c3c367901dd08d61ccb7d39a64554ad1953f79f2968b85120964d33fa",
    "nacc-2567-draft": "aa3a776b0914017338f85a35e18f0a5025bf14a3da5160b04234a9d8d7c15bd4",
    "obec-2565": "e8962a9c3c367901dd08d61ccb7d39a64554ad1953f79f2968b85120964d33fa",
    "obec-2566-draft": "e8962a9c3c367901dd08d61ccb7d39a64554ad1953f79f2968b85120964d33fa",
    "obec-2567-draft": "e8962a9c3c367901dd08d61ccb7d39a64554ad1953f79f2968b85120964d33fa",
}
TIMELESS = "it has no such time to look for."


def checked(*checks, agrees="", period="this_year"):
    """Swaps that give the only element of O1 these checks."""
    swaps = [(ELEMENT, ELEMENT[:-1] + f", check: [{', '.join(checks)}]" + "}")]
    swaps += [("use: analysis", f"agrees_with: {agrees}")] if agrees else []
    return [*swaps, ("period: this_year", f"period: {period}")]


EVERY = [
    "{rule: words, any: [แผน, โครงการ], least: 2}",
    '{rule: words, any: ["ปี {year_be}"]}',
    "{rule: columns, columns: [[งบ, budget], [ผล]]}",
    "{rule: rows, none: [ไม่มี]}",
    "{rule: activities, least: 5}",
    "{rule: language, language: en}",
    "{rule: follows}",
    "{rule: apart, items: [o2]}",
    *(f"{{rule: {rule}}}" for rule in ("months", "year", "email", "phone", "fax", "picture", "map")),
    *(
        f"{{rule: {rule}}}"
        for rule in ("person_names", "executive", "from_main_site", "takes_text", "by_eye")
    ),
]


def test_every_rule_is_read_with_what_it_asks(folder):
    (element,) = folder.load(*checked(*EVERY, agrees="o2")).item("o1").elements

    assert element.checks[:8] == (
        Check(rule=Rule.WORDS, any=("แผน", "โครงการ"), least=2),
        Check(rule=Rule.WORDS, any=("ปี 2570",)),
        Check(rule=Rule.COLUMNS, columns=(("งบ", "budget"), ("ผล",))),
        Check(rule=Rule.ROWS, none=("ไม่มี",)),
        Check(rule=Rule.ACTIVITIES, least=5),
        Check(rule=Rule.LANGUAGE, language="en"),
        Check(rule=Rule.FOLLOWS, least=60),
        Check(rule=Rule.APART, items=("o2",)),
    )
    assert {check.rule for check in element.checks} == set(Rule)
    assert all(check == Check(rule=check.rule) for check in element.checks[8:])


FAULTS = [
    ("{rule: word}", "[0].rule", f"'word' is not one of {', '.join(list(Rule)[:-1])} or by_eye."),
    ("{rule: words}", "[0]", "the rule words needs any. Add it."),
    ("{rule: words, any: []}", "[0].any", "empty. Fill it in."),
    (
        "{rule: words, any: ['{year}']}",
        "[0].any[0]",
        "only {year_be} and {year_before_be} can stand in braces.",
    ),
    ("{rule: words, any: [a], least: 2}", "[0].least", "must be 1 to 1, not 2. Correct the number."),
    ("{rule: rows, least: 0}", "[0].least", "must be 1 to 1000, not 0. Correct the number."),
    ("{rule: follows, least: 101}", "[0].least", "must be 1 to 100, not 101. Correct the number."),
    ("{rule: columns}", "[0]", "the rule columns needs columns. Add it."),
    ("{rule: columns, columns: [[]]}", "[0].columns[0]", "empty. Fill it in."),
    ("{rule: activities}", "[0]", "the rule activities needs least. Add it."),
    ("{rule: language, language: de}", "[0].language", "'de' is not one of th or en."),
    ("{rule: email, least: 2}", "[0].least", "least does not belong to the rule email. Take it out."),
    (
        "{rule: email, lest: 2}",
        "[0].lest",
        "'lest' is not a key that stands here. Delete it or mend its spelling.",
    ),
    (
        "{rule: apart, items: [o7]}",
        "[0].items[0]",
        "no item of this framework has the code 'o7'. Mend the code.",
    ),
    ("{rule: apart, items: [o1]}", "[0].items[0]", "names the item itself. Name another one."),
]


@pytest.mark.parametrize(("check", "place", "says"), FAULTS, ids=[check for check, *_ in FAULTS])
def test_one_fault_gives_one_sentence_with_its_place(folder, check, place, says):
    assert folder.refusal(*checked(check, agrees="o2")) == [f"{IN_O1}{place} (line 60): {says}"]


def test_what_follows_needs_an_item_to_follow(folder):
    assert folder.refusal(*checked("{rule: follows}")) == [
        f"{IN_O1}[0].rule (line 60): works only in an item with agrees_with, which says what it must follow."
    ]


@pytest.mark.parametrize(
    ("rule", "period"), [("year", "standing"), ("year", "present_executive"), ("months", "in_force")]
)
def test_a_time_is_looked_for_only_where_there_is_one(folder, rule, period):
    assert folder.refusal(*checked(f"{{rule: {rule}}}", period=period)) == [
        f"{IN_O1}[0].rule (line 60): the rule {rule} cannot be in an item of the period {period}: {TIMELESS}"
    ]


def test_everything_is_said_at_once_in_thai_too(folder):
    swaps = checked(
        "{rule: words}", "{rule: map, least: 3}", "{rule: follows, least: 0}", "{rule: apart, items: [o1]}"
    )

    assert folder.refusal(*swaps, language="th") == [
        f"{IN_O1}[0] (บรรทัด 60): กฎแบบ words ต้องมี any โปรดเพิ่ม",
        f"{IN_O1}[1].least (บรรทัด 60): least ไม่ใช่ของกฎแบบ map โปรดลบออก",
        f"{IN_O1}[2].least (บรรทัด 60): ต้องอยู่ระหว่าง 1 ถึง 100 ไม่ใช่ 0",
        f"{IN_O1}[3].items[0] (บรรทัด 60): ชี้ไปที่ข้อตนเอง โปรดระบุข้ออื่น",
        f"{IN_O1}[2].rule (บรรทัด 60): ใช้ได้เฉพาะข้อที่มี agrees_with ซึ่งบอกว่าต้องตรงกับข้อใด",
    ]


def test_a_check_is_wording_and_scores_nothing(folder):
    before, after = folder.load(), folder.load(*checked("{rule: email}"))

    assert before.scoring_hash == after.scoring_hash
    assert before.wording_hash != after.wording_hash


def test_a_changed_check_is_told_in_one_line(folder):
    first = folder.load(*checked(EVERY[0], EVERY[2]))
    second = folder.load(*checked("{rule: words, any: [แผน]}", EVERY[2], "{rule: map}"))

    assert [each.in_("en") for each in diff(first, second)] == [
        "o1 elements.chart.checks.1: words (any: แผน | โครงการ; least: 2) → words (any: แผน)",
        "o1 elements.chart.checks.3: (none) → map",
    ]
    assert str(second.item("o1").elements[0].checks[1]) == "columns (columns: งบ = budget | ผล)"


def test_a_year_based_on_another_takes_its_checks_or_gives_its_own(folder):
    base = folder.load(*checked("{rule: email}", "{rule: map}")).item("o1").elements[0]
    head = "framework: xx-2571\nyear_be: 2571\nbody: xx\nbased_on: xx-2570\n"
    own = (
        "instruments: [{code: oit, indicators: [{code: '9', sub_indicators: [{code: '9.1', items: "
        "[{code: o1, elements: [{code: chart, check: [{rule: year}]}]}]}]}]}]\n"
    )

    assert folder.load(text=head, name="xx-2571").item("o1").elements[0].checks == base.checks
    assert folder.load(text=head + own, name="xx-2571").item("o1").elements[0].checks == (
        Check(rule=Rule.YEAR),
    )


@pytest.mark.parametrize("code", SCORING)
def test_what_a_machine_looks_for_has_never_changed_a_score(code):
    assert library.load(code).scoring_hash == SCORING[code]
