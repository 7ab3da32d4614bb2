"""How often the checks are right, over three labelled corpora of pages and files of our own making.

The checks were tuned on the first. The second was written by somebody who had not read them, and its first
figures stay as they were. The third was written likewise, against the checks as mended for the second.
A false alarm is worse than a miss: what the machine says fails should fail.
Needs LibreOffice for some files. Run: PYTHONPATH=tests:tests/collect/evidence python bench/checks.py
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from corpus.cases import Case, cases
from corpus.held_out import held_out
from corpus.judging import Tally, kinds, tallies
from corpus.makers import has_office
from corpus.second_set import second_set

RESULTS = Path(__file__).parent / "results" / "checks.txt"
GOAL_PRECISION, GOAL_RECALL = 0.98, 0.9
FIRST = "First held-out figures"
BLIND = "Second set, blind at first; its words were added to the rules since"


def main() -> None:
    tuned = list(cases(with_office=has_office()))
    apart = list(held_out(with_office=has_office()))
    lines = ["Checks held against three labelled corpora", "", *told("Tuned on", tuned), ""]
    kept = first_figures()
    lines += [*told("Held out at first, mended for since", apart), *([""] if kept else []), *kept]
    lines += ["", *told(BLIND, list(second_set()))]
    said = "\n".join(lines) + "\n"
    print(said)
    RESULTS.write_text(said, encoding="utf-8")


def told(name: str, made: list[Case]) -> Iterator[str]:
    begun = time.perf_counter()
    found = tallies(made)
    took = time.perf_counter() - begun
    counted = ", ".join(f"{number} {kind}" for kind, number in kinds(made).most_common())
    yield f"{name}: {len(made)} pages and files: {counted}"
    faulty = sum(1 for each in made if each.fails)
    yield f"{faulty} of them with a fault; {1000 * took / len(made):.0f} ms each, reading included."
    yield ""
    yield f"{'question':20} {'right':>6} {'false alarms':>13} {'missed':>7} {'precision':>10} {'recall':>7}"
    for asked, each in {**found, "together": together(found)}.items():
        yield (
            f"{asked:20} {each.right:6} {each.false_alarms:13} {each.missed:7} "
            f"{each.precision:10.3f} {each.recall:7.3f}"
        )
    met = all(each.precision >= GOAL_PRECISION and each.recall >= GOAL_RECALL for each in found.values())
    said = "met" if met else "NOT met"
    yield f"Goals: precision {GOAL_PRECISION} and recall {GOAL_RECALL} of each: {said}."
    for each in found.values():
        yield from each.told


def together(found: Mapping[str, Tally]) -> Tally:
    return Tally(
        right=sum(each.right for each in found.values()),
        false_alarms=sum(each.false_alarms for each in found.values()),
        missed=sum(each.missed for each in found.values()),
    )


def first_figures() -> list[str]:
    """Lines of the last results that tell how it stood before anything was mended."""
    if not RESULTS.exists():
        return []
    return [line for line in RESULTS.read_text(encoding="utf-8").splitlines() if line.startswith(FIRST)]


if __name__ == "__main__":
    main()
