"""The sidebar: beside the app where there is room, a drawer on a phone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Callable

    from controllers import App
    from playwright.sync_api import Page


@pytest.mark.smoke
def test_the_sidebar_opens_closes_and_is_resized_by_keyboard(app: App) -> None:
    sidebar = app.page.get_by_test_id("stSidebar")
    expect(sidebar).to_be_visible()
    app.slider("Size").press("ArrowRight")
    app.texts.expect("size 4")
    edge = sidebar.get_by_role("separator")
    width = int(edge.get_attribute("aria-valuenow") or "0")
    edge.press("ArrowRight")
    expect(edge).to_have_attribute("aria-valuenow", str(width + 16))
    app.page.get_by_role("button", name="Close sidebar").click()
    expect(sidebar).to_have_count(0)
    app.page.get_by_role("button", name="Open sidebar").press("Enter")
    app.slider("Size").expect_value("4")


def test_on_a_phone_the_sidebar_is_a_drawer_and_nothing_scrolls_sideways(
    open_app: Callable[..., App], page: Page
) -> None:
    page.set_viewport_size({"width": 360, "height": 640})
    app = open_app()
    expect(app.page.get_by_test_id("stSidebar")).to_have_count(0)
    app.page.get_by_role("button", name="Open sidebar").click()
    app.slider("Size").press("ArrowRight")
    app.page.keyboard.press("Escape")
    expect(app.page.get_by_test_id("stSidebar")).to_have_count(0)
    app.texts.expect("size 4")
    width = app.page.evaluate("document.scrollingElement.scrollWidth")
    assert width <= 360
