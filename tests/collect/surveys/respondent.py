"""Somebody who answers: opens the pages of a survey and sends what a browser would send."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.test import Client
from running import Running, begin
from walk import Form

FORM = "application/x-www-form-urlencoded"


@dataclass
class Respondent:
    """english: whether the pages under /en/ are used. headers: what the browser says of itself."""

    running: Running
    code: str = ""
    english: bool = True
    headers: dict[str, str] | None = None
    is_secure: bool = False

    def __post_init__(self) -> None:
        self.client = Client(headers=self.headers or {"sec-fetch-site": "same-origin"})

    def path(self, what: str = "") -> str:
        return f"{'/en' if self.english else ''}/s/{self.running.survey.slug}/{what}"

    def opens(self, what: str = "", **asked: str) -> Any:
        return self.client.get(self.path(what), asked)

    def posts(self, fields: dict[str, str] | str, what: str = "answer/", content_type: str = FORM) -> Any:
        body = fields if isinstance(fields, str | bytes) else urlencode(fields)
        return self.client.post(self.path(what), body, content_type=content_type, secure=self.is_secure)

    def begins(self, way: str = "steps") -> dict[str, str]:
        """Give the fields of the questionnaire, before anything is answered."""
        return fields_of(self.posts({"code": self.code, "way": way, "go": "begin"}))

    def filled(self, choice: int = 1) -> dict[str, str]:
        """The whole form, with every row answered alike."""
        rows = {row.code: row.scale.choices[choice].code for row in self.running.form.rows}
        return self.begins() | rows | {"go": "send"}


def fields_of(response: Any) -> dict[str, str]:
    """Give what the browser would send back. It leaves out the line end that a text area begins with."""
    fields = Form(response.content.decode()).fields
    return {name: value.removeprefix("\n") for name, value in fields.items()}


def page(response: Any) -> str:
    return response.content.decode()


def member(**options: Any) -> Respondent:
    """One of the staff with a slip."""
    running = begin(codes=3, **options)
    return Respondent(running, code=running.codes[0])


def visitor(**options: Any) -> Respondent:
    """One of the public, without a slip."""
    return Respondent(begin(instrument="eit", **options))
