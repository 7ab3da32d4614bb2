"""`prongsai score`: exact output, every problem at once, exit codes, no database."""

import json
import os
import subprocess
import sys
from fractions import Fraction

import pytest

from prongsai.frameworks import library
from prongsai.terminal.aligned import table, width

OBEC = ("--framework", "obec-2565")
RUN = "import sys; from prongsai.terminal.main import main; main(); print('django' in sys.modules)"
CHOICES = "1 = Very little or not at all, 2 = Little, 3 = Much, 4 = Very much"
LEAVE_EMPTY = "Leave it empty if it was not answered."
USE_VERDICT = "Use 100 or 0 (pass or fail), or leave it empty if it was not reviewed."

PUBLISHED = """\
Total 98.79 of 100  grade AA

instrument  points  brings     of  answered  needed
IIT          97.99   29.40  30.00         –       –
EIT          97.96   29.39  30.00         –       –
OIT         100.00   40.00  40.00         –       –

indicator  name                               points  ±  level  lost     of
        1  Performance of Duties               99.48  –  AA     0.03   6.00
        2  Use of the Budget                   96.09  –  AA     0.23   6.00
        3  Use of Power                        98.46  –  AA     0.09   6.00
        4  Use of State Property               98.15  –  AA     0.11   6.00
        5  Dealing with Corruption             97.77  –  AA     0.13   6.00
        6  Quality of Work                     97.47  –  AA     0.25  10.00
        7  Effectiveness of Communication      98.52  –  AA     0.15  10.00
        8  Improvement of the Way of Working   97.89  –  AA     0.21  10.00
        9  Open Data                          100.00  –  AA     0.00  20.00
       10  Anti-Corruption Practice           100.00  –  AA     0.00  20.00
"""


def lines_after(title, text):
    """The indented lines under a title."""
    rest = text.split(f"\n{title}\n", 1)[1].splitlines()
    return [line.strip() for line in rest[: next((n for n, each in enumerate(rest) if not each), None)]]


def test_published_figures_give_the_published_result(run, indicators):
    code, out, err = run("score", *OBEC, "--indicators", indicators, "--language", "en")

    assert (code, err) == (0, "")
    assert out.split("\n", 1)[1].split("\nRules that")[0] == PUBLISHED


def test_thai_is_the_language_where_none_is_named(run, indicators):
    code, out, _ = run("score", *OBEC, "--indicators", indicators)

    assert code == 0
    assert out.splitlines()[1] == "คะแนนรวม 98.79 จาก 100  ระดับ AA"


def test_the_environment_may_name_the_language(run, indicators, monkeypatch):
    monkeypatch.setenv("PRONGSAI_LANGUAGE", "en")

    assert (
        run("score", *OBEC, "--indicators", indicators)[1].splitlines()[1] == "Total 98.79 of 100  grade AA"
    )


def test_published_figures_and_items_that_disagree_are_said(run, indicators, items):
    code, out, _ = run("score", *OBEC, "--indicators", indicators, "--items", items, "--language", "en")

    assert code == 0
    assert lines_after("Figures that disagree", out) == [
        "Indicator 9: 100.00 was published, but the data brought in give 97.78."
    ]


def test_answers_and_items_give_a_whole_result(run, answers, items):
    files = ("--iit", answers("iit", 40), "--eit", answers("eit", 12), "--oit", items)

    code, out, err = run("score", *OBEC, *files, "--population", "iit=73", "--language", "en")

    # i1.1: 38 of 40 chose the best, so 95; mean with i1.2 97.5; one of six questions of indicator 1: 99.58
    assert (code, err) == (0, "")
    assert out.splitlines()[1] == "Total 99.36 of 100  grade AA"
    assert "IIT          99.92   29.98  30.00        40      30" in out
    assert "EIT          99.44   29.83  30.00        12       –" in out
    assert "IIT" in lines_after("Respondents", out)[0]


def test_an_incomplete_result_says_what_is_missing_and_ends_with_3(run, items):
    code, out, _ = run("score", *OBEC, "--items", items, "--language", "en")

    assert code == 3
    assert out.splitlines()[1] == "Total –  incomplete"
    assert "OIT               98.89   39.56  40.00" in out
    assert lines_after("Without a figure", out) == [
        "there is neither a published figure nor the data to compute one: IIT and EIT"
    ]


def test_items_that_nobody_reviewed_are_named(run, indicators, write):
    some = write("oit.csv", ("item", "verdict"), *((f"o{n}", "100") for n in range(1, 20)))
    surveys = write(
        "surveys.csv",
        ("indicator", "points"),
        *(line.split(",") for line in indicators.read_text().splitlines()[1:9]),
    )

    code, out, _ = run("score", *OBEC, "--indicators", surveys, "--items", some, "--language", "en")

    assert code == 3
    assert lines_after("Without a figure", out) == [
        "not reviewed yet: O20, O21, O22, O23, O24, O25, O26, O27, O28, O29, O30 and O31 and 12 more"
    ]


def test_few_respondents_are_withheld_and_say_why(run, answers, indicators):
    code, out, _ = run(
        "score", *OBEC, "--iit", answers("iit", 4), "--indicators", indicators, "--language", "en"
    )

    assert code == 0
    assert lines_after("Without a figure", out)[0].startswith("too few people answered")


def test_json_holds_exact_figures_beside_printed_ones_and_the_hashes(run, indicators):
    code, out, _ = run("score", *OBEC, "--indicators", indicators, "--json")
    record, rules = json.loads(out), library.load("obec-2565")

    assert code == 0
    assert record["framework"] == {
        "code": "obec-2565",
        "scoring_sha256": rules.scoring_hash,
        "wording_sha256": rules.wording_hash,
    }
    assert (record["total"], record["grade"]) == ("98.79", "AA")
    assert record["shares"] == {"iit": "29.40", "eit": "29.39", "oit": "40.00"}
    iit = record["score"]["parts"][0]
    assert (iit["points"], iit["printed"]) == ("9799/100", "97.99")
    assert Fraction(record["score"]["points"]) == Fraction("98.785")


def test_explain_shows_the_working(run, indicators):
    code, out, _ = run("score", *OBEC, "--indicators", indicators, "--explain", "EIT", "--language", "en")

    assert code == 0
    assert out.splitlines()[:2] == [
        "EIT: 97.96 = mean of Indicator 6 (97.47), Indicator 7 (98.52) and Indicator 8 (97.89)",
        "  Indicator 6: 97.47 is a published figure",
    ]


def test_explain_refuses_what_has_no_figure(run, indicators):
    assert run("score", *OBEC, "--indicators", indicators, "--explain", "o99", "--language", "en") == (
        *(2, "", "--explain: there is no figure 'o99'.\n"),
    )


def test_every_problem_of_every_file_is_said_at_once(run, write, tmp_path):
    iit = write("iit.csv", ("i1.1", "x9"), ("7", ""))
    oit = write("oit.csv", ("item", "verdict"), ("o1", "perhaps"))

    code, out, err = run(
        *("score", *OBEC, "--iit", iit, "--items", oit, "--indicators", tmp_path / "none.csv"),
        *("--population", "oit=5", "--language", "en"),
    )

    assert (code, out) == (2, "")
    assert [line for line in err.splitlines() if "none.csv" not in line] == [
        "iit.csv has 2 problem(s):",
        "  line 1, column B: no row 'x9'. Head the column with a row code (i1.1 … i30.4) or delete it.",
        f"  line 2, column A (i1.1): '7' is not a choice of this row ({CHOICES}). {LEAVE_EMPTY}",
        "oit.csv has 1 problem(s):",
        f"  line 2, column B (o1): 'perhaps' is not a verdict. {USE_VERDICT}",
        "--population: there is no survey 'oit'. There are iit, eit.",
    ]
    assert "none.csv: cannot be read (No such file or directory)." in err


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ((), "nothing to score: name at least one of --indicators, --items and --survey."),
        (("--population", "iit"), "--population iit: write CODE=VALUE, such as iit=…"),
        (("--population", "iit=many"), "--population: 'many' is not a number of people."),
        (("--survey", "iit=a", "--iit", "b"), "--survey: iit is named more than once."),
    ],
)
def test_wrong_options_are_refused(run, words, sentence):
    code, _, err = run("score", *OBEC, *words, "--language", "en")

    assert code == 2
    assert sentence in err.splitlines()


def test_a_population_smaller_than_its_respondents_is_refused(run, answers):
    code, _, err = run(
        "score", *OBEC, "--iit", answers("iit", 12), "--population", "IIT=๑๐", "--language", "en"
    )

    assert (code, err) == (2, "--population: iit=10 is less than the 12 who answered.\n")


def test_a_framework_that_is_not_there_is_refused_before_anything_is_read(run):
    code, _, err = run("score", "--framework", "obec-1", "--iit", "x", "--language", "en")

    assert code == 2
    assert err.startswith("No framework 'obec-1'. Known: ")


def test_help_names_the_instruments_of_the_framework_on_the_line(run):
    code, out, _ = run("score", *OBEC, "--help", "--language", "en")

    assert code == 0
    assert {"--iit", "--eit", "--oit"} <= set(out.split())


def test_what_was_left_unread_goes_to_standard_error(run, write, indicators):
    iit = write("iit.csv", ("Timestamp", "i1.1"), ("1/1/2565", "4"))

    code, _, err = run("score", *OBEC, "--indicators", indicators, "--iit", iit, "--language", "en")

    assert code == 0
    assert err.splitlines()[0] == (
        "iit.csv: line 1, column A: the column 'Timestamp' was left unread; nothing of it is kept."
    )


@pytest.mark.parametrize(("points", "grade"), [("84.60", "Passed"), ("85", "Passed Well")])
def test_a_grade_may_ask_something_of_each_instrument(run, write, points, grade):
    lines = [("iit", "99.20"), ("eit", points), ("oit", "98.75")]
    file = write("indicators.csv", ("indicator", "points"), *lines)

    _, out, _ = run("score", "--framework", "nacc-2567-draft", "--indicators", file, "--language", "en")

    assert out.splitlines()[1].endswith(f"grade {grade}")


def test_the_command_needs_no_django_and_no_settings(indicators):
    bare = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    words = ["score", *OBEC, "--indicators", str(indicators), "--language", "en"]

    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", RUN, *words],
        capture_output=True,
        text=True,
        env=bare,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[1] == "Total 98.79 of 100  grade AA"
    assert done.stdout.splitlines()[-1] == "False"


def test_thai_marks_take_no_room():
    assert [width(text) for text in ("ที่", "น้ำ", "abc", "กก")] == [1, 2, 3, 2]
    assert table([["ที่", "1.00"], ["กกก", "10.00"]], right={1}) == ["ที่     1.00", "กกก  10.00"]
