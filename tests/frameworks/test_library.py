"""Finding and loading frameworks."""

import os
import pickle
from fractions import Fraction

import pytest

from prongsai.core.framework import Confidence, SampleRule
from prongsai.core.text import Text
from prongsai.frameworks import library
from prongsai.frameworks.problems import FrameworkError, UnknownFramework


@pytest.fixture
def own(folder, monkeypatch):
    monkeypatch.setenv("FRAMEWORKS_DIR", str(folder.path))
    return folder


def test_the_files_that_come_with_prongsai_are_known(monkeypatch):
    monkeypatch.delenv("FRAMEWORKS_DIR", raising=False)

    assert library.codes() == (
        "nacc-2565",
        "nacc-2567-draft",
        "obec-2565",
        "obec-2566-draft",
        "obec-2567-draft",
    )


def test_a_folder_of_ones_own_adds_to_them(own):
    own.write()

    assert "xx-2570" in library.codes()
    assert library.load("xx-2570").name == Text(th="ก", en="A")


def test_the_variable_is_read_at_each_call(own, monkeypatch):
    own.write()
    monkeypatch.delenv("FRAMEWORKS_DIR")

    with pytest.raises(UnknownFramework):
        library.load("xx-2570")


def test_a_framework_is_read_once(own):
    own.write()

    assert library.load("xx-2570") is library.load("xx-2570")


def test_a_file_that_changed_is_read_again(own):
    path = own.write()
    first = library.load("xx-2570")
    own.write(path.read_text(), ('pass_mark: "85"', 'pass_mark: "80"'))
    os.utime(path, ns=(1, 1))

    assert (first.pass_mark, library.load("xx-2570").pass_mark) == (85, 80)


def test_an_unknown_code_names_the_known_ones(monkeypatch):
    monkeypatch.delenv("FRAMEWORKS_DIR", raising=False)
    with pytest.raises(UnknownFramework) as unknown:
        library.load("obec-2500")

    assert str(unknown.value) == (
        "No framework 'obec-2500'. Known: nacc-2565, nacc-2567-draft, obec-2565, obec-2566-draft, "
        "obec-2567-draft. A file of "
        "your own ends in .yaml and stands in the folder that FRAMEWORKS_DIR names."
    )
    assert unknown.value.in_("th").startswith("ไม่มีกรอบการประเมิน 'obec-2500'")


@pytest.mark.parametrize("code", ["../rules/obec-2565", "", "/etc/passwd", "obec-2565.yaml"])
def test_a_code_is_no_path(code):
    with pytest.raises(UnknownFramework):
        library.load(code)


def test_a_name_that_is_taken_is_a_problem(own):
    own.write(name="obec-2565")

    with pytest.raises(FrameworkError) as clash:
        library.load("obec-2565")
    assert str(clash.value) == (
        "obec-2565.yaml has 1 problem(s):\n"
        "  the name obec-2565 belongs to a file that comes with Prongsai. Give the file and its framework "
        "another, such as obec-2565-own."
    )


def test_a_variable_that_names_no_folder_is_a_problem(monkeypatch):
    monkeypatch.setenv("FRAMEWORKS_DIR", "/nowhere/at/all")

    with pytest.raises(FrameworkError) as wrong:
        library.codes()
    assert str(wrong.value) == (
        "FRAMEWORKS_DIR has 1 problem(s):\n"
        "  '/nowhere/at/all' is not a folder. Make it, or take the variable FRAMEWORKS_DIR away."
    )


def test_an_error_keeps_its_problems_when_it_is_sent_elsewhere(folder):
    with pytest.raises(FrameworkError) as refused:
        folder.load(("weakest: 1\n", ""))

    assert pickle.loads(pickle.dumps(refused.value)).problems == refused.value.problems  # noqa: S301  # our own bytes


def test_what_a_file_says_is_what_the_framework_holds(folder):
    framework = folder.load()

    assert (framework.code, framework.body, framework.year_be, framework.measures_year_be) == (
        *("xx-2570", "xx", 2570, 2571),
    )
    assert [instrument.weight for instrument in framework.instruments] == [Fraction(2, 5), Fraction(3, 5)]
    assert [row.weight for row in framework.rows] == [Fraction(1, 2), Fraction(1, 2)]
    assert framework.part("i1.2").choice_points == (100, 0, None)
    assert framework.item("o2").agrees_with == "o1"
    assert framework.item("o1").elements[0].is_required
    assert framework.confidence("items") is Confidence.PRACTICE
    assert framework.confidence("grades") is Confidence.UNVERIFIED
    assert framework.owner_groups == {"admin": Text(th="ก", en="A")}
    assert [stage.code for stage in framework.calendar] == ["answer", "review"]


def test_weights_of_rows_may_be_given(folder):
    swaps = [
        ("{code: i1.1, scale: two,", "{code: i1.1, weight: '1/3', scale: two,"),
        ("{code: i1.2, scale: two,", "{code: i1.2, weight: '2/3', scale: two,"),
    ]

    assert [row.weight for row in folder.load(*swaps).rows] == [Fraction(1, 3), Fraction(2, 3)]


def test_a_quota_is_by_class(folder):
    share = 'rule: share, percent: "10", floor: 30, cap: 400, cap_above: 4000'
    sampling = folder.load((share, "rule: quota, quotas: {S: 60, M: 70}")).instruments[0].sampling

    assert (sampling.rule, sampling.quotas) == (SampleRule.QUOTA, {"S": 60, "M": 70})


def test_a_share_may_have_no_cap(folder):
    sampling = folder.load((", cap: 400, cap_above: 4000", "")).instruments[0].sampling

    assert (sampling.percent, sampling.floor, sampling.cap, sampling.cap_above) == (10, 30, None, None)
