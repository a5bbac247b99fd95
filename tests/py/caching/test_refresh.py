"""Calls that meet: two that await the same, and one that is served while it is computed anew."""

from __future__ import annotations

import asyncio
import itertools
from typing import TYPE_CHECKING

import pytest

import tabstream as st
from tabstream._protocol import ClearCaches
from tabstream.errors import StreamlitMissingRequiredParameterError, StreamlitValueError
from tabstream.testing import AppTest

if TYPE_CHECKING:
    from visits import Visits


def test_two_awaits_of_one_call_compute_once() -> None:
    calls = []

    @st.cache_data
    async def double(n: int) -> int:
        calls.append(n)
        await asyncio.sleep(0)
        return 2 * n

    async def both() -> list[int]:
        return list(await asyncio.gather(double(1), double(1), double(2)))

    assert asyncio.run(both()) == [2, 2, 4]
    assert calls == [1, 2]


def test_who_awaited_a_call_that_failed_computes_by_himself() -> None:
    calls: list[int] = []

    @st.cache_data
    async def flaky() -> str:
        calls.append(len(calls))
        await asyncio.sleep(0)
        if len(calls) == 1:
            raise ValueError
        return "good"

    async def both() -> list[object]:
        return list(await asyncio.gather(flaky(), flaky(), return_exceptions=True))

    first, second = asyncio.run(both())
    assert isinstance(first, ValueError)
    assert second == "good"


REFRESHED = """
import streamlit as st
import count

@st.{decorator}(ttl=1e-9, refresh_mode="background", show_spinner=False)
def f():
    count.n += 1
    if count.n == {fails}:
        raise ValueError("no answer")
    return count.n

st.text(f())
"""
COUNT = {"count__py": "n = 0"}


@pytest.mark.parametrize("decorator", ["cache_data", "cache_resource"])
def test_what_has_expired_is_served_once_more_and_computed_after_the_run(
    visits: Visits, decorator: str
) -> None:
    assert visits.open(REFRESHED.format(decorator=decorator, fails=0), **COUNT) == ["1"]
    assert [visits.run(), visits.run()] == [["1"], ["2"]]


def test_a_refresh_that_fails_keeps_what_was_there(visits: Visits) -> None:
    visits.open(REFRESHED.format(decorator="cache_data", fails=2), **COUNT)
    assert [visits.run(), visits.run(), visits.run()] == [["1"], ["1"], ["3"]]


def test_a_function_that_draws_is_refreshed_where_it_can_draw(visits: Visits) -> None:
    app = REFRESHED.format(decorator="cache_data", fails=0).replace(
        "return", "st.text('drawn'); return"
    )
    assert visits.open(app, **COUNT) == ["drawn", "1"]
    assert visits.run() == ["drawn", "2"]


def test_in_the_background_needs_a_time_to_live() -> None:
    with pytest.raises(StreamlitMissingRequiredParameterError, match="ttl"):
        st.cache_data(refresh_mode="background")
    with pytest.raises(StreamlitValueError, match="foreground"):
        st.cache_data(refresh_mode="later")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "options", [{"persist": "memory"}, {"scope": "world"}, {"depends": "data"}]
)
def test_an_option_without_sense_is_an_error(options: dict[str, str]) -> None:
    with pytest.raises(StreamlitValueError, match=next(iter(options))):
        st.cache_data(**options)  # type: ignore[arg-type]


def test_with_st_cache_a_default_that_is_given_is_the_same_call() -> None:
    calls = []

    @st.cache(hash_funcs={list: id})  # type: ignore[untyped-decorator]
    def f(a: int = 1, *rest: int, **more: int) -> int:
        calls.append(a)
        return a

    f()
    f(1)
    f(a=1)
    f(1, 2, x=3, y=4)
    f(1, 2, y=4, x=3)
    assert calls == [1, 1]


def test_a_refresh_computes_the_call_that_was_made(visits: Visits) -> None:
    app = """
import streamlit as st

@st.cache_data(ttl=1e-9, refresh_mode="background", show_spinner=False)
def total(rows):
    return sum(rows)

rows = [1, 2, 3]
st.text(total(rows))
rows.append(100)
"""
    assert visits.open(app) == ["6"]
    assert [visits.run(), visits.run()] == [["6"], ["6"]]


@pytest.mark.parametrize(
    "ending",
    ["sys.exit()", "raise KeyboardInterrupt", "raise ValueError", "st.stop()", "st.rerun()"],
)
def test_whatever_ends_a_refresh_the_app_goes_on(visits: Visits, ending: str) -> None:
    app = f"""
import sys
import streamlit as st
import count

@st.cache_data(ttl=1e-9, refresh_mode="background", show_spinner=False)
def f():
    count.n += 1
    if count.n > 1:
        {ending}
    return 1

st.text(f())
"""
    assert visits.open(app, **COUNT) == ["1"]
    assert [visits.run(), visits.run()] == [["1"], ["1"]]


def test_a_release_that_fails_does_not_end_the_app(visits: Visits) -> None:
    app = """
import streamlit as st

def let_go(value):
    raise ValueError("it would not go")

@st.cache_resource(on_release=let_go)
def f():
    return 1

st.text(f())
"""
    visits.open(app)
    assert visits.app is not None
    visits.app.view.session.take_in(ClearCaches())
    assert visits.run() == ["1"]
    assert visits.record("f").misses == 2


def test_what_waits_is_done_although_the_script_never_rests() -> None:
    app = AppTest.from_string("""
        import streamlit as st
        st.session_state.n = st.session_state.get("n", 0) + 1
        if st.session_state.n < 30:
            st.rerun()
        st.text("end")
    """)
    session = app.view.session
    seconds = itertools.count(session.host.clock(), step=0.05)
    session.host.clock = lambda: next(seconds)  # type: ignore[method-assign]
    done_in: list[int] = []
    session.idle_jobs.append(lambda: done_in.append(app.session_state["n"]))
    app.default_timeout = 1000
    app.run()
    assert [element.value for element in app.text] == ["end"]
    assert len(done_in) == 1
    assert done_in[0] < 30
