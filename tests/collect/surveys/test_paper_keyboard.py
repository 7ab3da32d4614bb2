"""Paper is typed in a real browser with the number keys alone, and without JavaScript in plain inputs."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.test import Client
from piling import begin_pile, complete, with_paper, with_rows
from playwright.sync_api import sync_playwright

from prongsai.collect.surveys.models import PaperSheet

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.one_database]
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.fixture(scope="module")
def thread():
    """Playwright runs a loop of its own, beside which the database is not to be asked: it gets a thread."""
    with ThreadPoolExecutor(max_workers=1) as executor:
        yield executor


@pytest.fixture(scope="module")
def browser(thread):
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if not program:
        pytest.fail("This needs Chromium. Install it (Debian: apt-get install chromium); script/test does.")
    playwright = thread.submit(lambda: sync_playwright().start()).result()
    options = {"executable_path": program, "args": ["--no-sandbox"]}
    yield thread.submit(playwright.chromium.launch, **options).result()
    thread.submit(playwright.stop).result()


@pytest.fixture
def running(transactional_db):
    return with_paper()


@pytest.fixture
def desk(thread, browser, live_server, running):
    """Do something on a page on which the office's administrator is signed in; give what comes of it."""
    client = Client()
    client.force_login(running.admin)
    value = client.cookies[settings.SESSION_COOKIE_NAME].value
    cookie = {"name": settings.SESSION_COOKIE_NAME, "value": value, "url": live_server.url}

    def do(address, steps, **options):
        with closing(
            browser.new_context(base_url=live_server.url, reduced_motion="reduce", **options)
        ) as context:
            context.add_cookies([cookie])
            page = context.new_page()
            page.goto(address)
            return steps(page)

    return lambda *told, **options: thread.submit(do, *told, **options).result()


def address(running, pile, *more):
    office = f"/workspace/offices/{running.office.slug}/assessments/obec-2565"
    return "/".join(
        [office, "surveys", running.survey.instrument, "paper", str(pile.pk), *map(str, more), ""]
    )


def focused(page):
    return page.evaluate("document.activeElement.name")


def press_enter_to_save(page):
    with page.expect_navigation():
        page.keyboard.press("Enter")


def test_a_sheet_is_typed_with_number_keys_alone_and_enter_opens_the_next(running, desk):
    pile = begin_pile(running)

    def steps(page):
        page.keyboard.type("23 1" + "1" * 46)
        last = focused(page)
        page.keyboard.type("4")
        press_enter_to_save(page)
        return last, page.input_value("#number"), focused(page)

    assert desk(address(running, pile, "type"), steps) == ("row-i30.4", "2", "row-i1.1")
    expected = with_rows(running.answers(1), at_0=2, at_1=3, at_2=0, at_50=4)
    assert bytes(PaperSheet.objects.get().answers) == expected


def test_the_chosen_label_shows_and_a_box_that_is_not_there_is_said(running, desk):
    def steps(page):
        page.keyboard.type("37")
        chosen = page.locator("[id='choices-i1.1'] .is-typed").inner_text()
        return (
            chosen[:2],
            focused(page),
            page.input_value("[id='row-i1.2']"),
            page.locator(".is-wrong").count(),
        )

    told = desk(address(running, begin_pile(running), "type"), steps)

    assert told == ("3 ", "row-i1.2", "", 1)


def test_backspace_goes_back_and_enter_goes_to_what_is_missing(running, desk):
    def steps(page):
        page.keyboard.type("123")
        page.keyboard.press("Backspace")
        back = focused(page), page.input_value("[id='row-i2.1']")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        return *back, focused(page)

    told = desk(address(running, begin_pile(running), "type"), steps)

    assert told == ("row-i2.1", "", "row-i2.1")
    assert PaperSheet.objects.count() == 0


def test_the_digit_keys_work_while_the_keyboard_stands_on_thai(running, desk):
    def steps(page):
        for code, key in (("Digit2", "/"), ("Digit3", "-"), ("Minus", "-")):
            page.evaluate(
                "told => document.activeElement.dispatchEvent("
                "new KeyboardEvent('keydown', {...told, bubbles: true, cancelable: true}))",
                {"code": code, "key": key},
            )
        page.keyboard.insert_text("๔")
        return [page.input_value(f"[id='row-{code}']") for code in ("i1.1", "i1.2", "i2.1")], focused(page)

    told = desk(address(running, begin_pile(running), "type"), steps)

    assert told == (["2", "3", "4"], "row-i3.1")


def test_a_line_is_poured_into_the_rows(running, desk):
    def steps(page):
        page.locator(".paper-form summary").click()
        page.locator("#line").fill("2" * 51)
        press_enter_to_save(page)

    desk(address(running, begin_pile(running), "type"), steps)

    assert bytes(PaperSheet.objects.get().answers) == running.answers(2)


def test_without_javascript_the_same_form_is_plain_inputs(running, desk):
    def steps(page):
        for cell in page.locator("[data-cell]").all():
            cell.fill("1")
        with page.expect_navigation():
            page.locator("[data-send]").click()

    desk(address(running, begin_pile(running), "type"), steps, java_script_enabled=False)

    assert bytes(PaperSheet.objects.get().answers) == running.answers(1)


def barriers(page):
    # From the top: what a head that stays half covers is not too small, only scrolled away.
    page.evaluate("document.querySelectorAll('*').forEach(each => { each.scrollTop = 0 })")
    found = Axe().run(page, options=RULES).response["violations"]
    told = [(each["id"], each["nodes"][0]["html"]) for each in found]
    return told + ["scrolls sideways"] * page.evaluate(
        "document.documentElement.scrollWidth > window.innerWidth"
    )


@pytest.mark.parametrize("width", [375, 1280])
def test_nobody_is_shut_out_and_nothing_stands_beyond_the_edge(running, desk, width):
    pile, typing = complete(running, 2), begin_pile(running, "ชุดที่ 2")
    places = (address(running, pile), address(running, typing, "type"), address(running, pile, "close"))

    assert [desk(each, barriers, viewport={"width": width, "height": 800}) for each in places] == [[], [], []]
