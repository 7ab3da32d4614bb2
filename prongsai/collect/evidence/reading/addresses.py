"""Addresses in a page, made whole."""

from __future__ import annotations

from urllib.parse import urldefrag, urljoin, urlsplit

_FOLLOWED = ("http", "https", "mailto", "tel", "ftp")
_LONGEST = 4000


def absolute(base: str, written: str) -> str:
    """An address as written in a page, seen from the page's own; empty where it leads nowhere or back."""
    written = "".join(written.split()) if written[:5].lower() != "mailto" else written.strip()
    if not written or len(written) > _LONGEST:
        return ""
    try:
        whole = urljoin(base, written)
        scheme = urlsplit(whole).scheme.lower()
    except ValueError:
        return ""
    if scheme and scheme not in _FOLLOWED:
        return ""
    return "" if urldefrag(whole).url == urldefrag(base).url and "#" in written else whole
