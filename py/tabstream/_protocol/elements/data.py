"""The messages of tables, figures and JSON."""

from __future__ import annotations

from typing import ClassVar, Literal, TypeAlias

from tabstream._protocol.elements.frame import Frame
from tabstream._protocol.message import Buffer, Element, Widget, message

SelectionMode: TypeAlias = Literal[
    "single-row",
    "multi-row",
    "single-row-required",
    "single-column",
    "multi-column",
    "single-cell",
    "multi-cell",
]

#: One of the colours that text can name, or "off" for none.
MetricColour: TypeAlias = Literal[
    "red", "orange", "yellow", "green", "blue", "violet", "gray", "primary"
]


@message
class CellStyles:
    """What a pandas Styler says of a frame's cells."""

    #: The different sets of CSS declarations, such as ``background-color: #f00; color: #fff``.
    css: tuple[str, ...]
    #: For each cell, row by row, the place of its declarations in `css`, counted from 1; 0 for
    #: none. Little-endian, 16 bits each; None when no cell has any.
    cells: Buffer | None
    #: The texts to show in place of the values; None when the values are shown as they are.
    texts: Frame | None


@message
class DataFrame(Widget):
    """A grid to scroll, sort and search; a widget when its cells can be selected."""

    kind: ClassVar[str] = "data_frame"
    KEYED_BY: ClassVar[tuple[str, ...]] = ("selection_modes",)
    frame: Frame
    styles: CellStyles | None
    #: JSON: by column name, ``_index`` or ``_pos:0``, what ``column_config`` says.
    column_config: str
    #: The columns to show, in this order; None for all of them.
    column_order: tuple[str, ...] | None
    hide_index: bool
    width: str | int
    height: str | int
    row_height: int | None
    #: What a missing value shows; None for a muted "None".
    placeholder: str | None
    selection_modes: tuple[SelectionMode, ...]
    #: JSON: what is selected at first, in the form that the widget's value has.
    selected: str
    alt: str | None


@message
class Table(Element):
    """A table that shows all of its rows; its cells are markdown."""

    kind: ClassVar[str] = "table"
    frame: Frame
    styles: CellStyles | None
    border: Literal["all", "horizontal", "none"]
    hide_index: bool
    hide_header: bool
    width: str | int
    height: str | int
    alt: str | None


@message
class Metric(Element):
    """A figure, how it changed, and perhaps the way there as a small chart."""

    kind: ClassVar[str] = "metric"
    label: str
    value: str
    delta: str
    color: MetricColour
    arrow: Literal["up", "down", "off"]
    delta_description: str | None
    help: str | None
    icon: str | None
    label_visibility: Literal["visible", "hidden", "collapsed"]
    border: bool
    width: str | int
    height: str | int
    chart_data: tuple[float, ...]
    chart_type: Literal["line", "bar", "area"]
    #: How `value` and `delta` are written when they are numbers; as in ``NumberColumn``.
    format: str | None


@message
class Json(Element):
    """A tree of values that opens level by level."""

    kind: ClassVar[str] = "json"
    #: The JSON text. It may hold ``NaN`` and ``Infinity``, as Python's does.
    body: str
    expanded: bool
    #: How many levels are open at first; None for all of them.
    max_expand_depth: int | None
    width: str | int
