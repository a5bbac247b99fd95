"""Sliders: what they slide over, and what they refuse."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from tabstream.testing import AppTest


def run(source: str) -> AppTest:
    """Run an app that has streamlit, days and numbers at hand."""
    head = "import streamlit as st, numpy as np\nfrom datetime import *\n"
    return AppTest.from_string(head + source).run()


@pytest.mark.parametrize(
    ("arguments", "value"),
    [
        ("", 0),
        ("5", 5),
        ("-10, -1", -10),
        ("0, 10, 3", 3),
        ("0, 10, True", 1),
        ("value=200", 200),
        ("max_value=-5", 0),
        ("0.0, 10.0", 0.0),
        ("value=0.5", 0.5),
        ("np.int64(0), np.int64(10), np.int64(3)", 3),
        ("np.float64(0), np.float64(1), np.float64(0.5)", 0.5),
        ("0, 10, (8, 2)", (2, 8)),
        ("0, 10, [3]", (3,)),
        ("0, 10, []", (0, 10)),
        ("0.0, 10.0, []", (0.0, 10.0)),
        ("value=date(2024, 5, 1)", date(2024, 5, 1)),
        ("date(2024, 5, 1)", date(2024, 5, 1)),
        ("value=datetime(2024, 5, 1, 12)", datetime(2024, 5, 1, 12)),
        ("value=time(6, 45)", time(6, 45)),
        ("time(8), time(20)", time(8)),
        ("value=(time(9), time(17))", (time(9), time(17))),
        ("value=timedelta(hours=2)", timedelta(hours=2)),
    ],
)
def test_the_arguments_say_what_it_slides_over(arguments: str, value: Any) -> None:
    app = run(f'st.slider("Size", {arguments})')
    assert not app.exception
    assert app.slider[0].value == value
    assert type(app.slider[0].value) is type(value)


@pytest.mark.parametrize(
    ("arguments", "step", "format"),
    [
        ("", 1, "%d"),
        ("value=0.5", 0.01, "%0.2f"),
        ("value=date(2024, 5, 1)", 86_400_000_000, "YYYY-MM-DD"),
        ("value=datetime(2024, 5, 1)", 86_400_000_000, "YYYY-MM-DD"),
        ("datetime(2024, 5, 1), datetime(2024, 5, 1, 5)", 900_000_000, "YYYY-MM-DD"),
        ("value=time(6)", 900_000_000, "HH:mm"),
    ],
)
def test_step_and_format_go_with_what_it_slides_over(
    arguments: str, step: float, format: str
) -> None:
    slider = run(f'st.slider("Size", {arguments})').slider[0]
    assert (slider.step, slider.format) == (step, format)


def test_days_go_two_weeks_both_ways() -> None:
    slider = run('st.slider("Day", value=date(2024, 5, 15), key="day")').slider[0]
    assert slider.set_value(date(2024, 5, 1)).run().slider[0].value == date(2024, 5, 1)
    two_weeks = 14 * 86_400_000_000
    assert slider.max - slider.min == 2 * two_weeks


def test_a_value_outside_the_bounds_moves_them() -> None:
    proto = run('st.slider("Size", 1, 5, (0, 9))').slider[0].proto
    assert (proto.min, proto.max) == (0, 9)


def test_a_moment_keeps_its_time_zone_and_shows_its_own_clock() -> None:
    app = run("""
zone = timezone(timedelta(hours=5))
st.text(st.slider("When", value=datetime(2024, 5, 1, 12, tzinfo=zone)))
""")
    assert app.text[0].value == "2024-05-01 12:00:00+05:00"


def test_a_day_far_from_now_is_exact() -> None:
    app = run('st.text(st.slider("Day", value=date(9000, 5, 1)))')
    assert app.text[0].value == "9000-05-01"


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ("0, 10, 3.0", "StreamlitInvalidParameterTypeError"),
        ("0, 10.0", "StreamlitInvalidParameterTypeError"),
        ("0, 10, step=0.5", "StreamlitInvalidParameterTypeError"),
        ("0.0, 1.0, step=5", "StreamlitInvalidParameterTypeError"),
        ("0, 10, (2, 3.0)", "StreamlitInvalidParameterTypeError"),
        ('value="x"', "StreamlitInvalidParameterTypeError"),
        ("max_value=date(2024, 5, 1)", "StreamlitInvalidParameterTypeError"),
        ("date(2024, 5, 1), date(2024, 5, 9), step=1", "StreamlitInvalidParameterTypeError"),
        ("value=(1, 2, 3)", "StreamlitValueError"),
        ("step=0", "StreamlitValueError"),
        ("1, 1", "StreamlitInvalidMinMaxError"),
        ("time(8), time(8)", "StreamlitInvalidMinMaxError"),
        ("0, 2**60", "StreamlitJSNumberBoundsError"),
        ('0.0, float("inf")', "StreamlitJSNumberBoundsError"),
        ('value=1, width="content"', "StreamlitInvalidWidthError"),
    ],
)
def test_arguments_that_make_no_slider_are_an_error(arguments: str, error: str) -> None:
    assert run(f'st.slider("Size", {arguments})').exception[0].proto.type == error


@pytest.mark.parametrize(
    ("set_to", "arguments", "value"),
    [
        ("3", "0, 10", 3),
        ("3", "0.0, 10.0", 3.0),
        ("(1, 2)", "0, 10", (1, 2)),
        ("[2, 1]", "0, 10, (0, 5)", (1, 2)),
        ("0.5", "", 0.5),
        ("date(2024, 5, 3)", "date(2024, 5, 1), date(2024, 5, 31)", date(2024, 5, 3)),
        ("datetime(2024, 5, 3)", "date(2024, 5, 1), date(2024, 5, 31)", date(2024, 5, 3)),
    ],
)
def test_the_session_state_says_where_it_stands(set_to: str, arguments: str, value: Any) -> None:
    app = run(f"""
if "size" not in st.session_state:
    st.session_state.size = {set_to}
st.slider("Size", {arguments + "," if arguments else ""} key="size")
""")
    assert app.slider[0].value == value
    assert app.run().slider[0].value == value


@pytest.mark.parametrize(
    ("set_to", "error"),
    [
        ("500", "StreamlitValueAboveMaxError"),
        ("-1", "StreamlitValueBelowMinError"),
        ('"x"', "StreamlitInvalidParameterTypeError"),
        ("None", "StreamlitInvalidParameterTypeError"),
    ],
)
def test_the_session_state_cannot_set_what_is_out_of_range(set_to: str, error: str) -> None:
    app = run(f'st.session_state.size = {set_to}\nst.slider("Size", 0, 100, key="size")')
    assert app.exception[0].proto.type == error


def test_another_range_makes_another_slider_of_a_key() -> None:
    app = run("""
most = st.session_state.get("most", 10)
st.slider("Size", 0, most, key="size")
""")
    app.slider[0].set_value(7).run()
    app.session_state["most"] = 20
    assert app.run().slider[0].value == 0


def test_a_key_that_was_another_widgets_says_nothing_about_a_slider() -> None:
    app = run("""
count = st.session_state.get("count", 0)
st.session_state.count = count + 1
(st.slider if count % 2 == 0 else st.number_input)("Size", key="size")
""")
    app.run()
    assert app.run().slider[0].value == 0
    assert isinstance(app.slider[0].value, int)


def test_main_concepts_first_slider() -> None:
    app = run('x = st.slider("x")\nst.write(x, "squared is", x * x)')
    assert app.markdown[0].value == "`0` squared is `0`"
    app.slider[0].set_value(7).run()
    assert app.markdown[0].value == "`7` squared is `49`"
