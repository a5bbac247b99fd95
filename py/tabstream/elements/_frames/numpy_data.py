"""Tables out of numpy arrays, without pandas."""

from __future__ import annotations

from typing import Any

from tabstream.elements._frames.table import Table, TableColumn, numbered
from tabstream.errors import StreamlitTableError


def read_array(array: Any) -> Table:
    """Return the table that a numpy array of one or two dimensions is."""
    if hasattr(array, "mask") and array.dtype.kind in "iuf":
        # A masked number is a missing one, and among plain numbers only NaN can say so.
        array = array.astype("float64").filled(float("nan"))
    if array.dtype.names:
        names = array.dtype.names
        return numbered(len(array), tuple(TableColumn((name,), array[name]) for name in names))
    match array.ndim:
        case 0:
            return numbered(0)
        case 1:
            column = TableColumn(("value",), array)
            return numbered(len(array), (column,), names_columns=False)
        case 2:
            rows, width = array.shape
            columns = tuple(TableColumn((place,), array[:, place]) for place in range(width))
            return numbered(rows, columns, names_columns=False)
        case more:
            raise StreamlitTableError(
                f"A table has rows and columns, but this numpy array has {more} dimensions "
                f"(shape {array.shape}). Pick a two-dimensional part of it, such as `array[0]`."
            )
