"""How far a figure goes in honest surveys.

The limits are those that 2 and 0.6 of 100 invented honest surveys go beyond, half of them of happy
offices, as `bench/belief.py --calibrate` prints them. Seven statistics can advise caution; together they
do so in about 4 of 100 honest surveys.
"""

from __future__ import annotations

import numpy as np

LOOK_SHARE, CAUTION_SHARE = 0.02, 0.006
ROWS = (19, 51)  # rows of the instruments that the limits were set with
SIZES = (10, 30, 60, 200)  # sheets of the surveys
# These alone advise caution; the others have too many harmless reasons.
DECISIVE = frozenset(
    {"no_variation", "random", "ceiling", "identical", "one_hand", "coached", "one_indicator"}
)
# By statistic, for each of ROWS and each of SIZES: look and caution.
LIMITS: dict[str, tuple[tuple[tuple[float, float], ...], ...]] = {
    "no_variation": (
        ((0.2, 0.3), (0.1333, 0.1667), (0.1167, 0.1333), (0.0901, 0.11)),
        ((0.3, 0.3), (0.2, 0.2333), (0.1667, 0.2), (0.14, 0.155)),
    ),
    "random": (
        ((0.3, 0.4), (0.2333, 0.2667), (0.2, 0.2667), (0.185, 0.25)),
        ((0.3, 0.4), (0.2333, 0.3333), (0.2167, 0.2667), (0.205, 0.25)),
    ),
    "misread": (
        ((0, 0), (0, 0), (0, 0), (0, 0)),
        ((0.2, 0.3), (0.1333, 0.1667), (0.1167, 0.1333), (0.0951, 0.11)),
    ),
    "long_strings": (
        ((0.3158, 0.3316), (0.2789, 0.2912), (0.2702, 0.2772), (0.2639, 0.2676)),
        ((0.2608, 0.2784), (0.2242, 0.2386), (0.2131, 0.2245), (0.2058, 0.2111)),
    ),
    "missing": (
        ((0.07368, 0.08947), (0.04737, 0.05615), (0.04037, 0.04737), (0.03553, 0.03895)),
        ((0.06471, 0.09021), (0.04315, 0.05295), (0.03791, 0.04281), (0.03265, 0.03559)),
    ),
    "ceiling": (
        ((0.7366, 1), (0.3458, 0.4926), (0.2946, 0.4047), (0.2276, 0.3)),
        ((0.2551, 0.4337), (0.1316, 0.2005), (0.1003, 0.184), (0.07059, 0.133)),
    ),
    "identical": (
        ((0.2, 0.2), (0.1667, 0.2333), (0.1667, 0.2), (0.2201, 0.255)),
        ((0, 0.2), (0.06667, 0.1002), (0.1, 0.1167), (0.12, 0.145)),
    ),
    "burst": (
        ((0.6, 0.6), (0.4667, 0.5333), (0.4, 0.4834), (0.3901, 0.5001)),
        ((0.6, 0.6), (0.4333, 0.5), (0.4333, 0.5), (0.41, 0.49)),
    ),
    "close_totals": (
        ((2.309, 2.604), (2.309, 2.604), (2.406, 2.918), (3.312, 4.435)),
        ((3.079, 3.473), (3.079, 3.473), (3.715, 4.315), (6.047, 7.44)),
    ),
    "coached": (
        ((3.905, 4.426), (3.905, 4.426), (5.81, 6.965), (11.38, 14.29)),
        ((7.364, 8.541), (7.364, 8.541), (10.99, 12.53), (22.73, 26.69)),
    ),
    "one_indicator": (
        ((1.568, 1.826), (1.568, 1.826), (3, 3.079), (9.551, 9.738)),
        ((5.12, 7.112), (5.12, 7.112), (6.652, 8.541), (12.36, 16.43)),
    ),
    "one_hand": (
        ((15.42, 17.01), (15.42, 17.01), (22.07, 24.59), (47.42, 53.84)),
        ((21.53, 23.15), (21.53, 23.15), (31.12, 33.41), (61.55, 68.38)),
    ),
}


def limits(code: str, rows: int, sheets: int) -> tuple[float, float]:
    """Limits of a statistic, between those of the nearest surveys by the logarithm of their sizes."""
    table = np.array(LIMITS[code])
    by_size = [[np.interp(np.log(sheets), np.log(SIZES), steps) for steps in part.T] for part in table]
    look, caution = (float(np.interp(np.log(rows), np.log(ROWS), steps)) for steps in np.array(by_size).T)
    return look, caution
