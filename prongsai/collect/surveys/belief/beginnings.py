"""Where a search for copies of one pattern begins."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from prongsai.collect.surveys.belief.form import Mask, Real, Whole

WAYS = 3


def beginnings(best: Mask, seen: Mask, likely: Real) -> Iterator[Real]:
    """Give both ends of the three main ways in which sheets differ, and the closest flock."""
    rest = seen * (best - likely)
    ways = np.linalg.svd(rest, full_matrices=False)[0][:, :WAYS]
    for way in ways.T:
        yield _crowd(np.argsort(-way), len(best) // 4)
        yield _crowd(np.argsort(way), len(best) // 4)
    spread = likely * (1 - likely) * seen
    alike = rest @ rest.T / np.sqrt(spread @ spread.T + 0.3)
    np.fill_diagonal(alike, -np.inf)
    flock = np.sort(alike, axis=1)[:, -max(1, len(best) // 8)].argmax()
    alike[flock, flock] = np.inf
    yield _crowd(np.argsort(-alike[flock]), len(best) // 6)


def _crowd(order: Whole, size: int) -> Real:
    belongs = np.full(len(order), 0.05)
    belongs[order[: size + 1]] = 0.9
    return belongs
