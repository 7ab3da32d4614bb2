"""A hundred times something is killed without a word while sheets come in; then everything is counted.

Every respondent goes on sending the same form until there is a receipt, and once more afterwards.
Needs PostgreSQL's programs. Run: PYTHONPATH=tests python bench/kills.py
"""

from __future__ import annotations

import os
import random
import signal
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from serving.killing import send_through
from serving.postgres import Cluster
from serving.respondents import fill
from serving.site import Site

RESULTS = Path(__file__).parent / "results" / "kills.txt"
SHEETS = 120  # each time
CHANCE = random.SystemRandom()
LATEST = 0.12  # seconds after the first sheet
SCALE = float(os.environ.get("SCALE", "1"))
TIMES = {"SQLite": {"worker": 30, "server": 20}, "PostgreSQL": {"worker": 20, "server": 10, "database": 20}}


@dataclass
class Line:
    """broken: sendings without an answer; lost, twice: acknowledged sheets; codes: not one a sheet."""

    name: str
    times: int
    sheets: int = 0
    broken: int = 0
    lost: int = 0
    twice: int = 0
    receipts: int = 0
    codes: int = 0

    @property
    def is_well(self) -> bool:
        return not (self.lost or self.twice or self.receipts or self.codes)


def strikes(site: Site, cluster: Cluster | None) -> dict[str, Callable[[], None]]:
    def worker() -> None:
        os.kill(CHANCE.choice(site.worker_pids()), signal.SIGKILL)

    def server() -> None:
        site.kill()
        site.start()

    def database() -> None:
        cluster.kill()
        cluster.start()

    return {"worker": worker, "server": server, "database": database}


def strike(line: Line, site: Site, survey: dict[str, Any], what: Callable[[], None]) -> None:
    """One kill."""
    sheets = [fill(survey, code=survey["codes"].pop()) for _each in range(SHEETS)]
    had, had_spent = site.counts(survey)
    story = send_through(site, sheets, what, after=CHANCE.uniform(0, LATEST))
    boxes, spent = (now - then for now, then in zip(site.counts(survey), (had, had_spent), strict=True))
    line.sheets += len(story.receipts)
    line.broken += story.broken
    line.lost += max(0, len(story.receipts) - boxes)
    line.twice += max(0, boxes - len(story.receipts)) + len(story.other)
    line.receipts += sum(len(given) != 1 for given in story.receipts.values())
    line.codes += abs(spent - boxes)


def run(name: str, site: Site, cluster: Cluster | None) -> list[Line]:
    site.migrate()
    site.start()
    lines = []
    for what, times in TIMES[name].items():
        line = Line(f"{name}, {what}", max(1, int(times * SCALE)))
        survey = site.begin("iit", line.times * SHEETS)
        for _each in range(line.times):
            strike(line, site, survey, strikes(site, cluster)[what])
        lines.append(line)
    site.stop()
    return lines


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="prongsai-kills.") as folder:
        lines = run("SQLite", Site(Path(folder) / "sqlite"), None)
        cluster = Cluster()
        try:
            lines += run("PostgreSQL", Site(Path(folder) / "pg", cluster.create("kills")), cluster)
        finally:
            cluster.stop()
    told = report(lines)
    print(told)
    RESULTS.write_text(told, encoding="utf-8")
    assert all(line.is_well for line in lines)


def report(lines: list[Line]) -> str:
    """The last four columns must be nought."""
    head = ("what is killed", "times", "sheets", "broken off", "lost", "twice", "two receipts", "codes off")
    told = ["kill -9 at random moments while sheets come in; PostgreSQL with fsync on", ""]
    told.append(f"{head[0]:24}" + "".join(f"{name:>13}" for name in head[1:]))
    for line in lines:
        figures = (line.times, line.sheets, line.broken, line.lost, line.twice, line.receipts, line.codes)
        told.append(f"{line.name:24}" + "".join(f"{figure:13}" for figure in figures))
    told.append("")
    told.append(f"{sum(line.times for line in lines)} kills. Nought is what the last four columns must hold.")
    return "\n".join(told) + "\n"


if __name__ == "__main__":
    main()
