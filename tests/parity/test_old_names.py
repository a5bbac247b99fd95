"""Scripts of 2019 to 2023 still run: the old spelling draws what today's does.

Streamlit has dropped these names, so they are compared with ours alone.
"""

from __future__ import annotations

from textwrap import dedent

import pytest

from tabstream.testing import AppTest

from .record import record_app

#: An old spelling, and what it is called today.
_SPELLINGS = {
    "beta_columns": (
        """
        left, right = st.beta_columns([1, 2])
        with left:
            st.text("a")
        """,
        """
        left, right = st.columns([1, 2])
        with left:
            st.text("a")
        """,
    ),
    "beta_container": (
        """
        with st.beta_container():
            st.text("a")
        """,
        """
        with st.container():
            st.text("a")
        """,
    ),
    "beta_expander": (
        """
        with st.beta_expander("More", expanded=True):
            st.text("a")
        """,
        """
        with st.expander("More", expanded=True):
            st.text("a")
        """,
    ),
    "beta_color_picker": (
        'st.write(st.beta_color_picker("Sky", "#00f900"))',
        'st.write(st.color_picker("Sky", "#00f900"))',
    ),
    "beta_set_page_config": (
        'st.beta_set_page_config(page_title="Rain")',
        'st.set_page_config(page_title="Rain")',
    ),
    "experimental_rerun": (
        """
        if st.session_state.setdefault("first", True):
            st.session_state.first = False
            st.experimental_rerun()
        st.text("again")
        """,
        """
        if st.session_state.setdefault("first", True):
            st.session_state.first = False
            st.rerun()
        st.text("again")
        """,
    ),
    "experimental_set_query_params and experimental_get_query_params": (
        """
        st.experimental_set_query_params(day="today", hours=[1, 2])
        st.write(st.experimental_get_query_params())
        """,
        """
        st.query_params.from_dict({"day": "today", "hours": [1, 2]})
        st.write({key: st.query_params.get_all(key) for key in st.query_params})
        """,
    ),
    "experimental_memo": (
        """
        @st.experimental_memo
        def read(n):
            return [n]

        read(1).append(2)
        st.write(read(1))
        """,
        """
        @st.cache_data
        def read(n):
            return [n]

        read(1).append(2)
        st.write(read(1))
        """,
    ),
    "experimental_singleton": (
        """
        @st.experimental_singleton
        def read(n):
            return [n]

        read(1).append(2)
        st.write(read(1))
        """,
        """
        @st.cache_resource
        def read(n):
            return [n]

        read(1).append(2)
        st.write(read(1))
        """,
    ),
    "cache": (
        """
        @st.cache
        def kept(n):
            return [n]

        st.write(kept(1), kept(1) is kept(1))
        """,
        """
        @st.cache_resource
        def kept(n):
            return [n]

        st.write(kept(1), kept(1) is kept(1))
        """,
    ),
    "cache with options": (
        """
        @st.cache(allow_output_mutation=True, suppress_st_warning=True, show_spinner=False)
        def log():
            return []

        log().append(1)
        st.write(log())
        """,
        """
        @st.cache_resource
        def log():
            return []

        log().append(1)
        st.write(log())
        """,
    ),
    "add_rows to a table": (
        """
        table = st.table(pd.DataFrame({"a": [1]}))
        table.add_rows(pd.DataFrame({"a": [2, 3]}))
        """,
        'st.table(pd.DataFrame({"a": [1, 2, 3]}, index=[0, 1, 2]))',
    ),
    "add_rows to a dataframe": (
        """
        grid = st.dataframe(pd.DataFrame({"a": [1]}))
        grid.add_rows(pd.DataFrame({"a": [2, 3]}))
        """,
        'st.dataframe(pd.DataFrame({"a": [1, 2, 3]}, index=[0, 1, 2]))',
    ),
    "the width and height of a chart left to 0, or to None": (
        """
        st.line_chart([1, 2], width=0, height=0)
        st.vega_lite_chart([1, 2], {"mark": "bar"}, width=0, height=None)
        st.dataframe([1, 2], width=None, height=None)
        """,
        """
        st.line_chart([1, 2])
        st.vega_lite_chart([1, 2], {"mark": "bar"})
        st.dataframe([1, 2])
        """,
    ),
    "vega_lite_chart with a specification as keywords": (
        """
        data = pd.DataFrame({"a": [1], "b": [2]})
        st.vega_lite_chart(data, mark="bar", encoding={"x": {"field": "a"}}, width=300)
        st.vega_lite_chart(data, {"title": "Rain"}, mark="bar", x_field="a", y_field="b")
        """,
        """
        data = pd.DataFrame({"a": [1], "b": [2]})
        st.vega_lite_chart(data, {"mark": "bar", "encoding": {"x": {"field": "a"}}}, width=300)
        encoding = {"x": {"field": "a"}, "y": {"field": "b"}}
        st.vega_lite_chart(data, {"title": "Rain", "mark": "bar", "encoding": encoding})
        """,
    ),
    "caching.clear_cache": (
        """
        count = st.cache(lambda: st.session_state.setdefault("n", []).append(1))
        count()
        st.caching.clear_cache()
        count()
        st.write(st.session_state.n)
        """,
        """
        count = st.cache_resource(lambda: st.session_state.setdefault("n", []).append(1))
        count()
        st.cache_resource.clear()
        count()
        st.write(st.session_state.n)
        """,
    ),
    "use_column_width": (
        'st.image("https://example.org/rain.png", use_column_width=True)',
        'st.image("https://example.org/rain.png", width="stretch")',
    ),
    "use_container_width": (
        'st.button("Read", use_container_width=True)',
        'st.button("Read", width="stretch")',
    ),
    "pyplot without a figure": (
        """
        plt.plot([1, 3, 2])
        st.pyplot()
        """,
        """
        plt.plot([1, 3, 2])
        st.pyplot(plt.gcf())
        """,
    ),
}

_IMPORTS = """\
import matplotlib.pyplot as plt
import pandas as pd
import streamlit as st
"""


@pytest.mark.parametrize("name", _SPELLINGS)
def test_an_old_spelling_draws_what_todays_does(name: str) -> None:
    old, new = (
        record_app(AppTest, _IMPORTS + dedent(script), "ours") for script in _SPELLINGS[name]
    )
    assert old == new
    assert not any(node["type"] == "exception" for node in new["nodes"].values())
