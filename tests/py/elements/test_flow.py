"""`st.stop` and `st.rerun`: what a script can do about its own run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from showing import Show


def test_stop_ends_the_script_and_leaves_what_it_drew(show: Show) -> None:
    page = show("st.text('a')\nst.text('b')")
    page.run("st.text('a')\nst.stop()\nst.text('b')")
    assert page.bodies == ["a"]
    assert page.sent_of("run_ended")[-1]["how"] == "stopped_itself"


def test_no_handler_of_errors_holds_a_stop_up(show: Show) -> None:
    page = show("""
        try:
            st.stop()
        except Exception:
            st.text("held up")
    """)
    assert page.main == []


def test_rerun_starts_the_script_anew(show: Show) -> None:
    page = show("""
        if "again" not in st.session_state:
            st.session_state.again = True
            st.text("first")
            st.rerun()
        st.text("second")
    """)
    assert page.bodies == ["second"]


@pytest.mark.parametrize(
    ("call", "error"),
    [
        ("st.rerun(scope='fragment')", "StreamlitInvalidLayoutContextError"),
        ("st.rerun(scope='table')", "StreamlitAPIException"),
        ("st.switch_page('a.py')", "NotThereYetError"),
    ],
)
def test_what_cannot_be_run_alone_says_so(show: Show, call: str, error: str) -> None:
    assert show(call).error.type == error
