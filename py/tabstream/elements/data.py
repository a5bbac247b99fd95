"""Data as tables: grids to explore, and tables that simply stand there."""

from __future__ import annotations

from dataclasses import replace
from json import dumps
from typing import TYPE_CHECKING, Any

from tabstream._protocol.elements.charts import VegaLiteChart
from tabstream._protocol.elements.data import DataFrame, Table
from tabstream._runtime import current_run
from tabstream.elements._column_config import read_column_config
from tabstream.elements._data_arguments import read_data_width, read_on_select
from tabstream.elements._frames import (
    append_frames,
    encode_table,
    hides_index,
    is_styler,
    read_styles,
    read_table,
    without_hidden,
)
from tabstream.elements._grid_selection import grid_codec, read_modes
from tabstream.elements.arguments import STRETCH_OR_CONTENT, read_choice, read_height, read_width
from tabstream.elements.block import Block
from tabstream.elements.charts import grow_chart
from tabstream.errors import StreamlitAPIException, StreamlitIncompatibleParametersError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from tabstream._protocol import Element
    from tabstream._protocol.elements.data import CellStyles
    from tabstream.elements import DeltaGenerator, _frames
    from tabstream.elements._selection import SelectionState
    from tabstream.elements.charts import Request

_BORDERS = {True: "all", False: "none", "horizontal": "horizontal"}


class DataElements(Block):
    """The elements that show data as rows and columns."""

    #: What was asked of a chart that had no data yet; see `tabstream.elements.charts`.
    _request: Request | None = None

    def dataframe(
        self,
        data: Any = None,
        width: str | int = "stretch",
        height: str | int = "auto",
        *,
        use_container_width: bool | None = None,
        hide_index: bool | None = None,
        column_order: Iterable[str] | None = None,
        column_config: Mapping[Any, Any] | None = None,
        key: str | int | None = None,
        on_select: str | Callable[..., Any] = "ignore",
        selection_mode: str | Iterable[str] = "multi-row",
        selection_default: Mapping[str, Any] | None = None,
        row_height: int | None = None,
        placeholder: str | None = None,
        lazy: bool | None = None,  # all rows are here already
        alt: str | None = None,
    ) -> DeltaGenerator | SelectionState:
        """Show data as a grid that can be scrolled, sorted, searched and saved.

        Parameters
        ----------
        data
            Lists, dictionaries, numpy arrays, frames of pandas, polars and others, a pandas Styler
            with its colours and formats, a database cursor.
        width, height
            "stretch", "content" or pixels. An "auto" height shows up to ten rows.
        use_container_width
            The older spelling of ``width="stretch"``.
        hide_index
            Whether the index is left out. None leaves it out where it only counts the rows of
            data that has none itself.
        column_order
            The columns to show, in this order.
        column_config
            By column name: None to hide it, its header, or one of ``st.column_config``.
        key
            Makes it the same widget when its data changes.
        on_select
            "rerun" or a function makes selections run the script and returns them.
        selection_mode
            What can be selected: "single-row", "multi-row", "single-row-required",
            "single-column", "multi-column", "single-cell", "multi-cell", or several of these.
        selection_default
            What is selected at first.
        row_height
            Pixels.
        placeholder
            What missing values show.
        lazy
            Accepted for compatibility: all rows are in the tab already.
        alt
            What the data shows, for people who do not see it.

        Returns
        -------
        DeltaGenerator or SelectionState
            The selection when `on_select` is not "ignore":
            ``state.selection.rows``, ``.columns`` and ``.cells``.

        Examples
        --------
        >>> import tabstream as st
        >>> grid = st.dataframe({"city": ["Oslo", "Rome"], "people": [0.7, 2.8]})
        """
        is_widget, callback = read_on_select(on_select)
        if selection_default is not None and not is_widget:
            raise StreamlitIncompatibleParametersError(
                '`selection_default` needs `on_select="rerun"` or a function: without it nothing '
                "can be selected."
            )
        table, styles = _read(data)
        frame = encode_table(table)
        modes = read_modes(selection_mode) if is_widget else ()
        codec = grid_codec(frame, modes, selection_default)
        message = DataFrame(
            **self.common(""),
            frame=frame,
            styles=styles,
            column_config=read_column_config(column_config),
            column_order=None if column_order is None else tuple(map(str, column_order)),
            hide_index=_hides_index(
                # Rows that can be selected have a box in front, in the place of their names.
                hide_index,
                data,
                is_default=not table.names_rows or any("row" in mode for mode in modes),
            ),
            # None was the default of earlier years.
            width=read_data_width("stretch" if width is None else width, use_container_width),
            height=read_height("auto" if height is None else height, (*STRETCH_OR_CONTENT, "auto")),
            row_height=None if row_height is None else int(row_height),
            placeholder=placeholder,
            selection_modes=modes,
            selected=dumps(codec.default),
            alt=alt,
        )
        if not is_widget:
            return self.draw(message, key=key)
        return self.draw_widget(message, codec, key=key, on_change=callback)

    def table(
        self,
        data: Any = None,
        *,
        border: bool | str = True,
        width: str | int = "stretch",
        height: str | int = "content",
        hide_index: bool | None = None,
        hide_header: bool | None = None,
        alt: str | None = None,
    ) -> DeltaGenerator:
        """Show data as a table with all of its rows; texts in it are markdown.

        Parameters
        ----------
        data
            As in `dataframe`.
        border
            True for lines around every cell, "horizontal" for lines between rows, False for none.
        width, height
            "stretch", "content" or pixels.
        hide_index
            Whether the index is left out. None leaves it out where it only counts the rows.
        hide_header
            Whether the header is left out. None leaves it out where the data names no columns.
        alt
            What the data shows, for people who do not see it.

        Examples
        --------
        >>> import tabstream as st
        >>> place = st.table({"step": ["**mix**", "bake"], "minutes": [5, 40]})
        """
        table, styles = _read(data)
        counts_rows = len(table.index) == 1 and isinstance(table.index[0].values, range)
        return self.draw(
            Table(
                frame=encode_table(table),
                styles=styles,
                border=_BORDERS[read_choice("border", border, (True, False, "horizontal"))],  # type: ignore[arg-type]
                hide_index=_hides_index(hide_index, data, is_default=counts_rows),
                hide_header=not table.names_columns if hide_header is None else bool(hide_header),
                width=read_width(width),
                height=read_height(height),
                alt=alt,
            )
        )

    def add_rows(self, data: Any = None, **named: Any) -> DeltaGenerator:
        """Add rows to the table, grid or chart that this place shows.

        Parameters
        ----------
        data
            Rows with the same columns; anything that `dataframe` takes.
        **named
            For a Vega-Lite chart: rows for the data set of that name, instead of `data`.

        Examples
        --------
        >>> import tabstream as st
        >>> chart = st.line_chart([1, 2])
        >>> same = chart.add_rows([3, 4])
        """
        run = current_run()
        if run is None:
            return self  # type: ignore[return-value]  # without an app nothing is shown
        run.checkpoint()
        node = self._node
        if node is None:
            raise StreamlitAPIException(
                "`add_rows` belongs to what an element returned: "
                "`chart = st.line_chart(data)`, then `chart.add_rows(more)`."
            )
        message = _grown(node.message, data, named, self._request)
        self._request = None
        self._put(run, message, identity=node.identity, key=node.key)
        return self  # type: ignore[return-value]  # every block is a DeltaGenerator


def _grown(message: Element, data: Any, named: dict[str, Any], request: Request | None) -> Element:
    """Return an element's message with more rows."""
    if isinstance(message, VegaLiteChart):
        return grow_chart(message, data, named, request)
    if isinstance(message, DataFrame | Table):
        rows = append_frames(message.frame, encode_table(read_table(data)))
        return replace(message, frame=rows, styles=None)
    raise StreamlitAPIException(
        f"`add_rows` adds to tables, grids and charts, and not to what `{message.kind}` shows."
    )


def _read(data: Any) -> tuple[_frames.Table, CellStyles | None]:
    table = read_table(data)
    if not is_styler(data):
        return table, None
    shown = without_hidden(data, table)
    return shown, read_styles(data, shown)


def _hides_index(hide_index: bool | None, data: Any, *, is_default: bool) -> bool:
    if hide_index is not None:
        return bool(hide_index)
    return is_default or (is_styler(data) and hides_index(data))
