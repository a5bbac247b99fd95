"""Columns of pictures, sounds and small charts."""

from __future__ import annotations

from tabstream.elements.column_config.column import (
    ChartColor,
    ColumnConfig,
    ColumnWidth,
    ContentAlignment,
    check_colour,
    read_only,
)


def ImageColumn(
    label: str | None = None,
    *,
    width: ColumnWidth | None = None,
    help: str | None = None,
    pinned: bool | None = None,
    alignment: ContentAlignment | None = None,
) -> ColumnConfig:
    """Configure a column of picture addresses, shown as small pictures.

    Parameters
    ----------
    label, width, help, pinned, alignment
        As in `Column`.

    Examples
    --------
    >>> import tabstream as st
    >>> column = st.column_config.ImageColumn("Preview", width="small")
    >>> rows = {"preview": ["https://www.python.org/static/favicon.ico"]}
    >>> grid = st.dataframe(rows, column_config={"preview": column})
    """
    return {**read_only(label, width, help, pinned, type="image"), "alignment": alignment}


def AudioColumn(
    label: str | None = None,
    *,
    width: ColumnWidth | None = None,
    help: str | None = None,
    pinned: bool | None = None,
    alignment: ContentAlignment | None = None,
) -> ColumnConfig:
    """Configure a column of sound addresses, shown as links.

    Parameters
    ----------
    label, width, help, pinned, alignment
        As in `Column`.

    Examples
    --------
    >>> import tabstream as st
    >>> column = st.column_config.AudioColumn("Call")
    >>> rows = {"call": ["https://example.org/call.mp3"]}
    >>> grid = st.dataframe(rows, column_config={"call": column})
    """
    return {**read_only(label, width, help, pinned, type="audio"), "alignment": alignment}


def VideoColumn(
    label: str | None = None,
    *,
    width: ColumnWidth | None = None,
    help: str | None = None,
    pinned: bool | None = None,
    alignment: ContentAlignment | None = None,
) -> ColumnConfig:
    """Configure a column of film addresses, shown as links.

    Parameters
    ----------
    label, width, help, pinned, alignment
        As in `Column`.

    Examples
    --------
    >>> import tabstream as st
    >>> column = st.column_config.VideoColumn("Clip")
    >>> rows = {"clip": ["https://example.org/clip.mp4"]}
    >>> grid = st.dataframe(rows, column_config={"clip": column})
    """
    return {**read_only(label, width, help, pinned, type="video"), "alignment": alignment}


def LineChartColumn(
    label: str | None = None,
    *,
    width: ColumnWidth | None = None,
    help: str | None = None,
    pinned: bool | None = None,
    y_min: int | float | None = None,
    y_max: int | float | None = None,
    color: ChartColor | None = None,
) -> ColumnConfig:
    """Configure a column of number lists, each drawn as a line.

    Parameters
    ----------
    label, width, help, pinned
        As in `Column`.
    y_min, y_max
        The ends of the scale; those of all lists of the column when they are None.
    color
        As in `ProgressColumn`; "auto" compares the last number with the first.

    Examples
    --------
    >>> import tabstream as st
    >>> column = st.column_config.LineChartColumn("Last year", y_min=0)
    >>> rows = {"sales": [[3, 5, 4, 6], [2, 2, 3, 1]]}
    >>> grid = st.dataframe(rows, column_config={"sales": column})
    """
    return _chart("line_chart", label, width, help, pinned, y_min, y_max, color)


def BarChartColumn(
    label: str | None = None,
    *,
    width: ColumnWidth | None = None,
    help: str | None = None,
    pinned: bool | None = None,
    y_min: int | float | None = None,
    y_max: int | float | None = None,
    color: ChartColor | None = None,
) -> ColumnConfig:
    """Configure a column of number lists, each drawn as bars.

    Parameters
    ----------
    label, width, help, pinned, y_min, y_max, color
        As in `LineChartColumn`.

    Examples
    --------
    >>> import tabstream as st
    >>> column = st.column_config.BarChartColumn("Sales", y_min=0)
    >>> rows = {"sales": [[3, 5, 4, 6], [2, 2, 3, 1]]}
    >>> grid = st.dataframe(rows, column_config={"sales": column})
    """
    return _chart("bar_chart", label, width, help, pinned, y_min, y_max, color)


def AreaChartColumn(
    label: str | None = None,
    *,
    width: ColumnWidth | None = None,
    help: str | None = None,
    pinned: bool | None = None,
    y_min: int | float | None = None,
    y_max: int | float | None = None,
    color: ChartColor | None = None,
) -> ColumnConfig:
    """Configure a column of number lists, each drawn as an area.

    Parameters
    ----------
    label, width, help, pinned, y_min, y_max, color
        As in `LineChartColumn`.

    Examples
    --------
    >>> import tabstream as st
    >>> column = st.column_config.AreaChartColumn("Load", y_min=0, y_max=1)
    >>> rows = {"load": [[0.3, 0.5, 0.4], [0.9, 0.8, 0.9]]}
    >>> grid = st.dataframe(rows, column_config={"load": column})
    """
    return _chart("area_chart", label, width, help, pinned, y_min, y_max, color)


def _chart(
    kind: str,
    label: str | None,
    width: ColumnWidth | None,
    help: str | None,
    pinned: bool | None,
    y_min: float | None,
    y_max: float | None,
    color: ChartColor | None,
) -> ColumnConfig:
    return read_only(
        label, width, help, pinned, type=kind, y_min=y_min, y_max=y_max, color=check_colour(color)
    )
