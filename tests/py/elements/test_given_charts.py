"""Charts that an author specified: their data is taken out, and nothing else is touched."""

from __future__ import annotations

import json
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image

from tabstream.elements._frames import decode_frame

if TYPE_CHECKING:
    from showing import Page, Show

CHART = """
import altair as alt
import pandas as pd
data = pd.DataFrame({"a": [1, 2], "b": ["x", "y"]})
"""


def given(page: Page) -> tuple[dict[str, Any], dict[str, Any]]:
    """The specification of the page's only chart, and its data by name."""
    message = page.message
    return json.loads(message.spec), {
        part.name: decode_frame(part.frame).to_dict("list") for part in message.data
    }


@pytest.mark.parametrize(
    ("arguments", "data_in_spec", "data"),
    [
        ("{'a': [1]}, {'mark': 'bar'}", {"name": "data"}, {"data": {"a": [1]}}),
        ("frame, {'mark': 'bar', 'data': {'name': 'own'}}", {"name": "own"}, {"own": {"a": [1]}}),
        ("{'mark': 'bar', 'data': frame}", {"name": "data"}, {"data": {"a": [1]}}),
        ("{'mark': 'bar', 'data': {'values': frame}}", {"name": "data"}, {"data": {"a": [1]}}),
        ("{'mark': 'bar', 'data': {'url': 'x.csv'}}", {"url": "x.csv"}, {}),
        ("{'mark': 'bar', 'data': {'values': [{'a': 1}]}}", {"values": [{"a": 1}]}, {}),
        (
            "{'mark': 'bar', 'datasets': {'d': frame}, 'data': {'name': 'd'}}",
            {"name": "d"},
            {"d": {"a": [1]}},
        ),
    ],
)
def test_frames_are_taken_out_and_rows_of_json_stay(
    show: Show, arguments: str, data_in_spec: Any, data: Any
) -> None:
    page = show(
        f"import pandas as pd\nframe = pd.DataFrame({{'a': [1]}})\nst.vega_lite_chart({arguments})"
    )
    spec, found = given(page)
    assert (spec["data"], found) == (data_in_spec, data)


def test_an_authors_specification_is_left_as_it_is(show: Show) -> None:
    page = show(
        """
        spec = {"mark": "bar"}
        st.vega_lite_chart({"a": [1]}, spec)
        st.text(spec)
        """
    )
    assert page.bodies == ["{'mark': 'bar'}"]


def test_a_chart_without_a_specification_is_refused(show: Show) -> None:
    assert show("st.vega_lite_chart([1])").error.type.endswith("MissingRequiredParameterError")


def test_an_altair_chart_travels_with_its_frame_as_columns(show: Show) -> None:
    spec, data = given(
        show(CHART + "st.altair_chart(alt.Chart(data).mark_bar().encode(x='a', y='b'))")
    )
    assert spec["data"] == {"name": "frame-0"}
    assert "datasets" not in spec
    assert data == {"frame-0": {"a": [1, 2], "b": ["x", "y"]}}


def test_the_names_that_altair_makes_up_are_the_same_in_every_run(show: Show) -> None:
    page = show(
        CHART
        + """
points = alt.Chart(data).mark_point().encode(x="a", y="b").interactive()
bars = alt.Chart(data).mark_bar().encode(x="a").add_params(alt.selection_point())
st.altair_chart(points | bars)
"""
    )
    assert '"param_1"' in page.message.spec
    page.run()
    (ops,) = (message["ops"] for message in page.sent_of("ops"))
    assert [op["op"] for op in ops] == ["keep"]


def test_new_data_leaves_the_specification_alone(show: Show) -> None:
    source = CHART + "data.a *= 1\nst.altair_chart(alt.Chart(data).mark_bar().encode(x='a'))"
    page = show(source).run(source.replace("*= 1", "*= 2"))
    (patch,) = (op for message in page.sent_of("ops") for op in message["ops"])
    assert (patch["op"], list(patch["props"])) == ("patch", ["data"])


def test_a_selection_reaches_the_script(show: Show) -> None:
    page = show(
        CHART
        + """
brush = alt.selection_interval(name="brush")
chart = alt.Chart(data).mark_point().encode(x="a", y="b").add_params(brush).interactive()
state = st.altair_chart(chart, key="chart", on_select="rerun")
st.text(state.selection.brush)
st.text(sorted(state["selection"]))
"""
    )
    assert page.bodies == ["{}", "['brush']"]
    page.run(chart={"selection": {"brush": {"a": [1, 2]}}})
    assert page.bodies == ["{'a': [1, 2]}", "['brush']"]


@pytest.mark.parametrize(
    ("params", "arguments", "names"),
    [
        ("[]", "on_select='rerun'", "nothing can be selected"),
        ("[{'name': 'p', 'select': 'point'}]", "on_select='rerun', selection_mode='q'", "'q'"),
        ("[]", "theme='dark'", "'dark'"),
        ("[]", "on_select='no'", "on_select"),
    ],
)
def test_arguments_that_cannot_work_are_refused(
    show: Show, params: str, arguments: str, names: str
) -> None:
    source = f"st.vega_lite_chart({{'mark': 'bar', 'params': {params}}}, {arguments})"
    assert names in show(source).error.text


def test_charts_of_several_parts_keep_their_own_width(show: Show) -> None:
    page = show(
        """
        st.vega_lite_chart({"mark": "bar"})
        st.vega_lite_chart({"hconcat": [{"mark": "bar"}]})
        st.vega_lite_chart({"hconcat": [{"mark": "bar"}]}, use_container_width=True)
        """
    )
    assert [message.width for message in page.messages] == ["stretch", "content", "stretch"]


def test_rows_are_added_to_the_data_set_that_is_named(show: Show) -> None:
    page = show(
        """
        chart = st.vega_lite_chart({"a": [1]}, {"mark": "bar", "data": {"name": "own"}})
        chart.add_rows({"a": [2]}).add_rows(own={"a": [3]})
        """
    )
    assert given(page)[1] == {"own": {"a": [1, 2, 3]}}


def test_what_is_no_altair_chart_is_refused(show: Show) -> None:
    assert "`int`" in show("st.altair_chart(5)").error.text


def test_a_figure_is_shown_as_a_picture(show: Show) -> None:
    page = show(
        """
        import matplotlib.pyplot as plt
        fig, ax = plt.subplots(figsize=(2, 1))
        ax.plot([1, 2])
        st.pyplot(fig, clear_figure=True, dpi=50, bbox_inches=None)
        st.text(len(fig.axes))
        plt.plot([1, 2])
        st.pyplot()
        """
    )
    picture = page.messages[0].pictures[0]
    assert Image.open(BytesIO(picture.source.data)).size == (100, 50)
    assert (picture.mime, page.messages[0].width) == ("image/png", "stretch")
    assert page.bodies == ["0"]
    assert page.outline == ["image", "text", "image"]


def test_what_is_no_figure_is_refused(show: Show) -> None:
    assert "`int`" in show("st.pyplot(5)").error.text
