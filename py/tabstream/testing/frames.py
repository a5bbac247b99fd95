"""From a table as it travels to a pandas ``DataFrame``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tabstream._protocol import Buffer
from tabstream._protocol.elements.frame import ColumnData, Frame, FrameColumn

if TYPE_CHECKING:
    from pandas import DataFrame as PandasFrame


def to_pandas(content: dict[str, Any]) -> PandasFrame:
    """Return the frame that a message holds."""
    from tabstream.elements import decode_frame

    frame: PandasFrame = decode_frame(
        Frame(
            rows=content["rows"],
            index=tuple(map(_column, content["index"])),
            columns=tuple(map(_column, content["columns"])),
        )
    )
    return frame


def _column(content: dict[str, Any]) -> FrameColumn:
    return FrameColumn(content["name"], tuple(content["labels"]), _data(content["data"]))


def _data(content: dict[str, Any]) -> ColumnData:
    fields: dict[str, Any] = {
        name: Buffer(value) if isinstance(value, bytes) else value
        for name, value in content.items()
    }
    if fields.get("categories") is not None:
        fields["categories"] = _data(fields["categories"])
    return ColumnData(**fields)
