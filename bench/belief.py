"""How often caution is advised of honest surveys, and how often of others; all surveys are invented.

The limits in prongsai/collect/surveys/belief/limits.py were set with `--calibrate`, on honest surveys alone,
from the seeds CALIBRATION…; the table is made from the seeds TRIAL…, with the limits as they stand. No survey
is in both. For the survey of the goals, both have more or other seeds: its limits were set again, with twice
as many honest surveys, after a first table had shown too many false alarms, and tried on new surveys.

Run: python bench/belief.py               the table
     python bench/belief.py --calibrate   the limits, to be copied
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter
from typing import Any, NamedTuple

import numpy as np
from tqdm import tqdm

from prongsai.collect.surveys.belief.believe import belief
from prongsai.collect.surveys.belief.form import form_of
from prongsai.collect.surveys.belief.levels import Level
from prongsai.collect.surveys.belief.limits import CAUTION_SHARE, LOOK_SHARE, ROWS, SIZES
from prongsai.collect.surveys.belief.measures import measures
from prongsai.collect.surveys.belief.simulate.days import honest_days, one_sitting
from prongsai.collect.surveys.belief.simulate.scenes import (
    HONEST,
    Scene,
    all_best,
    coached,
    machines,
    stuffed,
)
from prongsai.collect.surveys.belief.table import table_of
from prongsai.frameworks import library

CALIBRATION, TRIAL = 4_000_000, 2_565_000
GOAL_CALIBRATION, GOAL_TRIAL = 4_500_000, 7_000_000
RULES = "obec-2565"
INSTRUMENTS = dict(zip(("eit", "iit"), ROWS, strict=True))
HONEST_SURVEYS, OTHER_SURVEYS = 500, 120
GOAL = ("iit", 60)  # where at most 5 of 100 honest surveys are to be doubted
RESULTS = Path(__file__).parent / "results" / "belief.md"
FRAMEWORK = library.load(RULES)
HEAD = f"""\
Invented surveys by the rows of {RULES}: {HONEST_SURVEYS} of each honest kind, {OTHER_SURVEYS} of each other.
The limits are from the seeds {CALIBRATION}… and {GOAL_CALIBRATION}…, this table is from {TRIAL}… and
{GOAL_TRIAL}….
In % of the surveys: how often caution is advised, and by which statistic."""
MAIN = [*HONEST, *stuffed(0.4), *coached(0.2), machines(0.3)]
MORE = [
    all_best(0.4),
    *stuffed(0.4, is_happy=True),
    *coached(0.2, is_happy=True),
    *stuffed(0.2),
    *stuffed(0.1),
    *coached(1.0),
]


class Job(NamedTuple):
    instrument: str
    size: int
    scene: Scene
    surveys: int
    seed: int

    def each(self) -> Iterator[tuple[Any, list[Any]]]:
        chance = np.random.default_rng(self.seed)
        form = form_of(FRAMEWORK, self.instrument)
        for _ in range(self.surveys):
            sheets = self.scene.sheets(chance, form, self.size)
            days = honest_days(chance, self.size)
            yield sheets, one_sitting(chance, days, self.scene.sitting) if self.scene.sitting else days


def figures(job: Job) -> dict[str, list[float]]:
    """All figures of a job's surveys, by statistic."""
    form, found = form_of(FRAMEWORK, job.instrument), {}
    for sheets, days in job.each():
        for code, measure in measures(table_of(form, sheets), days).items():
            found.setdefault(code, []).append(measure.figure)
    return found


def objections(job: Job) -> dict[str, float]:
    """Share of a job's surveys that each statistic, and all together, object to; seconds a survey."""
    begun, found = perf_counter(), {"overall": 0}
    for sheets, days in job.each():
        told = belief(FRAMEWORK, job.instrument, sheets, days=days)
        found["overall"] += told.level is Level.CAUTION
        for each in told.statistics:
            found[each.code] = found.get(each.code, 0) + (each.level is Level.CAUTION)
            found["look"] = found.get("look", 0) + (each.level is Level.LOOK)
    shares = {code: many / job.surveys for code, many in found.items()}
    return shares | {"seconds": (perf_counter() - begun) / job.surveys}


def calibrate() -> None:
    """Print the limits: what LOOK_SHARE and the cautious share of the honest surveys go beyond."""
    cells = [(instrument, size) for instrument in INSTRUMENTS for size in SIZES]
    jobs = [job for cell in cells for job in _honest_jobs(*cell)]
    together: dict[str, dict[tuple[str, int], list[float]]] = {}
    for job, found in _all(figures, jobs):
        for code, values in found.items():
            together.setdefault(code, {}).setdefault((job.instrument, job.size), []).extend(values)
    for code, of in together.items():
        print(f'    "{code}": (')
        for instrument in INSTRUMENTS:
            # Too few sheets for patterns: the next size stands in.
            steps = [_steps(of.get((instrument, size)) or of[instrument, SIZES[1]]) for size in SIZES]
            print("        (" + ", ".join(f"({look:.4g}, {caution:.4g})" for look, caution in steps) + "),")
        print("    ),")


def _honest_jobs(instrument: str, size: int) -> list[Job]:
    """Twice as many surveys, of seeds of their own, where the goal is."""
    parts, surveys, seed = (
        (4, 500, GOAL_CALIBRATION) if (instrument, size) == GOAL else (1, 1000, CALIBRATION)
    )
    return [
        Job(instrument, size, scene, surveys, seed + 100_000 * part + 10 * size + number)
        for part in range(parts)
        for number, scene in enumerate(HONEST)
    ]


def _steps(values: Sequence[float]) -> tuple[float, float]:
    look, caution = np.quantile(values, [1 - LOOK_SHARE, 1 - CAUTION_SHARE])
    return float(look), float(caution)


def _all(work: Any, jobs: Sequence[Job]) -> list[tuple[Job, Any]]:
    with ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("spawn")) as pool:
        done = pool.map(work, jobs)
        return list(zip(jobs, tqdm(done, total=len(jobs), disable=None), strict=True))


def trial() -> str:
    plans = [
        ("iit", 60, MAIN + MORE),
        ("iit", 30, MAIN),
        ("iit", 200, MAIN),
        ("eit", 60, MAIN),
        ("eit", 200, MAIN),
    ]
    jobs = [
        Job(
            instrument,
            size,
            scene,
            HONEST_SURVEYS if scene in HONEST else OTHER_SURVEYS,
            (GOAL_TRIAL if (instrument, size) == GOAL else TRIAL) + 100 * size + number,
        )
        for instrument, size, scenes in plans
        for number, scene in enumerate(scenes)
    ]
    found = _all(objections, jobs)
    lines = ["# Can the answers be believed?", "", HEAD, ""]
    for instrument, size, _ in plans:
        part = [(job, shares) for job, shares in found if (job.instrument, job.size) == (instrument, size)]
        lines += [
            f"## {instrument.upper()}, {INSTRUMENTS[instrument]} rows, {size} sheets",
            "",
            *_table(part),
            "",
        ]
        lines += [*_goals({job.scene.name + str(job.scene.is_happy): shares for job, shares in part}), ""]
    return "\n".join(lines)


def _table(part: Sequence[tuple[Job, dict[str, float]]]) -> Iterator[str]:
    hidden = ("overall", "seconds", "look")
    codes = [
        code
        for code in dict.fromkeys(code for _, shares in part for code in shares if code not in hidden)
        if any(shares.get(code) for _, shares in part)
    ]
    yield "| surveys | any | " + " | ".join(codes) + " | ms |"
    yield "| --- |" + " ---: |" * (len(codes) + 2)
    for job, shares in part:
        name = job.scene.name + (" (happy office)" if job.scene.is_happy and job.scene not in HONEST else "")
        cells = [f"{100 * shares.get(code, 0):.1f}" for code in ("overall", *codes)]
        yield f"| {name} | " + " | ".join(cells) + f" | {1000 * shares['seconds']:.0f} |"


def _goals(shares: dict[str, dict[str, float]]) -> Iterator[str]:
    def mean(scenes: Sequence[Scene]) -> str:
        return (
            f"{100 * np.mean([shares[each.name + str(each.is_happy)]['overall'] for each in scenes]):.1f} %"
        )

    yield f"- False alarms: {mean(HONEST)} (half of the offices happy; goal at most 5)."
    yield f"- 40 % filled in by one hand: seen in {mean(stuffed(0.4))} (goal 95)."
    yield f"- 20 % told what to answer: seen in {mean(coached(0.2))} (goal 60)."


def main() -> None:
    # Many small matrices: the workers, which read this when they start, are to use no threads of their own.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    if "--calibrate" in sys.argv:
        calibrate()
        return
    told = trial()
    print(told)
    RESULTS.write_text(told, encoding="utf-8")


if __name__ == "__main__":
    main()
