"""What a framework file says of the streams of a survey."""

import pytest

from prongsai.core.framework import Combine, Combining, Confidence
from prongsai.core.text import Text
from prongsai.frameworks import library
from prongsai.frameworks.differences import diff

SURVEY = '    kind: survey\n    weight: "0.4"\n'
NOTE = "note: {th: ก, en: A}"
HASHES_BEFORE_STREAMS = {
    "nacc-2565": "e8962a9c3c367901dd08d61ccb7d39a64554ad1953f79f2968b85120964d33fa",
    "nacc-2567-draft": "aa3a776b0914017338f85a35e18f0a5025bf14a3da5160b04234a9d8d7c15bd4",
    "obec-2565": "e8962a9c3c367901dd08d61ccb7d39a64554ad1953f79f2968b85120964d33fa",
    "obec-2566-draft": "e8962a9c3c367901dd08d61ccb7d39a64554ad1953f79f2968b85120964d33fa",
}


def streams(combine, confidence="practice", note=NOTE):
    said = f"{{combine: {combine}, confidence: {confidence}, {note}}}".replace(", }", "}")
    return (SURVEY, f"{SURVEY}    streams: {said}\n")


def test_a_file_that_says_nothing_pools_and_is_not_sure(folder):
    assert folder.load().instruments[0].combining == Combining(
        rule=Combine.POOLED, confidence=Confidence.UNVERIFIED, note=Text("")
    )


def test_a_file_may_say_how_streams_come_together(folder):
    said = folder.load(streams("equal"))

    assert said.instruments[0].combining == Combining(
        rule=Combine.EQUAL, confidence=Confidence.PRACTICE, note=Text("ก", "A")
    )
    assert said.equal_rows == {"i1.1", "i1.2"}
    assert folder.load(streams("pooled")).equal_rows == set()


def test_only_another_rule_changes_the_scoring_hash(folder):
    silent, pooled, equal = folder.load(), folder.load(streams("pooled")), folder.load(streams("equal"))
    plain = folder.load(streams("pooled", "unverified", ""))

    assert silent.scoring_hash == pooled.scoring_hash != equal.scoring_hash
    assert silent.wording_hash == plain.wording_hash != pooled.wording_hash


@pytest.mark.parametrize("code", HASHES_BEFORE_STREAMS)
def test_files_from_before_streams_score_under_the_hash_that_was_pinned(code):
    assert library.load(code).scoring_hash == HASHES_BEFORE_STREAMS[code]


def test_a_change_of_the_rule_is_named(folder):
    before, after = folder.load(streams("pooled")), folder.load(streams("equal"))

    assert [each.in_("en") for each in diff(before, after)] == ["iit combining.rule: pooled → equal"]


def test_a_year_that_is_based_on_another_may_change_the_rule_alone(folder, small):
    folder.write(small, streams("pooled"))
    later = folder.load(
        text="framework: xx-2571\nyear_be: 2571\nbody: xx\nbased_on: xx-2570\n"
        "instruments:\n  - {code: iit, streams: {combine: equal}}\n",
        name="xx-2571",
    )

    assert later.instruments[0].combining == Combining(
        rule=Combine.EQUAL, confidence=Confidence.PRACTICE, note=Text("ก", "A")
    )


@pytest.mark.parametrize(
    ("swap", "says"),
    [
        (
            streams("mixed"),
            "instruments[0].streams.combine (line 29): 'mixed' is not one of pooled",
        ),
        (streams("equal", note="why: x"), "instruments[0].streams.why (line 29): 'why' is not a key"),
        (
            ("    kind: items\n", "    kind: items\n    streams: {combine: equal, confidence: practice}\n"),
            "instruments[1].streams (line 44): an instrument of items has no streams of answers.",
        ),
    ],
)
def test_what_cannot_be_is_refused_in_words(folder, swap, says):
    assert folder.refusal(swap)[0].startswith(says)


def test_how_eit_streams_come_together_officially_is_not_known():
    eit = library.load("obec-2565").part("eit").combining

    assert (eit.rule, eit.confidence) == (Combine.POOLED, Confidence.UNVERIFIED)
    assert "No official text was found" in eit.note.en
