"""Two hashes: what a score depends on, and the rest."""

from dataclasses import fields, is_dataclass, replace

import pytest
from hypothesis import given, settings, strategies as st

from prongsai.core import framework as core
from prongsai.core.text import Text
from prongsai.frameworks import hashing, library


@pytest.fixture(scope="module")
def framework():
    return library.load("obec-2565")


SCORING = [
    ('weight: "0.4"', 'weight: "0.5"'),
    ("reversed: true", "reversed: false"),
    ('points: "100"}', 'points: "99"}'),
    ('{code: "1", label', '{code: "0", label'),
    ("code: o2,", "code: o3,"),
    ("places: 2", "places: 1"),
    ("ties: up", "ties: even"),
    ('total: "50"', 'total: "51"'),
    ('pass_mark: "85"', 'pass_mark: "80"'),
    ("floor: 30", "floor: 25"),
    ("weakest: 1", "weakest: 2"),
    ("use: analysis", "not_applicable: true"),
]
WORDING = [
    ("name: {th: ก, en: A}\nprov", "name: {th: ค, en: A}\nprov"),
    ("text: {th: ก, en: A}", "text: {th: ค, en: A}"),
    ("label: {th: มาก, en: Much}", "label: {th: มาก, en: A lot}"),
    ("must: required", "must: example"),
    ("period: this_year", "period: standing"),
    ("dataset: plan.annual", "dataset: plan.other"),
    ("ends_on: 2027-02-28", "ends_on: 2027-02-27"),
    ("confidence: practice", "confidence: verified"),
    ("confidence: verified, who: {th: ก", "confidence: verified, who: {th: ค"),
    ("about: half", "about: one of two"),
]


@pytest.mark.parametrize("swap", SCORING)
def test_what_a_score_depends_on_changes_the_scoring_hash_only(folder, swap):
    other = [('weight: "0.6"', 'weight: "0.5"')] if swap[0] == 'weight: "0.4"' else []
    before, after = folder.load(), folder.load(swap, *other)

    assert before.scoring_hash != after.scoring_hash
    if swap[0] not in ("code: o2,", '{code: "1", label', "use: analysis"):  # these are wording too
        assert before.wording_hash == after.wording_hash


@pytest.mark.parametrize("swap", WORDING)
def test_wording_changes_the_wording_hash_only(folder, swap):
    before, after = folder.load(), folder.load(swap)

    assert before.scoring_hash == after.scoring_hash
    assert before.wording_hash != after.wording_hash


def test_the_same_rules_under_another_name_score_alike():
    one, other = library.load("obec-2565"), library.load("obec-2566-draft")

    assert one.scoring_hash == other.scoring_hash
    assert one.wording_hash != other.wording_hash


def reworded(value, word):
    """The same with every text another."""
    if isinstance(value, Text):
        return Text(word, word)
    if is_dataclass(value):
        changes = {f.name: reworded(getattr(value, f.name), word) for f in fields(value) if f.init}
        return replace(value, **changes)
    if isinstance(value, dict):
        return {key: reworded(each, word) for key, each in value.items()}
    return tuple(reworded(each, word) for each in value) if isinstance(value, tuple) else value


@settings(max_examples=25, deadline=None)
@given(word=st.text(max_size=20).filter(lambda word: word != "ก"))
def test_no_wording_whatever_changes_a_score(word):
    framework = library.load("obec-2565")
    other = reworded(framework, word)

    assert hashing.scoring_hash(other) == framework.scoring_hash
    assert hashing.wording_hash(other) != framework.wording_hash


def test_every_field_named_is_a_field():
    for part, names in hashing.SCORING.items():
        assert names <= {field.name for field in fields(part)}, part


def test_every_part_of_the_tree_says_what_of_it_scores():
    told = {part for part in hashing.SCORING if part.__module__ == core.__name__}

    assert told == set(hashing.SCORING)
    assert {type(part) for part in library.load("obec-2565").walk()} <= told


def test_exact_figures_are_hashed_as_texts(framework):
    plain = hashing.plain(framework, scoring=True)

    assert plain["instruments"][0]["weight"] == "3/10"
    assert plain["scales"]["level4"]["choices"][1] == {"code": "2", "points": "100/3"}
    assert plain["rounding"] == {"places": 2, "ties": "up", "parts_first": False}
