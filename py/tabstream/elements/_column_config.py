"""Reading the ``column_config`` argument into the text that travels."""

from __future__ import annotations

from collections.abc import Mapping
from json import dumps
from typing import Any

from tabstream.errors import StreamlitInvalidParameterTypeError


def read_column_config(config: Any) -> str:
    """Return ``column_config`` as JSON: column name, ``_index`` or ``_pos:n`` to what it says.

    Raises
    ------
    StreamlitInvalidParameterTypeError
        When it is no dictionary, or says of a column something that cannot be understood.
    """
    if config is None:
        return "{}"
    if not isinstance(config, Mapping):
        raise StreamlitInvalidParameterTypeError("column_config", ["a dictionary"], config)
    columns = {_name(name): _read_one(name, column) for name, column in config.items()}
    return dumps(columns, separators=(",", ":"), ensure_ascii=False, default=str)


def _name(name: Any) -> str:
    return f"_pos:{name}" if isinstance(name, int) else str(name)


def _read_one(name: Any, column: Any) -> dict[str, Any]:
    if column is None:
        return {"hidden": True}
    if isinstance(column, str):
        return {"label": column}
    if isinstance(column, Mapping):
        return _without_none(column)
    raise StreamlitInvalidParameterTypeError(
        f"column_config[{name!r}]",
        ["None to hide the column", "a text for its header", "a column of `st.column_config`"],
        column,
    )


def _without_none(config: Mapping[str, Any]) -> dict[str, Any]:
    return {
        key: _without_none(value) if isinstance(value, Mapping) else value
        for key, value in config.items()
        if value is not None
    }
