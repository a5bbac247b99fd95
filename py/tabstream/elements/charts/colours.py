"""The ``color`` argument of the built-in charts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from tabstream.errors import StreamlitAPIException

_HEX = re.compile(r"#([0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})")

#: Names of the page's own hues; the view knows what they are in light and in dark.
HUES = ("red", "orange", "yellow", "green", "blue", "violet", "gray", "grey", "primary")


def is_colour(value: Any) -> bool:
    """Say whether a value is one colour: a hexadecimal text, a hue's name, or a tuple."""
    if isinstance(value, str):
        return value in HUES or _HEX.fullmatch(value) is not None
    return (
        isinstance(value, list | tuple)
        and len(value) in (3, 4)
        and all(isinstance(part, int | float) for part in value)
    )


def to_css(colour: Any) -> str:
    """Return a colour as CSS writes it; a hue keeps its name.

    Of a tuple, whole numbers go from 0 to 255 and fractions from 0 to 1.
    """
    if isinstance(colour, str):
        return colour
    *parts, alpha = colour if len(colour) == 4 else (*colour, 1)
    red, green, blue = (round(part * 255) if isinstance(part, float) else part for part in parts)
    if len(colour) == 3:
        return f"rgb({red}, {green}, {blue})"
    return f"rgba({red}, {green}, {blue}, {alpha if isinstance(alpha, float) else alpha / 255:g})"


def read_colours(color: Any, series: tuple[str, ...]) -> tuple[str, ...]:
    """Return the colours that an author named, one for all series or one for each.

    Raises
    ------
    StreamlitAPIException
        When something is no colour, or when there are more or fewer colours than series.
    """
    if is_colour(color):
        return (to_css(color),)
    if isinstance(color, Iterable) and not isinstance(color, str):
        colours = list(color)
        for one in colours:
            if not is_colour(one):
                raise _no_colour(one)
        if len(colours) != len(series):
            raise StreamlitAPIException(
                f"`color` names {len(colours)} colours, but {len(series)} columns are drawn: "
                f"{list(series)}. Give one for each of them."
            )
        return tuple(map(to_css, colours))
    raise _no_colour(color)


def are_all_colours(values: Iterable[Any]) -> bool:
    """Say whether texts are colours to be used as they are, and not groups to be told apart."""
    present = [value for value in values if value is not None]
    return bool(present) and all(
        isinstance(value, str) and (_HEX.fullmatch(value) or value.startswith("rgb"))
        for value in present
    )


def _no_colour(value: Any) -> StreamlitAPIException:
    return StreamlitAPIException(
        f"`color={value!r}` is neither a column nor a colour. It can be the name of a column, a "
        f"colour such as '#0b6a8c' or (11, 106, 140), one of {', '.join(HUES)}, or a list of "
        "colours, one for each column that is drawn."
    )
