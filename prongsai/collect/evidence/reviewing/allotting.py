"""Who gets what: evenly, within everybody's limit, never what is barred. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Task:
    """Something to be given. group: what is better given to one person. barred: who must not have it."""

    key: int
    group: Hashable
    barred: frozenset[int]


@dataclass(frozen=True, slots=True)
class Room:
    """How much somebody has in hand, and how much at most."""

    load: int
    most: int


def allot(tasks: Sequence[Task], rooms: Mapping[int, Room]) -> dict[int, int]:
    """Give each task to one of `rooms`; a task that nobody may or can take is left out.

    A group stays with one person as far as that is allowed and fits; the largest go first, each to whoever
    has least in hand, so that shares differ by one group at most.
    """
    return _Allotting(rooms).give(tasks)


class _Allotting:
    def __init__(self, rooms: Mapping[int, Room]) -> None:
        self.load = {person: room.load for person, room in rooms.items()}
        self.most = {person: room.most for person, room in rooms.items()}

    def give(self, tasks: Sequence[Task]) -> dict[int, int]:
        given: dict[int, int] = {}
        for group in _groups(tasks):
            holder: int | None = None
            for task in group:
                taker = holder if holder is not None and self._may(holder, task) else self._freest(task)
                if taker is None:
                    continue
                given[task.key] = taker
                self.load[taker] += 1
                if holder is None or self.load[holder] >= self.most[holder]:
                    holder = taker
        return given

    def _may(self, person: int, task: Task) -> bool:
        return person not in task.barred and self.load[person] < self.most[person]

    def _freest(self, task: Task) -> int | None:
        able = [person for person in self.load if self._may(person, task)]
        return min(able, key=lambda person: (self.load[person], person), default=None)


def _groups(tasks: Iterable[Task]) -> list[list[Task]]:
    found: dict[Hashable, list[Task]] = defaultdict(list)
    for task in tasks:
        found[task.group].append(task)
    return sorted(found.values(), key=lambda group: (-max(len(t.barred) for t in group), -len(group)))
