"""An app by keyboard alone: every step is one of the keys, and the focus stays where it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from controllers import App
    from playwright.sync_api import Locator


def expect_focus(locator: Locator) -> None:
    """Wait until an element, or one inside it, has the focus."""
    expect(
        locator.locator(":focus").or_(locator.and_(locator.page.locator(":focus")))
    ).to_have_count(1)


def test_an_app_can_be_used_by_keyboard_and_a_rerun_leaves_the_focus_where_it_was(
    app: App,
) -> None:
    page, key = app.page, app.page.keyboard
    app.captions.expect("3 [] red 2026-06-21 False")

    slider = page.get_by_role("slider", name="Size")
    key.press("Tab")
    while page.evaluate("document.activeElement.type") != "range":
        key.press("Tab")
    key.press("ArrowRight")
    app.captions.expect("4 [] red 2026-06-21 False")
    expect(slider).to_be_focused()

    key.press("Tab")
    fruits = page.get_by_test_id("stMultiSelect")
    expect_focus(fruits)
    key.type("ban")
    expect(page.get_by_role("option", name="banana")).to_be_visible()
    key.press("ArrowDown")
    key.press("Enter")
    app.captions.expect("4 ['banana'] red 2026-06-21 False")
    key.press("Escape")
    expect_focus(fruits)
