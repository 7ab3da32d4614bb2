"""An assessor judges 43 items without a mouse: how many keys that takes, and that nobody is shut out."""

import pytest
from judging import CODES, assessor, give, hand_in, live, marks, required
from world import PASSWORD, Role as Place, make_member

from prongsai.collect.evidence.models import Mark, Wording
from prongsai.people import actions as people
from prongsai.project.management.commands.set_up import make_web_fonts

MOST_KEYS = 3  # an item, when all is well
READY = "code => document.title.startsWith(code + ' ') && document.querySelector('.is-here')"


@pytest.fixture(autouse=True)
def _fonts(live_server, settings, tmp_path):
    settings.STATICFILES_DIRS = [tmp_path / "made"]
    make_web_fonts(tmp_path / "made" / "prongsai" / "fonts")


@pytest.fixture
def given(live_server):
    """All items of an office with one assessor."""
    body = people.create_body(code="obec", name_th="สพฐ.", by=None)
    office = people.create_office(body=body, slug="example", name_th="สพป.ตัวอย่าง", by=None)
    central = make_member(office, Place.CENTRAL, "central")
    wipa = assessor(body, "wipa")
    wipa.user.set_password(PASSWORD)
    wipa.user.save()
    Wording.objects.create(body=body, item_code="o1", text="ไม่พบแผนผัง")
    submission = hand_in(office, *CODES)
    give(central, submission)
    return submission


@pytest.fixture
def wipa(given, opening, live_server):
    """Her browser, with the first item before her."""

    def open_it(**options):
        somebody = opening(live_server.url, **options)
        page = somebody.page
        page.goto("/workspace/login/")
        page.fill("[name=username]", "wipa")
        page.fill("[name=password]", PASSWORD)
        page.keyboard.press("Enter")
        page.wait_for_url("**/workspace/")
        page.goto(f"/workspace/reviews/{live(given).get(work__item_code='o1').pk}/?by=office")
        if options.get("java_script_enabled", True):
            page.wait_for_function(READY, arg="O1")
        return somebody

    return open_it


def test_43_items_take_two_keys_each_when_all_is_well(wipa):
    page, keys = wipa().page, 0
    for code in CODES:
        page.wait_for_function(READY, arg=code.upper())
        for key in ("a", "Enter"):
            page.keyboard.press(key)
            keys += 1
    page.wait_for_url("**/workspace/reviews/")

    assert marks() == [(code, "100") for code in CODES]
    assert keys <= MOST_KEYS * len(CODES)


def test_a_failing_element_and_a_wording_are_two_keys(wipa):
    page = wipa().page
    for key in ("a", "k", "k", "k", "k", "2", "z", "Enter"):  # back to the first element
        page.keyboard.press(key)
    page.wait_for_function("() => document.title.startsWith('O2 ')")
    made = Mark.objects.get()

    assert (made.points, made.remark, made.elements[required("o1")]) == ("0", "ไม่พบแผนผัง", "fail")


def test_keys_typed_into_the_remark_are_words_and_escape_leads_out(wipa):
    page = wipa().page
    for key in ("a", "r"):
        page.keyboard.press(key)
    page.keyboard.type("a2")
    page.keyboard.press("Escape")
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.title.startsWith('O2 ')")

    assert (Mark.objects.get().remark, Mark.objects.get().points) == ("a2", "100")


def test_the_screen_shuts_nobody_out_and_works_without_a_script(wipa):
    wipa().look()
    page = wipa(java_script_enabled=False).page
    page.locator("[data-all]").click()

    assert marks() == [("o1", "100")]
