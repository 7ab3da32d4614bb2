"""Every address there is, filled with the things of one office."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver
from world import Side

from prongsai.people.doors import SIGN_IN, WAGTAIL, is_ours

GENERIC = {"int": 1, "slug": "x", "str": "x", "uuid": "6ec0bd7f-11c0-43da-975e-2a8ad9ebae0b", "path": "x"}


@dataclass(frozen=True)
class Address:
    name: str  # "people_unit:edit"
    route: str  # "workspace/offices/<slug:office>/units/edit/<int:pk>/"
    arguments: tuple[tuple[str, str], ...]  # (argument, converter)
    view: Any

    @property
    def is_open(self) -> bool:
        """Reachable by somebody who is no technical administrator."""
        return is_ours(self.name) or self.name in SIGN_IN | WAGTAIL

    @property
    def is_public(self) -> bool:
        """Open to everybody: what offices publish. The rooms that publish test what is not public yet."""
        return not getattr(self.view, "login_required", True)

    def path(self, side: Side, *, office: str = "") -> str:
        """Fill in the side's things; with `office`, the side's things under another office's address."""
        route = self.route
        for argument, converter in self.arguments:
            value = office if argument == "office" and office else self._value(argument, converter, side)
            route = route.replace(f"<{converter}:{argument}>", str(value)).replace(
                f"<{argument}>", str(value)
            )
        return "/" + route

    def _value(self, argument: str, converter: str, side: Side) -> Any:
        names = [f"{self.name}:{argument}", f"{self.name.rpartition(':')[0]}:{argument}", argument]
        for name in names:
            if name in side.arguments:
                return side.arguments[name]
        if self.is_open:
            raise LookupError(
                f"Nobody says what fills <{argument}> of {self.name}. Let a world_<room>.py return "
                f"'{names[1] if ':' in self.name else names[0]}'."
            )
        return GENERIC[converter]


def addresses() -> list[Address]:
    """All but the one that would end the walk: signing out."""
    everything = _walk(get_resolver().url_patterns, "", "")
    return [address for address in everything if address.name != "wagtailadmin_logout"]


def _walk(patterns: list[Any], route: str, namespace: str) -> Iterator[Address]:
    for pattern in patterns:
        here = route + _plain(str(pattern.pattern))
        if isinstance(pattern, URLResolver):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from _walk(pattern.url_patterns, here, inner)
        elif isinstance(pattern, URLPattern):
            converters = tuple((name, _converter(here, name)) for name in _arguments(here))
            yield Address(
                namespace + (pattern.name or pattern.lookup_str), here, converters, pattern.callback
            )


def _plain(route: str) -> str:
    """Wagtail writes two addresses as regular expressions; make them look like the others."""
    route = route.replace(r"(\d+)", "<int:document_id>").replace("(.*)", "<path:document_filename>")
    return re.sub(r"\(\?P<(\w+)>[^)]*\)", r"<\1>", route).lstrip("^").rstrip("$").replace("\\.", ".")


def _arguments(route: str) -> list[str]:
    return [part.split(">")[0].split(":")[-1] for part in route.split("<")[1:]]


def _converter(route: str, argument: str) -> str:
    for part in route.split("<")[1:]:
        inside = part.split(">")[0]
        if inside.split(":")[-1] == argument:
            return inside.split(":")[0] if ":" in inside else "str"
    raise LookupError(argument)


class Form(HTMLParser):
    """What a browser would send back from the forms of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.fields: dict[str, str] = {}
        self.select = self.area = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        name, value = known.get("name") or "", known.get("value") or ""
        if tag == "input" and name and (known.get("type") not in {"checkbox", "radio"} or "checked" in known):
            self.fields[name] = value
        elif tag == "select":
            self.select = name
        elif tag == "option" and self.select and ("selected" in known or self.select not in self.fields):
            self.fields[self.select] = value
        elif tag == "textarea" and name:
            self.area, self.fields[name] = name, ""

    def handle_data(self, data: str) -> None:
        if self.area:
            self.fields[self.area] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "select":
            self.select = ""
        elif tag == "textarea":
            self.area = ""
