"""The arguments of a call, whatever they are called and however they look."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

import pytest

import tabstream as st
from tabstream.caching.explanation import describe
from tabstream.errors import UnserializableReturnValueError

Decorator = Callable[[Any], Any]

DECORATORS = pytest.mark.parametrize("decorator", [st.cache, st.cache_data, st.cache_resource])


@DECORATORS
def test_a_keyword_that_is_called_like_a_parameter_is_not_it(decorator: Decorator) -> None:
    @decorator
    def f(x: int, /, **more: int) -> tuple[int, dict[str, int]]:
        return x, more

    @decorator
    def g(*args: Any, **more: Any) -> tuple[Any, Any]:
        return args, more

    assert [f(1, x=2), f(5, x=2)] == [(1, {"x": 2}), (5, {"x": 2})]
    assert [g(1, 2), g(args=(1, 2))] == [((1, 2), {}), ((), {"args": (1, 2)})]


@DECORATORS
def test_positional_rest_counts_whatever_its_name(decorator: Decorator) -> None:
    @decorator
    def f(*_rest: int) -> tuple[int, ...]:
        return _rest

    assert [f(1), f(2)] == [(1,), (2,)]


@DECORATORS
def test_a_decorator_in_between_may_bring_an_argument(decorator: Decorator) -> None:
    def with_ten(function: Any) -> Any:
        @functools.wraps(function)
        def call(*args: int) -> int:
            return int(function(10, *args))

        return call

    @decorator
    @with_ten
    def add(x: int, y: int) -> int:
        return x + y

    assert [add(1), add(2), add(1)] == [11, 12, 11]


@DECORATORS
def test_static_and_class_methods_can_be_cached(decorator: Decorator) -> None:
    class Shape:
        sides = 3

        @decorator
        @staticmethod
        def double(n: int) -> int:
            return 2 * n

        @decorator
        @classmethod
        def all_sides(cls, n: int) -> int:
            return cls.sides * n

    assert [Shape.double(2), Shape().double(3), Shape.all_sides(2)] == [4, 6, 6]


class Odd:
    """Fails when it is looked at."""

    @property
    def shape(self) -> tuple[int, ...]:
        """Raise, as a closed file does."""
        raise ValueError


@pytest.mark.parametrize(
    ("value", "words"),
    [(10**5000, "int of 16610 bits"), (Odd(), "Odd"), ("\ud800", r"'\ud800'"), (Odd, "Odd")],
    ids=["large", "odd", "half a character", "class"],
)
def test_a_description_never_fails(value: object, words: str) -> None:
    assert describe(value) == words
    assert st.cache_data(lambda n: 1)(n=str(type(value))) == 1


def test_a_generator_cannot_be_kept_by_reference() -> None:
    @st.cache
    def numbers() -> Any:
        yield 1

    with pytest.raises(UnserializableReturnValueError, match=r"list\("):
        numbers()


def test_an_object_that_answers_to_every_name_is_a_value(visits: Any) -> None:
    app = """
import streamlit as st

class Settings(dict):
    __getattr__ = dict.__getitem__

class Loose(dict):
    __getattr__ = dict.get

strict, loose = Settings(a=1), Loose(a=1)

@st.cache
def f():
    return strict.a + loose.a

st.text(f())
"""
    assert visits.open(app) == ["2"]
    assert visits.open(app.replace("Loose(a=1)", "Loose(a=5)")) == ["6"]
    assert visits.open(app.replace("Settings(a=1)", "Settings(a=5)")) == ["6"]
