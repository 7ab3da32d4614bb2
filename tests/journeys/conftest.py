"""A real browser before a running site. Pages are watched for errors, requests to elsewhere, and barriers."""

import os
import re
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import translation
from django.utils.translation import gettext, pgettext
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parent.parent.parent
sys.path[:0] = [str(Path(__file__).parent)]
SECONDS = 240  # until the demonstration stands, on a slow machine
DESK, PHONE = {"width": 1280, "height": 800}, {"width": 375, "height": 700}
AT_REST = "Promise.allSettled(document.getAnimations().map(each => each.finished)).then(() => null)"
LOOPBACK = {"127.0.0.1", "localhost", "::1"}
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


def pytest_collection_modifyitems(items):
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.journey)


@pytest.fixture(scope="session")
def browser():
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if not program:
        pytest.fail(
            "Journeys need Chromium. Install it (Debian: apt-get install chromium); script/test does."
        )
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # the browser's loop runs where tests ask the database
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield started
        started.close()


@dataclass(frozen=True)
class Site:
    """A running demonstration: the site and its worker, started by the command that people type."""

    address: str
    folder: Path

    @property
    def password(self):
        return re.search(r"password: (\S+)", (self.folder / "logins.txt").read_text())[1]


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("demonstration")
    said = folder / "said.txt"
    with said.open("w") as output:
        started = subprocess.Popen(
            ["script/demo"],
            cwd=ROOT,
            env=os.environ | {"DEMO_DIR": str(folder)},
            stdout=output,
            stderr=output,
        )
        try:
            yield Site(_address(started, said), folder)
        finally:
            started.terminate()  # not SIGINT: whoever starts the tests in the background has it ignored
            started.wait(timeout=30)


def _address(started, said):
    for _ in range(SECONDS * 2):
        if found := re.search(r"Prongsai runs at\s+(http://[\d.:]+)/", said.read_text()):
            return found[1]
        if started.poll() is not None:
            break
        time.sleep(0.5)
    raise RuntimeError(f"script/demo did not start:\n{said.read_text()}")


@dataclass
class Visitor:
    """One person's browser. `wrong` grows whenever a page errs, asks elsewhere, or shuts somebody out."""

    browser: Browser
    site: str
    options: dict = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)

    def __post_init__(self):
        self.context = self.browser.new_context(
            base_url=self.site, locale="th-TH", reduced_motion="reduce", **self.options
        )
        self.page: Page = self.context.new_page()
        self.page.on("console", lambda said: said.type == "error" and self.note(f"console: {said.text}"))
        self.page.on("pageerror", lambda error: self.note(f"error: {error}"))
        self.page.on("request", self.watch)

    def note(self, what):
        self.wrong.append(f"{self.page.url}: {what}")

    def watch(self, request):
        address = urlsplit(request.url)
        if address.scheme in {"http", "https", "ws", "wss"} and address.hostname not in LOOPBACK:
            self.note(f"asks {request.url}")

    def look(self):
        """Hold the page against WCAG 2.2 AA on a desk and on a phone; nothing may stand beyond its edge."""
        for size in (PHONE, DESK):
            self.page.set_viewport_size(size)
            self.page.evaluate(AT_REST)
            for each in Axe().run(self.page, options=RULES).response["violations"]:
                nodes = [node["html"][:160] for node in each["nodes"][:3]]
                self.note(f"{size['width']} px: {each['id']}: {each['help']}: {nodes}")
            if self.page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
                self.note(f"{size['width']} px: scrolls sideways")

    def says(self, text):
        return text in self.page.locator("body").inner_text()


@pytest.fixture
def opening(browser):
    """Open a browser before a site: opening(address, viewport=PHONE). In the end nothing may be wrong."""
    opened = []

    def open_one(address, **options):
        opened.append(Visitor(browser, address, options))
        return opened[-1]

    yield open_one
    for each in opened:
        each.context.close()
    if wrong := [wrong for each in opened for wrong in each.wrong]:
        pytest.fail("\n".join(wrong), pytrace=False)


@pytest.fixture
def visitor(opening, site):
    """Open a browser before the demonstration: visitor(java_script_enabled=False)."""
    return partial(opening, site.address)


@pytest.fixture
def t():
    """The Thai wording of a message, as it stands on a page."""

    def say(message, context="", **values):
        with translation.override("th"):
            said = pgettext(context, message) if context else gettext(message)
        return said % values if values else said

    return say
