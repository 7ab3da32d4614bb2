"""A folder of files that an office could bring, and the command run within this process."""

import csv

import pytest

from prongsai.frameworks import library
from prongsai.terminal.main import VARIABLE, main

POINTS = ("99.48", "96.09", "98.46", "98.15", "97.77", "97.47", "98.52", "97.89", "100", "100")


@pytest.fixture
def run(capsys, monkeypatch):
    """Give exit code, standard output and standard error of a command."""
    monkeypatch.delenv(VARIABLE, raising=False)

    def run(*words):
        try:
            code = main([str(word) for word in words])
        except SystemExit as ended:
            code = ended.code
        told = capsys.readouterr()
        return code, told.out, told.err

    return run


@pytest.fixture
def write(tmp_path):
    """Write lines as a CSV file."""

    def write(name, *lines):
        path = tmp_path / name
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(lines)
        return path

    return write


@pytest.fixture
def indicators(write):
    """The ten published figures of the worked example of obec-2565."""
    return write("indicators.csv", ("indicator", "points"), *enumerate(POINTS, start=1))


@pytest.fixture
def items(write):
    """Every item passed but O3."""
    rest = [(item.code, "100", "") for item in library.load("obec-2565").items if item.code != "o3"]
    return write("oit.csv", ("item", "verdict", "remark"), ("O3", "ไม่ผ่าน", "ลิงก์เสีย"), *rest)


@pytest.fixture
def answers(write):
    """Write the sheets of so many people who all choose the best, but for the first two of i1.1."""

    def answers(survey, many):
        rows = library.load("obec-2565").rows_of(survey)
        best = [row.scale.choices[row.choice_points.index(100)].code for row in rows]
        sheets = [list(best) for _ in range(many)]
        for sheet in sheets[:2]:
            sheet[0] = "1"
        return write(f"{survey}.csv", [row.code for row in rows], *sheets)

    return answers
