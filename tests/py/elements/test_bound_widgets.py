"""Widgets whose values stand in the address, and values that outlive their widgets."""

from __future__ import annotations

from typing import Any

import pytest

from tabstream.testing import AppTest

HEAD = "import streamlit as st\nfrom datetime import *\n"


def opened(source: str, **query: Any) -> AppTest:
    """Open an app at an address."""
    app = AppTest.from_string(HEAD + source)
    app.query_params.update(query)
    return app.run()


def first(app: AppTest) -> Any:
    """Return what stands on top of the page."""
    return app.main[0]


BOUND = 'key="k", bind="query-params")'

WIDGETS = [
    ('st.checkbox("a", ', "true", True),
    ('st.toggle("a", ', "TRUE", True),
    ('st.number_input("a", value=1, ', "5", 5),
    ('st.number_input("a", ', "2.5", 2.5),
    ('st.number_input("a", value=None, ', "2.5", 2.5),
    ('st.slider("a", ', "5", 5),
    ('st.slider("a", 0.0, 1.0, ', "0.5", 0.5),
    ('st.slider("a", 0, 10, (2, 3), ', ["5", "7"], (5, 7)),
    ('str(st.slider("a", value=date(2024, 5, 1), ', "2024-05-03", None),
    ('str(st.slider("a", value=time(5), ', "07:30", None),
    ('str(st.slider("a", value=datetime(2024, 5, 1, 5), ', "2024-05-03T05:00", None),
    ('st.selectbox("a", ["x", "y"], ', "y", "y"),
    ('st.selectbox("a", ["x"], accept_new_options=True, ', "new", "new"),
    ('st.radio("a", ["x", "y"], ', "y", "y"),
    ('st.multiselect("a", ["x", "y"], ', ["y", "x"], ["y", "x"]),
    ('st.select_slider("a", ["x", "y", "z"], ("x", "y"), ', ["y", "z"], ("y", "z")),
    ('st.text_input("a", ', "May", "May"),
    ('st.text_area("a", ', "May", "May"),
    ('st.color_picker("a", ', "#ffffff", "#ffffff"),
    ('str(st.date_input("a", date(2024, 5, 1), ', "2024-05-03", None),
    ('str(st.date_input("a", [date(2024, 5, 1)], ', ["2024-05-03", "2024-05-05"], None),
    ('str(st.time_input("a", time(5), ', "07:30", None),
]


@pytest.mark.parametrize(("call", "texts", "value"), WIDGETS)
def test_a_link_sets_a_widget_and_stays_in_the_address(call: str, texts: Any, value: Any) -> None:
    app = opened(call + BOUND + (")" if call.startswith("str(") else ""), k=texts)
    assert not app.exception
    if value is not None:
        assert first(app).value == value
    expected = texts.lower() if isinstance(texts, str) and call.startswith("st.toggle") else texts
    assert app.query_params == {"k": expected}


@pytest.mark.parametrize(
    ("call", "texts"),
    [
        ('st.checkbox("a", ', "1"),
        ('st.number_input("a", value=1, ', "zz"),
        ('st.number_input("a", value=1, ', ""),
        ('st.number_input("a", 0, 10, 1, ', "50"),
        ('st.slider("a", ', "500"),
        ('st.slider("a", 0, 10, (2, 3), ', "5"),
        ('st.selectbox("a", ["x", "y"], ', "z"),
        ('st.selectbox("a", ["x", "y"], ', ""),
        ('st.radio("a", ["x", "y"], ', "z"),
        ('st.multiselect("a", ["x", "y"], ', "z"),
        ('st.select_slider("a", ["x", "y"], ', "z"),
        ('st.color_picker("a", ', "red"),
        ('st.date_input("a", date(2024, 5, 1), ', "2054-05-03"),
        ('st.date_input("a", date(2024, 5, 1), ', "soon"),
        ('st.time_input("a", time(5), ', "99:30"),
    ],
)
def test_nonsense_in_a_link_is_taken_out_of_the_address(call: str, texts: str) -> None:
    default = first(opened(call + BOUND)).value
    app = opened(call + BOUND, k=texts)
    assert not app.exception
    assert first(app).value == default
    assert app.query_params == {}


def test_a_change_is_written_to_the_address_and_the_default_leaves_it() -> None:
    app = opened('st.slider("a", 0, 10, 3, ' + BOUND, other="1")
    app.slider[0].set_value(7).run()
    assert app.query_params == {"other": "1", "k": "7"}
    app.slider[0].set_value(3).run()
    assert app.query_params == {"other": "1"}


def test_going_back_sets_the_widget() -> None:
    app = opened('st.slider("a", 0, 10, 3, ' + BOUND)
    app.slider[0].set_value(7).run()
    app.query_params["k"] = "5"
    app.run()
    assert app.slider[0].value == 5
    del app.query_params["k"]
    app.run()
    assert app.slider[0].value == 3


def test_the_session_state_sets_a_bound_widget_and_the_address_follows() -> None:
    app = opened(
        """
st.button("Reset", on_click=lambda: st.session_state.update(k=9))
st.slider("a", 0, 10, 3, """
        + BOUND
    )
    app.button[0].click().run()
    assert app.slider[0].value == 9
    assert app.query_params == {"k": "9"}


@pytest.mark.parametrize(
    ("line", "error"),
    [
        ('st.query_params["k"] = "9"', "StreamlitAPIException"),
        ('del st.query_params["k"]', "StreamlitAPIException"),
        ("st.query_params.clear()", "StreamlitAPIException"),
    ],
)
def test_a_bound_parameter_is_the_widgets_alone(line: str, error: str) -> None:
    app = opened('st.slider("a", ' + BOUND + "\n" + line, k="5")
    assert app.exception[0].proto.type == error


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ('bind="zzz", key="k"', "StreamlitValueError"),
        ('bind="query-params"', "StreamlitMissingRequiredParameterError"),
        ('persist_state="zzz", key="k"', "StreamlitValueError"),
        ('persist_state="session"', "StreamlitMissingRequiredParameterError"),
    ],
)
def test_what_lasts_needs_a_key(arguments: str, error: str) -> None:
    assert opened(f'st.checkbox("a", {arguments})').exception[0].proto.type == error


@pytest.mark.parametrize("persist_state", ["page", "session"])
def test_a_persistent_value_outlives_runs_without_its_widget(persist_state: str) -> None:
    app = opened(f"""
if not st.checkbox("Hide"):
    st.slider("a", 0, 10, 3, key="k", persist_state="{persist_state}")
st.text(st.session_state.get("k"))
""")
    app.slider[0].set_value(7).run()
    app.checkbox[0].check().run()
    assert app.text[0].value == "7"
    app.checkbox[0].uncheck().run()
    assert app.slider[0].value == 7
