"""During a GET the database refuses to write, so that a link, a crawler or a preview can change nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import ExitStack
from typing import Any

from django.db import connections
from django.http import HttpRequest, HttpResponse

_COMMENTS = re.compile(r"^(?:\s+|--[^\n]*\n|/\*.*?\*/|\()*", re.DOTALL)
# What reading is made of; whatever else comes is taken for writing.
_READ = re.compile(
    r"(SELECT|VALUES|EXPLAIN|SHOW|PRAGMA|SET|BEGIN|COMMIT|SAVEPOINT|RELEASE|ROLLBACK|DECLARE|FETCH|CLOSE)\b",
    re.IGNORECASE,
)
_READ_AFTER_WITH = re.compile(
    r"WITH\b(?!.*(?<!FOR )\b(?:INSERT|UPDATE|DELETE|MERGE)\b)", re.IGNORECASE | re.DOTALL
)
_SESSION = re.compile(r'(INSERT INTO|UPDATE|DELETE FROM)\s+"?django_session"?\b', re.IGNORECASE)

# Wagtail's own pages that write while they are looked at, and what they write.
WRITING_GETS = {
    "wagtailadmin_pages:add": "an editing session",
    "wagtailadmin_pages:edit": "an editing session",
    "wagtailadmin_pages:revisions_revert": "an editing session",
    "wagtaildocs:edit": "the size of a file, where it was not known",
    "wagtailadmin_api:images:detail": "renditions",
    "wagtailadmin_api:images:listing": "renditions",
    "wagtailimages:index": "renditions: small copies of the pictures",
    "wagtailimages:index_results": "renditions",
    "wagtailimages:edit": "renditions",
    "wagtailimages:delete": "renditions",
    "wagtailimages:url_generator_output": "renditions",
    "wagtailimages:preview": "renditions",
    "wagtailimages_chooser:choose": "renditions",
    "wagtailimages_chooser:choose_results": "renditions",
    "wagtailimages_chooser:chosen": "renditions",
    "wagtailimages_chooser:chosen_multiple": "renditions",
    "wagtailimages_chooser:select_format": "renditions",
}


class WriteDuringReadError(Exception):
    """A page that is only looked at tried to write."""


class ReadOnlyMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method not in {"GET", "HEAD", "OPTIONS"}:
            return self.get_response(request)
        guard = _Guard(request)
        with ExitStack() as guarded:
            for connection in connections.all():
                guarded.enter_context(connection.execute_wrapper(guard))
            return self.get_response(request)


def reads(sql: str) -> bool:
    """Say whether a statement only reads; sessions do not count."""
    statement = _COMMENTS.sub("", sql, count=1)
    return any(kind.match(statement) for kind in (_READ, _READ_AFTER_WITH, _SESSION))


class _Guard:
    def __init__(self, request: HttpRequest) -> None:
        self.request = request

    def __call__(self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:  # noqa: FBT001  # Django calls it so
        if not reads(sql) and self._view_name() not in WRITING_GETS:
            raise WriteDuringReadError(
                f"{self.request.method} {self.request.path} tried to write: {sql[:80]}… "
                "Write in a POST, through an action."
            )
        return execute(sql, params, many, context)

    def _view_name(self) -> str:
        match = self.request.resolver_match
        return match.view_name if match else ""
