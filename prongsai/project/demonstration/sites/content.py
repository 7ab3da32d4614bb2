"""What the two invented sites say: one with the usual faults, one in good order and of another year."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent
_SHORT = re.compile(r"((?:ต\.ค\.|พ\.ย\.|ธ\.ค\.|ม\.ค\.|ก\.พ\.|มี\.ค\.|ส\.ค\.|ก\.ย\.) )(6[345])\b")
_YEAR = re.compile(r"\b25(6[0-9])\b")


@dataclass(frozen=True)
class Site:
    """pages: code of an item -> {"title", "body", perhaps "is" or "fault"}."""

    office: str
    front: list[Any]
    pages: Mapping[str, Mapping[str, Any]]


@lru_cache(maxsize=1)
def faulty() -> Site:
    """Of fiscal year 2565."""
    told = yaml.safe_load((FOLDER / "faulty.yaml").read_text(encoding="utf-8"))
    return Site(told["office"], told["front"], told["pages"])


def good(*, office: str, director: str, years: int = 0) -> Site:
    """The same site without its faults, of another office and so many years later."""
    bad = faulty()
    mended = yaml.safe_load((FOLDER / "good.yaml").read_text(encoding="utf-8"))

    def turn(text: str) -> str:
        return later(text.replace(bad.office, office).replace("นางตัวอย่าง รักษาการ", director), years)

    return Site(office, bad.front, every_text({**bad.pages, **mended}, turn))


def in_good_order() -> Site:
    """The site of สพป.ตัวอย่าง เขต 1, of fiscal year 2567."""
    name = "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาตัวอย่าง เขต 1"
    return good(office=name, director="นายตัวอย่าง ใจงาม", years=2)


def later(text: str, years: int) -> str:
    """Move every year of the text, but those of laws."""
    text = _SHORT.sub(lambda m: f"{m[1]}{int(m[2]) + years}", text)
    return _YEAR.sub(lambda m: m[0] if "พุทธศักราช" in text else str(int(m[0]) + years), text)


def every_text(it: Any, turn: Callable[[str], str]) -> Any:
    match it:
        case str():
            return turn(it)
        case list():
            return [every_text(each, turn) for each in it]
        case dict():
            return {name: every_text(each, turn) for name, each in it.items()}
    return it
