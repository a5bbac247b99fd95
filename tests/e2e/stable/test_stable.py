"""What a run or a saved file does not change stays as it is: chart, open list, half-typed text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from controllers import App
    from controllers.own_app import OwnApp

SCRIPT = (Path(__file__).parent / "app.py").read_text()
EDITED = SCRIPT.replace("st.text_input(", 'st.text("a saved line")\nst.text_input(', 1)

MARKED = ["stVegaLiteChart", "stSelectbox", "stTextInput"]
MARK = """(ids) => {
    const elements = ids.map((id) => document.querySelector(`[data-testid=${id}]`));
    const chart = document.querySelector("[data-testid=stVegaLiteChart] canvas");
    for (const element of [...elements, chart]) element.dataset.marked = "yes";
}"""


@pytest.fixture
def opened(own_app: OwnApp) -> OwnApp:
    """The app beside the test, open, with its elements marked and its file within reach."""
    own_app.open_files({"app.py": SCRIPT})
    own_app.expect_started()
    mark(own_app)
    return own_app


def mark(app: App) -> None:
    """Mark what must not be mounted anew; a new element would not have the mark."""
    app.expect_charts(1)
    app.page.evaluate(MARK, MARKED)


def expect_marked(app: App) -> None:
    """Check that everything is the element that it was, the chart's canvas included."""
    expect(app.page.locator("[data-marked=yes]")).to_have_count(len(MARKED) + 1)


def save_a_line_above(app: OwnApp) -> None:
    """Save the script with one line more, from outside of the tab, and wait until it shows."""
    app.save_files({"app.py": EDITED})
    app.texts.expect("a saved line", "below")
    app.expect_state("notRunning")


@pytest.mark.smoke
def test_a_line_that_the_script_inserts_above_remounts_nothing_below(app: App) -> None:
    mark(app)
    app.checkbox("Show a line above").click()
    app.texts.expect("a new line", "below")
    expect_marked(app)


def test_a_line_saved_above_remounts_nothing_below(opened: OwnApp) -> None:
    save_a_line_above(opened)
    expect_marked(opened)


@pytest.mark.smoke
def test_half_typed_text_and_its_caret_outlive_a_line_saved_above(opened: OwnApp) -> None:
    field = opened.text_input("Name").field
    field.press_sequentially("half")
    field.press("ArrowLeft")
    field.press("ArrowLeft")
    save_a_line_above(opened)
    expect(field).to_be_focused()
    opened.page.keyboard.type("lo wo")
    expect(field).to_have_value("halo wolf")
    expect_marked(opened)


def test_an_open_select_box_stays_open_over_a_line_saved_above(opened: OwnApp) -> None:
    opened.selectbox("Colour").open()
    options = opened.page.get_by_role("listbox")
    options.evaluate("options => { options.dataset.marked = 'still open'; }")
    opened.page.keyboard.press("ArrowDown")
    save_a_line_above(opened)
    expect(options).to_have_attribute("data-marked", "still open")
    opened.page.keyboard.press("ArrowDown")
    opened.page.keyboard.press("Enter")
    expect(opened.page.get_by_role("combobox", name="Colour")).to_have_value("blue")
