"""Several tables of the same people: which may be shown, so that no small group comes out by subtraction.

The limits are on how many people a table is of, never on its cells.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from prongsai.core.reason import Reason

# Fewer respondents than this, and no breakdown finer than an indicator is shown.
LEAST_FOR_BREAKDOWN = 10
# Fewer respondents than this, and no mean of a survey is shown.
LEAST_FOR_MEAN = 5


def withheld(
    sizes: Mapping[str, int], *, is_whole_shown: bool = True, least: int = LEAST_FOR_BREAKDOWN
) -> dict[str, Reason]:
    """Tell which parts of a whole may not be shown, and why; all the others may.

    sizes           label -> respondents; every respondent is in one part. A part of nobody hides nobody.
    is_whole_shown  whether the whole, too, is shown anywhere.
    least           LEAST_FOR_MEAN where only a mean is shown.
    """
    hidden = {label: Reason.TOO_FEW for label, size in sizes.items() if 0 < size < least}
    shown = [label for label, size in sizes.items() if size >= least]
    if is_whole_shown and shown and 0 < _many(sizes, hidden) < least:
        # The whole without what is shown is what is hidden: hide one more part for them to stand behind.
        hidden[min(shown, key=lambda label: (sizes[label], label))] = Reason.COMPLEMENT
    return hidden


def may_show_without(
    sizes: Mapping[str, int],
    flagged: Mapping[str, int],
    *,
    shown: Collection[str] = (),
    least: int = LEAST_FOR_BREAKDOWN,
) -> bool:
    """Whether the whole without its flagged people may stand beside the whole and the parts that are shown.

    sizes    label -> respondents, as in `withheld`; flagged: label -> how many of them are flagged.
    shown    labels of the parts that are shown.

    Adding and subtracting whole parts can only take away, or put back, parts that are flagged throughout
    or not at all. What is left then are the flagged, or the others, of the parts that hold both.
    """
    together = [[label] for label in shown] + [[label for label in sizes if label not in shown]]
    parts = [(_many(sizes, labels), _many(flagged, labels)) for labels in together]
    mixed = [(size, many) for size, many in parts if 0 < many < size]
    marked, others = sum(many for _, many in parts), sum(size - many for size, many in parts)
    left = (sum(many for _, many in mixed), sum(size - many for size, many in mixed))
    return min(marked, others) >= least and all(many == 0 or many >= least for many in left)


def _many(sizes: Mapping[str, int], labels: Collection[str]) -> int:
    return sum(sizes.get(label, 0) for label in labels)
