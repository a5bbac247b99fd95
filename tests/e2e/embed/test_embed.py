"""Apps in frames of other pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from controllers.app import START_MS
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import FrameLocator, Page

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
