"""Charts from data alone: which columns they draw as what, and the specification that says so."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tabstream.elements._frames import decode_frame

if TYPE_CHECKING:
    from showing import Page, Show

DATA = """
import pandas as pd
data = pd.DataFrame({
    "day": pd.date_range("2024-05-01", periods=2),
    "rain": [1, 2],
    "wind": [3.5, 4.0],
    "city": ["Oslo", "Rome"],
    "tint": ["#ff0000", "#00ff00"],
    "size": pd.Categorical(["S", "L"], ["S", "L"], ordered=True),
})
"""


def chart(page: Page) -> tuple[dict[str, Any], Any]:
    """The specification and the roles of the page's only chart."""
    message = page.message
    (data,) = message.data
    return json.loads(message.spec), data.roles


def test_wide_data_is_drawn_column_by_column_over_the_index(show: Show) -> None:
    page = show("st.line_chart({'a': [1, 2], 'b': [3.5, 4]})")
    spec, roles = chart(page)
    assert (roles.x, roles.y, roles.color) == (None, ("a", "b"), None)
    assert spec["encoding"]["x"]["title"] == spec["encoding"]["y"]["title"] == ""
    assert spec["encoding"]["color"]["scale"] == {"domain": ["a", "b"]}
    assert decode_frame(page.message.data[0].frame).columns.tolist() == ["a", "b"]


def test_long_data_is_drawn_group_by_group(show: Show) -> None:
    page = show(DATA + "st.line_chart(data, x='day', y='rain', color='city')")
    spec, roles = chart(page)
    assert (roles.x, roles.y, roles.color) == ("day", ("rain",), "city")
    assert [spec["encoding"][name]["title"] for name in ("x", "y", "color")] == [
        "day",
        "rain",
        "city",
    ]


def test_only_the_columns_that_are_drawn_are_sent(show: Show) -> None:
    page = show(DATA + "st.line_chart(data, x='day', y='rain')")
    frame = page.message.data[0].frame
    assert [column.name for column in frame.columns] == ["day", "rain"]
    assert frame.index == ()


@pytest.mark.parametrize(
    ("x", "type"),
    [
        ("day", "temporal"),
        ("rain", "quantitative"),
        ("wind", "quantitative"),
        ("city", "nominal"),
        ("size", "ordinal"),
    ],
)
def test_the_kind_of_axis_follows_from_the_kind_of_values(show: Show, x: str, type: str) -> None:
    spec, _ = chart(show(DATA + f"st.line_chart(data, x='{x}', y='wind')"))
    assert spec["encoding"]["x"]["type"] == type
    assert spec["encoding"]["x"].get("sort") == (["S", "L"] if x == "size" else None)


def test_bars_stand_side_by_side_unless_their_axis_is_time(show: Show) -> None:
    numbers, _ = chart(show(DATA + "st.bar_chart(data, x='rain', y='wind')"))
    days, _ = chart(show(DATA + "st.bar_chart(data, x='day', y='wind')"))
    assert numbers["encoding"]["x"]["type"] == "ordinal"
    assert days["encoding"]["x"]["type"] == "temporal"


def test_lying_bars_keep_their_labels(show: Show) -> None:
    spec, _ = chart(
        show("st.bar_chart({'a': [1], 'b': [2]}, horizontal=True, x_label='X', stack=False)")
    )
    encoding = spec["encoding"]
    assert (encoding["y"]["field"], encoding["y"]["title"]) == ("x", "X")
    assert encoding["x"]["field"] == "y"
    assert encoding["yOffset"] == {"field": "color"}
    assert "xOffset" not in encoding


@pytest.mark.parametrize(
    ("call", "stack"),
    [
        ("area_chart(data)", False),
        ("area_chart(data, stack=True)", True),
        ("area_chart(data, stack='normalize')", "normalize"),
        ("area_chart(data, stack='layered')", False),
        ("bar_chart(data)", None),
        ("bar_chart(data, stack='center')", "center"),
        ("bar_chart(data, stack='layered')", False),
    ],
)
def test_areas_and_bars_are_stacked_as_asked(show: Show, call: str, stack: Any) -> None:
    spec, roles = chart(show(f"data = {{'a': [1], 'b': [2]}}\nst.{call}"))
    assert spec["encoding"]["y"].get("stack") == stack
    assert roles.is_stacked == (stack in (True, "normalize", "center"))
    assert ("opacity" in spec["encoding"]) == (stack is False)


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("True", "none"),
        ("False", None),
        ("'wind'", {"field": "sort", "order": "ascending"}),
        ("'-wind'", {"field": "sort", "order": "descending"}),
    ],
)
def test_bars_are_sorted_as_asked(show: Show, sort: str, expected: Any) -> None:
    spec, roles = chart(show(DATA + f"st.bar_chart(data, x='city', y='rain', sort={sort})"))
    assert spec["encoding"]["x"].get("sort", "none") == expected
    assert roles.sort == ("wind" if "wind" in sort else None)


@pytest.mark.parametrize(
    ("arguments", "colour"),
    [
        ("y='rain', color='#f00'", {"value": "#f00"}),
        ("y='rain', color=(255, 0, 0)", {"value": "rgb(255, 0, 0)"}),
        ("y='rain', color=(1.0, 0.0, 0.0, 0.5)", {"value": "rgba(255, 0, 0, 0.5)"}),
        ("y='rain', color='primary'", {"value": "var(--ts-accent)"}),
        (
            "y=['rain', 'wind'], color=['#f00', 'grey']",
            {
                "field": "color",
                "title": "",
                "type": "nominal",
                "scale": {"domain": ["rain", "wind"], "range": ["#f00", "var(--ts-gray)"]},
            },
        ),
        (
            "y='rain', color='tint'",
            {
                "field": "color",
                "title": "tint",
                "type": "nominal",
                "scale": {"domain": ["#ff0000", "#00ff00"], "range": ["#ff0000", "#00ff00"]},
                "legend": None,
            },
        ),
        ("y='rain', color='wind'", {"field": "color", "title": "wind", "type": "quantitative"}),
    ],
)
def test_colours_are_given_or_come_from_a_column(
    show: Show, arguments: str, colour: dict[str, Any]
) -> None:
    spec, _ = chart(show(DATA + f"st.line_chart(data, x='day', {arguments})"))
    assert spec["encoding"]["color"] == colour


def test_colours_of_a_column_may_be_tuples(show: Show) -> None:
    spec, _ = chart(
        show("st.scatter_chart({'a': [1, 2], 'c': [(1, 2, 3), (4, 5, 6)]}, y='a', color='c')")
    )
    assert spec["encoding"]["color"]["scale"]["range"] == ["rgb(1, 2, 3)", "rgb(4, 5, 6)"]


def test_the_size_of_points_is_a_number_or_a_column(show: Show) -> None:
    fixed, _ = chart(show("st.scatter_chart({'a': [1], 'b': [2]}, y='a', size=40)"))
    column, roles = chart(show("st.scatter_chart({'a': [1], 'b': [2]}, y='a', size='b')"))
    assert fixed["encoding"]["size"] == {"value": 40}
    assert (column["encoding"]["size"]["title"], roles.size) == ("b", "b")


@pytest.mark.parametrize(
    ("call", "names"),
    [
        ("line_chart(data, x='snow')", "'snow'"),
        ("line_chart(data, y=['rain', 'snow'])", "'snow'"),
        ("line_chart(data, y=['rain', 'wind'], color=['#f00'])", "1 colours"),
        ("line_chart(data, y='rain', color='loud')", "'loud'"),
        ("bar_chart(data, stack='high')", "'high'"),
        ("line_chart(data.set_index(['city', 'rain']))", "reset_index"),
        ("line_chart(data, height='tall')", "'tall'"),
    ],
)
def test_arguments_that_cannot_work_are_refused(show: Show, call: str, names: str) -> None:
    assert names in show(DATA + f"st.{call}").error.text


def test_a_chart_grows_and_counts_on(show: Show) -> None:
    page = show(
        """
        chart = st.line_chart([1, 2])
        chart.add_rows([3]).add_rows([4])
        """
    )
    frame = decode_frame(page.message.data[0].frame)
    assert frame["value"].tolist() == [1, 2, 3, 4]
    assert frame.index.tolist() == [0, 1, 2, 3]


def test_a_chart_without_data_takes_on_the_first_rows_it_gets(show: Show) -> None:
    page = show(
        """
        import pandas as pd
        chart = st.bar_chart(x="city")
        for rain in (1, 2):
            chart.add_rows(pd.DataFrame({"city": ["Oslo"], "rain": [rain]}))
        """
    )
    assert page.outline == ["exception"]  # an empty table has no column to be the x axis
    page = show("chart = st.bar_chart()\nchart.add_rows({'a': [1]})\nchart.add_rows({'a': [2]})")
    spec, roles = chart(page)
    assert roles.y == ("a",)
    assert spec["mark"]["type"] == "bar"
    assert decode_frame(page.message.data[0].frame)["a"].tolist() == [1, 2]
