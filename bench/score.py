"""How long a nation takes: 1.35 million invented sheets of 8,317 bodies, from SQLite to the last rank.

Every measurement runs in a process of its own, so that its peak memory is its own.
Run: python bench/score.py
"""

from __future__ import annotations

import resource
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import numpy as np

from prongsai.core.framework import Framework, Row
from prongsai.core.result import assess
from prongsai.frameworks import library
from prongsai.score import nation
from prongsai.score.tally import Tally, Verdicts, tally

SEED = 2565
BODIES = 8_317
SHEETS = {"iit": 450_000, "eit": 900_000}
RULES = "obec-2565"
RESULTS = Path(__file__).parent / "results" / "score.md"
TIMES = 3
PASSED = 0.85  # share of the items that were given 100
Sheets = dict[str, tuple[Any, Any]]


def make(path: Path) -> None:
    """Write the sheets in the order they might have come in, and the verdicts, always the same."""
    framework, chance = library.load(RULES), np.random.default_rng(SEED)
    with sqlite3.connect(path) as db:
        db.execute(
            "CREATE TABLE sheet (body_id INTEGER NOT NULL, instrument TEXT NOT NULL, answers BLOB NOT NULL)"
        )
        db.execute("CREATE TABLE verdict (body_id INTEGER PRIMARY KEY, marks BLOB NOT NULL)")
        for survey, many in SHEETS.items():
            bodies = np.concatenate([np.arange(BODIES), chance.integers(0, BODIES, many - BODIES)])
            chance.shuffle(bodies)
            answers = np.stack([_answers(row, many, chance) for row in framework.rows_of(survey)], axis=1)
            rows = zip(bodies.tolist(), (each.tobytes() for each in answers), strict=True)
            db.executemany(
                "INSERT INTO sheet VALUES (?, ?, ?)", ((body, survey, sheet) for body, sheet in rows)
            )
        marks = 1 + (chance.random((BODIES, len(framework.items))) < PASSED).astype(np.uint8)
        db.executemany("INSERT INTO verdict VALUES (?, ?)", enumerate(each.tobytes() for each in marks))
    db.close()


def _answers(row: Row, many: int, chance: Any) -> Any:
    """Lean towards the good end of the scale; one in fifty does not answer."""
    likely = np.array([1.0 if points is None else 0.5 + float(points) / 25 for points in row.choice_points])
    shares = np.concatenate([[0.02], 0.98 * likely / likely.sum()])
    return chance.choice(len(shares), many, p=shares).astype(np.uint8)


def read(path: Path) -> tuple[Sheets, Verdicts]:
    framework = library.load(RULES)
    with sqlite3.connect(path) as db:
        found = {survey: _sheets(db, survey) for survey in SHEETS}
        marks = b"".join(each for (each,) in db.execute("SELECT marks FROM verdict ORDER BY body_id"))
    db.close()
    items = tuple(item.code for item in framework.items)
    return found, Verdicts(items, np.frombuffer(marks, np.uint8).reshape(BODIES, len(items)))


def _sheets(db: sqlite3.Connection, survey: str) -> tuple[Any, Any]:
    """Few rows at a time: a list of a million would be walked again and again by Python's collector."""
    bodies, answers = [], []
    found = db.execute("SELECT body_id, answers FROM sheet WHERE instrument = ?", [survey])
    while rows := found.fetchmany(500):
        ids, sheets = zip(*rows, strict=True)
        bodies.append(np.array(ids, np.int32))
        answers.append(b"".join(sheets))
    whole = np.concatenate(bodies)
    return whole, np.frombuffer(b"".join(answers), np.uint8).reshape(len(whole), -1)


def count(framework: Framework, sheets: Sheets) -> dict[str, Tally]:
    return {
        survey: tally(framework.rows_of(survey), bodies, answers, size=BODIES)
        for survey, (bodies, answers) in sheets.items()
    }


def bare_bincount(sheets: Sheets) -> None:
    """One count of every (row, choice), without bodies: the least that NumPy can do with these bytes."""
    for _, answers in sheets.values():
        np.bincount((answers + 8 * np.arange(answers.shape[1], dtype=np.int64)).ravel())


def row_means(framework: Framework, tallies: dict[str, Tally]) -> dict[str, Any]:
    """[body, row] mean points of every row, from the counts."""
    found = {}
    for survey, each in tallies.items():
        points = _points(framework, survey)[:, 1:]
        weights = np.stack(
            [np.nan_to_num(points), ~np.isnan(points)], axis=2
        )  # [row, choice, (points, counted)]
        sums = each.counts.transpose(1, 0, 2).astype(float) @ weights
        found[survey] = (sums[..., 0] / sums[..., 1]).T
    return found


def pandas_means(framework: Framework, sheets: Sheets) -> dict[str, Any]:
    """The same means from the same bytes: points of every answer as a table, grouped by body."""
    import pandas as pd  # noqa: PLC0415  # only this measurement pays for it

    found = {}
    for survey, (bodies, answers) in sheets.items():
        points = _points(framework, survey)
        table = pd.DataFrame(points[np.arange(len(points)), answers])
        found[survey] = table.groupby(bodies).mean().to_numpy()
    return found


def _points(framework: Framework, survey: str) -> Any:
    """[row, byte] points; NaN where a byte gives none."""
    rows = framework.rows_of(survey)
    found = np.full((len(rows), 1 + max(len(row.scale.choices) for row in rows)), np.nan)
    for place, row in enumerate(rows):
        for byte, points in enumerate(row.choice_points, start=1):
            found[place, byte] = np.nan if points is None else float(points)
    return found


def all_standings(path: Path) -> Iterator[float]:
    begun = perf_counter()
    framework = library.load(RULES)
    sheets, verdicts = read(path)
    nation.standings(framework, count(framework, sheets), verdicts)
    yield perf_counter() - begun


def all_scores(path: Path) -> Iterator[float]:
    begun = perf_counter()
    framework = library.load(RULES)
    sheets, verdicts = read(path)
    for _ in nation.scores(framework, count(framework, sheets), verdicts):
        pass
    yield perf_counter() - begun


def only_read(path: Path) -> Iterator[float]:
    begun = perf_counter()
    read(path)
    yield perf_counter() - begun


def only_bytes(path: Path) -> Iterator[float]:
    """The file's bytes from the disk's cache, without SQLite."""
    begun = perf_counter()
    path.read_bytes()
    yield perf_counter() - begun


def only_bincount(path: Path) -> Iterator[float]:
    sheets, _ = read(path)
    for _ in range(TIMES):
        begun = perf_counter()
        bare_bincount(sheets)
        yield perf_counter() - begun


def our_means(path: Path) -> Iterator[float]:
    framework, (sheets, _) = library.load(RULES), read(path)
    for _ in range(TIMES):
        begun = perf_counter()
        row_means(framework, count(framework, sheets))
        yield perf_counter() - begun


def means_by_pandas(path: Path) -> Iterator[float]:
    framework, (sheets, _) = library.load(RULES), read(path)
    for _ in range(TIMES):
        begun = perf_counter()
        theirs = pandas_means(framework, sheets)
        yield perf_counter() - begun
    ours = row_means(framework, count(framework, sheets))
    assert all(np.allclose(ours[survey], theirs[survey], rtol=0, atol=1e-9) for survey in SHEETS)


def one_body(path: Path) -> Iterator[float]:
    framework, (sheets, verdicts) = library.load(RULES), read(path)
    inputs = nation.inputs(count(framework, sheets), verdicts, 0)
    for _ in range(20):
        begun = perf_counter()
        assess(framework, inputs)
        yield perf_counter() - begun


STEPS: dict[str, tuple[str, Callable[[Path], Iterator[float]]]] = {
    "bytes": ("reading the file's bytes", only_bytes),
    "bincount": ("one bare np.bincount of all answers", only_bincount),
    "read": ("reading sheets and verdicts from SQLite", only_read),
    "standings": ("every indicator, total, grade and rank, reading included", all_standings),
    "scores": ("every row's Score, reading included", all_scores),
    "ours": ("row means of every body, from the bytes", our_means),
    "pandas": ("the same row means by a pandas group-by", means_by_pandas),
    "one": ("one body, with everything that is shown of it", one_body),
}


def measured(step: str, path: Path) -> tuple[float, float]:
    """Median seconds of a step, and the peak memory of its process in MiB."""
    seconds = median(STEPS[step][1](path))
    return seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "nation.sqlite3"
        make(path)
        found = {}
        for step in STEPS:
            # One task a process, and one process at a time.
            with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as alone:
                found[step] = alone.submit(measured, step, path).result()
    told = report(found)
    print(told)
    RESULTS.write_text(told, encoding="utf-8")


def report(found: dict[str, tuple[float, float]]) -> str:
    seconds = {step: each for step, (each, _) in found.items()}
    floor = seconds["bytes"] + seconds["bincount"]
    lines = [
        "# Scoring a nation",
        "",
        f"{sum(SHEETS.values()):,} sheets of {BODIES:,} bodies ({RULES}), seed {SEED}.",
        "",
        "| what | seconds | peak MiB | goal |",
        "| --- | ---: | ---: | --- |",
    ]
    goals = {"standings": "at most 3", "scores": "at most 12", "one": "under 0.005"}
    for step, (name, _) in STEPS.items():
        lines.append(f"| {name} | {seconds[step]:.4g} | {found[step][1]:.0f} | {goals.get(step, '')} |")
    lines += [
        "",
        f"- Standings take {seconds['standings'] / floor:.1f} times the bare reading and counting.",
        f"- Standings take {seconds['standings'] / seconds['read']:.2f} times the reading from SQLite.",
        f"- Our row means are {seconds['pandas'] / seconds['ours']:.1f} times as fast as pandas (goal: 5).",
        "",
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
