"""A survey as those who answer meet it: by keyboard, without JavaScript, on small screens, shared devices."""

import re
from contextlib import suppress

import pytest
from playwright.sync_api import Error, expect
from running import begin

from prongsai.collect.surveys import endings, views, work
from prongsai.collect.surveys.models import Box
from prongsai.project.management.commands.set_up import make_web_fonts

MOST_BYTES, MOST_FONT_BYTES = 30_000, 16_384
SMALL = {"width": 320, "height": 600}


@pytest.fixture(autouse=True)
def _fonts(live_server, settings, tmp_path):
    settings.STATICFILES_DIRS = [tmp_path / "made"]
    make_web_fonts(tmp_path / "made" / "prongsai" / "fonts")


@pytest.fixture
def enter(opening, live_server):
    """Open the first page of a survey: enter(running, **options of the browser)."""

    def open_it(running, path="", **options):
        somebody = opening(live_server.url, **options)
        somebody.page.goto(f"/s/{running.survey.slug}/{path}")
        return somebody

    return open_it


def answer(page, *, but=()):
    """Choose the last answer of every row that can be seen."""
    for row in page.locator("fieldset.row:visible").all():
        if row.get_attribute("id") not in but:
            row.locator("label").last.click()


def turn(page, number):
    """Go to the next page, and say which one is shown."""
    page.locator(f"a[href='#page-{number}']:visible").click()
    assert [each.get_attribute("id") for each in page.locator("section:visible").all()] == [f"page-{number}"]


def expected(somebody, status):
    """A browser reports a page that came with an error, as this one should."""
    somebody.wrong[:] = [each for each in somebody.wrong if f"status of {status}" not in each]


def press_to(page, selector):
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("wanted => document.activeElement.matches(wanted)", selector):
            return
    pytest.fail(f"{selector} cannot be reached with the Tab key.")


def test_staff_answer_with_the_keyboard_alone(enter):
    running = begin(codes=1)
    somebody = enter(running)
    page = somebody.page
    somebody.look()
    press_to(page, "#code")
    page.keyboard.type(running.codes[0])
    page.keyboard.press("Enter")
    expect(page.locator("#page-1")).to_be_visible()
    for indicator, (_, questions) in enumerate(running.form.sections, start=1):
        somebody.look()
        for row in [row for question in questions for row in question.parts]:
            press_to(page, f"[name='{row.code}']")
            page.keyboard.press("Space")
            page.keyboard.press("Enter")  # does nothing
        press_to(page, f"[href='#page-{indicator + 1}']")
        page.keyboard.press("Enter")
    somebody.look()
    press_to(page, "button[value=send]")
    page.keyboard.press("Enter")
    expect(page.locator(".receipt")).to_be_visible()
    somebody.look()

    assert Box.objects.count() == 1
    assert somebody.context.cookies() == []


def test_a_phone_without_javascript_is_enough(enter):
    running = begin(codes=1)
    somebody = enter(running, f"?code={running.codes[0]}", java_script_enabled=False, viewport=SMALL)
    page = somebody.page
    page.locator("[value=begin]").click()
    page.locator("[name='i2.1']").last.check()
    page.locator("[name='i2.1']").last.press("Enter")  # shows the form again, as it is
    expect(page.locator("[name='i2.1']").last).to_be_checked()
    for number in range(2, 7):
        answer(page, but={"i1.2", "i8.1"})
        turn(page, number)
    page.locator("#suggestion").fill("เปิดเผยแผนงานให้ทุกคนอ่าน")
    page.locator("[value=send]").click()

    summary = page.locator("[role=alert]")
    expect(summary).to_be_focused()
    assert summary.locator("li").count() == 2
    summary.get_by_role("link").last.click()
    expect(page.locator("fieldset[id='i8.1']")).to_be_focused()
    answer(page, but=())
    page.locator("[role=alert] [value=blank]").click()
    expect(page.locator(".receipt")).to_be_visible()
    expected(somebody, 422)


def test_in_trouble_the_answers_wait_in_the_page(enter, monkeypatch):
    somebody = enter(begin(instrument="eit"))
    page = somebody.page
    page.locator("[value=begin]").click()
    page.locator("[name='e2.1']").last.check()
    with monkeypatch.context() as broken:
        broken.setattr(views, "take", None)
        page.locator("[value=send]").last.evaluate("each => each.click()")
        page.locator("[value=blank]").first.click()
        expect(page.locator("h1")).to_be_visible()
        somebody.look()
    page.locator("[value=show]").click()
    expect(page.locator("[name='e2.1']").last).to_be_checked()
    page.go_back()
    page.locator("[value=blank]").click()
    expect(page.locator(".receipt")).to_be_visible()
    expected(somebody, 422)
    expected(somebody, 500)


def test_going_back_loses_nothing(enter):
    running = begin(instrument="eit")
    somebody = enter(running)
    page = somebody.page
    page.locator("[value=begin]").click()
    taken = page.locator("input:checked")
    answer(page)
    turn(page, 2)
    answer(page)
    answered = taken.count()
    page.go_back()
    expect(page.locator("#page-1")).to_be_visible()
    assert taken.count() == answered
    page.go_back()
    page.go_forward()

    assert page.locator("input[type=radio]:checked").count() == answered


def test_whoever_comes_afterwards_finds_no_filled_form(enter):
    running = begin(instrument="eit")
    somebody = enter(running)
    page = somebody.page
    page.locator("[value=long]").check()
    page.locator("[value=begin]").click()
    answer(page)
    page.locator("[value=send]").click()
    expect(page.locator(".receipt")).to_be_visible()
    page.wait_for_load_state("load")
    page.go_back()

    page.wait_for_url(re.compile(r"/s/\w+/$"))
    assert page.locator("fieldset.row").count() == 0


@pytest.mark.parametrize(("is_secure", "left"), [(True, 0), (False, 19)])
def test_without_javascript_a_safe_line_takes_the_filled_form_away(enter, monkeypatch, is_secure, left):
    monkeypatch.setattr(endings.HttpRequest, "is_secure", lambda _request: is_secure)
    page = enter(begin(instrument="eit"), java_script_enabled=False).page
    page.locator("[value=long]").check()
    page.locator("[value=begin]").click()
    answer(page)
    page.locator("[value=send]").click()
    expect(page.locator(".receipt")).to_be_visible()
    with suppress(Error):  # the browser has to ask for the page again, and asks the person first
        page.go_back()

    assert page.locator("fieldset.row input:checked").count() == left


def test_the_browser_works_while_the_person_answers(enter):
    somebody = enter(begin(instrument="eit"))
    somebody.page.locator("[value=begin]").click()
    found = somebody.page.locator("[name=work]")
    expect(found).not_to_have_value("", timeout=30_000)

    assert work.is_done(somebody.page.locator("[name=submission]").input_value(), found.input_value())


@pytest.mark.parametrize("way", ["steps", "long"])
def test_it_fits_small_screens_and_large_letters(enter, way):
    running = begin(codes=1)
    somebody = enter(running, f"?code={running.codes[0]}", viewport=SMALL)
    page = somebody.page
    page.locator(f"[value={way}]").check()
    overflows = "document.documentElement.scrollWidth > window.innerWidth"
    for press, shown in (("begin", "#page-1"), ("send", "[role=alert]")):
        page.locator(f"[value={press}]").last.evaluate("each => each.click()")
        expect(page.locator(shown)).to_be_visible()
        page.wait_for_load_state("load")
        assert not page.evaluate(overflows)
        page.set_viewport_size({"width": 640, "height": 600})
        page.evaluate("document.documentElement.style.fontSize = '225%'")
        assert not page.evaluate(overflows)
        page.set_viewport_size(SMALL)
    heights = page.locator("fieldset.row label").evaluate_all("all => all.map(each => each.offsetHeight)")
    assert min(height for height in heights if height) >= 44
    expected(somebody, 422)


def test_it_is_light_enough_for_a_poor_line(enter):
    running = begin(codes=1)
    somebody = enter(running, f"?code={running.codes[0]}")
    sizes = {}
    somebody.page.on("requestfinished", lambda asked: sizes.update({asked.url: asked.sizes()}))
    somebody.page.locator("[value=long]").check()
    somebody.page.locator("[value=begin]").click()
    somebody.page.wait_for_load_state("networkidle")
    bodies = {url: size["responseBodySize"] for url, size in sizes.items()}
    fonts = {url: size for url, size in bodies.items() if url.endswith(".woff2")}
    somebody.page.reload()

    assert sum(bodies.values()) - sum(fonts.values()) < MOST_BYTES
    assert sum(fonts.values()) <= MOST_FONT_BYTES
