"""`prongsai gaps` and `prongsai sample`."""

import pytest

OBEC = ("--framework", "obec-2565")
WEAKEST = """\
Weakest, to mend first
indicator  name                     points  lost     of
        2  Use of the Budget         96.09  0.23   6.00
        6  Quality of Work           97.47  0.25  10.00
        5  Dealing with Corruption   97.77  0.13   6.00
"""


def test_the_three_weakest_of_the_published_figures_stand_first(run, indicators):
    code, out, _ = run("gaps", *OBEC, "--indicators", indicators, "--language", "en")

    assert code == 0
    assert out.startswith(WEAKEST)
    assert "not known by row or item: only published figures were given" in out
    assert "The highest grade is reached (AA)." in out


def test_what_cost_most_is_named_with_its_points(run, answers, items):
    files = ("--iit", answers("iit", 40), "--eit", answers("eit", 12), "--items", items)

    code, out, _ = run("gaps", *OBEC, *files, "--most", "2", "--language", "en")

    # O3: 40 x 1/2 x 1/5 x 1/9 of the total; e1.1: 30 x 1/3 x 1/5 x 1/2 x 1/6
    assert code == 0
    assert out.split("\nWhat cost most (points of the 100)\n")[1].split("\n\n")[0].splitlines() == [
        "O3    Powers and Duties                                 0.44",
        "e1.1  Service by the set steps and within the set time  0.17",
    ]


def test_the_way_to_the_next_grade_names_the_fewest_items(run, write):
    surveys = [(str(number), "90") for number in range(1, 9)]
    passed = [(f"o{n}", "0" if n in (1, 42) else "100") for n in range(1, 44)]

    code, out, _ = run(
        *("gaps", *OBEC, "--indicators", write("a.csv", ("indicator", "points"), *surveys)),
        *("--items", write("b.csv", ("item", "verdict"), *passed), "--language", "en"),
    )

    assert code == 0
    assert "The next grade is AA; the total must rise by 6.44 points." in out


def test_gaps_of_an_incomplete_result_end_with_3(run, items):
    code, out, _ = run("gaps", *OBEC, "--items", items)

    assert code == 3
    assert "ยังไม่มีคะแนน" in out


def test_the_sample_of_73_people_is_30(run):
    code, out, _ = run("sample", *OBEC, "--population", "73", "--instrument", "IIT", "--language", "en")

    assert code == 0
    assert out.splitlines()[0] == "IIT: at least 30 of 73"
    assert out.splitlines()[-1] == "  (no official source confirms this rule yet)"


@pytest.mark.parametrize(
    ("people", "needed"), [("20", 20), ("30", 30), ("301", 31), ("4,000", 400), ("๙๐๐๐", 400)]
)
def test_the_rule_has_a_share_a_floor_and_a_cap(run, people, needed):
    _, out, _ = run(
        "sample", *OBEC, "--population", f"iit={people}", "--instrument", "iit", "--language", "en"
    )

    assert out.startswith(f"IIT: at least {needed} of ")


def test_a_quota_asks_for_the_class_of_the_office(run):
    words = ("sample", "--framework", "nacc-2567-draft", "--instrument", "eit", "--language", "en")

    code, out, _ = run(*words)

    assert code == 3
    assert out.startswith("EIT: name the class of the office with --class, one of: ทต. M, ทต. S, อบต. L,")
    assert run(*words, "--class", "ทต. M")[1].startswith("EIT: at least 70\n")
    assert run(*words, "--class", "X")[0] == 2


def test_a_share_asks_for_the_population(run):
    code, out, _ = run("sample", *OBEC, "--instrument", "iit")

    assert (code, out) == (3, "IIT: ต้องระบุจำนวนผู้มีสิทธิตอบ --population\n")


@pytest.mark.parametrize(
    "words", [("--population", "many"), ("--instrument", "oit"), ("--population", "x=3")]
)
def test_what_is_no_number_or_no_survey_is_refused(run, words):
    assert run("sample", *OBEC, *words)[0] == 2
