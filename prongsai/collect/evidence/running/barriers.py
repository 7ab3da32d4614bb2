"""What axe finds in a page, where Chromium and the extra `browser` are at hand.

A browser that opens strangers' pages is kept apart: another process, no script of theirs, and no network.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Mapping
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from prongsai.core.text import Text

SECONDS_A_PAGE, SECONDS_AT_LEAST = 5, 30
MOST_BYTES = 2_000_000  # of a page
MOST_SAID = 5  # kinds of barrier
# Contrast needs the site's own style sheets, which are not loaded; frames and media were taken out.
_RULES = {
    "runOnly": ["wcag2a", "wcag2aa"],
    "rules": {"color-contrast": {"enabled": False}, "frame-title": {"enabled": False}},
}
# Told by the check of the page itself already.
_KNOWN = {"html-has-lang", "image-alt", "html-lang-valid"}
_ACTING = "script, iframe, frame, object, embed, video, audio, meta[http-equiv], base, link"


def barriers_of(pages: Mapping[str, bytes], chromium: str) -> dict[str, tuple[Text, ...]]:
    """Look at pages, given and told by their sha256; nothing is told where the browser fails.

    chromium  the program; empty: none is used.
    """
    asked = {name: page.decode("utf-8", "replace") for name, page in pages.items() if len(page) <= MOST_BYTES}
    if not (chromium and asked):
        return {}
    seconds = SECONDS_AT_LEAST + SECONDS_A_PAGE * len(asked)
    try:
        done = subprocess.run(
            [sys.executable, "-m", __name__, chromium],
            input=json.dumps(asked),
            capture_output=True,
            text=True,
            check=True,
            timeout=seconds,
        )
        found = json.loads(done.stdout)
    except (OSError, subprocess.SubprocessError, ValueError):
        return {}
    return {name: tuple(_said(each) for each in told) for name, told in found.items()}


def _said(barrier: Mapping[str, Any]) -> Text:
    return _BARRIER.fill(count=barrier["count"], what=barrier["help"], place=barrier["place"])


def _harmless(page: str) -> str:
    """The page without whatever acts or loads."""
    tree = LexborHTMLParser(page)
    for node in tree.css(_ACTING):
        node.decompose()
    for node in tree.css("*"):
        for name in [
            each for each in node.attributes if each.startswith("on") or each in {"srcset", "srcdoc"}
        ]:
            del node.attrs[name]
    return tree.html or ""


def _looked_at(pages: Mapping[str, str], chromium: str) -> dict[str, list[dict[str, Any]]]:
    # Only here: without the extra there are none of these.
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415  # of the extra
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  # of the extra

    found = {}
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
        browser = playwright.chromium.launch(executable_path=chromium, args=arguments)
        context = browser.new_context(offline=True)
        context.route("**/*", lambda route: route.abort())
        for name, page in pages.items():
            tab = context.new_page()
            tab.set_content(_harmless(page), wait_until="domcontentloaded")
            found[name] = list(_told(Axe().run(tab, options=_RULES).response["violations"]))
            tab.close()
        browser.close()
    return found


def _told(violations: Iterable[Mapping[str, Any]]) -> Iterable[dict[str, Any]]:
    grave = [
        each for each in violations if each["impact"] in {"critical", "serious"} and each["id"] not in _KNOWN
    ]
    for each in grave[:MOST_SAID]:
        yield {
            "help": each["help"],
            "count": len(each["nodes"]),
            "place": " ".join(each["nodes"][0]["target"])[:120],
        }


_BARRIER = Text(
    "เบราว์เซอร์ (axe) พบ {count} จุด: {what} เช่นที่ {place}",
    "A browser (axe) found {count}: {what}, such as {place}.",
)


if __name__ == "__main__":
    sys.stdout.write(json.dumps(_looked_at(json.load(sys.stdin), sys.argv[1])))
