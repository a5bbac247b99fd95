"""Columns of numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from tabstream.elements.column_config.column import (
    ChartColor,
    Column,
    ColumnConfig,
    ColumnWidth,
    ContentAlignment,
    NumberFormat,
    check_colour,
    read_only,
)

if TYPE_CHECKING:
    NumberColumnFormat: TypeAlias = NumberFormat | Literal["duration"]


def NumberColumn(
    label: str | None = None,
    *,
    width: ColumnWidth | None = None,
    help: str | None = None,
    disabled: bool | None = None,
    required: bool | None = None,
    pinned: bool | None = None,
    alignment: ContentAlignment | None = None,
    default: int | float | None = None,
    format: str | NumberColumnFormat | None = None,
    min_value: int | float | None = None,
    max_value: int | float | None = None,
    step: int | float | None = None,
) -> ColumnConfig:
    """Configure a column of numbers.

    Parameters
    ----------
    label, width, help, disabled, required, pinned, alignment
        As in `Column`.
    default
        What a new row has.
    format
        A name such as "compact", "percent", "dollar", "localized" or "bytes", or a ``printf``
        pattern such as ``"%.2f km"``.
    min_value, max_value, step
        For an editor: what a number can be.

    Examples
    --------
    >>> import tabstream as st
    >>> column = st.column_config.NumberColumn("Price", format="dollar")
    >>> grid = st.dataframe({"price": [1.5, 20]}, column_config={"price": column})
    """
    return {
        **Column(
            label,
            width=width,
            help=help,
            disabled=disabled,
            required=required,
            pinned=pinned,
            alignment=alignment,
        ),
        "default": default,
        "type_config": {
            "type": "number",
            "min_value": min_value,
            "max_value": max_value,
            "format": format,
            "step": step,
        },
    }


def ProgressColumn(
    label: str | None = None,
    *,
    width: ColumnWidth | None = None,
    help: str | None = None,
    pinned: bool | None = None,
    format: str | NumberFormat | None = None,
    min_value: int | float | None = None,
    max_value: int | float | None = None,
    step: int | float | None = None,
    color: ChartColor | None = None,
) -> ColumnConfig:
    """Configure a column of bars that are filled in part.

    Parameters
    ----------
    label, width, help, pinned
        As in `Column`.
    format
        How the number beside the bar is written; as in `NumberColumn`.
    min_value, max_value
        Where the bar is empty and full: 0, and 1 for fractions or 100 for whole numbers.
    step
        What the number is rounded to.
    color
        The bar's colour: a named one, a CSS colour, "auto" for green when it is fuller than half
        and red otherwise, "auto-inverse" for the opposite.

    Examples
    --------
    >>> import tabstream as st
    >>> column = st.column_config.ProgressColumn("Done", max_value=10, format="%d of 10")
    >>> grid = st.dataframe({"done": [3, 10]}, column_config={"done": column})
    """
    return read_only(
        label,
        width,
        help,
        pinned,
        type="progress",
        format=format,
        min_value=min_value,
        max_value=max_value,
        step=step,
        color=check_colour(color),
    )
