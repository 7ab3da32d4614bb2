"""A blank to be filled in by pen and typed in with number keys: each choice is a box with its number."""

from __future__ import annotations

from dataclasses import dataclass

from prongsai.documents.papers import Imprint, printed


@dataclass(frozen=True, slots=True)
class Line:
    """One line to answer: one box of the choices, which are numbered from 1."""

    code: str
    text: str
    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Lines that stay on one page, under a number and a name."""

    number: str
    name: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Section:
    name: str
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Room:
    """A place for free words, after the questions."""

    title: str
    warning: str


@dataclass(frozen=True, slots=True)
class Blank:
    """lines    what stands under the title.
    promises, how   what stands before the first line to answer, each under its title.
    serial  the words beside the box for the paper's number, which is filled in later.
    page    `{n}` and `{m}` are the page and how many there are.
    """

    head: str
    title: str
    lines: tuple[str, ...]
    promise_title: str
    promises: tuple[str, ...]
    how_title: str
    how: tuple[str, ...]
    serial: str
    sections: tuple[Section, ...]
    room: Room | None
    end: str
    page: str


def render(imprint: Imprint, blank: Blank) -> bytes:
    return printed("blank", imprint=imprint, paper=blank)
