"""Cached functions that call cached functions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tabstream._protocol import FilesChanged

if TYPE_CHECKING:
    from visits import Visits


def test_an_inner_one_that_reads_nothing_leaves_the_outer_ones_files_alone(visits: Visits) -> None:
    app = """
from pathlib import Path
import streamlit as st

@st.cache_data
def rates():
    return 2

@st.cache
def table():
    return [rates(), Path("data.txt").read_text()]

st.text(table())
"""
    assert visits.open(app, data__txt="a") == ["[2, 'a']"]
    (visits.folder / "data.txt").write_text("bb")
    assert visits.run() == ["[2, 'bb']"]


def test_an_inner_result_that_is_out_of_date_is_not_taken_on(visits: Visits) -> None:
    app = """
import streamlit as st
import helper

@st.{decorator}
def inner():
    return helper.go()

@st.cache
def outer():
    return inner()

st.text(outer())
"""
    for decorator in ("cache_data", "cache_resource"):
        visits.results.stored.clear()
        script = app.format(decorator=decorator)
        assert visits.open(script, helper__py="def go():\n    return 1") == ["1"]
        (visits.folder / "helper.py").write_text("def go():\n    return 1000")
        assert visits.app is not None
        visits.app.view.session.take_in(FilesChanged(("helper.py",)))
        assert visits.run() == ["1000"]
        assert visits.open() == ["1000"]


def test_what_a_function_wrote_itself_is_no_input(visits: Visits) -> None:
    app = """
from pathlib import Path
from tempfile import TemporaryDirectory
import streamlit as st

@st.cache
def through_a_file(n):
    st.session_state.calls = st.session_state.get("calls", 0) + 1
    with TemporaryDirectory() as folder:
        file = Path(folder, "x")
        file.write_text(str(n))
        return file.read_text()

st.text(through_a_file(1))
st.text(st.session_state.calls)
"""
    assert visits.open(app) == ["1", "1"]
    assert visits.run() == ["1", "1"]


def test_a_warning_of_a_changed_object_is_not_kept_with_an_outer_result(visits: Visits) -> None:
    app = """
import streamlit as st

@st.cache
def numbers():
    return [1]

@st.cache_data
def outer():
    numbers().append(2)
    return len(numbers())

st.text(outer())
"""
    visits.open(app)
    visits.run()
    assert visits.app is not None
    assert not visits.app.warning
