"""The name of a file as its site gives it, in whatever way and charset."""

from __future__ import annotations

import re
import unicodedata
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from urllib.parse import unquote_to_bytes, urlsplit

from prongsai.collect.evidence.fetching.fetched import Fetched
from prongsai.collect.evidence.fetching.headers import written

EXTENDED = re.compile(r"filename\*\s*=\s*\"?([\w-]*)'[^']*'([^;\"\s]+)", re.IGNORECASE)
QUOTED = re.compile(r'filename\s*=\s*"((?:[^"\\]|\\.)*)"', re.IGNORECASE)
BARE = re.compile(r"filename\s*=\s*([^\";]+)", re.IGNORECASE)
LONGEST = 200


def file_name(fetched: Fetched) -> str:
    """Only a name: no folders, no control characters. Empty where neither header nor address tells one."""
    disposition = fetched.headers.get("content-disposition", "")
    return _only_name(_declared(disposition)) or _only_name(_decoded(urlsplit(fetched.final).path))


def _declared(disposition: str) -> str:
    extended = EXTENDED.search(disposition)
    if extended:
        return _in_charset(unquote_to_bytes(extended[2]), extended[1])
    quoted = QUOTED.search(disposition)
    if quoted:
        return _decoded(_of_mail(re.sub(r'\\(["\\])', r"\1", quoted[1])))
    bare = BARE.search(disposition)
    return _decoded(_of_mail(bare[1].strip())) if bare else ""


def _in_charset(name: bytes, charset: str) -> str:
    try:
        return name.decode(charset or "utf-8")
    except (LookupError, UnicodeDecodeError):
        return written(name)


def _of_mail(name: str) -> str:
    """=?UTF-8?B?…?= of mail, which some systems put here too."""
    if "=?" not in name:
        return name
    try:
        return str(make_header(decode_header(name)))
    except (HeaderParseError, LookupError, UnicodeDecodeError, ValueError):
        return name


def _decoded(name: str) -> str:
    return written(unquote_to_bytes(name))


def _only_name(name: str) -> str:
    last = re.split(r"[/\\]", name)[-1]
    clean = "".join(letter for letter in last if unicodedata.category(letter)[0] != "C")
    return unicodedata.normalize("NFC", clean).strip(" .")[-LONGEST:]
