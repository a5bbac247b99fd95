"""A rerun leaves alone what it does not change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from controllers import App

MARK = """() => {
    for (const id of ["stVegaLiteChart", "stSelectbox", "stTextInput"]) {
        document.querySelector(`[data-testid=${id}]`).dataset.marked = "yes";
    }
}"""


def test_a_line_inserted_above_remounts_nothing_below(app: App) -> None:
    expect(app.page.locator("[data-testid=stVegaLiteChart] canvas")).to_have_count(1)
    app.page.evaluate(MARK)
    app.checkbox("Show a line above").click()
    app.texts.expect("a new line", "below")
    expect(app.page.locator("[data-marked=yes]")).to_have_count(3)
    expect(app.page.locator("[data-testid=stVegaLiteChart] canvas")).to_have_count(1)


def test_half_typed_text_and_the_focus_outlive_a_rerun(app: App) -> None:
    field = app.text_input("Name").field
    field.press_sequentially("half")
    # A rerun from outside, as a saved file makes one.
    app.page.get_by_role("button", name="Main menu").dispatch_event("focus")
    field.evaluate("field => field.setSelectionRange(2, 2)")
    app.page.evaluate("window.dispatchEvent(new KeyboardEvent('keydown', { key: 'r' }))")
    app.expect_state("notRunning")
    expect(field).to_be_focused()
    expect(field).to_have_value("half")
    assert field.evaluate("field => field.selectionStart") == 2


def test_an_open_select_box_stays_open_over_a_rerun(app: App) -> None:
    app.selectbox("Colour").open()
    app.page.evaluate("window.dispatchEvent(new KeyboardEvent('keydown', { key: 'r' }))")
    app.expect_state("notRunning")
    app.page.get_by_role("option", name="blue").click()
    expect(app.page.get_by_role("combobox", name="Colour")).to_have_value("blue")
