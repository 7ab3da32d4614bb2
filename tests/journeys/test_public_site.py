"""The public site as anybody meets it: on a phone, without JavaScript, in both languages."""

HEAVIEST_BYTES = 150_000
PAGES = [
    "/",
    "/trang2/",
    "/trang2/ita/obec-2565/",
    "/example-1/ita/obec-2566-draft/",
    "/en/",
    "/en/example-1/ita/obec-2565/",
]


def test_every_page_is_open_to_everybody(visitor):
    somebody = visitor()
    for address in PAGES:
        somebody.page.goto(address)
        somebody.look()
    somebody.page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    somebody.look()

    assert somebody.context.cookies() == []


def test_no_page_is_heavy(site):
    sizes = {path: path.stat().st_size for path in site.folder.glob("public/shared/**/index.html")}

    assert len(sizes) >= len(PAGES)
    assert {path: size for path, size in sizes.items() if size > HEAVIEST_BYTES} == {}


def test_a_phone_without_javascript_reads_every_figure(visitor):
    somebody = visitor(java_script_enabled=False, viewport={"width": 375, "height": 700})
    page = somebody.page
    page.goto("/")
    page.locator("a[href='/trang2/ita/obec-2565/']").click()
    assert page.url.endswith("/trang2/ita/obec-2565/")
    assert page.locator(".figure b").inner_text() == "98.79"

    page.goto("/example-1/ita/obec-2566-draft/")
    working = page.locator("#i1\\.1 .how")
    assert not working.is_visible()
    page.locator("summary", has_text="การปฏิบัติหน้าที่").first.click()
    assert working.is_visible()
    assert "÷" in working.inner_text()

    page.get_by_role("link", name="English").click()
    assert page.locator("html").get_attribute("lang") == "en"
    with page.expect_download() as downloading:
        page.get_by_role("link", name="JSON").click()
    assert downloading.value.suggested_filename == "example-1-obec-2566-draft-result.json"
