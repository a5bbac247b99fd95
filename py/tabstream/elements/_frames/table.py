"""A table that has been read but not yet encoded: names beside whatever the author gave.

Making one copies nothing, so a chart can pick the two columns it draws out of fifty before any
value is touched.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Hashable


@dataclass(frozen=True, slots=True)
class TableColumn:
    """One column of a table."""

    #: The headers, outermost level first.
    labels: tuple[Hashable, ...]
    #: A range, a list, a numpy array or a pandas extension array.
    values: Any

    @property
    def name(self) -> str:
        """What ``column_config``, ``x=``, ``y=`` and selections call the column."""
        if len(self.labels) > 1:
            return str(self.labels)
        label = self.labels[0]
        return "" if label is None else str(label)


@dataclass(frozen=True, slots=True)
class Table:
    """Columns of equal length, and the index columns that name the rows."""

    rows: int
    index: tuple[TableColumn, ...]
    columns: tuple[TableColumn, ...]
    #: Whether the author's data named the rows, or at least has an index of its own.
    names_rows: bool = True
    #: Whether it named the columns.
    names_columns: bool = True


def numbered(
    rows: int, columns: tuple[TableColumn, ...] = (), *, names_columns: bool = True
) -> Table:
    """Return a table whose rows are merely counted."""
    counted = TableColumn((None,), range(rows))
    return Table(rows, (counted,), columns, names_rows=False, names_columns=names_columns)
