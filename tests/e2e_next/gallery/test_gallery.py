"""The gallery of all elements, as everybody has to be able to use it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from controllers import App, expect_no_violation
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


def test_axe_finds_nothing_in_the_gallery_light_and_dark(gallery: App) -> None:
    for part in PARTS:
        open_part(gallery, part)
        for scheme in ("light", "dark"):
            gallery.page.emulate_media(color_scheme=scheme)
            expect(gallery.page.locator(".ts-unit")).to_have_attribute("data-theme", scheme)
            expect_no_violation(gallery.page)
