"""A file or a folder from the person's disk: it runs again when it is saved, with no server."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from controllers import App, Disk, Landing
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Page

SCRIPT = """
import streamlit as st
size = st.slider("Size", 0, 10, 3)
st.text(f"{name} {size}")
"""


@pytest.fixture
def disk(page: Page, site: str) -> Disk:
    disk = Disk(page)
    page.goto(site)
    return disk


def script(name: str) -> str:
    return SCRIPT.replace("{name}", name)


def test_a_picked_file_runs_again_when_it_is_saved_and_is_offered_after_a_reload(
    page: Page, site: str, disk: Disk
) -> None:
    disk.save("app.py", script("first"))
    Landing(page).open_file()
    app = App(page, site)
    app.expect_started()
    expect(page).to_have_title("app")
    app.texts.expect("first 3")
    app.slider("Size").press("ArrowRight")
    app.texts.expect("first 4")

    disk.save("app.py", script("second"))
    app.texts.expect("second 4")
    app.slider("Size").expect_value("4")
    app.choose("View source")
    expect(page.get_by_role("dialog", name="app.py")).to_contain_text("second")
    page.keyboard.press("Escape")

    page.go_back()
    Landing(page).expect_open()
    expect(page).to_have_title("tabstream")
    page.go_forward()
    app.expect_started()
    page.reload()
    disk.save("app.py", script("third"))
    page.get_by_role("button", name="Reopen app.py").click()
    app.expect_started()
    app.texts.expect("third 3")


def test_a_folder_brings_what_lies_beside_the_script_and_each_of_its_files_is_watched(
    page: Page, site: str, disk: Disk
) -> None:
    # Without the browser's observer it is looked at once a second.
    page.add_init_script("delete window.FileSystemObserver")
    page.reload()
    disk.save(
        "project/app.py",
        """
import streamlit as st
from tools.helper import double
st.text(double(int(open("data.csv").read())))
""",
    )
    disk.save("project/tools/helper.py", "def double(x):\n    return f'twice {2 * x}'\n")
    disk.save("project/data.csv", "4")
    Landing(page).open_folder()
    app = App(page, site)
    app.expect_started()
    app.texts.expect("twice 8")
    disk.save("project/data.csv", "5")
    app.texts.expect("twice 10")
    disk.save("project/tools/helper.py", "def double(x):\n    return f'double {2 * x}'\n")
    app.texts.expect("double 10")
    app.expect_no_error()


def test_with_run_on_save_off_the_page_asks_and_can_be_told_to_always_rerun(
    page: Page, site: str, disk: Disk
) -> None:
    disk.save("project/app.py", script("first"))
    disk.save("project/.streamlit/config.toml", "[server]\nrunOnSave = false\n")
    Landing(page).open_folder()
    app = App(page, site)
    app.expect_started()
    app.texts.expect("first 3")
    question = page.get_by_test_id("stFileChange")
    expect(question).to_have_count(0)

    disk.save("project/app.py", script("second"))
    expect(question).to_be_visible()
    app.texts.expect("first 3")
    question.get_by_role("button", name="Rerun", exact=True).click()
    app.texts.expect("second 3")
    expect(question).to_have_count(0)

    disk.save("project/app.py", script("third"))
    expect(question).to_be_visible()
    app.slider("Size").press("ArrowRight")
    app.texts.expect("third 4")
    expect(question).to_have_count(0)

    disk.save("project/app.py", script("fourth"))
    question.get_by_role("button", name="Always rerun").click()
    app.texts.expect("fourth 4")
    disk.save("project/app.py", script("fifth"))
    app.texts.expect("fifth 4")
    expect(question).to_have_count(0)
