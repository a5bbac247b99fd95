"""`st.cache`: computed anew when its code or what it depends on changed, and only then."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tabstream.caching.clearing import clear_all
from tabstream.testing import AppTest

if TYPE_CHECKING:
    from pathlib import Path

APP = """
import streamlit as st

RATE = 2
CALLS = st.session_state.setdefault("calls", [])

def scale(n):
    return n * RATE

@st.cache(hash_funcs={list: id})
def f(n, step=1):
    CALLS.append(n)
    return scale(n) + step

st.text(f(3))
st.text(len(CALLS))
"""


@pytest.fixture(autouse=True)
def _empty_caches() -> None:
    clear_all()


class Edited:
    """An app that is edited between two runs."""

    def __init__(self, folder: Path) -> None:
        self.script = folder / "app.py"
        self.script.write_text(APP)
        self.app = AppTest.from_file(self.script).run()
        assert self.texts == ["7", "1"]

    @property
    def texts(self) -> list[str]:
        assert not self.app.exception
        return [one.value for one in self.app.text]

    def edit(self, old: str, new: str) -> list[str]:
        """Run the app with an edit of its script; return what it shows."""
        assert old in APP
        self.script.write_text(APP.replace(old, new))
        self.app.run()
        return self.texts


@pytest.fixture
def edited(tmp_path: Path) -> Edited:
    return Edited(tmp_path)


@pytest.mark.parametrize(
    ("old", "new", "result"),
    [
        ("scale(n) + step", "scale(n) - step", "5"),
        ("n * RATE", "n + RATE", "6"),
        ("RATE = 2", "RATE = 5", "16"),
        ("step=1", "step=2", "8"),
        ("f(3)", "f(4)", "9"),
    ],
)
def test_a_change_is_computed(edited: Edited, old: str, new: str, result: str) -> None:
    assert edited.edit(old, new) == [result, "2"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("    return scale(n) + step", "    # a comment\n\n    return scale(n) + step"),
        ("    CALLS.append(n)", '    """Say what it does."""\n    CALLS.append(n)'),
        ("\nRATE = 2", "\nUNUSED = 7\nRATE = 2"),
        ("st.text(f(3))", "st.text(f(n=3))"),
        ("st.text(f(3))", "st.text('above')\nst.text(f(3))"),
    ],
)
def test_what_changes_nothing_is_kept(edited: Edited, old: str, new: str) -> None:
    assert edited.edit(old, new)[-2:] == ["7", "1"]


def test_what_has_no_digest_is_an_error_that_names_it() -> None:
    app = AppTest.from_string("""
        import threading
        import streamlit as st
        lock = threading.Lock()
        @st.cache
        def f():
            with lock:
                return 1
        f()
    """).run()
    assert "Cannot hash global `lock` (of type `_thread.lock`)" in app.exception[0].message
    assert "hash_funcs" in app.exception[0].message


def test_what_has_no_digest_deep_inside_is_an_error_that_says_where() -> None:
    app = AppTest.from_string("""
        import threading
        import streamlit as st
        config = {"lock": threading.Lock()}
        @st.cache
        def f(n):
            return [n, config]
        @st.cache
        def g(options):
            return 1
        for call in (lambda: f(1), lambda: g([config])):
            try:
                call()
            except Exception as error:
                st.text(str(error))
    """).run()
    part, argument = (element.value for element in app.text)
    assert 'Cannot hash `["lock"]` of global `config` (of type `_thread.lock`)' in part
    assert 'Cannot hash `options[0]["lock"]` of an argument (of type `_thread.lock`)' in argument


MUTATED = """
import streamlit as st

@st.cache{options}
def numbers():
    return [1, 2]

mine = numbers()
{change}
st.text(numbers())
"""


@pytest.mark.parametrize(
    ("options", "change", "is_found"),
    [
        ("", "mine.append(3)", True),
        ("", "mine[0] = 5", True),
        ("", "list(mine).append(3)", False),
        ("(allow_output_mutation=True)", "mine.append(3)", False),
    ],
)
def test_a_kept_value_that_was_changed_is_found_at_the_next_call(
    options: str, change: str, is_found: bool
) -> None:
    app = AppTest.from_string(MUTATED.format(options=options, change=change)).run()
    assert not app.exception
    assert len(app.warning) == is_found
    if is_found:
        assert "`numbers()`" in app.warning[0].value
        assert "allow_output_mutation=True" in app.warning[0].value


def test_a_change_is_still_found_in_the_next_run() -> None:
    app = AppTest.from_string("""
        import streamlit as st

        @st.cache
        def numbers():
            return [1, 2]

        numbers().append(3)
    """).run()
    assert not app.warning
    assert app.run().warning[0].proto.title == "A cached object was changed"


def test_a_place_that_a_function_draws_in_is_no_input() -> None:
    app = AppTest.from_string("""
        import streamlit as st

        place = st.empty()
        calls = st.session_state.setdefault("calls", [])

        @st.cache(hash_funcs={list: id})
        def f():
            place
            calls.append(1)
            return 1

        f()
        st.text(len(calls))
    """).run()
    assert app.run().text[0].value == "1"
