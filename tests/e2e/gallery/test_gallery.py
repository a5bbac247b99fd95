"""The gallery of all elements, as everybody has to be able to use it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from controllers import App, expect_no_sideways_scroll, expect_no_violation
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Page

PARTS = ("Inputs", "Text", "Data", "Charts", "Media", "Layout", "Status")


@pytest.fixture
def gallery(page: Page, site: str) -> App:
    page.emulate_media(color_scheme="light")
    return App(page, f"{site}?script=examples/gallery/app.py").open()


def open_part(app: App, part: str) -> None:
    """Choose a part, and wait until all of it is drawn."""
    app.radio("Part").set(part)
    expect(app.page.get_by_role("heading", level=1, name=part)).to_be_visible()
    app.expect_state("notRunning")


def test_axe_finds_nothing_in_the_gallery_light_and_dark_nor_in_what_the_menu_opens(
    gallery: App,
) -> None:
    page = gallery.page
    for part in PARTS:
        open_part(gallery, part)
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            expect(page.locator(".ts-unit")).to_have_attribute("data-theme", scheme)
            expect_no_violation(page)
    page.get_by_role("button", name="Main menu").click()
    expect(page.get_by_role("menu")).to_be_visible()
    expect_no_violation(page)
    page.keyboard.press("Escape")
    for item, panel in {"Log": "Log", "View source": "app.py", "About": "About"}.items():
        gallery.choose(item)
        expect(page.get_by_role("dialog", name=panel)).to_be_visible()
        expect_no_violation(page)
        page.keyboard.press("Escape")


def test_on_a_phone_no_part_of_the_gallery_scrolls_sideways(page: Page, gallery: App) -> None:
    page.set_viewport_size({"width": 360, "height": 640})
    for part in PARTS:
        page.get_by_role("button", name="Open sidebar").click()
        open_part(gallery, part)
        page.keyboard.press("Escape")
        expect_no_sideways_scroll(page)
