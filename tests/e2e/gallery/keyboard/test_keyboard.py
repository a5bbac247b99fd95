"""An app by keyboard alone: every step is one of the keys, and the focus stays where it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from controllers import App
    from playwright.sync_api import Page


def tab_to(page: Page, test_id: str) -> None:
    """Press Tab until the focus is in an element."""
    is_in = f"document.activeElement.closest('[data-testid={test_id}]') !== null"
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate(is_in):
            return
    raise AssertionError(f"Tab does not lead to {test_id}.")


def expect_focus_in(page: Page, test_id: str) -> None:
    """Wait until the focus is in an element."""
    expect(page.get_by_test_id(test_id).locator(":focus")).to_have_count(1)


def test_an_app_can_be_used_by_keyboard_and_a_rerun_leaves_the_focus_where_it_was(
    app: App,
) -> None:
    page, key = app.page, app.page.keyboard
    app.captions.expect("3 [] red 2026-06-21 False")

    tab_to(page, "stSlider")
    key.press("ArrowRight")
    app.captions.expect("4 [] red 2026-06-21 False")
    expect_focus_in(page, "stSlider")

    tab_to(page, "stMultiSelect")
    key.type("ban")
    expect(page.get_by_role("option", name="banana")).to_be_visible()
    key.press("ArrowDown")
    key.press("Enter")
    app.captions.expect("4 ['banana'] red 2026-06-21 False")
    expect_focus_in(page, "stMultiSelect")
    key.press("Escape")

    tab_to(page, "stSelectbox")
    key.press("ArrowDown")
    page.get_by_role("option", name="red").wait_for()
    key.press("ArrowDown")
    key.press("Enter")
    app.captions.expect("4 ['banana'] green 2026-06-21 False")
    expect_focus_in(page, "stSelectbox")

    tab_to(page, "stDateInput")
    key.press("ArrowUp")
    app.captions.expect("4 ['banana'] green 2027-06-21 False")
    expect_focus_in(page, "stDateInput")

    tab_to(page, "stTabs")
    key.press("ArrowRight")
    expect(page.get_by_text("in the second tab")).to_be_visible()
    expect(page.get_by_role("tab", name="Two")).to_be_focused()

    tab_to(page, "stExpander")
    key.press("Enter")
    tab_to(page, "stCheckbox")
    key.press("Space")
    app.captions.expect("4 ['banana'] green 2027-06-21 True")
    expect_focus_in(page, "stCheckbox")
    expect(page.get_by_text("in the second tab")).to_be_visible()

    tab_to(page, "stDataFrame")
    key.press("ArrowDown")
    key.press("ArrowRight")
    expect(page.locator("[role=gridcell][aria-selected=true]")).to_have_text("709000")
    expect_focus_in(page, "stDataFrame")
    app.expect_no_error()
