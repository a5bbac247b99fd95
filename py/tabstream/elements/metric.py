"""A figure and how it changed."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from numbers import Real
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, cast

from tabstream._protocol.elements.data import Metric
from tabstream.elements.arguments import read_choice, read_height, read_icon, read_width
from tabstream.elements.block import Block, dedented
from tabstream.errors import StreamlitAPIException, StreamlitInvalidParameterTypeError

if TYPE_CHECKING:
    from tabstream._protocol.elements.data import MetricColour
    from tabstream.elements import DeltaGenerator

Way: TypeAlias = Literal["up", "down", "off"]

_COLOURS = ("red", "orange", "yellow", "green", "blue", "violet", "gray", "grey", "primary")


class MetricElements(Block):
    """The element that shows a single figure."""

    def metric(
        self,
        label: str,
        value: Any,
        delta: Any = None,
        delta_color: str = "normal",
        *,
        help: str | None = None,
        icon: str | None = None,
        label_visibility: str = "visible",
        border: bool = False,
        width: str | int = "stretch",
        height: str | int = "content",
        chart_data: Any = None,
        chart_type: str = "line",
        delta_arrow: str = "auto",
        format: str | None = None,
        delta_description: str | None = None,
    ) -> DeltaGenerator:
        """Show a figure in large type, and how it changed.

        Parameters
        ----------
        label
            What the figure is; markdown.
        value
            A number or a text; None shows a dash.
        delta
            How it changed: a number or a text. One that begins with a minus went down.
        delta_color
            "normal" is green for up and red for down, "inverse" the opposite, "off" gray; or a
            colour: "red", "orange", "yellow", "green", "blue", "violet", "gray", "primary".
        help
            Markdown that a tooltip beside the label shows.
        icon
            An emoji or ``:material/name:`` before the label.
        label_visibility
            "visible", "hidden" (its room stays) or "collapsed".
        border
            Whether it stands in a card.
        width, height
            "stretch", "content" or pixels.
        chart_data
            The numbers that led there, drawn small beneath the figure; of a table, its first
            column.
        chart_type
            "line", "bar" or "area".
        delta_arrow
            "auto", "up", "down" or "off".
        format
            How `value` and `delta` are written when they are numbers: a name such as "compact" or
            "percent", or a ``printf`` pattern.
        delta_description
            What the change is compared with, such as "since May".

        Examples
        --------
        >>> import tabstream as st
        >>> place = st.metric("Visitors", 1204, -13, chart_data=[1190, 1230, 1217, 1204])
        """
        delta_text = _to_text("delta", delta) if delta is not None else ""
        went = _way(delta, delta_text)
        return self.draw(
            Metric(
                label=str(label),
                value="—" if value is None else _to_text("value", value),
                delta=delta_text,
                color=_colour(delta_color, went),
                arrow=_arrow(went, delta_arrow),
                delta_description=delta_description,
                help=dedented(help),
                icon=read_icon(icon),
                label_visibility=read_choice(
                    "label_visibility", label_visibility, ("visible", "hidden", "collapsed")
                ),
                border=bool(border),
                width=read_width(width),
                height=read_height(height),
                chart_data=_read_numbers(chart_data),
                chart_type=chart_type if chart_type in ("bar", "area") else "line",  # type: ignore[arg-type]
                format=format,
            )
        )


def _to_text(name: str, value: Any) -> str:
    if isinstance(value, str):
        return value.lstrip() if name == "delta" else value
    if hasattr(value, "item"):  # a number of numpy
        value = value.item()
    if isinstance(value, Real | Decimal):
        return str(value)
    raise StreamlitInvalidParameterTypeError(name, ["a number", "a text"], value)


def _way(delta: Any, text: str) -> Way:
    """Return which way the figure went: as the number says, or the first sign of the text."""
    if text in ("", "0") or (not isinstance(delta, str) and delta == 0):
        return "off"
    return "down" if text.startswith("-") else "up"


def _arrow(went: Way, arrow: str) -> Way:
    read_choice("delta_arrow", arrow, ("auto", "up", "down", "off"))
    return went if arrow == "auto" or went == "off" else cast("Way", arrow)


def _colour(name: str, went: Way) -> MetricColour:
    read_choice("delta_color", name, ("normal", "inverse", "off", *_COLOURS))
    if name in _COLOURS:
        return cast("MetricColour", "gray" if name == "grey" else name)
    if name == "off" or went == "off":
        return "gray"
    return "green" if (went == "up") == (name == "normal") else "red"


def _read_numbers(data: Any) -> tuple[float, ...]:
    if data is None:
        return ()
    if hasattr(data, "to_numpy"):
        data = data.to_numpy()
    if getattr(data, "ndim", 1) > 1:  # of a table the first column
        data = data[:, 0]
    values = data if isinstance(data, Iterable) and not isinstance(data, str) else [data]
    numbers = []
    for value in values:
        try:
            numbers.append(float(value))
        except (TypeError, ValueError):
            raise StreamlitAPIException(
                f"`chart_data` of `st.metric` holds numbers only, and {value!r} is none."
            ) from None
    return tuple(numbers)
