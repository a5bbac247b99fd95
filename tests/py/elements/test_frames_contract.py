"""The recorded frames in tests/contract/frames are what Python encodes today.

Each file is a table as it travels, its bytes in base64, with the cells that the page has to read in
it. tests/web/protocol/frame.test.ts reads the same files. `TABSTREAM_RECORD=1 pytest` records anew.
"""

from __future__ import annotations

import json
import os
from base64 import b64encode
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from tabstream._protocol import encode
from tabstream.elements._frames import column_values, encode_table, read_table

FRAMES = Path(__file__).parents[2] / "contract" / "frames"

EPOCH = datetime(1970, 1, 1)

CASES: dict[str, Any] = {
    "plain-values": {
        "int": [1, -2, 2**53 - 1],
        "float": [1.5, None, -0.25],
        "text": ["a", None, "ü€😀"],
        "bool": [True, None, False],
        "date": [date(2024, 5, 1), None, date(1815, 12, 10)],
        "time": [time(12, 30, 1, 500_000), None, time(0)],
        "moment": [datetime(2024, 5, 1, 12, 0, 0, 500_000), None, datetime(1815, 12, 10)],
        "span": [timedelta(days=2, milliseconds=3), None, timedelta(seconds=-1)],
        "exact": [Decimal("1.10"), None, Decimal("2")],
        "list": [[1, "a"], None, {"b": 2}],
        "nothing": [None, None, None],
    },
    "large-integers": {"signed": [2**53 + 1, -(2**63)], "unsigned": [2**64 - 1, 2**63]},
    "numpy-numbers": pd.DataFrame(
        {
            dtype: np.array([0, 1, 100], dtype=dtype)
            for dtype in ("int8", "int16", "int32", "uint8", "uint16", "uint32", "float32")
        }
    ),
    "pandas-types": pd.DataFrame(
        {
            "nullable": pd.array([1, None, 3], dtype="Int64"),
            "category": pd.Categorical(["a", None, "b"], ["b", "a"], ordered=True),
            "paris": pd.to_datetime(["2024-01-01 12:00", "NaT", "2024-07-01 00:00"]).tz_localize(
                "Europe/Paris"
            ),
            "seconds": pd.to_datetime(["2024-01-01", "2024-01-02", "NaT"]).as_unit("s"),
        },
        index=pd.MultiIndex.from_tuples([("x", 1), ("x", 2), ("y", 1)], names=["key", None]),
    ),
    "headers-of-two-levels": pd.DataFrame(
        [[1, 2]], columns=pd.MultiIndex.from_tuples([("a", "x"), ("a", "y")]), index=["only"]
    ),
    "no-rows": pd.DataFrame({"a": pd.Series([], dtype="int64"), "b": pd.Series([], dtype="str")}),
    "texts-with-zeros": {"text": ["a\0b", "", "\0"]},
}


def record(data: Any) -> dict[str, Any]:
    frame = encode_table(read_table(data))
    text, buffers = encode(frame)
    return {
        "frame": json.loads(text),
        "buffers": [b64encode(bytes(buffer)).decode() for buffer in buffers],
        "cells": [
            [cell(value, column.data.type) for value in column_values(column.data, frame.rows)]
            for column in (*frame.index, *frame.columns)
        ],
    }


def cell(value: Any, column_type: str) -> Any:
    """A value as the page reads it: moments and durations in milliseconds."""
    match value:
        case bool() | None:
            return value
        case int() if abs(value) >= 2**53:
            return {"bigint": str(value)}
        case float() if value != value:
            return None
        case datetime():
            moment = value.astimezone(UTC).replace(tzinfo=None) if value.tzinfo else value
            return (moment - EPOCH) / timedelta(milliseconds=1)
        case date():
            return (value - EPOCH.date()) / timedelta(milliseconds=1)
        case time():
            return (datetime.combine(EPOCH, value) - EPOCH) / timedelta(milliseconds=1)
        case timedelta():
            return value / timedelta(milliseconds=1)
        case Decimal():
            return str(value)
        case _ if column_type == "json":
            return json.dumps(value, separators=(",", ":"))
        case _:
            return value


@pytest.mark.parametrize("name", CASES)
def test_a_recorded_frame_is_what_is_encoded_today(name: str) -> None:
    file = FRAMES / f"{name}.json"
    content = json.dumps(record(CASES[name]), indent=1, ensure_ascii=False) + "\n"
    if os.environ.get("TABSTREAM_RECORD"):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content)
    assert file.read_text() == content
