"""Charts that an author specified: in the Vega-Lite language, or with Altair."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from json import dumps
from typing import TYPE_CHECKING, Any

from tabstream._protocol.elements.charts import ChartData, VegaLiteChart
from tabstream._runtime import ValueCodec
from tabstream.elements._data_arguments import given_size, read_data_width, read_on_select
from tabstream.elements._selection import SelectionState
from tabstream.elements.arguments import read_choice, read_height
from tabstream.elements.block import Block
from tabstream.elements.charts.altair import read_altair
from tabstream.elements.charts.datasets import take_data
from tabstream.elements.charts.keywords import with_keywords
from tabstream.elements.charts.selections import read_selections
from tabstream.errors import StreamlitMissingRequiredParameterError

if TYPE_CHECKING:
    from tabstream.elements import DeltaGenerator


class GivenCharts(Block):
    """The charts whose look an author describes."""

    def altair_chart(
        self,
        altair_chart: Any,
        *,
        width: str | int | None = None,
        height: str | int = "content",
        use_container_width: bool | None = None,
        theme: str | None = "streamlit",
        key: str | int | None = None,
        on_select: str | Callable[..., Any] = "ignore",
        selection_mode: str | Iterable[str] | None = None,
        alt: str | None = None,
    ) -> DeltaGenerator | SelectionState:
        """Draw an Altair chart.

        Parameters
        ----------
        altair_chart
            The chart.
        width
            "stretch", "content" or pixels. None stretches it unless it is faceted, concatenated or
            repeated.
        height
            "stretch", "content" or pixels.
        use_container_width
            The older spelling of ``width="stretch"``.
        theme
            "streamlit" for the app's own look, None for Altair's.
        key
            Makes it the same widget when its content changes.
        on_select
            "rerun" or a function makes selections run the script and returns them.
        selection_mode
            The selection parameters that reach the script; all of them when it is None.
        alt
            What the chart shows, for people who do not see it.

        Returns
        -------
        DeltaGenerator or SelectionState
            The selection when `on_select` is not "ignore": ``state.selection[parameter]``.

        Examples
        --------
        >>> import altair as alt
        >>> import pandas as pd
        >>> import tabstream as st
        >>> data = pd.DataFrame({"month": ["May", "June"], "sales": [3, 5]})
        >>> chart = st.altair_chart(alt.Chart(data).mark_bar().encode(x="month", y="sales"))
        """
        spec, data = read_altair(altair_chart)
        return self._draw_given(
            spec,
            data,
            width,
            use_container_width,
            height,
            theme,
            key,
            on_select,
            selection_mode,
            alt,
        )

    @with_keywords
    def vega_lite_chart(
        self,
        data: Any = None,
        spec: Mapping[str, Any] | None = None,
        *,
        width: str | int | None = None,
        height: str | int = "content",
        use_container_width: bool | None = None,
        theme: str | None = "streamlit",
        key: str | int | None = None,
        on_select: str | Callable[..., Any] = "ignore",
        selection_mode: str | Iterable[str] | None = None,
        alt: str | None = None,
    ) -> DeltaGenerator | SelectionState:
        """Draw a chart that is written in the Vega-Lite language.

        Parameters
        ----------
        data
            Anything that ``st.dataframe`` takes. A specification with data of its own can stand in
            its place.
        spec
            The specification, a dictionary.
        width, height, use_container_width, theme, key, on_select, selection_mode, alt
            As in `altair_chart`.

        Returns
        -------
        DeltaGenerator or SelectionState
            The selection when `on_select` is not "ignore": ``state.selection[parameter]``.

        Examples
        --------
        >>> import tabstream as st
        >>> chart = st.vega_lite_chart(
        ...     {"day": [1, 2, 3], "rain": [0, 4, 2]},
        ...     {"mark": "bar", "encoding": {"x": {"field": "day"}, "y": {"field": "rain"}}},
        ... )
        """
        if spec is None and isinstance(data, Mapping):
            data, spec = None, data
        if not spec:
            raise StreamlitMissingRequiredParameterError(
                "spec", 'a dictionary such as `{"mark": "line", "encoding": {…}}`'
            )
        own_spec, chart_data = take_data(spec, data)
        return self._draw_given(
            own_spec,
            chart_data,
            width,
            use_container_width,
            height,
            theme,
            key,
            on_select,
            selection_mode,
            alt,
        )

    def _draw_given(
        self,
        spec: dict[str, Any],
        data: tuple[ChartData, ...],
        width: Any,
        use_container_width: bool | None,
        height: Any,
        theme: Any,
        key: str | int | None,
        on_select: Any,
        selection_mode: Any,
        alt: str | None,
    ) -> DeltaGenerator | SelectionState:
        is_widget, callback = read_on_select(on_select)
        selections = read_selections(spec, selection_mode) if is_widget else ()
        default_width = "content" if _COMPOSED.intersection(spec) else "stretch"
        message = VegaLiteChart(
            **self.common(""),
            spec=dumps(spec, separators=(",", ":"), ensure_ascii=False, default=str),
            data=data,
            theme=read_choice("theme", theme, ("streamlit", None)),
            selections=selections,
            width=read_data_width(given_size(width, default_width), use_container_width),
            height=read_height(given_size(height, "content")),
            alt=alt,
        )
        if not is_widget:
            return self.draw(message, key=key)
        return self.draw_widget(
            message, _codec(selections), key=key, on_change=callback, is_settable=False
        )


#: What makes several charts of one: their sizes are those of the parts.
_COMPOSED = frozenset({"facet", "hconcat", "vconcat", "concat", "repeat"})


def _codec(selections: tuple[str, ...]) -> ValueCodec[SelectionState]:
    nothing: dict[str, Any] = {name: {} for name in selections}

    def decode(value: Any) -> SelectionState:
        return SelectionState(selection={**nothing, **(value or {}).get("selection", {})})

    return ValueCodec(default={"selection": nothing}, decode=decode, encode=dict)
