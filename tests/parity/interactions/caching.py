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
        "what an async function comes to is kept",
        """
        import asyncio

        import streamlit as st

        @st.cache_data
        async def square(n):
            st.session_state.calls = st.session_state.get("calls", 0) + 1
            st.text(f"for {n}")
            return [n * n]

        value = asyncio.run(square(st.slider("n", 0, 5)))
        value.append("mine")
        st.write(value, st.session_state.calls)
        """,
        [("slider", 0, "set_value", 3)],
        [("slider", 0, "set_value", 0)],
    ),
    Interaction(
        "a resource is released when it is kept no longer",
        """
        import streamlit as st

        log = st.session_state.setdefault("log", [])

        @st.cache_resource(max_entries=1, on_release=lambda n: log.append(f"released {n}"))
        def open(n):
            log.append(f"opened {n}")
            return n

        open(st.slider("n", 0, 5))
        if st.button("Clear"):
            open.clear()
        st.write(log)
        """,
        [("slider", 0, "set_value", 3)],
        [],
        [("button", 0, "click")],
    ),
    Interaction(
        "a resource that is not good any more is made anew",
        """
        import streamlit as st

        @st.cache_resource(validate=lambda it: it["good"])
        def make():
            return {"good": True, "n": st.session_state.setdefault("n", 0)}

        if st.button("Break"):
            st.session_state.n += 1
            make()["good"] = False
        st.write(make())
        """,
        [("button", 0, "click")],
        [],
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
