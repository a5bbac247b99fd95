"""What `embed=true` takes away, and what `embed_options=` brings back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Page

HELLO = "?script=examples/hello/app.py&embed=true"


def top_of_content(page: Page) -> float:
    style = "element => parseFloat(getComputedStyle(element).paddingTop)"
    padding: float = page.get_by_test_id("stMainBlockContainer").evaluate(style)
    return padding


def test_an_embedded_app_has_neither_menu_nor_much_room_around_it(page: Page, site: str) -> None:
    page.goto(site + HELLO)
    expect(page.get_by_test_id("stMainBlockContainer")).to_be_visible()
    expect(page.get_by_test_id("stMainMenu")).to_have_count(0)
    expect(page.get_by_test_id("stLoading")).to_be_visible()
    assert top_of_content(page) == 16


def test_the_page_around_it_can_have_the_menu_the_room_and_the_colours(
    page: Page, site: str
) -> None:
    page.emulate_media(color_scheme="light")
    page.goto(site + HELLO + "&embed_options=show_toolbar&embed_options=dark_theme")
    expect(page.get_by_test_id("stMainMenu")).to_be_visible()
    expect(page.locator(".ts-unit")).to_have_attribute("data-theme", "dark")
    assert top_of_content(page) > 16


def test_the_page_around_it_can_do_without_the_start_and_scrolling(page: Page, site: str) -> None:
    options = "&embed_options=hide_loading_screen&embed_options=disable_scrolling"
    page.goto(site + HELLO + options)
    expect(page.get_by_test_id("stMainBlockContainer")).to_be_visible()
    expect(page.get_by_test_id("stLoading")).to_have_count(0)
    expect(page.locator(".ts-unit")).to_have_css("overflow", "hidden")


def test_the_options_mean_nothing_to_an_app_in_a_tab_of_its_own(page: Page, site: str) -> None:
    page.emulate_media(color_scheme="light")
    page.goto(site + HELLO.replace("embed=true", "embed_options=dark_theme"))
    expect(page.get_by_test_id("stMainMenu")).to_be_visible()
    expect(page.locator(".ts-unit")).to_have_attribute("data-theme", "light")
