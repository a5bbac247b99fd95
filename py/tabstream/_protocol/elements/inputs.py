"""The messages of the widgets that take a value."""

from __future__ import annotations

from typing import ClassVar, Literal

from tabstream._protocol.elements.text import Width
from tabstream._protocol.message import Widget, message


@message
class Slider(Widget):
    """A slider with one thumb or two.

    Values on the wire are numbers: dates and times are microseconds since 1970 (a time of day, since
    midnight), time differences are microseconds.
    """

    kind: ClassVar[str] = "slider"
    KEYED_BY: ClassVar[tuple[str, ...]] = ("min", "max", "step")
    min: float
    max: float
    step: float
    default: tuple[float, ...]
    data_type: Literal["int", "float", "date", "time", "datetime", "timedelta"]
    format: str
    width: Width
