"""Encoding a list of Python objects: one look at their types, then one layout for all."""

from __future__ import annotations

from array import array
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from tabstream._protocol.elements.frame import ColumnData, ColumnType
from tabstream._protocol.message import Buffer
from tabstream.elements._frames.json_text import to_json_text
from tabstream.elements._frames.kinds import Kind, kind_of, kinds_of
from tabstream.elements._frames.texts import pack_bytes, pack_texts

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

#: Where a moment is missing; numpy says NaT by the same number.
NOT_A_TIME = -(2**63)

_EPOCH = datetime(1970, 1, 1)
_EPOCH_DAY = date(1970, 1, 1).toordinal()
_MICROSECOND = timedelta(microseconds=1)


def encode_objects(values: list[Any]) -> ColumnData:
    """Return `values` as they travel.

    As in pandas, numbers with gaps are floats, and values of different kinds are texts.
    """
    kinds = kinds_of(values)
    if "float" in kinds and not kinds <= {"float", "int", "missing"}:
        # NaN, a float, is also what pandas puts where a text or a date is missing.
        values = [
            None if isinstance(value, float) and value != value else value for value in values
        ]
        kinds = kinds_of(values)
    has_gaps = "missing" in kinds
    kinds.discard("missing")
    if not kinds:
        return ColumnData("null")
    if kinds <= {"int", "float"}:
        return _encode_numbers(values, has_gaps or "float" in kinds)
    encode = _ENCODERS[kinds.pop() if len(kinds) == 1 else "other"]
    if not has_gaps:
        return encode(values, None)
    return encode(values, Buffer(_gaps(values)))


def _gaps(values: list[Any]) -> bytes:
    """Return a byte for each value: 1 where it is missing."""
    missing = {cls for cls in set(map(type, values)) if kind_of(cls) == "missing"}
    return bytes(type(value) in missing for value in values)


def _encode_numbers(values: list[Any], as_floats: bool) -> ColumnData:
    if as_floats:
        nan = float("nan")
        numbers = [nan if gap else value for value, gap in zip(values, _gaps(values), strict=True)]
        return ColumnData("float64", Buffer(array("d", numbers).tobytes()))
    try:
        return ColumnData("int64", Buffer(array("q", values).tobytes()))
    except OverflowError:
        pass
    try:
        return ColumnData("uint64", Buffer(array("Q", values).tobytes()))
    except OverflowError:
        return _as_texts("decimal", str)(values, None)


def _encode_bools(values: list[Any], nulls: Buffer | None) -> ColumnData:
    return ColumnData("bool", Buffer(bytes(map(bool, _filled(values, nulls, False)))), nulls=nulls)


def _encode_bytes(values: list[Any], nulls: Buffer | None) -> ColumnData:
    return ColumnData("bytes", *pack_bytes(_filled(values, nulls, b"")), nulls)


def _encode_dates(values: list[Any], nulls: Buffer | None) -> ColumnData:
    days = [day.toordinal() - _EPOCH_DAY for day in _filled(values, nulls, _EPOCH)]
    return ColumnData("date", Buffer(array("i", days).tobytes()), nulls=nulls)


def _encode_times(values: list[Any], nulls: Buffer | None) -> ColumnData:
    times = (
        ((value.hour * 60 + value.minute) * 60 + value.second) * 1_000_000 + value.microsecond
        for value in _filled(values, nulls, _EPOCH)
    )
    return ColumnData("time", Buffer(array("q", times).tobytes()), nulls=nulls)


def _encode_timedeltas(values: list[Any], nulls: Buffer | None) -> ColumnData:
    return ColumnData("timedelta", _microseconds(values, nulls, timedelta()), unit="us")


def _encode_datetimes(values: list[Any], nulls: Buffer | None) -> ColumnData:
    gaps = nulls.data if nulls else bytes(len(values))
    zones = {value.tzinfo for value, gap in zip(values, gaps, strict=True) if not gap}
    if len(zones) > 1:
        # Moments of several zones, or with and without one, have no common reading.
        return _as_texts("string", str)(values, nulls)
    zone = zones.pop()
    since = _EPOCH if zone is None else _EPOCH.replace(tzinfo=UTC)
    return ColumnData(
        "datetime",
        _microseconds(values, nulls, since),
        unit="us",
        zone=None if zone is None else zone_name(zone),
    )


def _microseconds(values: list[Any], nulls: Buffer | None, since: Any) -> Buffer:
    gaps = nulls.data if nulls else bytes(len(values))
    return Buffer(
        array(
            "q",
            (
                NOT_A_TIME if gap else (value - since) // _MICROSECOND
                for value, gap in zip(values, gaps, strict=True)
            ),
        ).tobytes()
    )


def zone_name(zone: Any) -> str:
    """Return the name under which a browser knows a time zone: "Europe/Paris" or "+02:00"."""
    name = getattr(zone, "key", None) or getattr(zone, "zone", None) or str(zone)
    return name[3:] if name.startswith(("UTC+", "UTC-")) else str(name)


def _as_texts(
    column_type: ColumnType, to_text: Callable[[Any], str]
) -> Callable[[list[Any], Buffer | None], ColumnData]:
    def encode(values: list[Any], nulls: Buffer | None) -> ColumnData:
        gaps = nulls.data if nulls else bytes(len(values))
        texts = ["" if gap else to_text(value) for value, gap in zip(values, gaps, strict=True)]
        return ColumnData(column_type, *pack_texts(texts), nulls)

    return encode


def _encode_texts(values: list[Any], nulls: Buffer | None) -> ColumnData:
    return ColumnData("string", *pack_texts(_filled(values, nulls, "")), nulls)


def _filled(values: list[Any], nulls: Buffer | None, filler: Any) -> Sequence[Any]:
    if nulls is None:
        return values
    return [filler if gap else value for value, gap in zip(values, nulls.data, strict=True)]


_ENCODERS: dict[Kind, Callable[[list[Any], Buffer | None], ColumnData]] = {
    "bool": _encode_bools,
    "text": _encode_texts,
    "bytes": _encode_bytes,
    "datetime": _encode_datetimes,
    "date": _encode_dates,
    "time": _encode_times,
    "timedelta": _encode_timedeltas,
    "decimal": _as_texts("decimal", str),
    "json": _as_texts("json", to_json_text),
    "other": _as_texts("string", str),
}
