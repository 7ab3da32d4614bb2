"""The surveys that the statistics are tried with, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import NamedTuple

import numpy as np

from prongsai.collect.surveys.belief.form import Form, Whole
from prongsai.collect.surveys.belief.simulate import coaches, hands
from prongsai.collect.surveys.belief.simulate.people import Chance, Office, office
from prongsai.collect.surveys.belief.table import Bytes


class Scene(NamedTuple):
    """What is done to an office; `share` of its sheets, also for the days."""

    name: str
    do: Callable[[Chance, Form, Office], Whole]
    is_happy: bool = False
    sitting: float = 0.0

    def sheets(self, chance: Chance, form: Form, size: int) -> Bytes:
        return as_bytes(form, self.do(chance, form, office(chance, form, size, is_happy=self.is_happy)))


def as_bytes(form: Form, ranks: Whole) -> Bytes:
    """Give the choices of the ranks; each rank of a row must have a choice of its own."""
    places = np.zeros((len(form.best), 1 + int(form.best.max())), np.uint8)
    for row, choices in enumerate(form.ranks):
        for byte, rank in enumerate(choices):
            if rank >= 0:
                places[row, rank] = byte
    return np.where(ranks < 0, 0, places[np.arange(len(form.best)), np.maximum(0, ranks)]).astype(np.uint8)


def _nothing(_chance: Chance, _form: Form, at: Office) -> Whole:
    return at.ranks


def _filled(hand: hands.Hand, share: float, chance: Chance, form: Form, at: Office) -> Whole:
    return hands.fill(chance, form, at, hand, share)


def _told(
    rows: Callable[[Chance, Form, Office], Whole], share: float, chance: Chance, form: Form, at: Office
) -> Whole:
    return coaches.tell(chance, form, at, rows(chance, form, at), share)


HANDS: Mapping[str, hands.Hand] = {
    "copied": hands.exact,
    "slightly changed": hands.slight,
    "varied on purpose": hands.varied,
    "several originals": hands.several,
}
HONEST = (Scene("honest", _nothing), Scene("honest and happy", _nothing, is_happy=True))


def stuffed(share: float, *, is_happy: bool = False) -> list[Scene]:
    return [
        Scene(f"{share:.0%} by one hand, {name}", partial(_filled, hand, share), is_happy, share)
        for name, hand in HANDS.items()
    ]


def all_best(share: float, *, is_happy: bool = False) -> Scene:
    return Scene(
        f"{share:.0%} by one hand, all best", partial(_filled, hands.all_best, share), is_happy, share
    )


def machines(share: float) -> Scene:
    return Scene(f"{share:.0%} by a machine at random", partial(_filled, hands.machine, share))


def coached(share: float, *, is_happy: bool = False) -> list[Scene]:
    return [
        Scene(f"{share:.0%} told, weak rows", partial(_told, coaches.weak_rows, share), is_happy),
        Scene(f"{share:.0%} told, an indicator", partial(_told, coaches.one_indicator, share), is_happy),
    ]
