"""Decoding a `Frame` back into pandas: for tests of apps, which look at what was shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tabstream.elements._frames.values import buffer_bytes, column_values, read_zone

if TYPE_CHECKING:
    from tabstream._protocol.elements.frame import ColumnData, Frame, FrameColumn


def decode_frame(frame: Frame) -> Any:
    """Return the pandas DataFrame that a frame was made of.

    Types of pandas that a frame does not know, such as periods, come back as their texts.
    """
    import pandas as pd

    columns = [pd.Series(_decode(column.data, frame.rows)) for column in frame.columns]
    content = (
        pd.concat(columns, axis="columns") if columns else pd.DataFrame(index=range(frame.rows))
    )
    content.columns = _headers(frame.columns)
    content.index = _decode_index(frame)
    return content


def _headers(columns: tuple[FrameColumn, ...]) -> Any:
    import pandas as pd

    if any(len(column.labels) > 1 for column in columns):
        return pd.MultiIndex.from_tuples([column.labels for column in columns])
    return pd.Index([column.labels[0] for column in columns], dtype=None if columns else object)


def _decode_index(frame: Frame) -> Any:
    import pandas as pd

    if not frame.index:
        return pd.RangeIndex(frame.rows)
    names = [column.labels[0] for column in frame.index]
    if len(frame.index) > 1:
        levels = [_decode(column.data, frame.rows) for column in frame.index]
        return pd.MultiIndex.from_arrays(levels, names=names)
    data = frame.index[0].data
    if data.type == "range":
        stop = data.start + frame.rows * data.step
        return pd.RangeIndex(data.start, stop, data.step, name=names[0])
    return pd.Index(_decode(data, frame.rows), name=names[0])


def _decode(data: ColumnData, rows: int) -> Any:
    import numpy as np
    import pandas as pd

    match data.type:
        case "datetime" | "timedelta" as kind:
            code = "M8" if kind == "datetime" else "m8"
            moments = pd.Series(np.frombuffer(buffer_bytes(data.values), f"{code}[{data.unit}]"))
            if data.zone is None:
                return moments
            zone = data.zone if "/" in data.zone else read_zone(data.zone)
            return moments.dt.tz_localize("UTC").dt.tz_convert(zone)
        case "category":
            assert data.categories is not None
            codes = buffer_bytes(data.values)
            return pd.Categorical.from_codes(
                np.frombuffer(codes, f"i{len(codes) // rows if rows else 1}"),
                pd.Index(_decode(data.categories, data.category_count)),
                ordered=data.ordered,
            )
        case "string":
            return pd.Series(column_values(data, rows), dtype="str")
        case "range" | "null" | "decimal" | "json" | "bytes" | "date" | "time":
            dtype = None if data.type == "range" else object
            return pd.Series(column_values(data, rows), dtype=dtype)
        case "bool" if data.nulls is not None:
            return pd.Series(column_values(data, rows), dtype=object)
        case numbers:
            values = np.frombuffer(buffer_bytes(data.values), numbers)
            if data.nulls is None:
                return values
            mask = np.frombuffer(buffer_bytes(data.nulls), "bool")
            return pd.arrays.IntegerArray(values.copy(), mask.copy())
