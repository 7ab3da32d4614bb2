"""Every framework there is carries figures that must come out. A new file brings its own tests."""

import pytest

from prongsai.frameworks import examples, library

EXAMPLES = [
    pytest.param(path, index, id=f"{path.stem}: {example.about}")
    for path in library.files()
    for index, example in enumerate(library.load(path.stem).worked_examples)
]


@pytest.mark.parametrize(("path", "index"), EXAMPLES)
def test_what_must_come_out_comes_out(path, index):
    framework = library.load(path.stem)
    outcomes = list(examples.outcomes(framework, framework.worked_examples[index]))

    assert outcomes
    assert [actual for _, _, actual in outcomes] == [expected for _, expected, _ in outcomes]


@pytest.mark.parametrize("path", library.files(), ids=lambda path: path.stem)
def test_every_framework_has_worked_examples(path):
    assert library.load(path.stem).worked_examples


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('"50.00"', '"50.01"', "worked_examples[0].printed.9: gives 50.00, not 50.01."),
        ('points: "0"}\n  -', 'points: "1"}\n  -', "worked_examples[1].points: gives 0, not 1."),
        ("counts: [1, 0, 5]", "counts: [0, 0, 5]", "worked_examples[1].points: gives no figure, not 0."),
        ('"52.00"', '"52.01"', "worked_examples[2].printed.xx-2570: gives 52.00, not 52.01."),
        ('"36.00"', '"36.01"', "worked_examples[2].shares.oit: gives 36.00, not 36.01."),
        ("grade: A}", "grade: F}", "worked_examples[2].grade: gives A, not F."),
        ('"9": "50.00"}', '"1": "50.00"}', "worked_examples[0].printed.1: gives no figure, not 50.00."),
        (
            "printed: {",
            "printed: {xx-2570: '5', ",
            "worked_examples[0].printed.xx-2570: gives no figure, not 5.",
        ),
        (
            "printed: {",
            "shares: {iit: '5'}, printed: {",
            "worked_examples[0].shares.iit: gives no figure, not 5.",
        ),
        ("printed: {", "grade: A, printed: {", "worked_examples[0].grade: gives no figure, not A."),
    ],
)
def test_a_figure_that_does_not_come_out_is_named(folder, old, new, says):
    (failure,) = examples.failures(folder.load((old, new)))

    assert failure.in_("en", file="xx-2570.yaml") == f"{says} Correct the figure or the rules."


def test_the_same_figure_written_otherwise_comes_out(folder):
    assert examples.failures(folder.load(('points: "0"}\n  -', 'points: "0.00"}\n  -'))) == ()
