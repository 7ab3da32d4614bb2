"""An office looks at what a stranger would find: every page of its items, on a desk and on a phone."""

import pytest

ITEMS = "/workspace/offices/example-2/assessments/obec-2565/evidence/"
PAGES = {
    "": "O34",
    "rehearsal/": "87.46",
    "one-page/": "43",
    "items/o23/": "มีนาคม 2565",
    "items/o23/days/": "/o23.html",
    "items/o23/links/new/": "O23",
}


@pytest.fixture
def somebody(visitor, site):
    one = visitor()
    one.page.goto("/workspace/login/")
    one.page.fill("[name=username]", "khet2.admin")
    one.page.fill("[name=password]", site.password)
    one.page.keyboard.press("Enter")
    one.page.wait_for_url("**/workspace/")
    return one


@pytest.mark.parametrize("page", PAGES)
def test_nobody_is_shut_out_of_the_pages_of_the_items(somebody, page):
    somebody.page.goto(f"{ITEMS}{page}")

    assert PAGES[page] in somebody.page.content()
    somebody.look()


def test_a_captured_page_opens_apart_from_the_workspace(somebody):
    page = somebody.page
    page.goto(f"{ITEMS}items/o3/days/")
    with page.expect_popup() as opened:
        page.locator("a[target=_blank]").first.click()

    assert "อำนาจหน้าที่" in opened.value.locator("main").inner_text()
    assert opened.value.evaluate("window.origin") == "null"


def test_a_check_is_asked_for_and_ends(somebody):
    page = somebody.page
    page.goto(f"{ITEMS}rehearsal/")
    page.locator("form[action$='ask/'] button").click()
    page.wait_for_selector("form[action$='ask/'] button", timeout=60_000)

    assert "87.46" in page.content()
