"""Answer sheets of people who do not exist: the same ones every time."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from io import StringIO
from random import Random

from prongsai.core.framework import Choice, Framework, Row

NOT_ANSWERED = 0.01  # share of cells left empty
MOOD = 0.04  # how far people differ from each other
RARELY = 3  # yes-or-no questions ask for grave things: doubts weigh a third there


def made_up_answers(
    framework: Framework, instrument: str, *, respondents: int, leaning: Mapping[str, float], seed: int
) -> Iterator[dict[str, Choice]]:
    """Give a sheet a respondent: row code -> choice; rows left empty are not in it.

    leaning  indicator -> how far its answers lean to the good end, 0-1.
    """
    random = Random(seed)  # noqa: S311  # invented people need no secrecy
    columns = _columns(framework, instrument, leaning)
    for _ in range(respondents):
        mood = random.gauss(0, MOOD)
        answers = {row.code: _answer(random, row, lean + mood) for row, lean in columns}
        yield {row: choice for row, choice in answers.items() if choice is not None}


def made_up_sheets(framework: Framework, instrument: str, **people: object) -> bytes:
    """Give the same as a file of answers as an office would bring it in: one line a respondent."""
    rows = [row.code for row in framework.rows_of(instrument)]
    buffer = StringIO(newline="")
    writer = csv.DictWriter(buffer, rows, restval="")
    writer.writeheader()
    for sheet in made_up_answers(framework, instrument, **people):  # type: ignore[arg-type]  # passed on
        writer.writerow({row: choice.label.th for row, choice in sheet.items()})
    return buffer.getvalue().encode()


def _columns(framework: Framework, instrument: str, leaning: Mapping[str, float]) -> list[tuple[Row, float]]:
    indicators = next(each for each in framework.instruments if each.code == instrument).parts
    return [
        (row, leaning[indicator.code])
        for indicator in indicators
        for question in indicator.parts
        for row in question.parts
        if isinstance(row, Row)
    ]


def _answer(random: Random, row: Row, lean: float) -> Choice | None:
    """Choose: one chance to slip for every step of the scale."""
    if random.random() < NOT_ANSWERED:
        return None
    pairs = zip(row.scale.choices, row.choice_points, strict=True)
    counted = sorted(
        ((points, choice) for choice, points in pairs if points is not None), key=lambda pair: pair[0]
    )
    steps = len(counted) - 1
    good = lean if steps > 1 else 1 - (1 - lean) / RARELY
    reached = sum(random.random() < good for _ in range(steps))
    return counted[reached][1]
