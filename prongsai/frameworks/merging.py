"""Putting a framework file over the one it is based on."""

from __future__ import annotations

from typing import Any

from prongsai.core.text import Text
from prongsai.frameworks.problems import Origin, Problem
from prongsai.frameworks.reading import Block, Entries

KEYS = ("code", "block")  # what names an entry of a list
NEVER_INHERITED = ("worked_examples", "was")
_STRANGE_DROP = Text(
    th="ตัด '{code}' ออก แต่ไฟล์ที่ใช้เป็นฐานไม่มี โปรดลบรายการนี้",
    en="drops '{code}', which the base file does not have. Delete this entry.",
)


def merged(base: Block, own: Block) -> tuple[Block, list[Problem]]:
    """Lay one file over another; neither is changed.

    Mappings merge key by key, lists of entries with a code merge by code in the base's order, an entry
    with `drop: true` is taken away, and every other value of `own` replaces the base's.
    """
    problems: list[Problem] = []
    inherited = Block(base.origin)
    for key, value in base.items():
        if key not in NEVER_INHERITED:
            inherited.put(key, value, base.origins[key])
    return _blocks(inherited, own, problems), problems


def settle_was(tree: Block, *, same_year: bool) -> None:
    """Bring the items' codes of the year before into order.

    A base of another year speaks of the year before itself, so its `was` is not inherited. With `was: same`
    at the top every item that says nothing else has kept its code.
    """
    for item in each(tree, "items"):
        inherited = item.origins.get("was", tree.origin).file != tree.origin.file
        if inherited and not same_year:
            item.pop("was", None)
        if tree.get("was") == "same" and "code" in item and "was" not in item:
            item.put("was", item["code"], tree.origins["was"])


def each(tree: Any, level: str) -> list[Block]:
    """Every entry of every list called `level`, however deep."""
    found: list[Block] = []
    if isinstance(tree, Block):
        for key, value in tree.items():
            found += (
                [e for e in value if isinstance(e, Block)]
                if key == level and isinstance(value, Entries)
                else []
            )
            found += each(value, level)
    elif isinstance(tree, Entries):
        found += [block for entry in tree for block in each(entry, level)]
    return found


def _value(base: Any, own: Any, problems: list[Problem]) -> Any:
    if isinstance(base, Block) and isinstance(own, Block):
        return _blocks(base, own, problems)
    if isinstance(base, Entries) and isinstance(own, Entries) and own:
        key = next((key for key in KEYS if base and all(name_of(entry, key) for entry in base)), "")
        return _entries(base, own, key, problems) if key else own
    return own


def name_of(entry: Any, key: str) -> str:
    name = entry.get(key) if isinstance(entry, Block) else None
    return name if isinstance(name, str) else ""


def _blocks(base: Block, own: Block, problems: list[Problem]) -> Block:
    result = Block(own.origin)
    for key, value in base.items():
        result.put(key, value, base.origins[key])
    for key, value in own.items():
        result.put(key, _value(base[key], value, problems) if key in base else value, own.origins[key])
        if value is None and key in base:
            del result[key]
    return result


def _entries(base: Entries, own: Entries, key: str, problems: list[Problem]) -> Entries:
    over: dict[str, tuple[Any, Origin]] = {}
    rest: list[tuple[Any, Origin]] = []
    for entry, origin in zip(own, own.origins, strict=True):
        name = name_of(entry, key)
        if name and name not in over:
            over[name] = (entry, origin)
        else:  # nameless, or named twice: left for the checks to find
            rest.append((entry, origin))
    result = Entries()
    for entry, origin in zip(base, base.origins, strict=True):
        new, new_origin = over.pop(entry[key], (None, origin))
        if new is None:
            result.put(entry, origin)
        elif new.get("drop") is not True:
            result.put(_blocks(entry, new, problems), new_origin)
    for name, (entry, origin) in over.items():
        if entry.get("drop") is True:
            problems.append(Problem(origin, _STRANGE_DROP.fill(code=name)))
        else:
            result.put(entry, origin)
    for entry, origin in rest:
        result.put(entry, origin)
    return result
