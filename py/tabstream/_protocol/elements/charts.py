"""The messages of charts."""

from __future__ import annotations

from typing import ClassVar

from tabstream._protocol.elements.frame import Frame
from tabstream._protocol.message import Widget, message


@message
class ChartRoles:
    """Which columns of a frame a built-in chart draws, and as what.

    The view makes rows of these fields: ``x``, ``y``, ``color`` and ``size``. With several `y`
    there is a row for each of them, and the name of its column is the row's ``color``.
    """

    #: The column's name; None for the index.
    x: str | None
    y: tuple[str, ...]
    color: str | None
    size: str | None
    sort: str | None
    #: Whether points that fall on the same pixel may be left out: a line's, an area's.
    is_line: bool
    #: Whether the series stand on each other.
    is_stacked: bool


@message
class ChartData:
    """A data set of a chart, under the name that its specification knows."""

    name: str
    frame: Frame
    #: None for a chart that an author specified: its rows have the frame's columns.
    roles: ChartRoles | None


@message
class VegaLiteChart(Widget):
    """A chart in the Vega-Lite language; a widget when things in it can be selected."""

    kind: ClassVar[str] = "vega_lite_chart"
    KEYED_BY: ClassVar[tuple[str, ...]] = ("selections",)
    #: JSON: the Vega-Lite specification, without the data that `data` holds.
    spec: str
    data: tuple[ChartData, ...]
    #: "streamlit" for the app's own look, None for Vega's.
    theme: str | None
    #: The names of the parameters whose values go to the script.
    selections: tuple[str, ...]
    width: str | int
    height: str | int
    alt: str | None
