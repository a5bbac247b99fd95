"""Tables out of pandas objects."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tabstream.elements._frames.table import Table, TableColumn, numbered
from tabstream.errors import StreamlitTableError

if TYPE_CHECKING:
    from collections.abc import Hashable


def read_pandas(data: Any) -> Table | None:
    """Return the table that a pandas object is, or None when it is not one of a table's kind."""
    import pandas as pd
    from pandas.api.extensions import ExtensionArray

    if isinstance(data, pd.DataFrame):
        return read_dataframe(data)
    if isinstance(data, pd.Series):
        name = 0 if data.name is None else data.name
        return Table(
            len(data), _read_index(data.index), (TableColumn(_labels(name), _values(data)),)
        )
    if isinstance(data, pd.Index):
        if isinstance(data, pd.MultiIndex):
            data = data.map(str)
        name = 0 if data.name is None else data.name
        return numbered(len(data), (TableColumn((name,), _values(data)),))
    if isinstance(data, ExtensionArray):
        return numbered(len(data), (TableColumn((0,), data),))
    if is_styler(data):
        return read_dataframe(data.data)
    return None


def read_dataframe(frame: Any) -> Table:
    """Return the table that a pandas DataFrame is."""
    labels = list(frame.columns)
    _refuse_duplicates(labels)
    columns = tuple(
        TableColumn(
            _labels(label) if frame.columns.nlevels > 1 else (_single(label),), _values(column)
        )
        for label, (_, column) in zip(labels, frame.items(), strict=True)
    )
    return Table(len(frame), _read_index(frame.index), columns)


def is_styler(data: object) -> bool:
    """Say whether an object is a pandas Styler."""
    return type(data).__name__ == "Styler" and type(data).__module__.startswith("pandas.")


def _read_index(index: Any) -> tuple[TableColumn, ...]:
    import pandas as pd

    if isinstance(index, pd.MultiIndex):
        return tuple(
            TableColumn((name,), _values(index.get_level_values(level)))
            for level, name in enumerate(index.names)
        )
    if isinstance(index, pd.RangeIndex):
        values: Any = range(index.start, index.stop, index.step)
        return (TableColumn((index.name,), values),)
    return (TableColumn((index.name,), _values(index)),)


def _values(column: Any) -> Any:
    """Return the values of a Series or an Index without copying them."""
    values = column.array
    # A plain numpy column is wrapped in an extension array of its own; what it wraps is wanted.
    return column.to_numpy() if type(values).__name__ == "NumpyExtensionArray" else values


def _labels(label: Hashable) -> tuple[Hashable, ...]:
    return label if isinstance(label, tuple) else (label,)


def _single(label: Hashable) -> Hashable:
    """Return the label of a column with one header level; a tuple there is just a name."""
    return str(label) if isinstance(label, tuple) else label


def _refuse_duplicates(labels: list[Hashable]) -> None:
    if len(set(labels)) == len(labels):
        return
    seen: set[Hashable] = set()
    for label in labels:
        if label in seen:
            raise StreamlitTableError(
                f"Two columns of this table are called {label!r}. Rename one of them, or keep "
                "the first of each name with `df.loc[:, ~df.columns.duplicated()]`."
            )
        seen.add(label)
