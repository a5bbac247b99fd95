"""Columns of dates and times."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from tabstream.elements.column_config.column import (
    Column,
    ColumnConfig,
    ColumnWidth,
    ContentAlignment,
    DateTimeFormat,
    iso,
    seconds,
)

if TYPE_CHECKING:
    from datetime import date, datetime, time, timedelta


def DatetimeColumn(
    label: str | None = None,
    *,
    width: ColumnWidth | None = None,
    help: str | None = None,
    disabled: bool | None = None,
    required: bool | None = None,
    pinned: bool | None = None,
    alignment: ContentAlignment | None = None,
    default: datetime | None = None,
    format: str | DateTimeFormat | None = None,
    min_value: datetime | None = None,
    max_value: datetime | None = None,
    step: int | float | timedelta | None = None,
    timezone: str | None = None,
) -> ColumnConfig:
    """Configure a column of dates with times.

    Parameters
    ----------
    label, width, help, disabled, required, pinned, alignment
        As in `Column`.
    default
        What a new row has.
    format
        "localized", "distance", "calendar", "iso8601", or a pattern such as
        ``"D MMM YYYY, HH:mm"``.
    min_value, max_value, step
        For an editor: what a moment can be.
    timezone
        The zone in which moments are shown; their own when it is None.

    Examples
    --------
    >>> from datetime import datetime
    >>> import tabstream as st
    >>> column = st.column_config.DatetimeColumn("Seen", format="distance")
    >>> grid = st.dataframe({"seen": [datetime(2026, 1, 1, 12)]}, column_config={"seen": column})
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
        "default": iso(default),
        "type_config": {
            "type": "datetime",
            "format": format,
            "min_value": iso(min_value),
            "max_value": iso(max_value),
            "step": seconds(step),
            "timezone": timezone,
        },
    }


def DateColumn(
    label: str | None = None,
    *,
    width: ColumnWidth | None = None,
    help: str | None = None,
    disabled: bool | None = None,
    required: bool | None = None,
    pinned: bool | None = None,
    alignment: ContentAlignment | None = None,
    default: date | None = None,
    format: str | Literal["localized", "distance", "iso8601"] | None = None,
    min_value: date | None = None,
    max_value: date | None = None,
    step: int | None = None,
) -> ColumnConfig:
    """Configure a column of dates.

    Parameters
    ----------
    label, width, help, disabled, required, pinned, alignment
        As in `Column`.
    default
        What a new row has.
    format
        "localized", "distance", "iso8601", or a pattern such as ``"DD.MM.YYYY"``.
    min_value, max_value, step
        For an editor: what a date can be; the step is in days.

    Examples
    --------
    >>> from datetime import date
    >>> import tabstream as st
    >>> column = st.column_config.DateColumn("Born", format="D MMMM YYYY")
    >>> grid = st.dataframe({"born": [date(1912, 6, 23)]}, column_config={"born": column})
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
        "default": iso(default),
        "type_config": {
            "type": "date",
            "format": format,
            "min_value": iso(min_value),
            "max_value": iso(max_value),
            "step": step,
        },
    }


def TimeColumn(
    label: str | None = None,
    *,
    width: ColumnWidth | None = None,
    help: str | None = None,
    disabled: bool | None = None,
    required: bool | None = None,
    pinned: bool | None = None,
    alignment: ContentAlignment | None = None,
    default: time | None = None,
    format: str | Literal["localized", "iso8601"] | None = None,
    min_value: time | None = None,
    max_value: time | None = None,
    step: int | float | timedelta | None = None,
) -> ColumnConfig:
    """Configure a column of times of day.

    Parameters
    ----------
    label, width, help, disabled, required, pinned, alignment
        As in `Column`.
    default
        What a new row has.
    format
        "localized", "iso8601", or a pattern such as ``"HH:mm"``.
    min_value, max_value, step
        For an editor: what a time can be.

    Examples
    --------
    >>> from datetime import time
    >>> import tabstream as st
    >>> column = st.column_config.TimeColumn("Opens", format="HH:mm")
    >>> grid = st.dataframe({"opens": [time(8), time(10, 30)]}, column_config={"opens": column})
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
        "default": iso(default),
        "type_config": {
            "type": "time",
            "format": format,
            "min_value": iso(min_value),
            "max_value": iso(max_value),
            "step": seconds(step),
        },
    }
