"""The gallery of all elements, as everybody has to be able to use it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from controllers import App, expect_no_violation

if TYPE_CHECKING:
    from playwright.sync_api import Page


def test_axe_finds_nothing_in_the_gallery_light_and_dark(page: Page, site: str) -> None:
    page.emulate_media(color_scheme="light")
    app = App(page, f"{site}?script=examples/gallery/app.py").open()
    app.expect_no_error()
    expect_no_violation(page)
    page.emulate_media(color_scheme="dark")
    expect_no_violation(page)
