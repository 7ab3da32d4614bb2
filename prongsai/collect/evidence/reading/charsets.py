"""Bytes as text. Thai sites say one charset and send another, so the bytes have the first word."""

from __future__ import annotations

import codecs
import re

_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_THAI_IN_UTF8 = re.compile(rb"\xe0[\xb8\xb9][\x80-\xbf]")
_THAI = re.compile("[ก-๛]")
_FOREIGN = re.compile("[\u0180-\u07ff]")  # letters of two bytes that no Thai office writes
_HIGH = re.compile(rb"[\x80-\xff]")
_THAI_WINDOWS = re.compile(rb"[\xa1-\xda\xdf-\xfb]")
_ROWS = re.compile(rb"[\xa1-\xfb]{2,}")
_DECLARED = re.compile(rb"charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_LOOKED_AT = 4096  # bytes in which a page may declare its charset
_ELSEWHERE = ("gb", "big5", "shift", "euc", "iso2022", "utf16", "koi8")  # never taken for Thai


def decoded(body: bytes, declared: str = "") -> str:
    """Read bytes as text, whatever they are; what cannot be read becomes U+FFFD.

    declared  the charset that the answer's header names, if it does.
    """
    for mark, charset in _MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(charset, "replace")
    try:
        text = body.decode()
    except UnicodeDecodeError:
        return body.decode(_charset(body, declared), "replace")
    if _FOREIGN.search(text) and not _THAI.search(text) and _is_thai_windows(body):
        return body.decode("cp874", "replace")
    return text


def _charset(body: bytes, declared: str) -> str:
    """The charset of bytes that are not sound UTF-8."""
    named = _known(declared) or _known(_in_the_page(body))
    if named.startswith(_ELSEWHERE):
        return named
    high = len(_HIGH.findall(body))
    if 2 * 3 * len(_THAI_IN_UTF8.findall(body)) > high:  # mostly Thai in UTF-8, in some place damaged
        return "utf-8"
    if _is_thai_windows(body):
        return "cp874"
    return "utf-8" if named.startswith("utf8") else "cp1252"


def _is_thai_windows(body: bytes) -> bool:
    """Western text has a letter of the upper half here and there; Thai text has them in a row."""
    high = len(_HIGH.findall(body))
    in_rows = sum(map(len, _ROWS.findall(body)))
    return 10 * len(_THAI_WINDOWS.findall(body)) >= 9 * high and 2 * in_rows >= high


def _in_the_page(body: bytes) -> str:
    found = _DECLARED.search(body[:_LOOKED_AT])
    return found[1].decode("ascii", "replace") if found else ""


def _known(name: str) -> str:
    try:
        return codecs.lookup(name).name.replace("-", "").replace("_", "") if name else ""
    except (LookupError, ValueError):
        return ""
