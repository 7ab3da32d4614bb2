"""Which strings are ours to translate: read from code and templates, without gettext's own programs."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation.template import templatize

PACKAGE = Path(__file__).resolve().parent.parent

_CALLS = {  # function -> places of context, message and plural among its arguments
    "_": (None, 0, None),
    "gettext": (None, 0, None),
    "gettext_lazy": (None, 0, None),
    "ngettext": (None, 0, 1),
    "ngettext_lazy": (None, 0, 1),
    "pgettext": (0, 1, None),
    "pgettext_lazy": (0, 1, None),
    "npgettext": (0, 1, 2),
}
_IN_TEMPLATE = re.compile(  # the calls that `templatize` makes of a template
    r"\b(?:_|n?p?gettext)\((?:u?'(?:[^'\\]|\\.)*'|u?\"(?:[^\"\\]|\\.)*\"|[^()'\"])*\)", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Message:
    text: str
    plural: str = ""
    context: str = ""


def used_messages() -> dict[Message, list[str]]:
    """Every message of ours and the files it stands in."""
    found: dict[Message, list[str]] = {}
    for path in sorted(PACKAGE.rglob("*")):
        if path.suffix not in {".py", ".html", ".txt"} or "migrations" in path.parts:
            continue
        place = str(path.relative_to(PACKAGE.parent))
        for message in _messages_of(path):
            places = found.setdefault(message, [])
            if place not in places:
                places.append(place)
    return found


def _messages_of(path: Path) -> Iterator[Message]:
    source = path.read_text(encoding="utf-8")
    if path.suffix == ".py":
        yield from _calls(ast.parse(source))
    elif "templates" in path.parts:
        for call in _IN_TEMPLATE.findall(templatize(source, origin=str(path))):
            yield from _calls(ast.parse(call))


def _calls(tree: ast.AST) -> Iterator[Message]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        if name in _CALLS:
            context, text, plural = (_text(node, place) for place in _CALLS[name])
            if text:
                yield Message(text, plural, context)


def _text(node: ast.Call, place: int | None) -> str:
    if place is None or place >= len(node.args):
        return ""
    argument = node.args[place]
    return argument.value if isinstance(argument, ast.Constant) and isinstance(argument.value, str) else ""
