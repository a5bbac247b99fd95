"""Charts: the built-in ones, those that an author specified, and Matplotlib's.

::

    line_chart(data, …) ── request.py ──▶ roles of columns ── spec.py ──▶ specification
                                                        └───────────────▶ frame
    altair_chart(chart) ── altair.py ──▶ specification, frames
    vega_lite_chart(…) ── datasets.py ──▶ specification, frames
"""

from __future__ import annotations

from tabstream.elements.charts.built_in import BuiltInCharts
from tabstream.elements.charts.given import GivenCharts
from tabstream.elements.charts.grow import grow_chart
from tabstream.elements.charts.pyplot import PyplotElements
from tabstream.elements.charts.request import Request


class ChartElements(BuiltInCharts, GivenCharts, PyplotElements):
    """The elements that draw data."""


__all__ = ["ChartElements", "Request", "grow_chart"]
