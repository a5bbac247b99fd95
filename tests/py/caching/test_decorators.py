"""What the caches do, in an app and without one."""

from __future__ import annotations

import asyncio
import datetime
import inspect
from typing import Any

import pytest

import tabstream as st
from tabstream.caching import clear_cache
from tabstream.caching.durations import seconds_of
from tabstream.errors import (
    StreamlitAPIException,
    UnhashableParamError,
    UnserializableReturnValueError,
)


@pytest.mark.parametrize("decorator", [st.cache_data, st.cache_resource])
def test_a_function_is_computed_once_for_the_same_arguments(decorator: Any) -> None:
    calls = []

    def compute(x: int) -> int:
        calls.append(x)
        return x * x

    square = decorator(compute)
    assert [square(2), square(2), square(x=2), square(3)] == [4, 4, 4, 9]
    assert calls == [2, 3]


def test_an_argument_left_to_its_default_is_a_form_of_its_own() -> None:
    calls = []

    @st.cache_data
    def f(a: int = 1) -> int:
        calls.append(a)
        return a

    f()
    f(1)
    f(a=1)
    assert calls == [1, 1]


def test_cache_data_gives_copies_and_cache_resource_the_object_itself() -> None:
    @st.cache_data
    def data() -> list[int]:
        return [1]

    @st.cache_resource
    def resource() -> list[int]:
        return [1]

    data().append(2)
    assert data() == [1]
    assert resource() is resource()


def test_an_argument_with_an_underscore_is_not_part_of_the_key() -> None:
    @st.cache_data
    def f(_connection: object, x: int) -> int:
        return x

    assert f(object(), 1) == f(object(), 1)


def test_an_argument_that_cannot_be_hashed_is_named_with_the_ways_out() -> None:
    @st.cache_data
    def f(connection: object) -> str:
        return repr(connection)

    words = r"(?s)'connection'.*builtins.object.*hash_funcs"
    with pytest.raises(UnhashableParamError, match=words):
        f(object())


def test_what_cannot_be_pickled_is_named_with_the_way_out() -> None:
    @st.cache_data
    def f() -> Any:
        return (number for number in [1])

    with pytest.raises(UnserializableReturnValueError, match=r"(?s)generator.*cache_resource"):
        f()


def test_an_exception_is_not_kept() -> None:
    calls = []

    @st.cache_data
    def f() -> int:
        calls.append(1)
        if len(calls) == 1:
            raise ValueError
        return 5

    with pytest.raises(ValueError):  # noqa: PT011  # the function's own, without words
        f()
    assert f() == 5


def test_clear_forgets_one_entry_or_all() -> None:
    calls = []

    @st.cache_data
    def f(x: int) -> int:
        calls.append(x)
        return x

    f(1)
    f(2)
    f.clear(1)
    f(1)
    f(2)
    assert calls == [1, 2, 1]
    f.clear()
    f(2)
    assert calls == [1, 2, 1, 2]
    st.cache_data.clear()
    f(2)
    assert calls == [1, 2, 1, 2, 2]


def test_a_method_counts_its_object_unless_it_is_named_with_an_underscore() -> None:
    class Shop:
        def __init__(self, name: str) -> None:
            self.name = name
            self.calls = 0

        @st.cache_data
        def price(_self, item: str) -> str:  # noqa: N805  # the name is the point
            _self.calls += 1
            return item

    shop = Shop("a")
    shop.price("tea")
    shop.price("tea")
    Shop("b").price("tea")
    assert shop.calls == 1


def test_what_an_async_function_comes_to_is_kept() -> None:
    calls = []

    async def compute(x: int) -> list[int]:
        calls.append(x)
        await asyncio.sleep(0)
        return [x]

    data, resource = st.cache_data(compute), st.cache_resource(compute)

    async def use() -> None:
        assert await data(1) == await data(1) == [1]
        assert await data(1) is not await data(1)
        assert await resource(1) is await resource(1)

    asyncio.run(use())
    assert calls == [1, 1]


def test_a_resource_that_is_not_good_any_more_is_made_anew() -> None:
    released: list[list[str]] = []

    keep = st.cache_resource(validate=lambda it: it == ["open"], on_release=released.append)
    connection = keep(lambda: ["open"])
    first = connection()
    assert connection() is first
    first[0] = "lost"
    assert connection() == ["open"]
    assert released == [["lost"]]


def test_a_resource_that_is_kept_no_longer_is_released() -> None:
    released: list[int] = []

    make = st.cache_resource(max_entries=1, on_release=released.append)(lambda x: x)
    make(1)
    make(2)
    assert released == [1]
    make.clear(2)
    make(3)
    make.clear()
    make(4)
    st.cache_resource.clear()
    assert released == [1, 2, 3, 4]


@pytest.mark.parametrize(
    ("decorator", "options"),
    [
        (st.cache_data, {"experimental_allow_widgets": True}),
        (st.experimental_memo, {"suppress_st_warning": True}),
        (st.experimental_singleton, {"suppress_st_warning": True}),
        (st.cache, {"ignore_hash": True, "suppress_st_warning": True}),
    ],
)
def test_options_of_earlier_years_mean_nothing(decorator: Any, options: dict[str, bool]) -> None:
    assert decorator(**options)(lambda x: x * x)(3) == 9
    assert not options.keys() & inspect.signature(st.cache_data).parameters.keys()


def test_clear_cache_forgets_everything_as_it_did_in_earlier_years() -> None:
    calls = []

    @st.cache
    def compute() -> None:
        calls.append(1)

    compute()
    clear_cache()
    compute()
    assert calls == [1, 1]


@pytest.mark.parametrize(
    ("duration", "seconds"),
    [
        (None, None),
        (5, 5.0),
        (datetime.timedelta(minutes=1), 60.0),
        ("1d2h34m", 95_640.0),
        ("2 days", 172_800.0),
        ("90s", 90.0),
    ],
)
def test_durations_are_numbers_timedeltas_or_words(duration: Any, seconds: float | None) -> None:
    assert seconds_of(duration) == seconds


def test_a_duration_without_sense_is_an_error() -> None:
    with pytest.raises(StreamlitAPIException, match="1d2h34m"):
        seconds_of("soon")
