"""The Vega-Lite specification of a built-in chart.

The fields ``x``, ``y``, ``color``, ``size`` and ``sort`` are those of the rows that the view makes;
see `tabstream._protocol.elements.charts.ChartRoles`. So no name of an author's column gets into an
expression, where dots and brackets would mean something.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tabstream.elements._frames import column_values
from tabstream.elements.charts.colours import HUES, are_all_colours

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tabstream._protocol.elements.frame import ColumnData, Frame
    from tabstream.elements.charts.request import Plan, Request

#: The name of the data in the specification.
ROWS = "rows"

_MARKS = {"line": "line", "area": "area", "bar": "bar", "scatter": "circle"}

_QUANTITATIVE = ("int", "uint", "float", "range", "decimal", "timedelta", "null")
_TEMPORAL = ("date", "datetime")

_POINT_SIZE = 100


def build_spec(request: Request, plan: Plan, frame: Frame) -> dict[str, Any]:
    """Return the specification of a chart, for rows that the view makes of `frame`."""
    encoding = {
        "x": _x_axis(request, frame, plan),
        "y": _y_axis(request, frame, plan),
        **_colour(request, plan, frame),
        **_size(request, plan),
        **_opacity(request),
    }
    if request.kind in ("bar", "scatter"):
        # Over a line the view itself shows the values, of all series at once.
        encoding["tooltip"] = list(_tooltip(plan, frame, encoding))
    if request.is_horizontal:
        encoding["x"], encoding["y"] = encoding["y"], encoding["x"]
        encoding = {_turned(channel): value for channel, value in encoding.items()}
    spec: dict[str, Any] = {
        "data": {"name": ROWS},
        "mark": {"type": _MARKS[request.kind]},
        "encoding": encoding,
    }
    zoomed = [axis for axis in "xy" if encoding[axis]["type"] in ("quantitative", "temporal")]
    if zoomed:
        spec["params"] = [
            {"name": "zoom", "select": {"type": "interval", "encodings": zoomed}, "bind": "scales"}
        ]
    return spec


def _x_axis(request: Request, frame: Frame, plan: Plan) -> dict[str, Any]:
    data = _column(frame, plan.roles.x)
    kind = vega_type(data)
    # Bars stand side by side, also those of numbers; only time has an axis of its own.
    if request.kind == "bar" and kind != "temporal":
        kind = "ordinal"
    axis: dict[str, Any] = {
        "field": "x",
        "type": kind,
        "title": _title(request.x_label, request.x),
        "axis": {"grid": False, **_whole_steps(data)},
    }
    if (order := _order(request, data)) is not ...:
        axis["sort"] = order
    return axis


def _y_axis(request: Request, frame: Frame, plan: Plan) -> dict[str, Any]:
    columns = [_column(frame, name) for name in plan.roles.y]
    kinds = {vega_type(data) for data in columns} or {"quantitative"}
    named = request.y if isinstance(request.y, str) else None
    axis: dict[str, Any] = {
        "field": "y",
        # Series of different kinds have only their texts in common.
        "type": kinds.pop() if len(kinds) == 1 else "nominal",
        "title": _title(request.y_label, named),
        "axis": {"grid": True, **(_whole_steps(columns[0]) if len(columns) == 1 else {})},
    }
    if request.kind == "area":
        axis["stack"] = False if request.stack in (None, "layered") else request.stack
    elif request.kind == "bar" and request.stack is not None:
        axis["stack"] = False if request.stack == "layered" else request.stack
    return axis


def _colour(request: Request, plan: Plan, frame: Frame) -> dict[str, Any]:
    roles = plan.roles
    colours = [_named(colour) for colour in plan.colours]
    if roles.color is not None:
        return _grouped(request, _colour_column(frame, roles.color), roles.color)
    if len(roles.y) < 2:
        return {"color": {"value": colours[0]}} if colours else {}
    scale: dict[str, Any] = {"domain": list(roles.y)}
    if len(colours) == 1:
        scale["range"] = colours * len(roles.y)
    elif colours:
        scale["range"] = colours
    return _grouped(request, {"type": "nominal", "scale": scale}, "")


def _grouped(request: Request, channel: dict[str, Any], title: str) -> dict[str, Any]:
    """Return a colour for each group, and where bars stand beside each other, a place as well."""
    channels: dict[str, Any] = {"color": {"field": "color", "title": title, **channel}}
    if request.kind == "bar" and request.stack is False:
        channels["xOffset"] = {"field": "color"}
    return channels


def _colour_column(frame: Frame, name: str) -> dict[str, Any]:
    data = _column(frame, name)
    kind = vega_type(data)
    if data.type in ("string", "category"):
        values = list(dict.fromkeys(column_values(data, frame.rows)))
        if are_all_colours(values):
            scale = {"domain": values, "range": values}
            return {"type": "nominal", "scale": scale, "legend": None}
    if kind == "ordinal":
        return {"type": kind, "sort": _category_names(data)}
    return {"type": kind}


def _size(request: Request, plan: Plan) -> dict[str, Any]:
    if request.kind != "scatter":
        return {}
    if plan.roles.size is not None:
        return {"size": {"field": "size", "type": "quantitative", "title": plan.roles.size}}
    return {"size": {"value": _POINT_SIZE if plan.size is None else plan.size}}


def _opacity(request: Request) -> dict[str, Any]:
    # Areas that do not stand on each other must let the one behind be seen.
    sees_through = request.kind == "area" and request.stack in (None, False, "layered")
    if sees_through or (request.kind == "bar" and request.stack == "layered"):
        return {"opacity": {"value": 0.7}}
    return {}


def _tooltip(plan: Plan, frame: Frame, encoding: dict[str, Any]) -> Iterable[dict[str, Any]]:
    roles = plan.roles
    index = frame.index[0].name if frame.index else ""
    titles = {
        "x": roles.x or index or "index",
        "y": roles.y[0] if len(roles.y) == 1 else "value",
        "color": roles.color or "series",
        "size": roles.size,
    }
    for field, title in titles.items():
        channel = encoding.get(field, {})
        if channel.get("field") == field:
            kind = vega_type(_column(frame, roles.x)) if field == "x" else channel["type"]
            yield {"field": field, "title": title, "type": kind}


def vega_type(data: ColumnData) -> str:
    """Return what Vega-Lite calls the kind of a column's values."""
    if data.type.startswith(_QUANTITATIVE):
        return "quantitative"
    if data.type in _TEMPORAL:
        return "temporal"
    if data.type == "category":
        return "ordinal" if data.ordered else "nominal"
    return "ordinal" if data.type == "time" else "nominal"


def _order(request: Request, data: ColumnData) -> Any:
    """Return the order of the x axis, `...` for that of its values."""
    if isinstance(request.sort, str):
        descends = request.sort.startswith("-")
        return {"field": "sort", "order": "descending" if descends else "ascending"}
    if request.sort is False:
        return None
    return _category_names(data) if data.type == "category" and data.ordered else ...


def _category_names(data: ColumnData) -> list[Any]:
    assert data.categories is not None
    return column_values(data.categories, data.category_count)


def _title(label: str | None, column: str | None) -> str:
    return label if label is not None else column or ""


def _whole_steps(data: ColumnData) -> dict[str, int]:
    return {"tickMinStep": 1} if data.type.startswith(("int", "uint", "range")) else {}


def _column(frame: Frame, name: str | None) -> ColumnData:
    columns = frame.index if name is None else frame.columns
    return next(column.data for column in columns if name is None or column.name == name)


def _named(colour: str) -> str:
    """Return a hue's name as the custom property that the view puts the theme's colour in for."""
    if colour not in HUES:
        return colour
    hue = {"grey": "gray", "primary": "accent"}.get(colour, colour)
    return f"var(--ts-{hue})"


def _turned(channel: str) -> str:
    return "yOffset" if channel == "xOffset" else channel
