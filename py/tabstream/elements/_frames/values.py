"""Reading the values of an encoded column back as Python objects, without numpy or pandas."""

from __future__ import annotations

from array import array
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from decimal import Decimal
from json import loads
from typing import TYPE_CHECKING, Any

from tabstream.elements._frames.objects import NOT_A_TIME

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tabstream._protocol import Buffer
    from tabstream._protocol.elements.frame import ColumnData

_EPOCH = datetime(1970, 1, 1)
_ARRAYS = {
    "int8": "b",
    "int16": "h",
    "int32": "i",
    "int64": "q",
    "uint8": "B",
    "uint16": "H",
    "uint32": "I",
    "uint64": "Q",
    "float32": "f",
    "float64": "d",
}
_PER_SECOND = {"s": 1, "ms": 1_000, "us": 1_000_000, "ns": 1_000_000_000}


def column_values(data: ColumnData, rows: int) -> list[Any]:
    """Return the values of a column; None where one is missing.

    Moments are read to the microsecond, which is all that Python's own types can hold.
    """
    match data.type:
        case "range":
            return list(range(data.start, data.start + rows * data.step, data.step))
        case "null":
            return [None] * rows
        case "category":
            return _read_categories(data, rows)
        case "datetime" | "timedelta":
            return _read_moments(data)
        case "string" | "decimal" | "json" | "bytes":
            return _with_gaps(_read_texts(data, rows), data)
        case "bool":
            return _with_gaps(map(bool, buffer_bytes(data.values)), data)
        case "date":
            days = _numbers("i", data)
            return _with_gaps((date(1970, 1, 1) + timedelta(days=day) for day in days), data)
        case "time":
            return _with_gaps((_time_of_day(count) for count in _numbers("q", data)), data)
        case number:
            return _with_gaps(_numbers(_ARRAYS[number], data), data)


def buffer_bytes(buffer: Buffer | None) -> bytes:
    """Return the bytes of a buffer that may be absent."""
    return b"" if buffer is None else bytes(buffer.data)


def read_zone(name: str) -> tzinfo:
    """Return the time zone of a name such as "Europe/Paris" or "+02:00"."""
    if name == "UTC":
        return UTC
    if name[0] in "+-":
        return datetime.strptime(name, "%z").tzinfo or UTC
    from zoneinfo import ZoneInfo

    return ZoneInfo(name)


def _numbers(code: str, data: ColumnData) -> array[Any]:
    return array(code, buffer_bytes(data.values))


def _read_texts(data: ColumnData, rows: int) -> Iterable[Any]:
    joined = buffer_bytes(data.values)
    starts = array("I", buffer_bytes(data.offsets))
    read = _READ_TEXT[data.type]
    gaps = buffer_bytes(data.nulls) or bytes(rows)
    return (
        None if gaps[row] else read(joined[starts[row] : starts[row + 1] - 1])
        for row in range(rows)
    )


_READ_TEXT: dict[str, Callable[[bytes], Any]] = {
    "string": bytes.decode,
    "decimal": lambda run: Decimal(run.decode()),
    "json": loads,
    "bytes": bytes,
}


def _read_categories(data: ColumnData, rows: int) -> list[Any]:
    assert data.categories is not None
    names = column_values(data.categories, data.category_count)
    codes = buffer_bytes(data.values)
    size = len(codes) // rows if rows else 1
    return [None if code < 0 else names[code] for code in array("bh_i"[size - 1], codes)]


def _read_moments(data: ColumnData) -> list[Any]:
    per_second = _PER_SECOND[data.unit or "ns"]
    zone = read_zone(data.zone) if data.zone else None
    moments: list[Any] = []
    for count in _numbers("q", data):
        if count == NOT_A_TIME:
            moments.append(None)
            continue
        passed = timedelta(microseconds=count * 1_000_000 // per_second)
        if data.type == "timedelta":
            moments.append(passed)
        elif zone is None:
            moments.append(_EPOCH + passed)
        else:
            moments.append((_EPOCH.replace(tzinfo=UTC) + passed).astimezone(zone))
    return moments


def _time_of_day(microseconds: int) -> time:
    return (_EPOCH + timedelta(microseconds=microseconds)).time()


def _with_gaps(values: Iterable[Any], data: ColumnData) -> list[Any]:
    if data.nulls is None:
        return list(values)
    return [
        None if gap else value for value, gap in zip(values, buffer_bytes(data.nulls), strict=True)
    ]
