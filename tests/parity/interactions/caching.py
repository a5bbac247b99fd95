"""Caches, from run to run."""

from __future__ import annotations

from .interaction import Interaction

CACHING = (
    Interaction(
        "cached data is computed once for each argument",
        """
        import streamlit as st

        @st.cache_data
        def square(n):
            st.session_state.calls = st.session_state.get("calls", 0) + 1
            return {"n": n * n}

        value = square(st.slider("n", 0, 5))
        value["n"] += 0.5
        st.write(value, st.session_state.calls)
        """,
        [("slider", 0, "set_value", 3)],
        [("slider", 0, "set_value", 0)],
        [],
    ),
    Interaction(
        "a cached resource is the same object in every run",
        """
        import streamlit as st

        @st.cache_resource
        def log():
            return []

        log().append(st.slider("n"))
        st.write(log())
        """,
        [("slider", 0, "set_value", 3)],
        [],
    ),
    Interaction(
        "elements of a cached function are drawn from the cache",
        """
        import streamlit as st

        @st.cache_data
        def draw(n):
            st.text(f"for {n}")
            with st.container(border=True):
                st.metric("Rain", n)
            return n

        st.write(draw(st.slider("n")))
        """,
        [("slider", 0, "set_value", 3)],
        [("slider", 0, "set_value", 0)],
    ),
    Interaction(
        "clearing a cache computes anew",
        """
        import streamlit as st

        @st.cache_data
        def read():
            st.session_state.calls = st.session_state.get("calls", 0) + 1
            return st.session_state.calls

        if st.button("Clear"):
            read.clear()
        if st.button("Clear all"):
            st.cache_data.clear()
        st.write(read())
        """,
        [],
        [("button", 0, "click")],
        [],
        [("button", 1, "click")],
    ),
    Interaction(
        "a cached function that changed computes anew",
        """
        import streamlit as st

        if st.checkbox("New"):
            @st.cache_data
            def read():
                return "new"
        else:
            @st.cache_data
            def read():
                return "old"
        st.write(read())
        """,
        [("checkbox", 0, "check")],
        [("checkbox", 0, "uncheck")],
    ),
    Interaction(
        "a widget in a cached function warns",
        """
        import streamlit as st

        @st.cache_data
        def ask():
            return st.slider("n")

        st.write(ask())
        """,
    ),
)
