"""The app's address, its title, its icon and its own items of the menu."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Callable

    from controllers import App


def test_the_address_follows_the_app_and_the_app_follows_back_and_forward(
    open_app: Callable[..., App],
) -> None:
    app = open_app("&arg=x&day=1&embed_options=show_toolbar")
    page = app.page
    app.texts.expect("day 1")
    app.button("Next").click()
    app.texts.expect("day 2")
    # Two parameters set by one run are one step; what is the page's own stays.
    expect(page).to_have_url(re.compile(r"arg=x&embed_options=show_toolbar&day=2&seen=yes$"))
    app.button("Next").click()
    app.texts.expect("day 3")

    page.get_by_role("link", name="Down").click()
    expect(page).to_have_url(re.compile(r"day=3&seen=yes#below$"))
    app.texts.expect("day 3")
    page.go_back()
    expect(page).to_have_url(re.compile(r"day=3&seen=yes$"))
    page.go_back()
    app.texts.expect("day 2")
    page.go_back()
    app.texts.expect("day 1")
    expect(page).to_have_url(re.compile(r"day=1&embed_options=show_toolbar$"))
    page.go_forward()
    app.texts.expect("day 2")
    app.expect_no_error()


def test_an_app_sets_the_title_and_the_icon_of_the_tab_and_items_of_the_menu(app: App) -> None:
    page = app.page
    expect(page).to_have_title("Days")
    icon = page.locator("link[rel=icon]")
    expect(icon).to_have_attribute("href", re.compile("^data:image/svg.*%F0%9F%A6%88"))

    app.choose("About")
    about = page.get_by_role("dialog", name="About")
    expect(about.locator("strong")).to_have_text("Days")
    expect(about.get_by_role("link", name="Ann")).to_have_attribute("href", "https://ann.example/")
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Main menu")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("menuitem", name="Report a bug")).to_have_count(0)
    help_item = page.get_by_role("menuitem", name="Get help")
    expect(help_item).to_have_attribute("href", "https://help.example/")
    expect(help_item).to_have_attribute("target", "_blank")
    page.keyboard.press("Escape")

    app.choose("Open another script")
    expect(page).to_have_title("tabstream")
    expect(icon).to_have_attribute("href", "icon.svg")
