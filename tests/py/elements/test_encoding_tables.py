"""Tables as they travel: every kind of value comes out as it went in, and equal ones are equal."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
import pytest

from tabstream._protocol import encode
from tabstream.elements._frames import append_frames, decode_frame, encode_table, read_table
from tabstream.elements._frames.values import column_values
from tabstream.errors import StreamlitAPIException

if TYPE_CHECKING:
    from tabstream._protocol.elements.frame import Frame

PARIS = "Europe/Paris"


def frame_of(data: Any) -> Frame:
    return encode_table(read_table(data))


def values_of(data: Any) -> tuple[str, list[Any]]:
    """The type of the only column, and its values read without numpy."""
    frame = frame_of(data)
    (column,) = frame.columns
    return column.data.type, column_values(column.data, frame.rows)


@pytest.mark.parametrize(
    ("values", "type"),
    [
        ([1, -2], "int64"),
        ([2**63, 1], "uint64"),
        ([1.5, None], "float64"),
        ([True, None], "bool"),
        (["a", "ü€😀", None, ""], "string"),
        (["zero\0inside", "b"], "string"),
        ([b"a\0b", b"\xff", None], "bytes"),
        ([date(2024, 5, 1), None, date(1815, 12, 10)], "date"),
        ([time(12, 30, 1, 5), None], "time"),
        ([datetime(2024, 5, 1, 12, 0, 0, 7), None, datetime(1815, 1, 1)], "datetime"),
        ([datetime(2024, 5, 1, tzinfo=UTC)], "datetime"),
        ([datetime(2024, 5, 1, tzinfo=timezone(timedelta(hours=2)))], "datetime"),
        ([timedelta(days=2, microseconds=3), None], "timedelta"),
        ([Decimal("1.10"), None], "decimal"),
        ([[1, "a"], None], "json"),
        ([None, None], "null"),
    ],
)
def test_python_values_come_out_as_they_went_in(values: list[Any], type: str) -> None:
    found, read = values_of({"a": values})
    expected = [None if value is None and type == "float64" else value for value in values]
    if type == "float64":
        read = [None if value != value else value for value in read]
    assert (found, read) == (type, expected)


def test_integers_beyond_64_bits_stay_exact() -> None:
    assert values_of([10**30, 1]) == ("decimal", [Decimal(10**30), Decimal(1)])


def test_values_of_different_kinds_are_texts() -> None:
    assert values_of([1, "a", None, 2.5]) == ("string", ["1", "a", None, "2.5"])
    assert values_of([True, 1]) == ("string", ["True", "1"])
    assert values_of([1 + 2j]) == ("string", ["(1+2j)"])


def test_nan_among_texts_and_dates_is_a_missing_one() -> None:
    assert values_of(["a", float("nan")]) == ("string", ["a", None])
    assert values_of([date(2024, 5, 1), np.nan, pd.NaT, pd.NA]) == (
        "date",
        [date(2024, 5, 1), None, None, None],
    )


@pytest.mark.parametrize(
    "series",
    [
        pd.Series([1, 2], dtype="int8"),
        pd.Series([1, 2], dtype="uint32"),
        pd.Series([1.5, np.nan], dtype="float32"),
        pd.Series([1, 2], dtype=">i4"),
        pd.Series([1, None, 3], dtype="Int64"),
        pd.Series([True, False]),
        pd.Series(["a", None, "c"], dtype="str"),
        pd.Series(pd.Categorical(["a", None, "b"], ["b", "a"], ordered=True)),
        pd.Series(pd.date_range("2024-01-01", periods=3, freq="h")),
        pd.Series(pd.date_range("2024-01-01", periods=3, freq="h", unit="s")),
        pd.Series(pd.date_range("2024-03-31", periods=3, freq="h", tz=PARIS)),
        pd.Series(pd.to_timedelta([1, None], unit="h")),
        pd.Series([1, 2, 3, 4])[::2].reset_index(drop=True),
    ],
    ids=lambda series: str(series.dtype),
)
def test_columns_of_pandas_come_out_as_they_went_in(series: Any) -> None:
    (column,) = decode_frame(frame_of(pd.DataFrame({"a": series}))).items()
    pd.testing.assert_series_equal(
        column[1],
        series,
        check_names=False,
        check_dtype=series.dtype.str != ">i4" if isinstance(series.dtype, np.dtype) else True,
    )


def test_types_that_a_browser_has_no_array_for_become_their_neighbours() -> None:
    assert values_of(np.array([1, 2], dtype="float16")) == ("float32", [1, 2])
    assert values_of(np.array(["2024-05-01"], dtype="datetime64[D]"))[1] == [datetime(2024, 5, 1)]
    assert values_of(pd.Series(pd.period_range("2024-01", periods=1, freq="M"))) == (
        "string",
        ["2024-01"],
    )
    assert values_of(pd.Series([0, 1], dtype="Sparse[int64]")) == ("int64", [0, 1])


def test_a_counted_index_needs_no_bytes() -> None:
    frame = frame_of(pd.DataFrame({"a": [1, 2]}, index=pd.RangeIndex(10, 30, 10)))
    (index,) = frame.index
    assert (index.data.type, index.data.start, index.data.step) == ("range", 10, 10)
    assert index.data.values is None


def test_equal_tables_are_equal_and_a_changed_cell_makes_another() -> None:
    data = pd.DataFrame({"a": np.arange(1000.0), "b": ["x"] * 1000})
    first, again = frame_of(data), frame_of(data.copy())
    data.loc[500, "a"] = -1
    assert first == again
    assert hash(first) == hash(again)
    assert first != frame_of(data)


def test_numbers_are_not_copied_before_they_are_sent() -> None:
    numbers = np.arange(1000.0)
    _, buffers = encode(frame_of(numbers))
    assert np.shares_memory(np.frombuffer(buffers[0], np.uint8), numbers)


def test_plain_data_needs_neither_pandas_nor_numpy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] in ("numpy", "pandas")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "pandas", None)
    monkeypatch.setitem(sys.modules, "numpy", None)
    frame = frame_of({"a": [1, 2], "b": ["x", None]})
    assert [column_values(column.data, 2) for column in frame.columns] == [[1, 2], ["x", None]]


def test_a_table_that_only_pandas_can_read_says_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(StreamlitAPIException, match="import pandas"):
        frame_of({"a": {"x": 1}, "b": 2})


def test_rows_are_put_behind_each_other() -> None:
    first = pd.DataFrame({"n": [1, 2], "t": ["a", "b"], "w": pd.to_datetime(["2024", "2025"])})
    second = pd.DataFrame({"t": ["c"], "n": [2.5], "w": pd.to_datetime(["2026"])})
    grown = decode_frame(append_frames(frame_of(first), frame_of(second)))
    expected = pd.concat([first, second], ignore_index=True)
    pd.testing.assert_frame_equal(grown, expected)


def test_rows_with_other_columns_are_refused() -> None:
    with pytest.raises(StreamlitAPIException, match=r"\['b'\]"):
        append_frames(frame_of({"a": [1]}), frame_of({"b": [1]}))
