"""pydantic's errors as sentences that say what to do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic_core import ErrorDetails

from prongsai.core.text import Text

_KINDS = {
    "string_type": Text(th="ข้อความ", en="a text"),
    "int_type": Text(th="จำนวนเต็ม", en="a whole number"),
    "bool_type": Text(th="true หรือ false", en="true or false"),
    "date_type": Text(th="วันที่แบบ 2022-03-01", en="a date like 2022-03-01"),
    "list_type": Text(th="รายการ (แต่ละบรรทัดขึ้นต้นด้วย -)", en="a list (lines that begin with -)"),
    "dict_type": Text(th="คีย์: ค่า", en="keys with values (key: value)"),
    "model_type": Text(th="คีย์: ค่า", en="keys with values (key: value)"),
}
_KIND = Text(th="ต้องเป็น{kind} แต่พบ {value}", en="must be {kind}, not {value}.")
_MISSING = Text(th="ขาดค่านี้ โปรดเพิ่ม {key}:", en="missing. Add {key}: here.")
_STRANGE = Text(
    th="ไม่รู้จักคีย์ '{key}' โปรดลบออกหรือตรวจตัวสะกด",
    en="'{key}' is not a key that stands here. Delete it or mend its spelling.",
)
_CHOICE = Text(th="{value} ไม่ใช่ค่าที่ใช้ได้ เลือกจาก {choices}", en="{value} is not one of {choices}.")
_EMPTY = Text(th="ว่างอยู่ โปรดเติมให้ครบ", en="empty. Fill it in.")
_FORM = Text(th="{value} มีรูปแบบไม่ถูกต้อง ต้องเป็น {form}", en="{value} does not have the form {form}.")
_LIMIT = Text(th="{value} ใช้ไม่ได้ ต้อง{limit}", en="{value} cannot be: must be {limit}.")
_LIMITS = {
    "greater_than_equal": ("ge", Text(th="ไม่น้อยกว่า {most}", en="{most} or more")),
    "less_than_equal": ("le", Text(th="ไม่เกิน {most}", en="{most} or less")),
    "string_too_long": ("max_length", Text(th="ยาวไม่เกิน {most} ตัวอักษร", en="{most} letters at most")),
}


def sentence(error: ErrorDetails) -> Text:
    """Say one of pydantic's errors in plain words."""
    kind, context, value = error["type"], error.get("ctx", {}), _shown(error["input"])
    key = error["loc"][-1] if error["loc"] else ""
    if kind == "refused":
        return Text(th=context["th"], en=context["en"])
    if kind in _KINDS:
        return _KIND.fill(kind=_KINDS[kind], value=value)
    if kind in _LIMITS:
        name, limit = _LIMITS[kind]
        return _LIMIT.fill(value=value, limit=limit.fill(most=context[name]))
    return _others(kind, context).fill(key=key, value=value)


def _others(kind: str, context: Mapping[str, Any]) -> Text:
    if kind in ("enum", "literal_error"):
        return _CHOICE.fill(value="{value}", choices=context["expected"].replace("'", ""))
    if kind == "string_pattern_mismatch":
        return _FORM.fill(value="{value}", form="register.dataset")
    return {"missing": _MISSING, "extra_forbidden": _STRANGE}.get(kind, _EMPTY)


def _shown(value: Any) -> str:
    return repr(value)[:40] if isinstance(value, str | int | float | None) else type(value).__name__
