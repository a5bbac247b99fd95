"""Reading whatever an author calls data as a table.

One question after the other, cheapest first::

    pandas object         →  its columns as they are
    numpy array           →  its columns as they are
    knows .to_dict(as_series=False) or .to_pydict()   (polars, pyarrow)   →  lists
    knows .to_pandas() or .toPandas()                 (modin, dask, …)    →  pandas
    a database cursor                                                     →  rows with names
    list, dictionary, set, iterator, dataclass        →  lists, read without pandas
    what remains of those (a dict of Series, …)       →  pandas
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tabstream.elements._frames.numpy_data import read_array
from tabstream.elements._frames.pandas_data import is_styler, read_dataframe, read_pandas
from tabstream.elements._frames.plain import Plain, as_plain, read_plain
from tabstream.elements._frames.table import Table, TableColumn, numbered
from tabstream.elements.types import comes_from
from tabstream.errors import StreamlitAPIException, StreamlitDataframeConversionError


def read_table(data: Any) -> Table:
    """Return the table that `data` is.

    Raises
    ------
    StreamlitDataframeConversionError
        When `data` is no table, however one looks at it.
    """
    if comes_from(data, "pandas") and (table := read_pandas(data)) is not None:
        return table
    if _is_array(data):
        return read_array(data)
    if (converted := _convert(data)) is not None:
        return read_table(converted)
    if _is_cursor(data):
        return _read_cursor(data)
    plain = as_plain(data)
    if plain is None:
        raise StreamlitDataframeConversionError(data)
    return read_plain(plain) or read_dataframe(_with_pandas(plain))


def is_table_like(data: object) -> bool:
    """Say whether `data` is of a kind that is only ever a table, so that ``st.write`` shows one.

    A list or a dictionary of plain values can be a table but is not only that.
    """
    if comes_from(data, "pandas"):
        import pandas as pd
        from pandas.api.extensions import ExtensionArray

        tables = pd.DataFrame | pd.Series | pd.Index | ExtensionArray
        return isinstance(data, tables) or is_styler(data)
    if isinstance(data, dict):
        return bool(data) and all(hasattr(value, "iloc") for value in data.values())
    return _is_array(data) or _is_convertible(data) or _is_cursor(data)


def _is_array(data: object) -> bool:
    if not comes_from(data, "numpy"):
        return False
    import numpy as np

    return isinstance(data, np.ndarray)


#: Methods that turn a table of another library into one that is known here, the lightest first.
_CONVERSIONS = ("to_pydict", "to_pandas", "toPandas", "__dataframe__", "__arrow_c_stream__")


def _is_convertible(data: object) -> bool:
    return not isinstance(data, type | Mapping) and (
        comes_from(data, "polars") or any(hasattr(data, name) for name in _CONVERSIONS)
    )


def _convert(data: Any) -> Any:
    """Return what a table of another library says it is, or None when it is none."""
    if not _is_convertible(data):
        return None
    if comes_from(data, "polars"):
        return _read_polars(data)
    if hasattr(data, "to_pydict"):
        return data.to_pydict()
    if hasattr(data, "to_pandas"):
        return data.to_pandas()
    if hasattr(data, "toPandas"):
        return data.toPandas()
    pd = _import_pandas(data)
    if hasattr(data, "__arrow_c_stream__"):
        return pd.DataFrame.from_arrow(data)
    return pd.api.interchange.from_dataframe(data)


def _read_polars(data: Any) -> Any:
    if hasattr(data, "collect"):
        data = data.collect()
    if hasattr(data, "to_dict"):
        return data.to_dict(as_series=False)
    return {data.name or "value": data.to_list()}


def _is_cursor(data: object) -> bool:
    return hasattr(data, "description") and callable(getattr(data, "fetchall", None))


def _read_cursor(cursor: Any) -> Table:
    rows = cursor.fetchall()
    names = [column[0] for column in cursor.description or ()]
    return numbered(
        len(rows),
        tuple(
            TableColumn((name,), [row[place] for row in rows]) for place, name in enumerate(names)
        ),
    )


def _with_pandas(data: Plain) -> Any:
    pd = _import_pandas(data)
    try:
        return pd.DataFrame(data)
    except (TypeError, ValueError, AttributeError) as error:
        raise StreamlitAPIException(
            f"This {type(data).__name__} cannot be read as a table: {error}. "
            "Give it as a list of rows, or as a dictionary of columns of equal length."
        ) from error


def _import_pandas(data: object) -> Any:
    try:
        import pandas as pd
    except ImportError as error:
        raise StreamlitAPIException(
            f"pandas is needed to show a `{type(data).__name__}` of this form as a table, and "
            "it is not there. Write `import pandas` at the top of the script, so that it is "
            "loaded, or give the values as plain lists."
        ) from error
    return pd
