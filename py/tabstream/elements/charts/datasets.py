"""Taking the data out of a specification, so that it travels as columns."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING, Any

from tabstream._protocol.elements.charts import ChartData
from tabstream.elements._frames import encode_table, read_table
from tabstream.elements.charts.selections import parts_of

if TYPE_CHECKING:
    from collections.abc import Mapping

#: The name that data gets when its author gave it none.
UNNAMED = "data"


def take_data(spec: Mapping[str, Any], data: Any) -> tuple[dict[str, Any], tuple[ChartData, ...]]:
    """Return a specification that only names its data, and the data.

    Rows that were written into it as JSON stay where they are; what JSON does not know, such as
    frames, is taken out. The author's dictionary is left as it is.
    """
    own = _copied(spec)
    taken: dict[str, Any] = {}
    if data is not None:
        name = own["data"].get("name") if isinstance(own.get("data"), dict) else None
        own["data"] = {"name": name or UNNAMED}
        taken[name or UNNAMED] = data
    for part in parts_of(own):
        _take(part, taken)
    datasets = own.get("datasets", {})
    for name in [name for name, rows in datasets.items() if not _is_json(rows)]:
        taken[name] = datasets.pop(name)
    return own, tuple(chart_data(name, rows) for name, rows in taken.items())


def chart_data(name: str, data: Any) -> ChartData:
    """Return data of any kind as the data set of a specified chart."""
    return ChartData(name, encode_table(read_table(data)), None)


def _take(part: dict[str, Any], taken: dict[str, Any]) -> None:
    data = part.get("data")
    if data is None or _is_json(data):
        return
    if isinstance(data, dict):
        rows, others = data.get("values"), {k: v for k, v in data.items() if k != "values"}
    else:
        rows, others = data, {}
    name = others.get("name") or (f"{UNNAMED}-{len(taken)}" if taken else UNNAMED)
    taken[name] = rows
    part["data"] = {**others, "name": name}


def _is_json(value: Any) -> bool:
    if isinstance(value, dict):
        return all(map(_is_json, value.values()))
    if isinstance(value, list | tuple):
        return all(map(_is_json, value))
    return value is None or isinstance(value, str | int | float)


def _copied(spec: Any) -> Any:
    """Return a copy of all dictionaries and lists, with the same data in it."""
    if isinstance(spec, dict):
        return {name: _copied(value) for name, value in spec.items()}
    if isinstance(spec, list | tuple):
        return [_copied(value) for value in spec]
    return copy(spec) if isinstance(spec, set) else spec
