"""A script without an app: `python app.py` and `python -m tabstream app.py` do not crash."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

import tabstream

if TYPE_CHECKING:
    from collections.abc import Callable

    Run = Callable[..., subprocess.CompletedProcess[str]]

SOURCES = str(Path(tabstream.__file__).parents[1])

EVERYTHING = """
    import sys
    import {name} as st
    from helper import NAME

    st.set_page_config(page_title=NAME, layout="wide")
    st.title(NAME)
    st.write("a", 1, [2], {{"b": 3}}, ValueError("c"))
    left, right = st.columns(2)
    with left, st.expander("x", on_change="rerun") as box, st.spinner("y"):
        st.text(box.open)
    with st.status("z") as status:
        status.update(label="w")
    with st.echo():
        st.write_stream(["a", "b"])
    bar = st.progress(0)
    bar.progress(50)
    place = st.empty()
    place.container().text("a")
    first, second = st.tabs(["a", "b"], on_change="rerun")
    assert (first.open, second.open) == (True, False)
    st.sidebar.toast("t")
    st.balloons()
    st.set_option("client.toolbarMode", "viewer")
    if st.get_option("client.toolbarMode"):
        st.stop()
        st.rerun()
    print("done", *sys.argv[1:], __name__)
"""


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run a command in a folder that holds `app.py` and `helper.py`."""

    def run_command(script: str, *command: str) -> subprocess.CompletedProcess[str]:
        (tmp_path / "app.py").write_text(dedent(script))
        (tmp_path / "helper.py").write_text("NAME = 'bare'")
        return subprocess.run(
            [sys.executable, *command],
            cwd=tmp_path,
            env={"PYTHONPATH": SOURCES},
            capture_output=True,
            text=True,
            check=False,
        )

    return run_command


def test_a_script_that_imports_tabstream_runs_as_any_script(run: Run) -> None:
    ran = run(EVERYTHING.format(name="tabstream"), "app.py", "x", "--y")
    assert ran.stdout == "done x --y __main__\n"
    assert ran.returncode == 0


@pytest.mark.parametrize("name", ["tabstream", "streamlit"])
def test_a_script_that_imports_streamlit_runs_by_the_module(run: Run, name: str) -> None:
    ran = run(EVERYTHING.format(name=name), "-m", "tabstream", "app.py", "x", "--y")
    assert ran.stdout == "done x --y __main__\n"
    assert ran.returncode == 0


def test_a_bare_script_says_once_that_nothing_is_shown(run: Run) -> None:
    ran = run(EVERYTHING.format(name="tabstream"), "app.py")
    assert ran.stderr.count("runs without an app") == 1


def test_an_error_of_a_bare_script_is_its_own(run: Run) -> None:
    ran = run("1 / 0", "-m", "tabstream", "app.py")
    assert ran.returncode == 1
    assert "ZeroDivisionError" in ran.stderr


@pytest.mark.parametrize("arguments", [[], ["gone.py"], ["--help"]])
def test_what_cannot_be_run_is_said_in_a_line(run: Run, arguments: list[str]) -> None:
    ran = run("", "-m", "tabstream", *arguments)
    assert ran.returncode == 2
    assert len(ran.stderr.splitlines()) == 1


def test_importing_is_light() -> None:
    code = (
        "import sys, tabstream\n"
        "heavy = {'numpy', 'pandas', 'PIL', 'altair', 'asyncio', 'random', 'socket', 'subprocess',"
        " 'email', 'http', 'ssl', 'js', 'pyodide', 'locale', 'difflib', 'unittest', 'base64'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    ran = subprocess.run(
        [sys.executable, "-S", "-c", code],
        env={"PYTHONPATH": SOURCES},
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout == "[]\n"
