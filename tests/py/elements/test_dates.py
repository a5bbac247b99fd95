"""Days, and times of day."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from tabstream.testing import AppTest


def run(source: str) -> AppTest:
    """Run an app that has streamlit, pandas and days at hand."""
    head = "import streamlit as st, pandas as pd\nfrom datetime import *\n"
    return AppTest.from_string(head + source).run()


MAY = date(2024, 5, 1)

# ---- days ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("date(2024, 5, 1)", MAY),
        ("datetime(2024, 5, 1, 12)", MAY),
        ('"2024-05-01"', MAY),
        ('"2024-05-01 12:00:00"', MAY),
        ('pd.Timestamp("2024-05-01")', MAY),
        ("None", None),
        ("[]", ()),
        ("[date(2024, 5, 1)]", (MAY,)),
        ('("2024-05-01", "2024-05-02")', (MAY, date(2024, 5, 2))),
    ],
)
def test_a_day_can_be_written_in_many_ways(value: str, day: Any) -> None:
    app = run(f'st.date_input("Day", {value})')
    assert app.date_input[0].value == day
    assert type(app.date_input[0].value) is type(day)


def test_today_is_the_first_day_and_the_page_is_told() -> None:
    app = run('st.date_input("Day")')
    assert app.date_input[0].value == date.today()
    assert app.date_input[0].proto.default == ["today"]
    assert app.date_input[0].proto.min is None


def test_the_calendar_goes_around_the_day_that_the_session_state_has() -> None:
    app = run("""
st.session_state.setdefault("born", date(1990, 5, 1))
st.date_input("Born", key="born")
""")
    assert (app.date_input[0].min, app.date_input[0].max) == (date(1980, 5, 1), date(2000, 5, 1))
    app.date_input[0].set_value(date(1985, 5, 1)).run()
    assert (app.date_input[0].min, app.date_input[0].max) == (date(1975, 5, 1), date(1995, 5, 1))


@pytest.mark.parametrize(
    ("bounds", "day"),
    [
        ("min_value=date(1900, 1, 1), max_value=date(2010, 1, 1)", date(2010, 1, 1)),
        ('"today", date(2150, 1, 1), date(2160, 1, 1)', date(2150, 1, 1)),
    ],
)
def test_where_today_cannot_be_chosen_the_nearest_day_is_the_first(bounds: str, day: date) -> None:
    app = run(f'st.date_input("Day", {bounds})')
    assert app.date_input[0].value == day
    assert app.date_input[0].proto.default == [day.isoformat()]


def test_only_the_end_of_a_range_that_is_today_goes_with_today() -> None:
    app = run("""
st.date_input("Past", ("1950-01-01", "today"))
st.date_input("Future", ("today", "2149-01-01"))
""")
    past, future = app.date_input
    assert (past.proto.min, past.proto.max) == ("1940-01-01", None)
    assert (future.proto.min, future.proto.max) == (None, "2159-01-01")


def test_two_days_in_the_session_state_make_a_range() -> None:
    app = run("""
st.session_state.setdefault("days", [date(1990, 5, 1), date(1991, 5, 1)])
st.date_input("Days", key="days", min_value=date(1980, 1, 1))
""")
    assert list(app.date_input[0].value) == [date(1990, 5, 1), date(1991, 5, 1)]
    assert (app.date_input[0].min, app.date_input[0].max) == (date(1980, 1, 1), date(2001, 5, 1))


def test_what_the_session_state_has_of_something_else_moves_no_calendar() -> None:
    app = run("""
st.session_state.setdefault("day", 5)
try:
    st.date_input("Day", key="day")
except st.errors.StreamlitAPIException:
    st.text("refused")
""")
    assert app.text[0].value == "refused"


def test_a_range_is_shorter_while_a_person_picks_it() -> None:
    app = run('st.text(st.date_input("Days", [date(2024, 5, 1), date(2024, 5, 3)]))')
    app.date_input[0].set_value((MAY,)).run()
    assert app.text[0].value == "(datetime.date(2024, 5, 1),)"
    app.date_input[0].set_value(()).run()
    assert app.text[0].value == "()"


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("date(2024, 2, 29)", "2014-02-28", "2034-02-28"),
        ("[date(2024, 1, 1), date(2024, 2, 29)]", "2014-01-01", "2034-02-28"),
        ("date(1, 1, 1)", "0001-01-01", "0011-01-01"),
        ("date(9999, 1, 1)", "9989-01-01", "9999-12-31"),
    ],
)
def test_ten_years_both_ways_can_be_picked(value: str, first: str, last: str) -> None:
    proto = run(f'st.date_input("Day", {value})').date_input[0].proto
    assert (proto.min, proto.max) == (first, last)


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ('"xx"', "StreamlitInvalidParameterTypeError"),
        ("5", "StreamlitInvalidParameterTypeError"),
        ("(None, None)", "StreamlitInvalidParameterTypeError"),
        ("[date(2024, 5, 1)] * 3", "StreamlitInvalidParameterTypeError"),
        ("date(2024, 5, 1), 5", "StreamlitInvalidParameterTypeError"),
        ("date(2024, 5, 1), date(2024, 6, 1)", "StreamlitValueBelowMinError"),
        ("date(2024, 5, 1), max_value=date(2024, 4, 1)", "StreamlitValueAboveMaxError"),
        ("None, date(2024, 6, 1), date(2024, 5, 1)", "StreamlitInvalidMinMaxError"),
        ("min_value=date(2124, 5, 1)", "StreamlitInvalidMinMaxError"),
        ('format="YYYY-MM/DD"', "StreamlitValueError"),
        ("format=5", "StreamlitInvalidParameterTypeError"),
    ],
)
def test_arguments_that_make_no_calendar_are_an_error(arguments: str, error: str) -> None:
    assert run(f'st.date_input("Day", {arguments})').exception[0].proto.type == error


@pytest.mark.parametrize(
    ("set_to", "value"),
    [
        ("date(2024, 5, 1)", MAY),
        ("datetime(2024, 5, 1, 5)", MAY),
        ("None", None),
        ("date(2054, 5, 1)", date(2054, 5, 1)),
    ],
)
def test_the_session_state_sets_a_day(set_to: str, value: Any) -> None:
    app = run(f"""
st.session_state.day = {set_to}
st.date_input("Day", date(2024, 5, 2), key="day")
""")
    assert app.date_input[0].value == value


BOUNDED = "date(2024, 5, 1), date(2024, 1, 1), date(2024, 12, 31)"


@pytest.mark.parametrize("day", [date(2023, 12, 31), date(2025, 1, 1)])
def test_a_day_out_of_the_given_bounds_gives_way_to_the_default(day: date) -> None:
    app = run(f'st.text(st.date_input("Day", {BOUNDED}))')
    app.date_input[0].set_value(day).run()
    assert app.text[0].value == "2024-05-01"
    app.date_input[0].set_value(date(2024, 12, 31)).run()
    assert app.text[0].value == "2024-12-31"


def test_a_day_out_of_the_given_bounds_cannot_be_set_by_the_session_state() -> None:
    app = run(f"""
st.session_state.day = date(2025, 1, 1)
st.date_input("Day", {BOUNDED}, key="day")
""")
    assert app.date_input[0].value == MAY


def test_a_range_with_an_end_out_of_the_given_bounds_gives_way_to_the_default() -> None:
    app = run("""
st.text(len(st.date_input("Days", [date(2024, 5, 1)], date(2024, 1, 1), date(2024, 12, 31))))
""")
    app.date_input[0].set_value((MAY, date(2025, 1, 1))).run()
    assert app.text[0].value == "1"


def test_a_day_that_new_bounds_do_not_hold_gives_way_to_the_new_default() -> None:
    app = run("""
late = st.checkbox("Late")
first = date(2024, 7, 1) if late else date(2024, 1, 1)
st.text(st.date_input("Day", first, first, date(2024, 12, 31), key="day"))
""")
    app.date_input[0].set_value(date(2024, 2, 1)).run()
    assert app.text[0].value == "2024-02-01"
    app.checkbox[0].check().run()
    assert app.text[0].value == "2024-07-01"
    app.checkbox[0].uncheck().run()
    assert app.text[0].value == "2024-07-01"


# ---- times --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "value"),
    [
        ("time(6, 45, 30)", time(6, 45)),
        ("time(6, 45, 30), step=30", time(6, 45, 30)),
        ("time(6, 45, 30, 500), step=30", time(6, 45, 30, 500)),
        ("datetime(2024, 5, 1, 6, 45, 30)", time(6, 45)),
        ('"06:45"', time(6, 45)),
        ('"2024-05-01 06:45"', time(6, 45)),
        ("None", None),
    ],
)
def test_a_time_can_be_written_in_many_ways(arguments: str, value: Any) -> None:
    assert run(f'st.time_input("Alarm", {arguments})').time_input[0].value == value


def test_a_time_keeps_its_time_zone() -> None:
    app = run('st.text(st.time_input("Alarm", time(6, tzinfo=timezone.utc)))')
    assert app.text[0].value == "06:00:00+00:00"


def test_now_is_the_moment_in_which_the_field_appeared_and_stays() -> None:
    before = datetime.now().replace(microsecond=0)
    app = run('st.time_input("Alarm", step=1)')
    first = app.time_input[0].value
    assert app.time_input[0].proto.default == "now"
    assert first in {(before + timedelta(seconds=late)).time() for late in range(60)}
    # The page holds it as a value, so that it does not go on with the clock.
    assert time.fromisoformat(app.time_input[0].wire) == first
    assert app.run().time_input[0].value == first


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ('"25:00"', "StreamlitInvalidParameterTypeError"),
        ("5", "StreamlitInvalidParameterTypeError"),
        ("date(2024, 5, 1)", "StreamlitInvalidParameterTypeError"),
        ("step=0", "StreamlitValueOutOfRangeError"),
        ("step=timedelta(hours=24)", "StreamlitValueOutOfRangeError"),
        ("step=1.5", "StreamlitInvalidParameterTypeError"),
        ("step=True", "StreamlitInvalidParameterTypeError"),
        ('format="zz"', "StreamlitValueError"),
    ],
)
def test_arguments_that_make_no_clock_are_an_error(arguments: str, error: str) -> None:
    assert run(f'st.time_input("Alarm", {arguments})').exception[0].proto.type == error


def test_the_session_state_sets_a_time() -> None:
    app = run('st.session_state.alarm = time(7, 0, 5)\nst.time_input("Alarm", key="alarm")')
    assert app.time_input[0].value == time(7, 0, 5)
