"""Buttons: clicks, and what a button can look like."""

from __future__ import annotations

from typing import Any

import pytest

from tabstream.testing import AppTest


def all_of(app: AppTest, kind: str) -> Any:
    """Return the elements of a kind, whatever they are."""
    return app.get(kind)


def run(source: str) -> AppTest:
    """Run an app that has streamlit at hand."""
    return AppTest.from_string("import streamlit as st\n" + source).run()


def test_a_button_is_true_in_the_run_after_the_click_only() -> None:
    app = run('st.text(st.button("Go"))')
    assert app.text[0].value == "False"
    app.button[0].click().run()
    assert app.text[0].value == "True"
    app.run()
    assert app.text[0].value == "False"


def test_a_click_calls_back_before_the_script_runs() -> None:
    app = run("""
def count(step):
    st.session_state.count = st.session_state.get("count", 0) + step
st.text(st.session_state.get("count", 0))
st.button("Go", on_click=count, args=(2,))
""")
    app.button[0].click().run()
    assert app.text[0].value == "2"


def test_a_buttons_value_is_in_the_session_state_and_cannot_be_set() -> None:
    app = run('st.button("Go", key="go")\nst.text(st.session_state.go)')
    assert app.text[0].value == "False"
    app = run('st.session_state.go = True\nst.button("Go", key="go")')
    assert app.exception[0].proto.type == "StreamlitValueAssignmentNotAllowedError"


@pytest.mark.parametrize(
    ("arguments", "field", "value"),
    [
        ("", "type", "secondary"),
        ('type="primary"', "type", "primary"),
        ("", "width", "content"),
        ("use_container_width=True", "width", "stretch"),
        ("use_container_width=False, width=200", "width", "content"),
        ("width=200", "width", 200),
        ('icon="🌧️"', "icon", "🌧️"),
        ('icon=":material/add:"', "icon", ":material/add:"),
        ('icon_position="right"', "icon_position", "right"),
        ('shortcut="Ctrl+K"', "shortcut", "ctrl+k"),
        ('shortcut="ctrl+ ctrl+k"', "shortcut", "ctrl+k"),
        ('shortcut="Option+Esc"', "shortcut", "alt+escape"),
        ('shortcut="F2"', "shortcut", "f2"),
        ("wrap=True", "wrap", True),
        ("disabled=True", "disabled", True),
    ],
)
@pytest.mark.parametrize(
    "call", ['st.button("Go", {})', 'st.link_button("Go", "https://x.org", {})']
)
def test_a_button_looks_as_it_is_told(call: str, arguments: str, field: str, value: Any) -> None:
    app = run(call.format(arguments))
    assert not app.exception
    assert getattr(app.main[0].proto, field) == value


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ('type="x"', "StreamlitValueError"),
        ('icon="xx"', "StreamlitAPIException"),
        ('icon_position="up"', "StreamlitValueError"),
        ('width="x"', "StreamlitInvalidWidthError"),
        ('shortcut="c"', "StreamlitAPIException"),
        ('shortcut="Ctrl+R"', "StreamlitAPIException"),
        ('shortcut="foo"', "StreamlitAPIException"),
        ('shortcut="ctrl+alt"', "StreamlitAPIException"),
        ('shortcut="a+b"', "StreamlitAPIException"),
        ('shortcut=""', "StreamlitAPIException"),
        ("shortcut=5", "StreamlitInvalidParameterTypeError"),
        ('on_click="rerun"', "StreamlitValueError"),
        ("on_click=5", "StreamlitValueError"),
    ],
)
def test_what_no_button_can_be_is_an_error(arguments: str, error: str) -> None:
    assert run(f'st.button("Go", {arguments})').exception[0].proto.type == error


def test_a_link_button_is_a_widget_only_where_a_click_means_something() -> None:
    app = run("""
st.link_button("A", "https://a.org", key="a")
st.link_button("A", "https://a.org")
st.text(st.link_button("B", "https://b.org", key="b", on_click="rerun"))
st.text(list(st.session_state))
""")
    assert not app.exception
    assert [text.value for text in app.text] == ["False", "['b']"]
    assert [button.proto.reruns for button in all_of(app, "link_button")] == [False, False, True]


def test_ignored_changes_are_said_to_be_ignored() -> None:
    app = run('st.checkbox("Rain", on_change="ignore")\nst.checkbox("Wind")')
    assert [box.proto.reruns for box in app.checkbox] == [False, True]


@pytest.mark.parametrize("on_change", ['"zzz"', "5"])
def test_a_reaction_that_is_none_is_an_error(on_change: str) -> None:
    app = run(f'st.checkbox("Rain", on_change={on_change})')
    assert app.exception[0].proto.type == "StreamlitValueError"
