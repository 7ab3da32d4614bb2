"""Two hashes of a framework: what its scores depend on, and everything else."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from prongsai.core import framework as rules
from prongsai.core.framework import Framework

# What a score depends on. A field that is not named here is wording.
SCORING: dict[type, frozenset[str]] = {
    Framework: frozenset({"instruments", "scales", "rounding", "grades", "pass_mark", "weakest"}),
    rules.Instrument: frozenset({"code", "kind", "weight", "parts", "sampling", "combining"}),
    rules.Sampling: frozenset({"rule", "percent", "floor", "cap", "cap_above", "quotas"}),
    rules.Combining: frozenset({"rule"}),
    rules.Indicator: frozenset({"code", "weight", "parts"}),
    rules.SubIndicator: frozenset({"code", "weight", "parts"}),
    rules.Question: frozenset({"code", "weight", "parts"}),
    rules.Row: frozenset({"code", "scale", "is_reversed", "weight"}),
    rules.Item: frozenset({"code", "weight", "may_be_not_applicable"}),
    rules.Scale: frozenset({"code", "choices"}),
    rules.Choice: frozenset({"code", "points"}),
    rules.Rounding: frozenset({"places", "ties", "parts_first"}),
    rules.Grade: frozenset({"code", "total", "each_instrument"}),
}
_HASHES = {"scoring_hash", "wording_hash"}
# What a file need not say. In a hash only where it says something else: files from before it keep theirs.
_UNSAID = {"combining": rules.Combining(), "checks": ()}


def scoring_hash(framework: Framework) -> str:
    """Hash weights, rows, scales, items, rounding, grades, pass mark, sampling, streams and weak points."""
    return _hash(plain(framework, scoring=True))


def wording_hash(framework: Framework) -> str:
    return _hash(plain(framework, scoring=False))


def plain(value: Any, *, scoring: bool) -> Any:
    """One half of a value as dicts, lists and exact strings.

    What has parts is in both halves, and so is its code, so that a wording is tied to its place.
    """
    if is_dataclass(value):
        return {
            field.name: plain(getattr(value, field.name), scoring=scoring)
            for field in fields(value)
            if field.init
            and _belongs(type(value), field.name, scoring=scoring)
            and not _is_unsaid(field.name, getattr(value, field.name), scoring=scoring)
        }
    if isinstance(value, Mapping):
        return {key: plain(each, scoring=scoring) for key, each in value.items()}
    if isinstance(value, tuple):
        return [plain(each, scoring=scoring) for each in value]
    return value if value is None or isinstance(value, bool | int) else str(value)


def _belongs(owner: type, name: str, *, scoring: bool) -> bool:
    if name in _HASHES:
        return False
    is_scoring = name in SCORING.get(owner, ())
    return is_scoring if scoring else (not is_scoring or name in _BOTH)


def _is_unsaid(name: str, value: Any, *, scoring: bool) -> bool:
    return name in _UNSAID and plain(value, scoring=scoring) == plain(_UNSAID[name], scoring=scoring)


_BOTH = {"code", "instruments", "parts", "scales", "choices", "grades", "sampling", "scale", "combining"}


def _hash(value: Any) -> str:
    canonical = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()
