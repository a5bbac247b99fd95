"""Apps in frames of other pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from controllers.app import START_MS
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Browser, FrameLocator, Page, Route

SAVING = "How savings grow"
DOUBLING = "How long it takes to double"


@pytest.fixture
def document(page: Page, site: str) -> Page:
    """A page of documentation with two apps, both of them started."""
    page.goto(f"{site}examples/embed/index.html")
    for title in (SAVING, DOUBLING):
        app = frame(page, title).get_by_test_id("stApp")
        expect(app).to_have_attribute("data-test-script-state", "notRunning", timeout=START_MS)
    return page


def frame(page: Page, title: str) -> FrameLocator:
    """Return the frame with a title."""
    return page.frame_locator(f'iframe[title="{title}"]')


def expect_frame_as_high_as_content(page: Page, title: str) -> float:
    """Wait until a frame needs no scroll bar and has no room to spare; return its height."""
    content = frame(page, title).get_by_test_id("stMainBlockContainer")
    expect(content).to_be_visible()
    page.wait_for_function(
        """(title) => {
            const frame = document.querySelector(`iframe[title="${title}"]`);
            const content = frame.contentDocument.querySelector(".stMainBlockContainer");
            return Math.abs(frame.clientHeight - content.getBoundingClientRect().height) <= 1;
        }""",
        arg=title,
    )
    box = page.locator(f'iframe[title="{title}"]').bounding_box()
    assert box is not None
    return box["height"]


def test_an_embedded_app_has_no_chrome(document: Page) -> None:
    app = frame(document, SAVING)
    expect(app.get_by_test_id("stMainMenu")).to_have_count(0)
    expect(app.get_by_test_id("stHeader")).to_have_count(0)


@pytest.mark.smoke
def test_two_apps_of_a_page_work_each_for_itself(document: Page) -> None:
    saving, doubling = frame(document, SAVING), frame(document, DOUBLING)
    expect(saving.get_by_test_id("stMarkdown").first).to_have_text("1,000 become 2,191.")
    saving.get_by_role("slider", name="Years").press("ArrowRight")
    expect(saving.get_by_test_id("stMarkdown").first).to_have_text("1,000 become 2,279.")
    expect(doubling.get_by_test_id("stMarkdown").first).to_contain_text("17.7 years")


def test_a_frame_follows_the_height_of_its_app(document: Page) -> None:
    expect_frame_as_high_as_content(document, SAVING)
    before = expect_frame_as_high_as_content(document, DOUBLING)
    box = frame(document, DOUBLING).get_by_test_id("stCheckbox").locator("label")
    box.click()
    expect(frame(document, DOUBLING).get_by_test_id("stTable")).to_be_visible()
    assert expect_frame_as_high_as_content(document, DOUBLING) > before
    box.click()
    expect(frame(document, DOUBLING).get_by_test_id("stTable")).to_have_count(0)
    assert expect_frame_as_high_as_content(document, DOUBLING) == before


def test_a_page_that_is_not_embedded_posts_no_height(page: Page, site: str) -> None:
    page.add_init_script("""
        window.heights = [];
        addEventListener("message", ({ data }) => heights.push(data));
    """)
    page.goto(f"{site}?script=examples/hello/app.py")
    app = page.get_by_test_id("stApp")
    expect(app).to_have_attribute("data-test-script-state", "notRunning", timeout=START_MS)
    assert page.evaluate("heights") == []


def test_an_app_is_as_light_or_dark_as_the_page_around_it_also_when_that_changes(
    document: Page,
) -> None:
    for colour, theme in (("#101418", "dark"), ("rgb(250 250 240)", "light")):
        document.evaluate("(colour) => { document.body.style.background = colour; }", colour)
        for title in (SAVING, DOUBLING):
            unit = frame(document, title).locator(".ts-unit")
            expect(unit).to_have_attribute("data-theme", theme)


def test_an_app_with_a_theme_in_its_address_keeps_it(page: Page, site: str) -> None:
    page.goto(f"{site}examples/embed/index.html")
    page.evaluate("""() => {
        document.body.style.background = "black";
        document.querySelector("iframe").src += "&embed_options=light_theme";
    }""")
    app = frame(page, SAVING)
    expect(app.get_by_test_id("stMarkdown").first).to_be_visible(timeout=START_MS)
    expect(app.locator(".ts-unit")).to_have_attribute("data-theme", "light")
    expect(frame(page, DOUBLING).locator(".ts-unit")).to_have_attribute("data-theme", "dark")


def test_a_poster_costs_nothing_until_it_is_used(page: Page, site: str) -> None:
    page.goto(f"{site}examples/embed/index.html")
    poster = page.get_by_role("button", name="How 5,000 grow")
    expect(poster).to_be_visible()
    expect(page.locator("iframe")).to_have_count(2)
    poster.focus()
    page.keyboard.press("Enter")
    app = frame(page, "How 5,000 grow")
    expect(app.get_by_test_id("stMarkdown").first).to_have_text(
        "5,000 become 10,956.", timeout=START_MS
    )
    expect_frame_as_high_as_content(page, "How 5,000 grow")
    expect(poster).to_have_count(0)


def test_a_link_starts_by_itself_where_a_reader_comes_near(page: Page, site: str) -> None:
    page.route("**/examples/embed/index.html", serve_far_link)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{site}examples/embed/index.html")
    app = frame(page, "Far below")
    expect(page.locator("iframe")).to_have_count(1)
    assert not any("embed=true" in url for url in asked)
    page.locator("iframe").scroll_into_view_if_needed()
    expect(app.get_by_test_id("stMarkdown").first).to_be_visible(timeout=START_MS)


def test_without_the_script_it_is_a_link(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}examples/embed/index.html")
    link = page.get_by_role("link", name="How 5,000 grow")
    expect(link).to_have_attribute("href", "../../?script=examples/embed/saving.py&arg=5000")
    context.close()


def serve_far_link(route: Route) -> None:
    """Answer a page with an app so far below that no browser loads it ahead."""
    link = '<a data-tabstream="near" href="../../?script=examples/embed/saving.py">Far below</a>'
    script = '<script src="../../tabstream-embed.js"></script>'
    room = '<div style="height: 40000px"></div>'
    route.fulfill(body=f"<!doctype html>{room}{link}{script}", content_type="text/html")
