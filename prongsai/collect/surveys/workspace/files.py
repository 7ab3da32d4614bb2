"""Files that a screen hands out."""

from __future__ import annotations

from django.http import HttpResponse


def pdf(content: bytes, name: str) -> HttpResponse:
    return handed(content, f"{name}.pdf", "application/pdf")


def handed(content: bytes, name: str, media_type: str) -> HttpResponse:
    """Hand out a file to be saved; like every page of the workspace it is cached nowhere."""
    response = HttpResponse(content, content_type=media_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
