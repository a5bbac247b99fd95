"""Pages that MkDocs and Sphinx have built, with apps of the site that was copied into them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from controllers import expect_no_violation
from controllers.app import START_MS
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Browser, FrameLocator, Page

#: The themes around it have colours and headings that axe objects to.
APP = "tabstream-app"


@dataclass
class Pages:
    """The pages of one tool."""

    apps: str
    late: str
    home: str
    #: Where the tool's theme has a page's own content.
    content: str


@pytest.fixture(params=["mkdocs", "sphinx"])
def pages(request: pytest.FixtureRequest) -> Pages:
    top = request.getfixturevalue(f"{request.param}_pages")
    if request.param == "mkdocs":
        return Pages(f"{top}guide/apps/", f"{top}guide/late/", top, "[role=main]")
    return Pages(f"{top}guide/apps.html", f"{top}guide/late.html", top, ".body")


def app_in(page: Page) -> FrameLocator:
    """Return what the app draws in: the site lies beside the page, so it is the site's own."""
    return page.frame_locator("tabstream-app iframe")


def expect_text(page: Page, text: str) -> None:
    first = app_in(page).get_by_test_id("stMarkdown").first
    expect(first).to_have_text(text, timeout=START_MS)


def test_a_block_is_an_app_that_reads_what_lies_beside_its_source_and_reacts(
    page: Page, pages: Pages
) -> None:
    page.goto(pages.apps)
    expect_text(page, "2 rows, 3 of them")
    app_in(page).get_by_role("slider", name="Size").press("ArrowRight")
    expect_text(page, "2 rows, 4 of them")
    expect(app_in(page).get_by_test_id("stCode").first).to_contain_text("</script>")
    # The page shows the code once, highlighted as its other code is.
    expect(page.locator("pre:visible")).to_have_count(1)
    expect(page.locator("pre:visible")).to_contain_text('size = st.slider("Size", 0, 10, 3)')
    expect(page.locator("tabstream-app iframe")).to_have_attribute("title", "Rows")
    expect_no_violation(page, within=APP)


def test_a_script_of_the_docs_waits_behind_its_poster_and_finds_its_modules(
    page: Page, pages: Pages
) -> None:
    page.goto(pages.late)
    expect(page.locator("tabstream-app iframe")).to_have_count(0)
    expect_no_violation(page, within=APP)
    page.locator("tabstream-app").get_by_role("button").press("Enter")
    expect_text(page, "from beside")


def test_an_app_runs_in_content_that_a_theme_has_fetched(page: Page, pages: Pages) -> None:
    """As themes with instant navigation do: the next page's content in the place of this one's."""
    page.goto(pages.home)
    page.evaluate(
        """async ([address, selector]) => {
            const text = await (await fetch(address)).text();
            const next = new DOMParser().parseFromString(text, "text/html");
            history.pushState(null, "", address);
            const content = next.querySelector(selector);
            document.querySelector(selector).replaceWith(content);
            for (const script of content.querySelectorAll("script[src]")) {
                const live = document.createElement("script");
                live.src = script.getAttribute("src");
                script.replaceWith(live);
            }
        }""",
        [pages.apps, pages.content],
    )
    expect_text(page, "2 rows, 3 of them")


def test_without_javascript_the_code_is_there_to_be_read(browser: Browser, pages: Pages) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(pages.late)
    expect(page.locator("tabstream-app pre")).to_contain_text("from own import WORD")
    page.goto(pages.apps)
    # Shown by the page itself, and once.
    expect(page.get_by_text("import streamlit as st").locator("visible=true")).to_have_count(1)
    context.close()
