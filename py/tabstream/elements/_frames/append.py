"""Growing a frame: what ``add_rows`` does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tabstream._protocol import Buffer
from tabstream._protocol.elements.frame import ColumnData, Frame, FrameColumn
from tabstream.elements._frames.encode import encode_values
from tabstream.elements._frames.values import buffer_bytes, column_values
from tabstream.errors import StreamlitAPIException

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

#: Types whose bytes can simply be put behind each other.
_FIXED_WIDTH = ("int64", "float64", "float32", "int32")


def append_frames(first: Frame, second: Frame) -> Frame:
    """Return the rows of both frames; an empty first one takes on the columns of the second."""
    if not first.columns and not first.rows:
        return second
    if not second.rows:
        return first
    names = [column.name for column in first.columns]
    added = {column.name: column for column in second.columns}
    if set(names) != set(added) or len(first.index) != len(second.index):
        raise StreamlitAPIException(
            "`add_rows` needs rows with the columns that are there already: "
            f"{names}, and not {list(added)}."
        )
    rows = first.rows, second.rows
    return Frame(
        rows=sum(rows),
        index=tuple(_append_all(first.index, second.index, rows)),
        columns=tuple(_append_all(first.columns, [added[name] for name in names], rows)),
    )


def _append_all(
    columns: Sequence[FrameColumn], others: Sequence[FrameColumn], rows: tuple[int, int]
) -> Iterator[FrameColumn]:
    for column, other in zip(columns, others, strict=True):
        yield FrameColumn(column.name, column.labels, _append(column.data, other.data, rows))


def _append(first: ColumnData, second: ColumnData, rows: tuple[int, int]) -> ColumnData:
    if first.type == second.type == "range" and first.step == second.step:
        return first  # rows that are merely counted are counted on
    same = first.type == second.type and first.unit == second.unit and first.zone == second.zone
    fixed = first.type in _FIXED_WIDTH or first.type in ("datetime", "timedelta")
    if same and fixed and first.nulls is None and second.nulls is None:
        joined = Buffer(buffer_bytes(first.values) + buffer_bytes(second.values))
        return ColumnData(first.type, joined, unit=first.unit, zone=first.zone)
    return encode_values(column_values(first, rows[0]) + column_values(second, rows[1]))
