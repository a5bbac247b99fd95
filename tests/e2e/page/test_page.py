"""The page around an app: its keys, its menu, its status, its title."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from controllers import App


@pytest.mark.smoke
def test_the_page_has_its_keys_its_menu_and_its_title(app: App) -> None:
    expect(app.page).to_have_title("Tests of the page")
    app.texts.expect("runs 1")

    app.page.keyboard.press("r")
    app.texts.expect("runs 2")
    app.text_input("Name").field.press_sequentially("car")
    expect(app.text_input("Name").field).to_have_value("car")
    app.texts.expect("runs 2")
    app.text_input("Name").field.press("Enter")
    app.texts.expect("runs 3")

    app.choose("Rerun")
    app.texts.expect("runs 4")
    expect(app.root).to_have_attribute("data-layout", "wide")
    app.choose("Wide")
    app.page.keyboard.press("Escape")
    expect(app.root).to_have_attribute("data-layout", "centered")
    app.choose("Dark")
    app.page.keyboard.press("Escape")
    expect(app.page.locator(".ts-unit")).to_have_attribute("data-theme", "dark")

    app.choose("Log")
    expect(app.page.get_by_role("dialog", name="Log")).to_contain_text("printed by the script")
    app.page.keyboard.press("Escape")
    expect(app.page.get_by_role("dialog")).to_have_count(0)
    app.choose("View source")
    expect(app.page.get_by_role("dialog", name="app.py")).to_contain_text("st.set_page_config")


def test_stop_ends_a_running_script_and_leaves_what_it_drew(app: App) -> None:
    app.button("Work").click()
    app.texts.expect_one("second 1")
    app.page.get_by_role("button", name="Stop").click()
    app.expect_state("notRunning")
    drawn = app.texts.root.all_text_contents()
    assert drawn[:2] == ["runs 2", "second 0"]
    app.page.keyboard.press("r")
    app.texts.expect("runs 3")
    app.expect_no_error()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_system_decides_between_light_and_dark(app: App, scheme: str) -> None:
    app.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    expect(app.page.locator(".ts-unit")).to_have_attribute("data-theme", scheme)
