"""Encoding a table: every column into the bytes that travel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tabstream._protocol.elements.frame import ColumnData, Frame, FrameColumn, Label
from tabstream.elements._frames.arrays import encode_array
from tabstream.elements._frames.objects import encode_objects

if TYPE_CHECKING:
    from collections.abc import Hashable

    from tabstream.elements._frames.table import Table, TableColumn


def encode_table(table: Table) -> Frame:
    """Return `table` as it travels.

    Numeric columns are not copied: their buffers look into the author's own arrays and are to be
    sent before the script goes on.
    """
    return Frame(
        rows=table.rows,
        index=tuple(map(_encode_column, table.index)),
        columns=tuple(map(_encode_column, table.columns)),
    )


def _encode_column(column: TableColumn) -> FrameColumn:
    return FrameColumn(
        name=column.name,
        labels=tuple(map(_encode_label, column.labels)),
        data=encode_values(column.values),
    )


def encode_values(values: Any) -> ColumnData:
    """Return the values of one column as they travel."""
    if isinstance(values, range):
        return ColumnData("range", start=values.start, step=values.step)
    if hasattr(values, "dtype"):
        return encode_array(values)
    return encode_objects(values if isinstance(values, list) else list(values))


def _encode_label(label: Hashable) -> Label:
    if label is None or type(label) in (str, int, float, bool):
        return label  # type: ignore[return-value]
    if hasattr(label, "__index__"):
        return label.__index__()  # type: ignore[no-any-return]
    return str(label)
