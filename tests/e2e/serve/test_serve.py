"""`tabstream run app.py`: the script and its folder in a tab, again on every save."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from controllers import App
from playwright.sync_api import expect
from server import SITE
from tests.py.cli.conftest import Command

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Page

SCRIPT = """
import sys
import streamlit as st
from helper import greet

size = st.slider("Size", 0, 10, 3)
st.text(f"{greet(sys.argv[1])} {size} {open('data.txt').read()}")
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A script with its neighbours."""
    (tmp_path / "app.py").write_text(SCRIPT)
    (tmp_path / "helper.py").write_text("def greet(name):\n    return 'Hello ' + name\n")
    (tmp_path / "data.txt").write_text("one")
    return tmp_path


@pytest.fixture
def command(folder: Path) -> Iterator[Command]:
    """The running command, serving the script with an argument."""
    arguments = ["run", str(folder / "app.py"), "Ann", "--headless", "--port", "0"]
    process = subprocess.Popen(
        [sys.executable, "-u", "-m", "tabstream.cli", *arguments],
        env={**os.environ, "TABSTREAM_SITE": str(SITE), "PYTHONPATH": "py"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    with process:
        yield Command(process)
        process.kill()


def test_a_served_script_runs_again_when_it_or_its_neighbours_are_saved(
    page: Page, command: Command, folder: Path
) -> None:
    app = App(page, command.url).open()
    app.texts.expect("Hello Ann 3 one")
    app.slider("Size").press("ArrowRight")
    app.texts.expect("Hello Ann 4 one")

    (folder / "data.txt").write_text("two")
    app.texts.expect("Hello Ann 4 two")
    (folder / "helper.py").write_text("def greet(name):\n    return 'Good day ' + name\n")
    app.texts.expect("Good day Ann 4 two")
    (folder / "app.py").write_text(SCRIPT.replace("st.text(", "st.text('New: ' + "))
    app.texts.expect("New: Good day Ann 4 two")
    (folder / "app.py").write_text("import streamlit as st\nst.text(")
    app.expect_state("compilationError")
    app.texts.expect("New: Good day Ann 4 two")
    (folder / "app.py").write_text("import streamlit as st\nst.text(open('more.txt').read())")
    expect(page.get_by_test_id("stException")).to_contain_text("FileNotFoundError")
    (folder / "more.txt").write_text("A file more")
    app.texts.expect("A file more")
    app.expect_no_error()

    assert command.end() == 0
    lost = page.get_by_test_id("stFilesLost")
    expect(lost).to_contain_text("The local server")
