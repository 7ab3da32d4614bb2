"""The books, one module each, found by looking: CODE, TITLE and build(story, *, language, digits)."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules
from typing import Protocol, cast

from prongsai.analyse.story import Story
from prongsai.core.text import Language, Text
from prongsai.documents.model import Digits, Document


class Report(Protocol):
    """What every module here is; those whose name begins with _ are parts of others."""

    CODE: str
    TITLE: Text

    @staticmethod
    def build(story: Story, *, language: Language, digits: Digits = "arabic") -> Document: ...


def reports() -> dict[str, Report]:
    """Give every report by its code, in the order of the codes."""
    names = sorted(module.name for module in iter_modules(__path__) if not module.name.startswith("_"))
    modules = [cast("Report", import_module(f"{__name__}.{name}")) for name in names]
    return {module.CODE: module for module in modules}
