"""What the columns of every type have in common."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Literal, TypeAlias

from tabstream.errors import StreamlitValueError

#: What a column's function returns; ``st.dataframe`` takes it, or a dictionary written by hand.
ColumnConfig: TypeAlias = dict[str, Any]
#: A named width or pixels.
ColumnWidth: TypeAlias = Literal["small", "medium", "large"] | int
ContentAlignment: TypeAlias = Literal["left", "center", "right"]
#: A named colour, a CSS colour, or one that follows from the values.
ChartColor: TypeAlias = str
NumberFormat: TypeAlias = Literal[
    "plain",
    "localized",
    "percent",
    "dollar",
    "euro",
    "yen",
    "compact",
    "scientific",
    "engineering",
    "accounting",
    "bytes",
]
DateTimeFormat: TypeAlias = Literal["localized", "distance", "calendar", "iso8601"]

_NAMED_COLOURS = (
    "auto",
    "auto-inverse",
    "red",
    "blue",
    "green",
    "yellow",
    "violet",
    "orange",
    "gray",
    "grey",
    "primary",
)


def Column(
    label: str | None = None,
    *,
    width: ColumnWidth | None = None,
    help: str | None = None,
    disabled: bool | None = None,
    required: bool | None = None,
    pinned: bool | None = None,
    alignment: ContentAlignment | None = None,
) -> ColumnConfig:
    """Configure a column whatever its type.

    Parameters
    ----------
    label
        The header; the column's name when it is None.
    width
        "small", "medium", "large" or pixels; as wide as its content when it is None.
    help
        Markdown that a tooltip of the header shows.
    disabled, required
        For an editor: whether cells cannot be changed, and whether they need a value.
    pinned
        Whether the column stays in view on the left.
    alignment
        "left", "center" or "right".

    Examples
    --------
    >>> import tabstream as st
    >>> column = st.column_config.Column("City", width="medium", pinned=True)
    >>> grid = st.dataframe({"city": ["Oslo", "Rome"]}, column_config={"city": column})
    """
    return {
        "label": label,
        "width": width,
        "help": help,
        "disabled": disabled,
        "required": required,
        "pinned": pinned,
        "alignment": alignment,
    }


def read_only(
    label: str | None,
    width: ColumnWidth | None,
    help: str | None,
    pinned: bool | None,
    **type_config: Any,
) -> ColumnConfig:
    """Return the configuration of a column that no editor changes."""
    return {
        "label": label,
        "width": width,
        "help": help,
        "pinned": pinned,
        "type_config": type_config,
    }


def check_colour(colour: str | None) -> str | None:
    """Return a colour, refusing what is neither a known name nor a CSS colour."""
    if colour is None or colour in _NAMED_COLOURS or colour.startswith(("#", "rgb(", "rgba(")):
        return colour
    css = ["a hexadecimal colour such as '#0b6a8c'", "'rgb(…)'"]
    raise StreamlitValueError("color", [*map(repr, _NAMED_COLOURS), *css], colour)


def iso(moment: Any) -> str | None:
    """Return a date or a time as the text that crosses to the page."""
    return None if moment is None else str(moment.isoformat())


def seconds(step: float | timedelta | None) -> float | None:
    """Return a step of time in seconds."""
    return step.total_seconds() if isinstance(step, timedelta) else step
