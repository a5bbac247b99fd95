"""Adding rows to a chart that is there already."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from tabstream.elements._frames import append_frames, encode_table, read_table
from tabstream.elements.charts.built_in import build_chart
from tabstream.elements.charts.datasets import UNNAMED, chart_data
from tabstream.elements.charts.request import needed_columns
from tabstream.errors import StreamlitAPIException

if TYPE_CHECKING:
    from tabstream._protocol.elements.charts import ChartData, VegaLiteChart
    from tabstream.elements.charts.request import Request


def grow_chart(
    chart: VegaLiteChart, data: Any, named: dict[str, Any], request: Request | None
) -> VegaLiteChart:
    """Return a chart with more rows.

    Parameters
    ----------
    chart
        The chart so far.
    data
        Rows for its only data set.
    named
        Or rows by the name of a data set.
    request
        What was asked of a built-in chart that has no data yet.
    """
    if request is not None:
        spec, first = build_chart(request, data)
        return replace(chart, spec=spec, data=(first,))
    added = dict(named)
    if data is not None:
        if len(chart.data) > 1:
            names = ", ".join(part.name for part in chart.data)
            raise StreamlitAPIException(
                f"This chart has several data sets ({names}). Say which one grows: "
                f"`chart.add_rows({chart.data[0].name}=rows)`."
            )
        added[chart.data[0].name if chart.data else UNNAMED] = data
    parts = {part.name: part for part in chart.data}
    for name, rows in added.items():
        parts[name] = _grown(parts[name], rows) if name in parts else chart_data(name, rows)
    return replace(chart, data=tuple(parts.values()))


def _grown(part: ChartData, rows: Any) -> ChartData:
    table = read_table(rows)
    if part.roles is not None:
        table = needed_columns(table, part.roles)
    return replace(part, frame=append_frames(part.frame, encode_table(table)))
