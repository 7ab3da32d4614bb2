"""A browser beside the checks: barriers are told, and nothing of the page runs or is asked for."""

import shutil

import pytest

from prongsai.collect.evidence.running.barriers import barriers_of

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
SHUT = """<!doctype html><html lang="th"><head><title>แบบฟอร์ม</title></head><body><main><h1>แบบฟอร์ม</h1>
<form><input name="a"><button></button></form></main></body></html>"""
OPEN = SHUT.replace("<input", "<label>ชื่อ <input").replace("<button>", "</label><button>ส่ง")
ACTING = OPEN.replace(
    "<h1>", "<script>document.title = ''</script><img src=x onerror='document.title=``' alt=''><h1>"
)


@pytest.fixture
def found():
    pages = {"shut": SHUT, "open": OPEN, "acting": ACTING}
    return barriers_of({name: page.encode() for name, page in pages.items()}, CHROMIUM)


def test_barriers_are_told_with_a_place_and_no_script_of_the_page_runs(found):
    assert {name: [text.en for text in told] for name, told in found.items()} == {
        "shut": [
            "A browser (axe) found 1: Buttons must have discernible text, such as button.",
            "A browser (axe) found 1: Form elements must have labels, such as input.",
        ],
        "open": [],
        "acting": [],
    }


@pytest.mark.parametrize("program", ["", "/nowhere/chromium"])
def test_without_a_browser_nothing_is_told(program):
    assert barriers_of({"shut": SHUT.encode()}, program) == {}
