"""How long a whole check of an office takes, how many offices fit into a night, how fast their state lists.

A site on loopback answers as slowly as sites do; the checks run by the nightly job's own code, in a process
of its own. Needs PostgreSQL's programs. Run: PYTHONPATH=tests python bench/evidence.py
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from serving.postgres import Cluster
from serving.site import Site
from serving.slow_site import FILES, make_site, seconds_of

RESULTS = Path(__file__).parent / "results" / "evidence.txt"
ITEMS, PART = 43, 9  # of the framework; that are asked with a gap, to extrapolate from
AT_ONCE, OFFICES, LINKS = 8, 200, 300
GAP = 1.0  # seconds
GOAL_GAP, GOAL_NONE, GOAL_NIGHT, GOAL_LIST = 600.0, 120.0, 8 * 3600.0, 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Night:
    """One call of the nightly job. cpu: seconds of it and of the programs that it started; memory: MiB."""

    name: str
    offices: int
    addresses: int
    seconds: float
    cpu: float
    memory: float
    unchanged: int
    points: int

    @property
    def cpu_an_office(self) -> float:
        """Seconds for all links of an office, reckoned from those that were asked for."""
        return self.cpu / self.addresses * LINKS

    def line(self) -> str:
        return (
            f"{self.name:44} {self.addresses:6} {self.unchanged:6} {self.seconds:8.1f} "
            f"{self.cpu_an_office:8.1f} {self.memory:7.0f}"
        )


@contextmanager
def served(folder: Path) -> Iterator[int]:
    """Serve the folder from a process of its own; give the port."""
    server = subprocess.Popen(
        [sys.executable, "-m", "serving.slow_site", folder], stdout=subprocess.PIPE, text=True
    )
    try:
        yield int(server.stdout.readline())
    finally:
        server.terminate()
        server.wait()


def nights(
    name: str, site: Site, port: int, *, offices: int = 1, items: int = ITEMS, many: int = 1, gap: float = 0
) -> list[Night]:
    """So many nights, one after the other."""
    told = _child(site, "check", port, offices, items, many, gap=gap)
    return [
        Night(name=f"{name}, {which} night", offices=offices, **each)
        for which, each in zip(("first", "next"), told, strict=False)
    ]


def _child(site: Site, *arguments: object, gap: float = 0) -> Any:
    done = subprocess.run(
        [sys.executable, "-m", "serving.nights", *map(str, arguments)],
        env=site.environment
        | {"EVIDENCE_REACHES_LOOPBACK": "1", "EVIDENCE_GAP_MILLISECONDS": str(int(gap * 1000))},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return json.loads(done.stdout)


def main() -> None:
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory(prefix="prongsai-evidence.") as name:
        folder, cluster = Path(name), Cluster()
        make_site(folder / "site")
        try:
            with served(folder / "site") as port:
                found = _found(folder, cluster, port)
        finally:
            cluster.stop()
        waits = [seconds_of(f"/{each.name}") for each in (folder / "site").iterdir()]
    told = report(found, waits, load)
    print(told)
    RESULTS.write_text(told, encoding="utf-8")


def _found(folder: Path, cluster: Cluster, port: int) -> dict[str, Any]:
    found: dict[str, Any] = {}

    def site(name: str, database: str = "") -> Site:
        made = Site(folder / name, database)
        made.migrate()
        return made

    found["alone"] = nights("one office, no gap", site("alone"), port)
    found["gap"] = nights("9 items, a second's gap", site("gap"), port, items=PART, many=2, gap=GAP)
    for kind, database in (("SQLite", ""), ("PostgreSQL", cluster.create("night"))):
        kept = site(kind, database)
        found[kind] = nights(f"8 offices at once, 9 items, {kind}", kept, port, offices=AT_ONCE, items=PART)
        found[f"{kind} lists"] = _child(kept, "list", OFFICES, ITEMS)
    return found


def report(found: dict[str, Any], waits: list[float], load: float) -> str:
    lines = [
        "Checking what offices show",
        "",
        f"{ITEMS} items (so many have the rules), each with a page and {FILES} files: PDF, some of them",
        "scanned, DOCX, XLSX, CSV. All of an office lies at one site, which is asked one thing at a time.",
        f"The site takes 150 to 600 ms for an answer, one in fifty 2 s; on average {_milliseconds(waits)}.",
        "One process checks all offices; the site runs on the same two cores.",
        f"Load of the machine before it began: {load:.1f} (anything else makes these figures worse).",
        "",
        f"{'':44} {'asked':>6} {'same':>6} {'seconds':>8} {'CPU s/o':>8} {'MiB':>7}",
    ]
    measured = [each for name in ("alone", "gap", "SQLite", "PostgreSQL") for each in found[name]]
    lines += [night.line() for night in measured]
    lines += [
        "asked: addresses; same: those that said that nothing had changed; CPU s/o: CPU seconds for 300.",
        "",
    ]
    return "\n".join([*lines, *_goals(found)]) + "\n"


def _goals(found: dict[str, Any]) -> Iterator[str]:
    alone, part = found["alone"][0], found["gap"][0]
    yield _goal(f"{alone.addresses} links, no gap: {alone.seconds:.0f} s", alone.seconds, GOAL_NONE)
    whole = part.seconds / part.addresses * LINKS
    yield _goal(
        f"{LINKS} links, a second's gap: {whole:.0f} s, EXTRAPOLATED from {part.addresses} links",
        whole,
        GOAL_GAP,
    )
    for kind in ("SQLite", "PostgreSQL"):
        night = found[kind][0]
        reckoned = OFFICES * max(night.cpu_an_office, alone.cpu_an_office)  # a part has fewer large files
        idle = night.addresses / night.offices * (whole / LINKS)
        slower = max(1.0, night.seconds / idle)
        yield _goal(
            f"{OFFICES} offices, {kind}: {reckoned / 60:.0f} min of one core, "
            f"{OFFICES / AT_ONCE * whole * slower / 3600:.1f} h with the gap, {AT_ONCE} at once, "
            f"EXTRAPOLATED from {AT_ONCE} offices with {night.addresses} links",
            max(reckoned, OFFICES / AT_ONCE * whole * slower),  # one process: as if it had one core
            GOAL_NIGHT,
        )
        listed = found[f"{kind} lists"]
        yield _goal(
            f"the state of {OFFICES} offices x {ITEMS} items, {kind}: {1000 * listed['counted']:.0f} ms "
            f"counted, {1000 * listed['listed']:.0f} ms item by item, {listed['queries']} query each",
            max(listed["counted"], listed["listed"]),
            GOAL_LIST,
        )
    yield "Goals: 120 s without a gap, 600 s with a second's, 200 offices in 8 h on two cores, 300 ms."


def _milliseconds(waits: list[float]) -> str:
    return f"{1000 * sum(waits) / len(waits):.0f} ms"


def _goal(said: str, found: float, goal: float) -> str:
    return f"{said}: {'met' if found < goal else 'NOT met'} here and now ({found / goal:.2f} of the goal)"


if __name__ == "__main__":
    main()
