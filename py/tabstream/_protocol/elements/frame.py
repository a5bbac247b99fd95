"""A table on its way to the page: columns of typed bytes, never rows of JSON.

Every column is one of a few layouts, and both sides know them by the column's type::

    type                       values                            a missing value is
    int8 … uint64, bool        little-endian numbers, bool as u8  1 in `nulls`
    float32, float64           little-endian floats               NaN, or 1 in `nulls`
    datetime, timedelta        int64 in `unit`s, since 1970 UTC   the smallest int64
    date                       int32, days since 1970-01-01       1 in `nulls`
    time                       int64, microseconds of the day     1 in `nulls`
    string, decimal, bytes     UTF-8 (or raw) bytes + `offsets`   1 in `nulls`
    json                       the same, each value a JSON text   1 in `nulls`
    category                   int8, int16 or int32 codes         -1
    range                      none: `start` + row * `step`       never
    null                       none                               always

Text number ``i`` is the bytes from ``offsets[i]`` up to, but without, the zero byte before
``offsets[i + 1]``: the zeros between the texts let a whole column be joined, and split, in one
call. `nulls` is absent when nothing is missing; otherwise it has one byte a row.

Nothing is turned into a dictionary on the way: in WebAssembly, finding the distinct texts of a
column costs six times as much as sending all of them. A column that has one already, a
categorical, keeps it.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from tabstream._protocol.message import Buffer, message

ColumnType: TypeAlias = Literal[
    "int8",
    "int16",
    "int32",
    "int64",
    "uint8",
    "uint16",
    "uint32",
    "uint64",
    "float32",
    "float64",
    "bool",
    "string",
    "decimal",
    "bytes",
    "json",
    "datetime",
    "timedelta",
    "date",
    "time",
    "category",
    "range",
    "null",
]

#: What one unit of a "datetime" or "timedelta" column lasts.
TimeUnit: TypeAlias = Literal["s", "ms", "us", "ns"]

#: A header, as far as JSON can hold it; anything else as its text.
Label: TypeAlias = str | int | float | bool | None


@message
class ColumnData:
    """The values of one column."""

    type: ColumnType
    values: Buffer | None = None
    offsets: Buffer | None = None
    nulls: Buffer | None = None
    unit: TimeUnit | None = None
    #: The time zone in which a "datetime" is shown; None when it has none.
    zone: str | None = None
    #: What the codes of a "category" stand for, in their order, and how many there are.
    categories: ColumnData | None = None
    category_count: int = 0
    #: Whether that order means something (small, medium, large).
    ordered: bool = False
    start: int = 0
    step: int = 1


@message
class FrameColumn:
    """One column: what it is called, and its values."""

    #: What ``column_config``, ``x=``, ``y=`` and selections call it.
    name: str
    #: The headers, outermost level first: one, or several when pandas columns are a MultiIndex.
    labels: tuple[Label, ...]
    data: ColumnData


@message
class Frame:
    """A table as it travels. Two are equal when all their bytes are."""

    rows: int
    index: tuple[FrameColumn, ...]
    columns: tuple[FrameColumn, ...]
