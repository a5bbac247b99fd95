"""Encoding numpy arrays and the extension arrays of pandas."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from tabstream._protocol.elements.frame import ColumnData, ColumnType, TimeUnit
from tabstream._protocol.message import Buffer
from tabstream.elements._frames.objects import encode_objects, zone_name

if TYPE_CHECKING:
    from collections.abc import Callable

_UNITS = ("s", "ms", "us", "ns")


def encode_array(values: Any) -> ColumnData:
    """Return the values of a numpy or pandas array as they travel."""
    encode = _EXTENSIONS.get(type(values.dtype).__name__)
    if encode is not None:
        return encode(values)
    import numpy as np

    if isinstance(values.dtype, np.dtype):
        return _encode_numpy(values if isinstance(values, np.ndarray) else np.asarray(values))
    if values.dtype.kind in "biuf":
        return _encode_nullable(values)
    # An extension array of a kind unknown here still knows its own objects.
    return encode_objects(list(values))


def _encode_numpy(values: Any) -> ColumnData:
    match values.dtype.kind:
        case "b":
            return ColumnData("bool", _buffer(values))
        case "i" | "u" | "f":
            return ColumnData(*_numbers(values))
        case "M" | "m" as kind:
            return _encode_times(values, "datetime" if kind == "M" else "timedelta")
        case _:
            return encode_objects(values.tolist())


def _numbers(values: Any) -> tuple[ColumnType, Buffer]:
    """Return numbers in one of the sizes that JavaScript has arrays for."""
    kind, size = values.dtype.kind, values.dtype.itemsize
    if kind == "f" and size not in (4, 8):
        size = 4 if size < 4 else 8
        values = values.astype(f"f{size}")
    name = {"i": "int", "u": "uint", "f": "float"}[kind]
    return cast("ColumnType", f"{name}{8 * size}"), _buffer(values)


def _encode_times(values: Any, column_type: ColumnType, zone: str | None = None) -> ColumnData:
    import numpy as np

    unit = np.datetime_data(values.dtype)[0]
    if unit not in _UNITS:
        # Minutes, days, years: seconds say the same. A bare "generic" unit holds NaT alone.
        unit = "s"
        values = values.astype(f"{values.dtype.kind}8[s]")
    return ColumnData(
        column_type, _buffer(values.view("int64")), unit=cast("TimeUnit", unit), zone=zone
    )


def _encode_nullable(values: Any) -> ColumnData:
    """Return an array of pandas' nullable numbers: values beside a mask."""
    kind, size = values.dtype.kind, values.dtype.itemsize
    numpy_type = "bool" if kind == "b" else f"{kind}{size}"
    mask = values.isna()
    if kind == "f":
        return _encode_numpy(values.to_numpy(numpy_type, na_value=float("nan")))
    filled = _encode_numpy(values.to_numpy(numpy_type, na_value=0))
    nulls = _buffer(mask) if mask.any() else None
    return ColumnData(filled.type, filled.values, nulls=nulls)


def _encode_strings(values: Any) -> ColumnData:
    import numpy as np

    return encode_objects(np.asarray(values, dtype=object).tolist())


def _encode_categories(values: Any) -> ColumnData:
    categories = values.categories
    return ColumnData(
        "category",
        _buffer(values.codes),
        categories=encode_objects(categories.to_numpy(object).tolist()),
        category_count=len(categories),
        ordered=bool(values.ordered),
    )


def _encode_zoned(values: Any) -> ColumnData:
    return _encode_times(values.asi8.view(f"M8[{values.unit}]"), "datetime", zone_name(values.tz))


def _encode_as_text(values: Any) -> ColumnData:
    missing = values.isna()
    return encode_objects(
        [None if gap else str(value) for value, gap in zip(values, missing, strict=True)]
    )


def _encode_sparse(values: Any) -> ColumnData:
    return _encode_numpy(values.to_dense())


#: By the class of the dtype: pandas need not be imported to tell these apart.
_EXTENSIONS: dict[str, Callable[[Any], ColumnData]] = {
    "StringDtype": _encode_strings,
    "CategoricalDtype": _encode_categories,
    "DatetimeTZDtype": _encode_zoned,
    "PeriodDtype": _encode_as_text,
    "IntervalDtype": _encode_as_text,
    "SparseDtype": _encode_sparse,
}


def _buffer(values: Any) -> Buffer:
    """Return the bytes of a numpy array, copied only when they do not lie in one piece."""
    import numpy as np

    little = values.dtype.newbyteorder("<")
    contiguous = np.ascontiguousarray(values, dtype=little)
    return Buffer(contiguous.reshape(-1).view(np.uint8).data)
