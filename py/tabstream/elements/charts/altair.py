"""Altair charts: their specification as Altair writes it, their frames as columns."""

from __future__ import annotations

import re
from json import dumps, loads
from typing import TYPE_CHECKING, Any

from tabstream.elements._frames import is_table_like
from tabstream.elements.charts.datasets import chart_data
from tabstream.elements.charts.selections import parts_of
from tabstream.errors import StreamlitAPIException

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tabstream._protocol.elements.charts import ChartData

#: The names that Altair makes up for parameters and views. Older releases count through the whole
#: session, so that the same chart has other names in the next run; newer ones use digests.
_MADE_UP = re.compile(r"\b(?:param|view)_(?:[0-9a-f]{16}(?:_\d+)?|\d+)\b")


def read_altair(chart: Any) -> tuple[dict[str, Any], tuple[ChartData, ...]]:
    """Return the specification of an Altair chart, which only names its data, and the data."""
    if not hasattr(chart, "to_dict"):
        raise StreamlitAPIException(
            f"`st.altair_chart` draws Altair charts, and a `{type(chart).__name__}` is none. "
            "For data alone there are `st.line_chart` and its like."
        )
    spec, frames = _write(chart)
    data = tuple(chart_data(name, frame) for name, frame in frames.items())
    return _with_steady_names(spec, data), data


def _write(chart: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return what the chart writes, and the frames that it would have written as rows of JSON."""
    import altair as alt

    frames: dict[str, Any] = {}
    names: dict[int, str] = {}

    def keep_frame(data: Any = None, **options: Any) -> Any:
        if data is None:  # called with options only: the rest comes later
            return lambda rows: keep_frame(rows, **options)
        if not is_table_like(data) or hasattr(data, "__geo_interface__"):
            return alt.to_values(data)
        # Counted, not hashed: when only the data changes, the specification stays the same, and
        # the chart on the page takes new rows without being built again.
        name = names.setdefault(id(data), f"frame-{len(names)}")
        frames[name] = data
        return {"name": name}

    transformers = alt.data_transformers
    transformers.register("tabstream", keep_frame)
    with transformers.enable("tabstream"):
        spec: dict[str, Any] = chart.to_dict()
    return spec, frames


def _with_steady_names(spec: dict[str, Any], data: tuple[ChartData, ...]) -> dict[str, Any]:
    """Return a specification in which the names that Altair made up are counted from 1."""
    fields = {column.name for part in data for column in part.frame.columns}
    made_up = [name for name in _names(spec) if _MADE_UP.fullmatch(name) and name not in fields]
    if not made_up:
        return spec
    counts = {"param": 0, "view": 0}
    steady: dict[str, str] = {}
    for name in dict.fromkeys(made_up):
        kind = name.partition("_")[0]
        counts[kind] += 1
        steady[name] = f"{kind}_{counts[kind]}"
    text = _MADE_UP.sub(lambda match: steady.get(match[0], match[0]), dumps(spec))
    renamed: dict[str, Any] = loads(text)
    return renamed


def _names(spec: dict[str, Any]) -> Iterator[str]:
    for part in parts_of(spec):
        for named in (part, *part.get("params", ())):
            if isinstance(named.get("name"), str):
                yield named["name"]
