"""``st.column_config``: how the columns of ``st.dataframe`` are shown.

Each function makes the configuration of one column::

    st.dataframe(data, column_config={
        "price": st.column_config.NumberColumn("Price", format="dollar"),
        "url": st.column_config.LinkColumn(),
        "internal": None,                               # hidden
        "name": "Name",                                 # another header, nothing more
    })
"""

from __future__ import annotations

from tabstream.elements.column_config.choices import MultiselectColumn, SelectboxColumn
from tabstream.elements.column_config.column import Column
from tabstream.elements.column_config.later import ButtonColumn, MarkdownColumn
from tabstream.elements.column_config.moments import DateColumn, DatetimeColumn, TimeColumn
from tabstream.elements.column_config.numbers import NumberColumn, ProgressColumn
from tabstream.elements.column_config.pictures import (
    AreaChartColumn,
    AudioColumn,
    BarChartColumn,
    ImageColumn,
    LineChartColumn,
    VideoColumn,
)
from tabstream.elements.column_config.simple import (
    CheckboxColumn,
    JsonColumn,
    LinkColumn,
    ListColumn,
    TextColumn,
)

__all__ = [
    "AreaChartColumn",
    "AudioColumn",
    "BarChartColumn",
    "ButtonColumn",
    "CheckboxColumn",
    "Column",
    "DateColumn",
    "DatetimeColumn",
    "ImageColumn",
    "JsonColumn",
    "LineChartColumn",
    "LinkColumn",
    "ListColumn",
    "MarkdownColumn",
    "MultiselectColumn",
    "NumberColumn",
    "ProgressColumn",
    "SelectboxColumn",
    "TextColumn",
    "TimeColumn",
    "VideoColumn",
]
