"""How this side says no, and its list of names."""

from __future__ import annotations

from collections.abc import Iterable

from prongsai.people.actions import ActionRefusedError

NAMED = 5


class ReviewRefusedError(ActionRefusedError):
    """A stage was asked for out of its order, or by somebody whose turn it is not. Nothing was changed."""


def names(things: Iterable[object]) -> str:
    """The first few by name, and how many more there are: "O1, O2 …+3"."""
    said = [str(thing) for thing in things]
    more = f" …+{len(said) - NAMED}" if len(said) > NAMED else ""
    return ", ".join(said[:NAMED]) + more
