"""Numbers to type."""

from __future__ import annotations

from math import isnan
from typing import Any

import pytest

from tabstream.testing import AppTest


def run(source: str) -> AppTest:
    """Run an app that has streamlit and numpy at hand."""
    return AppTest.from_string("import streamlit as st, numpy as np\n" + source).run()


@pytest.mark.parametrize(
    ("arguments", "value"),
    [
        ("", 0.0),
        ("0", 0),
        ("0.0", 0.0),
        ("3.5", 3.5),
        ("step=1", 0),
        ("max_value=5.0", 0.0),
        ('format="%d"', 0.0),
        ("value=7", 7),
        ("value=True", 1),
        ("value=np.int64(5)", 5),
        ("value=np.float32(0.5)", 0.5),
        ("value=None", None),
        ("0, 10, 5", 5),
    ],
)
def test_whole_numbers_only_make_a_whole_number(arguments: str, value: Any) -> None:
    app = run(f'st.number_input("Rain", {arguments})')
    assert not app.exception
    assert app.number_input[0].value == value
    assert type(app.number_input[0].value) is type(value)


@pytest.mark.parametrize(
    ("arguments", "step", "format"),
    [
        ("", 0.01, "%0.2f"),
        ("value=1", 1, "%d"),
        ("step=0.001", 0.001, "%0.2f"),
        ('value=1, format="%.1f"', 1, "%.1f"),
    ],
)
def test_step_and_format_go_with_the_numbers(arguments: str, step: float, format: str) -> None:
    field = run(f'st.number_input("Rain", {arguments})').number_input[0]
    assert (field.step, field.format) == (step, format)


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ("0, value=0.5", "StreamlitMixedNumericTypesError"),
        ("1.0, 5, 2", "StreamlitMixedNumericTypesError"),
        ("value=1, step=0.5", "StreamlitMixedNumericTypesError"),
        ('value="x"', "StreamlitJSNumberBoundsError"),
        ("value=2**60", "StreamlitJSNumberBoundsError"),
        ('value=float("inf")', "StreamlitJSNumberBoundsError"),
        ("5, 1", "StreamlitInvalidMinMaxError"),
        ("1, 5, 9", "StreamlitValueAboveMaxError"),
        ("0, value=-1", "StreamlitValueBelowMinError"),
        ("max_value=-3", "StreamlitValueAboveMaxError"),
        ('format="%q"', "StreamlitInvalidNumberFormatError"),
        ('format="$%.2f"', "StreamlitInvalidNumberFormatError"),
        ('format="%d%%"', "StreamlitInvalidNumberFormatError"),
    ],
)
def test_arguments_that_make_no_field_are_an_error(arguments: str, error: str) -> None:
    assert run(f'st.number_input("Rain", {arguments})').exception[0].proto.type == error


@pytest.mark.parametrize(
    ("set_to", "value"), [("3", 3), ("3.7", 3), ("None", None), ("99", 4), ("-99", 4)]
)
def test_the_session_state_sets_a_number_in_range_or_the_default_holds(
    set_to: str, value: Any
) -> None:
    app = run(f"""
st.session_state.rain = {set_to}
st.number_input("Rain", 0, 10, 4, key="rain")
""")
    assert app.number_input[0].value == value


def test_a_number_above_a_new_maximum_gives_way_to_the_default() -> None:
    app = run("""
most = st.session_state.get("most", 10)
st.number_input("Rain", 0, most, 3, key="rain")
""")
    app.number_input[0].set_value(8).run()
    assert app.number_input[0].value == 8
    app.session_state["most"] = 5
    assert app.run().number_input[0].value == 3


def test_a_mean_of_nothing_is_an_empty_field_and_stays_a_float() -> None:
    app = run('st.number_input("Mean", value=float("nan"))')
    assert app.number_input[0].proto.default is None
    assert isnan(app.number_input[0].value)


def test_a_person_can_empty_a_field() -> None:
    app = run('st.text(st.number_input("Rain", value=3.5))')
    app.number_input[0].set_value(None).run()
    assert app.text[0].value == "None"
