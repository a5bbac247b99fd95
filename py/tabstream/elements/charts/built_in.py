"""The charts that need no chart library: line, area, bar and scatter."""

from __future__ import annotations

from json import dumps
from typing import TYPE_CHECKING, Any

from tabstream._protocol.elements.charts import ChartData, VegaLiteChart
from tabstream.elements._data_arguments import given_size, read_data_width
from tabstream.elements._frames import encode_table, read_table
from tabstream.elements.arguments import read_height
from tabstream.elements.block import Block
from tabstream.elements.charts.request import Request, plan_chart
from tabstream.elements.charts.spec import ROWS, build_spec

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tabstream.elements import DeltaGenerator


class BuiltInCharts(Block):
    """The charts that are drawn from data alone."""

    #: What was asked of a chart that had no data yet: ``add_rows`` asks it again with the first.
    _request: Request | None = None

    def line_chart(
        self,
        data: Any = None,
        *,
        x: str | None = None,
        y: str | Sequence[str] | None = None,
        x_label: str | None = None,
        y_label: str | None = None,
        color: Any = None,
        width: str | int = "stretch",
        height: str | int = "content",
        use_container_width: bool | None = None,
        alt: str | None = None,
    ) -> DeltaGenerator:
        """Draw a line for each column.

        Parameters
        ----------
        data
            Anything that ``st.dataframe`` takes.
        x
            The column of the x axis; the index when it is None.
        y
            The column or columns to draw; all others when it is None.
        x_label, y_label
            The titles of the axes.
        color
            A colour, a list of one for each column, or the column that groups the rows.
        width, height
            "stretch", "content" or pixels.
        use_container_width
            The older spelling of ``width="stretch"``.
        alt
            What the chart shows, for people who do not see it.

        Examples
        --------
        >>> import tabstream as st
        >>> chart = st.line_chart({"2024": [3, 5, 4], "2025": [4, 6, 7]})
        """
        request = Request("line", x, y, x_label, y_label, color)
        return self._draw_chart(request, data, width, height, use_container_width, alt)

    def area_chart(
        self,
        data: Any = None,
        *,
        x: str | None = None,
        y: str | Sequence[str] | None = None,
        x_label: str | None = None,
        y_label: str | None = None,
        color: Any = None,
        stack: bool | str | None = None,
        width: str | int = "stretch",
        height: str | int = "content",
        use_container_width: bool | None = None,
        alt: str | None = None,
    ) -> DeltaGenerator:
        """Draw an area for each column.

        Parameters
        ----------
        data, x, y, x_label, y_label, color
            As in `line_chart`.
        stack
            True stacks the areas, "normalize" makes shares of them, "center" a stream; None, False
            and "layered" put them before each other.
        width, height, use_container_width, alt
            As in `line_chart`.

        Examples
        --------
        >>> import tabstream as st
        >>> chart = st.area_chart({"rain": [3, 0, 2], "snow": [0, 1, 2]}, stack=True)
        """
        request = Request("area", x, y, x_label, y_label, color, stack=stack)
        return self._draw_chart(request, data, width, height, use_container_width, alt)

    def bar_chart(
        self,
        data: Any = None,
        *,
        x: str | None = None,
        y: str | Sequence[str] | None = None,
        x_label: str | None = None,
        y_label: str | None = None,
        color: Any = None,
        horizontal: bool = False,
        sort: bool | str = True,
        stack: bool | str | None = None,
        width: str | int = "stretch",
        height: str | int = "content",
        use_container_width: bool | None = None,
        alt: str | None = None,
    ) -> DeltaGenerator:
        """Draw a bar for each value.

        Parameters
        ----------
        data, x, y, x_label, y_label, color
            As in `line_chart`; `x_label` belongs to `x` also when the bars lie.
        horizontal
            Whether the bars lie.
        sort
            True orders them by `x`, False keeps the order of the data, a column's name orders them
            by that column, downwards with a minus before it.
        stack
            True stacks the columns, False puts them side by side, "normalize" makes shares of them,
            "center" centres them, "layered" puts them before each other.
        width, height, use_container_width, alt
            As in `line_chart`.

        Examples
        --------
        >>> import tabstream as st
        >>> chart = st.bar_chart({"Oslo": 0.7, "Rome": 2.8}, horizontal=True)
        """
        request = Request("bar", x, y, x_label, y_label, color, None, bool(horizontal), sort, stack)
        return self._draw_chart(request, data, width, height, use_container_width, alt)

    def scatter_chart(
        self,
        data: Any = None,
        *,
        x: str | None = None,
        y: str | Sequence[str] | None = None,
        x_label: str | None = None,
        y_label: str | None = None,
        color: Any = None,
        size: str | float | int | None = None,
        width: str | int = "stretch",
        height: str | int = "content",
        use_container_width: bool | None = None,
        alt: str | None = None,
    ) -> DeltaGenerator:
        """Draw a point for each row.

        Parameters
        ----------
        data, x, y, x_label, y_label, color
            As in `line_chart`.
        size
            The size of every point, or the column that it comes from.
        width, height, use_container_width, alt
            As in `line_chart`.

        Examples
        --------
        >>> import tabstream as st
        >>> data = {"height": [1.6, 1.8], "weight": [60, 75], "age": [30, 50]}
        >>> chart = st.scatter_chart(data, x="height", y="weight", size="age")
        """
        request = Request("scatter", x, y, x_label, y_label, color, size)
        return self._draw_chart(request, data, width, height, use_container_width, alt)

    def _draw_chart(
        self,
        request: Request,
        data: Any,
        width: Any,
        height: Any,
        use_container_width: bool | None,
        alt: str | None,
    ) -> DeltaGenerator:
        spec, chart_data = build_chart(request, data)
        place = self.draw(
            VegaLiteChart(
                **self.common(""),
                spec=spec,
                data=(chart_data,),
                theme="streamlit",
                selections=(),
                width=read_data_width(given_size(width, "stretch"), use_container_width),
                height=read_height(given_size(height, "content")),
                alt=alt,
            )
        )
        place._request = None if chart_data.frame.columns else request
        return place


def build_chart(request: Request, data: Any) -> tuple[str, ChartData]:
    """Return a chart's specification and its data."""
    plan = plan_chart(request, read_table(data))
    frame = encode_table(plan.table)
    spec = build_spec(request, plan, frame)
    return dumps(spec, separators=(",", ":"), default=str), ChartData(ROWS, frame, plan.roles)
