"""An office's year from nothing to the public page, as its administrator walks it in a browser, in Thai."""

import re
from pathlib import Path

import pytest

FIGURES = ["99.48", "96.09", "98.46", "98.15", "97.77", "97.47", "98.52", "97.89", "100", "100"]
PUBLISHED = "indicator,points\n" + "".join(f"{n},{each}\n" for n, each in enumerate(FIGURES, start=1))
OFFICE = "/workspace/offices/example-3/"
YEAR = f"{OFFICE}assessments/obec-2565/"
MOST_TABS = 120


def tab_to(page, selector):
    """Reach something with the Tab key alone."""
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if page.evaluate("wanted => document.activeElement.matches(wanted)", selector):
            return
    pytest.fail(f"{selector} cannot be reached with the Tab key.")


def sign_in(somebody, site, username):
    """With the keyboard alone."""
    page = somebody.page
    page.goto("/workspace/")
    somebody.look()
    for field, typed in (("username", username), ("password", site.password)):
        if page.evaluate("document.activeElement.name") != field:
            tab_to(page, f"[name={field}]")
        page.keyboard.type(typed)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"^[^?]+/workspace/$"))


def go(somebody, address):
    somebody.page.goto(address)
    somebody.look()


def press(page, t, message):
    page.get_by_role("button", name=t(message), exact=True).click()


def begin_the_year(somebody, t):
    go(somebody, f"{OFFICE}assessments/new/")
    somebody.page.locator("[name=framework_code][value=obec-2565]").check()
    press(somebody.page, t, "Create the assessment")
    somebody.page.wait_for_url(f"**{YEAR}")
    somebody.look()


def bring_in(somebody, t):
    page = somebody.page
    go(somebody, f"{YEAR}bring-in/indicators/")
    page.locator("[name=file]").set_input_files(
        {"name": "indicators.csv", "mimeType": "text/csv", "buffer": PUBLISHED.encode()}
    )
    press(page, t, "Read the file")
    page.wait_for_selector("[name=carried]", state="attached")
    somebody.look()
    assert somebody.says("96.09")
    page.locator("form:has([name=carried]) button").first.click()
    page.wait_for_url(f"**{YEAR}")


def see_the_result(somebody):
    go(somebody, f"{YEAR}result/")
    assert [
        figure for figure in ("98.79", "AA", "29.40", "29.39", "40.00") if not somebody.says(figure)
    ] == []
    go(somebody, f"{YEAR}gaps/")
    weakest = somebody.page.locator("main").inner_text()
    assert weakest.index("96.09") < weakest.index("97.47") < weakest.index("97.77")


def write_texts(somebody):
    """The first one with the keyboard alone."""
    page = somebody.page
    go(somebody, f"{YEAR}texts/2/")
    tab_to(page, "[name=text_th]")
    page.keyboard.type("เผยแพร่ยอดเบิกจ่ายทุกเดือน และเปิดช่องให้สอบถาม")
    tab_to(page, "form button[type=submit], form button:not([type])")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{YEAR}texts/")
    for code, text in (("5", "ประเมินความเสี่ยงการทุจริตทุกกลุ่ม"), ("6", "ประกาศขั้นตอนและเวลาของทุกบริการ")):
        page.goto(f"{YEAR}texts/{code}/")
        page.locator("[name=text_th]").fill(text)
        page.locator("form:has([name=text_th]) button").click()
        page.wait_for_url(f"**{YEAR}texts/")
    somebody.look()


def add_a_measure(somebody, t):
    page = somebody.page
    go(somebody, f"{YEAR}measures/new/")
    page.locator("[name=name_th]").fill("มาตรการส่งเสริมความโปร่งใส")
    for code in ("2", "5", "6"):
        page.locator(f"[name=indicators][value='{code}']").check()
    for field, typed in {
        "practice_th": "เผยแพร่ข้อมูลการใช้งบประมาณและการให้บริการทุกเดือน",
        "monitoring_th": "รายงานทีมบริหารทุกไตรมาส",
        "reporting_th": "มีรายงานบนเว็บไซต์",
        "starts_on": "1 ต.ค. 2565",
        "ends_on": "30 ก.ย. 2566",
        "other_owners": "กลุ่มอำนวยการ",
    }.items():
        page.locator(f"[name=practice-0-{field}]").fill(typed)
    press(page, t, "Save")
    page.wait_for_url(f"**{YEAR}measures/")
    somebody.look()
    assert somebody.says("ต.ค. 2565 – ก.ย. 2566")


def make_the_book(somebody, t, folder):
    page = somebody.page
    go(somebody, f"{YEAR}books/")
    press(page, t, "Make the book")
    link = page.locator("a[href$='/file/']").first
    link.wait_for(timeout=60_000)  # the worker makes it; the page looks after it by itself
    somebody.look()
    with page.expect_download() as downloading:
        link.click()
    kept = folder / downloading.value.suggested_filename
    downloading.value.save_as(kept)
    assert kept.suffix == ".pdf"
    assert kept.read_bytes()[:5] == b"%PDF-"


def publish(somebody, t):
    page = somebody.page
    go(somebody, f"{YEAR}publish/")
    page.goto(f"{YEAR}publish/preview/")
    assert somebody.says("98.79")
    somebody.look()
    page.goto(f"{YEAR}publish/")
    press(page, t, "Publish")
    page.wait_for_selector("a[href='/example-3/ita/obec-2565/']")


def findings(somebody):
    go(somebody, f"{YEAR}findings/")
    return somebody.page.locator(".analyse-findings li").count()


def test_from_nothing_to_the_public_page(visitor, site, t, tmp_path):
    somebody = visitor()
    sign_in(somebody, site, "khet3.admin")
    somebody.look()

    begin_the_year(somebody, t)
    bring_in(somebody, t)
    see_the_result(somebody)
    before = findings(somebody)
    write_texts(somebody)
    add_a_measure(somebody, t)
    after = findings(somebody)
    make_the_book(somebody, t, tmp_path)
    publish(somebody, t)

    assert (before > 0, after) == (True, 0)
    anybody = visitor(java_script_enabled=False, viewport={"width": 375, "height": 700})
    anybody.page.goto("/example-3/ita/obec-2565/")
    assert anybody.page.locator(".figure b").inner_text() == "98.79"
    assert (Path(site.folder) / "public/shared/example-3/ita/obec-2565/index.html").is_file()
    assert re.search(r'lang="th"', anybody.page.content())
