"""The colours of an app, of the chrome around it, and of what the reader chooses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from controllers import App, Disk, Landing
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Page

CONFIG = """
[theme]
base = "dark"
primaryColor = "#ff8800"
backgroundColor = "#201000"
"""

ACCENT = "element => getComputedStyle(element).getPropertyValue('--ts-accent')"


def test_an_app_s_theme_is_that_of_the_chrome_too_and_the_reader_has_the_last_word(
    page: Page, site: str
) -> None:
    page.emulate_media(color_scheme="light")
    disk = Disk(page)
    page.goto(site)
    disk.save("project/app.py", "import streamlit as st\nst.text('themed')\n")
    disk.save("project/.streamlit/config.toml", CONFIG)
    Landing(page).open_folder()
    app = App(page, site)
    app.expect_started()
    unit, chrome = page.locator(".ts-unit"), page.locator(".ts-page")
    for root in (unit, chrome):
        expect(root).to_have_attribute("data-theme", "dark")
        expect(root).to_have_css("background-color", "rgb(32, 16, 0)")
        assert root.evaluate(ACCENT) == "#ff8800"

    app.choose("Light")
    for root in (unit, chrome):
        expect(root).to_have_attribute("data-theme", "light")
        expect(root).to_have_css("background-color", "rgb(255, 255, 255)")


def test_the_address_can_choose_the_colours_of_any_screen(page: Page, site: str) -> None:
    page.emulate_media(color_scheme="light")
    page.goto(f"{site}?theme=dark")
    expect(page.locator(".ts-page")).to_have_attribute("data-theme", "dark")
    page.goto(f"{site}?script=examples/hello/app.py&theme=dark")
    expect(page.locator(".ts-unit")).to_have_attribute("data-theme", "dark")
    expect(page.locator(".ts-page")).to_have_attribute("data-theme", "dark")
