"""How many sheets a second the real server takes in: gunicorn as shipped, 64 connections, both databases.

Beside it the barest view there can be, which inserts as many bytes by the ORM; and what the disk can do,
since a sheet is acknowledged only when it is safely on the disk. Needs PostgreSQL's programs.
Run: PYTHONPATH=tests python bench/ingest.py
"""

from __future__ import annotations

import os
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

from serving.postgres import Cluster
from serving.respondents import Sheet, fill, send_all
from serving.site import Site

RESULTS = Path(__file__).parent / "results" / "ingest.txt"
CONNECTIONS = 64
WARM, MANY = 400, int(os.environ.get("SHEETS", "4000"))
GOAL_RATE, GOAL_P99, GOAL_SHARE = 700, 0.1, 0.5
EASY_BITS = 8  # as in serving.altered
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Run:
    """seconds: sorted times of the answers; cpu: seconds of all workers; memory: MiB of all workers."""

    name: str
    rate: float
    seconds: Sequence[float]
    cpu: float
    memory: float

    def at(self, share: float) -> float:
        return self.seconds[int(share * (len(self.seconds) - 1))]

    def line(self) -> str:
        times = f"{1000 * self.at(0.5):7.0f} {1000 * self.at(0.99):7.0f}"
        return f"{self.name:34} {self.rate:9.0f} {times} {1000 * self.cpu:9.2f} {self.memory:8.0f}"


def measure(name: str, site: Site, sheets: list[Sheet]) -> Run:
    """All must be taken in."""
    list(send_all(site.port, sheets[:WARM], connections=CONNECTIONS))
    pids = site.worker_pids()
    cpu, begun = _cpu(pids), time.perf_counter()
    answers = list(send_all(site.port, sheets[WARM:], connections=CONNECTIONS))
    took = time.perf_counter() - begun
    statuses = Counter(answer.status for answer in answers)
    assert set(statuses) == {200}, statuses
    seconds = sorted(answer.seconds for answer in answers)
    return Run(name, len(answers) / took, seconds, (_cpu(pids) - cpu) / len(answers), _memory(pids))


def _cpu(pids: list[int]) -> float:
    told = [Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split() for pid in pids]
    return sum(int(each[11]) + int(each[12]) for each in told) / TICKS


def _memory(pids: list[int]) -> float:
    return sum(int(Path(f"/proc/{pid}/statm").read_text().split()[1]) for pid in pids) * 4096 / 2**20


def rounds(name: str, site: Site, altered: str = "") -> list[Run]:
    """Coded, open with proof of work, bare. altered: a setting that differs from the shipped ones."""
    staff, public = site.begin("iit", WARM + MANY), site.begin("eit")
    site.settings = _settings(f"easy {altered}")  # the browser's second of reckoning is not the server's
    site.start()
    coded = measure(f"{name}, with a code", site, [fill(staff, code=code) for code in staff["codes"]])
    opened = [fill(public, work_bits=EASY_BITS) for _each in range(WARM + MANY // 4)]
    by_link = measure(f"{name}, open link", site, opened)
    assert site.counts(staff) == (WARM + MANY, WARM + MANY)
    site.stop()
    site.settings = _settings(f"bare {altered}")
    site.start()
    path = f"/s/{staff['slug']}/".encode(), f"/s/{staff['pk']}/".encode()
    plain = [fill(staff, code="0" * 20) for _each in range(WARM + MANY)]
    bare = measure(
        f"{name}, bare view", site, [Sheet(s.submission, "", s.raw.replace(*path, 1)) for s in plain]
    )
    site.stop()
    return [coded, by_link, bare]


def _settings(altered: str) -> dict[str, str]:
    return {"DJANGO_SETTINGS_MODULE": "serving.altered", "ALTERED": altered}


def disk(folder: Path) -> float:
    """Milliseconds that the disk takes to keep 12 KiB safely, on average."""
    with (folder / "disk").open("wb", buffering=0) as file:
        times = []
        for _each in range(300):
            file.write(os.urandom(12_288))
            begun = time.perf_counter()
            os.fdatasync(file.fileno())
            times.append(time.perf_counter() - begun)
    return 1000 * mean(times)


def main() -> None:
    found: list[list[Run]] = []
    with tempfile.TemporaryDirectory(prefix="prongsai-ingest.") as name:
        folder = Path(name)
        before = disk(folder), os.getloadavg()[0]
        for kind, altered in (("FULL", ""), ("NORMAL", "NORMAL")):
            site = Site(folder / kind)
            site.migrate()
            found.append(rounds(f"SQLite {kind}", site, altered))
        cluster = Cluster()
        try:
            site = Site(folder / "postgresql", cluster.create("ingest"))
            site.migrate()
            found.append(rounds("PostgreSQL", site))
        finally:
            cluster.stop()
        told = report(found, before, (disk(folder), os.getloadavg()[0]))
    print(told)
    RESULTS.write_text(told, encoding="utf-8")


def report(found: list[list[Run]], before: tuple[float, float], after: tuple[float, float]) -> str:
    lines = [
        "Taking sheets in",
        "",
        f"gunicorn as shipped, 2 sync workers, {CONNECTIONS} connections, the client on the same two cores;",
        f"{MANY:,} sheets with a code, {MANY // 4:,} by the open link.",
        "PostgreSQL: fsync and synchronous_commit on.",
        f"The disk keeps 12 KiB safely in {before[0]:.2f} ms, at the end in {after[0]:.2f} ms.",
        f"Load of the machine before it began: {before[1]:.1f} (anything else makes these figures worse).",
        "",
        f"{'':34} {'sheets/s':>9} {'p50 ms':>7} {'p99 ms':>7} {'CPU ms':>9} {'MiB':>8}",
    ]
    for runs in found:
        lines += [run.line() for run in runs]
        lines.append(f"{'':34} {runs[0].rate / runs[-1].rate:9.2f} times the bare view")
    goals = found[0][0], found[-1][0]
    for run, bare in zip(goals, (found[0][-1], found[-1][-1]), strict=True):
        met = run.rate >= GOAL_RATE and run.at(0.99) < GOAL_P99 and run.rate >= GOAL_SHARE * bare.rate
        lines.append(f"{run.name}: goals {'met' if met else 'NOT met'} here and now")
    lines.append("Goals: 700 sheets/s, p99 under 100 ms, half of the bare view.")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
