"""How often the checks are right, over a labelled corpus of pages and files of our own making.

A false alarm is worse than a miss: what the machine says fails should fail. Needs LibreOffice for some files.
Run: PYTHONPATH=tests:tests/collect/evidence python bench/checks.py
"""

from __future__ import annotations

import time
from pathlib import Path

from corpus.cases import cases
from corpus.judging import kinds, tallies
from corpus.makers import has_office

RESULTS = Path(__file__).parent / "results" / "checks.txt"
GOAL_PRECISION, GOAL_RECALL = 0.98, 0.9


def main() -> None:
    made = list(cases(with_office=has_office()))
    begun = time.perf_counter()
    found = tallies(made)
    took = time.perf_counter() - begun
    lines = [
        "Checks held against a labelled corpus",
        "",
        f"{len(made)} pages and files: "
        + ", ".join(f"{number} {kind}" for kind, number in kinds(made).most_common()),
        f"{sum(1 for each in made if each.fails)} of them with a fault; "
        f"{1000 * took / len(made):.0f} ms each, reading included.",
        "",
        f"{'question':20} {'right':>6} {'false alarms':>13} {'missed':>7} {'precision':>10} {'recall':>7}",
    ]
    for asked, each in found.items():
        lines.append(
            f"{asked:20} {each.right:6} {each.false_alarms:13} {each.missed:7} "
            f"{each.precision:10.3f} {each.recall:7.3f}"
        )
    met = all(each.precision >= GOAL_PRECISION and each.recall >= GOAL_RECALL for each in found.values())
    lines += ["", f"Goals: precision {GOAL_PRECISION} and recall {GOAL_RECALL} of each: {'met' if met else 'NOT met'}."]
    lines += [told for each in found.values() for told in each.told]
    told = "\n".join(lines) + "\n"
    print(told)
    RESULTS.write_text(told, encoding="utf-8")


if __name__ == "__main__":
    main()
