"""Tables: whatever an author calls data is read as Streamlit reads it."""

from __future__ import annotations

import sqlite3
from collections import ChainMap, Counter, UserDict, UserList, deque, namedtuple
from dataclasses import dataclass
from types import MappingProxyType, SimpleNamespace
from typing import Any

import numpy as np
import pandas as pd
import pytest

from tabstream.elements._frames import decode_frame, encode_table, is_table_like, read_table
from tabstream.errors import StreamlitDataframeConversionError, StreamlitTableError

Point = namedtuple("Point", "x y")


@dataclass
class Place:
    city: str
    people: float


def read(data: Any) -> pd.DataFrame:
    frame: pd.DataFrame = decode_frame(encode_table(read_table(data)))
    return frame


def same(data: Any, expected: pd.DataFrame) -> None:
    pd.testing.assert_frame_equal(read(data), expected, check_dtype=False)


@pytest.mark.parametrize(
    "data",
    [
        [1, 2],
        (1, 2),
        range(1, 3),
        deque([1, 2]),
        UserList([1, 2]),
        iter([1, 2]),
        {1, 2},
        frozenset({1, 2}),
        map(int, ["1", "2"]),
        {"a": 1, "b": 2}.values(),
        np.array([1, 2]),
    ],
)
def test_values_in_a_row_are_one_column_named_value(data: Any) -> None:
    same(data, pd.DataFrame({"value": [1, 2]}))


@pytest.mark.parametrize(
    "data",
    [
        {"a": 1, "b": 2},
        UserDict({"a": 1, "b": 2}),
        MappingProxyType({"a": 1, "b": 2}),
        ChainMap({"a": 1, "b": 2}),
        Counter({"a": 1, "b": 2}),
    ],
)
def test_named_values_are_one_column_whose_rows_have_the_names(data: Any) -> None:
    same(data, pd.DataFrame({"value": [1, 2]}, index=["a", "b"]))


def test_a_record_is_like_named_values() -> None:
    same(Point(1, 2), pd.DataFrame({"value": [1, 2]}, index=["x", "y"]))
    same([Point(1, 2), Point(3, 4)], pd.DataFrame({"x": [1, 3], "y": [2, 4]}))
    same([Place("Oslo", 0.7)], pd.DataFrame({"city": ["Oslo"], "people": [0.7]}))


def test_columns_of_equal_length_are_columns_and_others_are_rows() -> None:
    same({"a": [1, 2], "b": (3, 4)}, pd.DataFrame({"a": [1, 2], "b": [3, 4]}))
    same({"a": [1, 2], "b": 3}, pd.DataFrame({"a": [1, 2], "b": [3, 3]}))
    same({"a": [1, 2], "b": [3]}, pd.DataFrame([[1, 2.0], [3, np.nan]], index=["a", "b"]))
    same({"a": np.array([1, 2])}, pd.DataFrame({"a": [1, 2]}))


def test_rows_are_filled_up_to_the_longest() -> None:
    same([[1, "a"], [2, "b"]], pd.DataFrame({0: [1, 2], 1: ["a", "b"]}))
    same([[1, 2], [3]], pd.DataFrame({0: [1, 3], 1: [2, np.nan]}))
    same([{"a": 1}, {"a": 2, "b": "x"}], pd.DataFrame({"a": [1, 2], "b": [None, "x"]}))
    same({"a": {"x": 1}, "b": {"y": 2}}, pd.DataFrame({"a": {"x": 1}, "b": {"y": 2}}))


def test_nothing_is_an_empty_table() -> None:
    nothings: list[Any] = [None, [], {}, np.array(5), pd.DataFrame()]
    assert {read(nothing).shape for nothing in nothings} == {(0, 0)}


def test_pandas_objects_are_read_as_they_are() -> None:
    frame = pd.DataFrame({"a": [1, 2]}, index=pd.Index(["x", "y"], name="n"))
    same(frame, frame)
    same(frame["a"], frame)
    same(pd.Series([1, 2]), pd.DataFrame({0: [1, 2]}))
    same(pd.Index([1, 2], name="i"), pd.DataFrame({"i": [1, 2]}))
    same(pd.MultiIndex.from_tuples([(1, "a")]), pd.DataFrame({0: ["(1, 'a')"]}))
    same(pd.array([1, 2]), pd.DataFrame({0: [1, 2]}))
    same(frame.style.format("{:.2f}"), frame)
    same(
        {"a": pd.Series([1, 2]), "b": pd.Series([3])}, pd.DataFrame({"a": [1, 2], "b": [3, np.nan]})
    )


def test_headers_and_indexes_of_several_levels_stay() -> None:
    levels = pd.MultiIndex.from_tuples([("u", 1), ("v", 2)], names=["k", "n"])
    headers = pd.MultiIndex.from_tuples([("a", "x"), ("a", "y")])
    same(*[pd.DataFrame([[1, 2], [3, 4]], columns=headers, index=levels)] * 2)


def test_arrays_have_one_or_two_dimensions() -> None:
    same(np.array([[1, 2], [3, 4]]), pd.DataFrame({0: [1, 3], 1: [2, 4]}))
    same(
        np.array([(1, 2.0)], dtype=[("x", "i4"), ("y", "f8")]), pd.DataFrame({"x": [1], "y": [2.0]})
    )
    same(np.ma.array([1, 2], mask=[True, False]), pd.DataFrame({"value": [np.nan, 2.0]}))
    with pytest.raises(StreamlitTableError, match="3 dimensions"):
        read(np.zeros((2, 2, 2)))


def test_a_cursor_gives_its_rows_under_its_names() -> None:
    cursor = sqlite3.connect(":memory:").execute("select 1 as a, 'x' as b union select 2, 'y'")
    same(cursor, pd.DataFrame({"a": [1, 2], "b": ["x", "y"]}))


def test_tables_of_other_libraries_say_what_they_are() -> None:
    frame = pd.DataFrame({"a": [1, 2]})
    same(SimpleNamespace(to_pandas=lambda: frame), frame)
    same(SimpleNamespace(toPandas=lambda: frame), frame)
    same(SimpleNamespace(to_pydict=lambda: {"a": [1, 2]}), frame)


@pytest.mark.parametrize("value", [5, "text", b"bytes", 1.5, True, object()])
def test_what_is_no_table_is_refused_by_name(value: Any) -> None:
    with pytest.raises(StreamlitDataframeConversionError, match=f"a `{type(value).__name__}`"):
        read(value)


def test_a_form_that_cannot_be_shown_is_a_value_error_as_in_streamlit() -> None:
    assert issubclass(StreamlitTableError, ValueError)


def test_two_columns_of_one_name_are_refused() -> None:
    with pytest.raises(StreamlitTableError, match="called 'a'"):
        read(pd.DataFrame([[1, 2]], columns=["a", "a"]))


def test_only_what_can_be_nothing_else_is_written_as_a_table() -> None:
    frame = pd.DataFrame({"a": [1]})
    for table in (frame, frame["a"], frame.style, pd.Index([1]), np.array([1]), {"a": frame["a"]}):
        assert is_table_like(table)
    for other in ([1], {"a": 1}, (1,), {1}, "text", 5, None, np.float64(1), pd.Timestamp("2024")):
        assert not is_table_like(other)
