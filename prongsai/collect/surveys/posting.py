"""What a respondent's browser sent, read strictly: each field once, nothing longer than it can be."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote_plus

from django.http import HttpRequest, UnreadablePostError
from django.utils.translation import gettext as _

from prongsai.collect.surveys.boxes import SUGGESTION_CHARACTERS

MOST_BYTES = 64_000
MOST_FIELDS = 600
FORM = "application/x-www-form-urlencoded"  # the other kind may leave parts of it in files
OURS = frozenset({"submission", "code", "way", "suggestion", "work", "go"})
_SUBMISSION = re.compile(r"[0-9a-f]{32}")
_CONTROL = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 127])


class PostingError(Exception):
    """No browser sends this from our page. Says why, in the respondent's language."""

    def __init__(self, said: str, status: int = 422) -> None:
        super().__init__(said)
        self.said, self.status = said, status


@dataclass(frozen=True, slots=True)
class Posted:
    """fields: every field as it came, to be given back; answers: row code -> choice code."""

    fields: Mapping[str, str]
    answers: Mapping[str, str]

    def said(self, name: str) -> str:
        return self.fields.get(name, "")

    @property
    def is_steps(self) -> bool:
        return self.said("way") == "steps"

    @property
    def suggestion(self) -> str:
        return self.said("suggestion")


def read_posted(request: HttpRequest) -> Posted:
    """raises  PostingError if it is too large, no form, no UTF-8, or names a field twice."""
    length = request.headers.get("Content-Length") or ""
    if length.isascii() and length.isdecimal() and int(length) > MOST_BYTES:
        raise PostingError(_("What was sent is far larger than this form."), 413)
    if request.content_type != FORM:
        raise PostingError(_("What was sent is not this form."), 415)
    fields = _fields(request)
    if fields.get("submission") and not _SUBMISSION.fullmatch(fields["submission"]):
        raise PostingError(_("The number of this form is broken."))
    fields["suggestion"] = _suggestion(fields.get("suggestion", ""))
    return Posted(fields, {name: value for name, value in fields.items() if name not in OURS})


def _fields(request: HttpRequest) -> dict[str, str]:
    try:
        parts = request.body.decode("ascii").split("&", MOST_FIELDS)
        pairs = [_pair(part) for part in parts if part]
    except (ValueError, UnreadablePostError):  # not ASCII outside, not UTF-8 inside, too many, or broken off
        raise PostingError(_("What was sent cannot be read."), 400) from None
    if len(parts) > MOST_FIELDS:
        raise PostingError(_("What was sent cannot be read."), 400)
    fields = dict(pairs)
    if len(fields) != len(pairs):
        raise PostingError(_("A question was answered twice in one form."))
    return fields


def _pair(part: str) -> tuple[str, str]:
    """Most fields are a row and a choice: `parse_qsl` would take as long as all else that is read."""
    name, _equals, value = part.partition("=")
    if "%" in part or "+" in part:
        return unquote_plus(name, errors="strict"), unquote_plus(value, errors="strict")
    return name, value


def _suggestion(typed: str) -> str:
    """Bring line ends to one form, and drop what no key types."""
    text = typed.replace("\r\n", "\n").replace("\r", "\n").translate(_CONTROL).strip()
    if len(text.encode("utf-16-le")) // 2 > SUGGESTION_CHARACTERS:  # as the browser counts them
        raise PostingError(
            _("The suggestion is longer than %(most)s characters.") % {"most": SUGGESTION_CHARACTERS}
        )
    return text
