"""What a pandas Styler adds to its frame: colours, texts, hidden columns."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Any

from tabstream._protocol import Buffer
from tabstream._protocol.elements.data import CellStyles
from tabstream.elements._frames.encode import encode_table
from tabstream.elements._frames.table import Table, TableColumn

if TYPE_CHECKING:
    from tabstream._protocol.elements.frame import Frame


def without_hidden(styler: Any, table: Table) -> Table:
    """Return a Styler's table without the columns that it hides."""
    hidden = set(styler.hidden_columns)
    kept = (column for place, column in enumerate(table.columns) if place not in hidden)
    return Table(table.rows, table.index, tuple(kept))


def hides_index(styler: Any) -> bool:
    """Say whether a Styler hides the index."""
    return all(styler.hide_index_)


def read_styles(styler: Any, table: Table) -> CellStyles:
    """Return what a Styler says of the cells of `table`, which is without its hidden columns."""
    hidden = set(styler.hidden_columns)
    places = [place for place in range(len(styler.data.columns)) if place not in hidden]
    css, cells = _read_css(styler, table.rows, places)
    return CellStyles(css, cells, _read_texts(styler, table, places))


def _read_css(styler: Any, rows: int, places: list[int]) -> tuple[tuple[str, ...], Buffer | None]:
    # The Styler only notes what it is told; this is what carries it out, as rendering would.
    styler._compute()
    known: dict[str, int] = {}
    columns = {place: column for column, place in enumerate(places)}
    cells = array("H", bytes(2 * rows * len(places)))
    for (row, place), declarations in styler.ctx.items():
        text = "; ".join(f"{name}: {value}" for name, value in declarations if value)
        if text and place in columns:
            cells[row * len(places) + columns[place]] = known.setdefault(text, len(known) + 1)
    return tuple(known), Buffer(cells.tobytes()) if known else None


def _read_texts(styler: Any, table: Table, places: list[int]) -> Frame | None:
    """Return the texts of the columns that ``Styler.format`` was called for."""
    formatted = {place for _, place in styler._display_funcs}
    if not formatted.intersection(places):
        return None
    columns = []
    for place, column in zip(places, table.columns, strict=True):
        texts: list[str | None] = [None] * table.rows
        if place in formatted:
            values = styler.data.iloc[:, place]
            write = styler._display_funcs
            texts = [str(write[row, place](value)) for row, value in enumerate(values)]
        columns.append(TableColumn(column.labels, texts))
    return encode_table(Table(table.rows, (), tuple(columns)))
