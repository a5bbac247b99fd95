"""Tables out of plain Python data, without pandas.

Lists and dictionaries are understood exactly as pandas would, but nothing has to be loaded for
them: a page that draws ``st.line_chart([1, 2, 3])`` must not wait two seconds for an import.
"""

from __future__ import annotations

from collections import ChainMap, Counter, OrderedDict, UserDict, UserList, deque
from collections.abc import Collection, Iterable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, TypeAlias

from tabstream.elements._frames.table import Table, TableColumn, numbered

#: What `as_plain` makes of everything it knows: rows, or named values.
Plain: TypeAlias = "list[Any] | dict[Any, Any]"

_MAPPINGS = (dict, OrderedDict, Counter, UserDict, MappingProxyType, ChainMap)
_TEXT = (str, bytes, bytearray, memoryview)


def as_plain(data: object) -> Plain | None:
    """Return `data` as a list or a dictionary, or None when it is neither at heart.

    An iterator is used up by this, so whoever goes on must go on with the result.
    """
    if data is None:
        return []
    if isinstance(data, _MAPPINGS):
        return dict(data)
    if _is_record(data):
        return _record(data)
    if isinstance(data, _TEXT) or not isinstance(data, Iterable):
        return None
    return list(data)


def read_plain(data: Plain) -> Table | None:
    """Return the table that `data` is, or None when only pandas knows."""
    if any(map(_has_index, set(map(type, data.values() if isinstance(data, dict) else data)))):
        return None
    return _read_dict(data) if isinstance(data, dict) else _read_list(data)


def _read_dict(data: dict[Any, Any]) -> Table | None:
    values = list(data.values())
    if not _any_many(values):
        return _one_value_each(data, values) if data else numbered(0)
    if all(isinstance(value, Mapping) for value in values):
        return _columns_by_row_name(data)
    if all(map(_is_column, values)):
        lengths = set(map(len, values))
        if len(lengths) == 1:
            return _columns(data, lengths.pop())
        # Columns of different lengths cannot be; what stands under each key is a row then.
        return _rows_by_name(data)
    if any(isinstance(value, Mapping) for value in values):
        return None
    if all(isinstance(value, set | frozenset) for value in values):
        return _rows_by_name(data)
    lengths = {len(value) for value in values if _is_column(value)}
    if len(lengths) != 1:
        return None
    rows = lengths.pop()
    return _columns(
        {key: value if _is_column(value) else [value] * rows for key, value in data.items()}, rows
    )


def _read_list(data: list[Any]) -> Table | None:
    if not data:
        return numbered(0)
    if not _any_many(data):
        return _one_column(data)
    if all(map(_is_record, data)):
        data = [_record(row) for row in data]
    if all(isinstance(row, Mapping) for row in data):
        # A dictionary keeps the order in which the keys of all rows first appear.
        keys = dict.fromkeys(key for row in data for key in row)
        return numbered(
            len(data),
            tuple(TableColumn((key,), [row.get(key) for row in data]) for key in keys),
        )
    if any(isinstance(row, Mapping) for row in data):
        return None
    if all(map(_is_many, data)):
        return numbered(len(data), _columns_of_rows(data), names_columns=False)
    return _one_column(data)


def _one_column(values: list[Any]) -> Table:
    return numbered(len(values), (TableColumn(("value",), values),), names_columns=False)


def _one_value_each(data: dict[Any, Any], values: list[Any]) -> Table:
    names = TableColumn((None,), list(data))
    column = TableColumn(("value",), values)
    return Table(len(values), (names,), (column,), names_columns=False)


def _columns(data: dict[Any, Any], rows: int) -> Table:
    return numbered(rows, tuple(TableColumn(_labels(key), values) for key, values in data.items()))


def _rows_by_name(data: dict[Any, Any]) -> Table:
    rows = [list(row) for row in data.values()]
    columns = _columns_of_rows(rows)
    if not any(len(row) > 1 for row in rows):
        columns = tuple(TableColumn(("value",), column.values) for column in columns)
    return Table(len(rows), (TableColumn((None,), list(data)),), columns)


def _columns_by_row_name(data: dict[Any, Any]) -> Table:
    names = list(dict.fromkeys(name for column in data.values() for name in column))
    columns = (
        TableColumn(_labels(key), [column.get(name) for name in names])
        for key, column in data.items()
    )
    return Table(len(names), (TableColumn((None,), names),), tuple(columns))


def _columns_of_rows(rows: list[Any]) -> tuple[TableColumn, ...]:
    lists = [list(row) for row in rows]
    width = max(map(len, lists))
    for row in lists:
        row.extend([None] * (width - len(row)))
    return tuple(
        TableColumn((place,), list(column)) for place, column in enumerate(zip(*lists, strict=True))
    )


def _labels(key: Any) -> tuple[Any, ...]:
    return key if isinstance(key, tuple) and key else (key,)


def _any_many(values: list[Any]) -> bool:
    # By type, of which there are few, rather than by value, of which there may be thousands.
    return any(map(_holds_many, set(map(type, values))))


def _is_many(value: object) -> bool:
    cls: type = type(value)
    return _holds_many(cls)


@cache
def _holds_many(cls: type) -> bool:
    """Say whether a value of a class stands for several, so that it is no cell."""
    return not issubclass(cls, _TEXT) and (issubclass(cls, Collection) or is_dataclass(cls))


def _is_column(value: object) -> bool:
    return isinstance(value, list | tuple | range | deque | UserList) or (
        type(value).__module__ == "numpy" and getattr(value, "ndim", 0) == 1
    )


def _has_index(cls: type) -> bool:
    """Say whether values of a class have an index, by which pandas alone lines up their parts."""
    return hasattr(cls, "iloc")


def _is_record(value: object) -> bool:
    """Say whether a value is an instance with named fields: a dataclass or a named tuple."""
    if isinstance(value, tuple):
        return hasattr(value, "_fields")
    return is_dataclass(value) and not isinstance(value, type)


def _record(value: Any) -> dict[str, Any]:
    if isinstance(value, tuple):
        return dict(zip(value._fields, value, strict=True))  # type: ignore[attr-defined]
    return {field.name: getattr(value, field.name) for field in fields(value)}
