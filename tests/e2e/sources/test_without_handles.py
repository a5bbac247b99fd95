"""Files in browsers that give no handles: those of a file input, and dropped ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from controllers import App, Landing
from playwright.sync_api import expect

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

NO_PICKERS = """
    delete window.showOpenFilePicker;
    delete window.showDirectoryPicker;
    delete window.FileSystemObserver;
"""

SCRIPT = """
import streamlit as st
size = st.slider("Size", 0, 10, 3)
st.text(f"first {size}")
"""

DROP = """([name, text]) => {
    const dropped = new DataTransfer();
    dropped.items.add(new File([text], name));
    const target = document.querySelector(".ts-drop");
    const options = { dataTransfer: dropped, bubbles: true, cancelable: true };
    for (const type of ["dragover", "drop"]) target.dispatchEvent(new DragEvent(type, options));
}"""


def test_a_file_that_cannot_be_read_again_is_asked_for_and_the_app_keeps_its_values(
    page: Page, site: str, tmp_path: Path
) -> None:
    path = tmp_path / "app.py"
    path.write_text(SCRIPT)
    page.add_init_script(NO_PICKERS)
    page.goto(site)
    Landing(page).pick(path)
    app = App(page, site)
    app.expect_started()
    app.slider("Size").press("ArrowRight")
    app.texts.expect("first 4")

    path.write_text(SCRIPT.replace("first", "second"))
    page.evaluate("dispatchEvent(new Event('focus'))")
    question = page.get_by_test_id("stFilesLost")
    expect(question).to_contain_text("The browser can no longer read this file")
    app.texts.expect("first 4")
    with page.expect_file_chooser() as chooser:
        question.get_by_role("button", name="Pick it again").click()
    chooser.value.set_files(path)
    app.texts.expect("second 4")
    expect(question).to_have_count(0)
    app.expect_no_error()


def test_a_dropped_file_opens_and_one_that_is_no_script_says_so(page: Page, site: str) -> None:
    page.goto(site)
    page.evaluate(DROP, ["notes.ipynb", "{}"])
    Landing(page).expect_problem("This is a Jupyter notebook")
    page.evaluate(DROP, ["app.py", SCRIPT])
    app = App(page, site)
    app.expect_started()
    app.texts.expect("first 3")
