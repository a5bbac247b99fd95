"""Text to type."""

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


FIELDS = ["text_input", "text_area"]


@pytest.mark.parametrize("name", FIELDS)
@pytest.mark.parametrize(
    ("arguments", "value"),
    [
        ("", ""),
        ('value="May"', "May"),
        ("value=5", "5"),
        ("value=None", None),
        ('value="abcdef", max_chars=3', "abc"),
        ('value="abc", max_chars=0', "abc"),
    ],
)
def test_the_value_is_text_or_none(name: str, arguments: str, value: Any) -> None:
    assert all_of(run(f'st.{name}("Name", {arguments})'), name)[0].value == value


@pytest.mark.parametrize("name", FIELDS)
def test_what_a_person_types_is_returned(name: str) -> None:
    app = run(f'st.text(st.{name}("Name", None))')
    all_of(app, name)[0].input("June").run()
    assert app.text[0].value == "June"


@pytest.mark.parametrize("name", FIELDS)
def test_the_session_state_sets_text_or_none(name: str) -> None:
    for set_to, value in (('"x"', "x"), ("None", None)):
        app = run(f'st.session_state.name = {set_to}\nst.{name}("Name", key="name")')
        assert all_of(app, name)[0].value == value
    app = run(f'st.session_state.name = 5\nst.{name}("Name", key="name")')
    assert app.exception[0].proto.type == "TypeError"


@pytest.mark.parametrize(
    ("type", "icon", "autocomplete", "has_pattern"),
    [
        ("default", None, "", False),
        ("password", None, "new-password", False),
        ("email", ":material/mail:", "email", True),
        ("url", ":material/link:", "url", True),
        ("phone", ":material/call:", "tel", False),
        ("search", ":material/search:", "off", False),
    ],
)
def test_a_type_brings_what_its_field_needs(
    type: str, icon: str | None, autocomplete: str, has_pattern: bool
) -> None:
    proto = run(f'st.text_input("Field", type="{type}")').text_input[0].proto
    assert (proto.type, proto.icon, proto.autocomplete) == (type, icon, autocomplete)
    assert (proto.pattern is not None) == has_pattern


def test_empty_text_switches_off_what_a_type_brings() -> None:
    proto = (
        run(
            'st.text_input("Field", type="email", icon="", placeholder="", validate="", '
            'autocomplete="")'
        )
        .text_input[0]
        .proto
    )
    assert (proto.icon, proto.placeholder, proto.pattern, proto.autocomplete) == (
        None, "", None, "",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("live", "after_ms"),
    [
        ("False", None),
        ("True", 250),
        ('"0"', 0),
        ('"300ms"', 300),
        ('"0.5s"', 500),
        ('"1m"', 60_000),
    ],
)
def test_live_text_is_sent_after_a_pause(live: str, after_ms: int | None) -> None:
    app = run(f'st.text_input("Field", live={live})')
    assert app.text_input[0].proto.live_after_ms == after_ms


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ('type="zzz"', "StreamlitValueError"),
        ("validate=5", "StreamlitInvalidParameterTypeError"),
        ('validate=("a",)', "StreamlitValueError"),
        ("live=300", "StreamlitInvalidParameterTypeError"),
        ("live=None", "StreamlitInvalidParameterTypeError"),
        ('live="2m"', "StreamlitValueOutOfRangeError"),
        ('live="-1s"', "StreamlitValueOutOfRangeError"),
        ('live="soon"', "StreamlitBadTimeStringError"),
        ('width="content"', "StreamlitInvalidWidthError"),
        ("max_chars=-1", "StreamlitValueError"),
    ],
)
def test_arguments_that_make_no_field_are_an_error(arguments: str, error: str) -> None:
    assert run(f'st.text_input("Field", {arguments})').exception[0].proto.type == error
