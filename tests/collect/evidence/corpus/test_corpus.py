"""The checks are right often enough, over the cases they were tuned on and over those of other offices."""

import pytest
from corpus.cases import cases
from corpus.held_out import held_out
from corpus.judging import tallies

PRECISION, RECALL = 0.98, 0.9  # a false alarm is worse than a miss


@pytest.mark.parametrize("made", [cases, held_out])
def test_what_is_said_to_fail_fails_and_little_is_missed(made):
    found = tallies(made(with_office=False))

    assert set(found) == {"alive", "current", "complete", "machine_readable", "accessible"}
    assert [
        (asked, each.told)
        for asked, each in found.items()
        if each.precision < PRECISION or each.recall < RECALL
    ] == []
