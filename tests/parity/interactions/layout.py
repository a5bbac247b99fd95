"""Containers and places, from run to run."""

from __future__ import annotations

from .interaction import Interaction

LAYOUT = (
    Interaction(
        "elements that are not drawn any more go",
        """
        import streamlit as st
        for n in range(st.slider("n", 0, 5, 3)):
            st.text(n)
        st.text("last")
        """,
        [("slider", 0, "set_value", 1)],
        [("slider", 0, "set_value", 4)],
        [("slider", 0, "set_value", 0)],
    ),
    Interaction(
        "another element takes the place of the last run's",
        """
        import streamlit as st
        if st.checkbox("Chart"):
            st.line_chart([1, 2])
        else:
            st.info("no chart")
        st.text("after")
        """,
        [("checkbox", 0, "check")],
        [("checkbox", 0, "uncheck")],
    ),
    Interaction(
        "a place holds what was written last, and is empty again in the next run",
        """
        import streamlit as st
        place = st.empty()
        if st.button("Read"):
            place.text("reading")
            place.success("read")
        st.text("after")
        """,
        [("button", 0, "click")],
        [],
    ),
    Interaction(
        "a place that holds a container lets it go",
        """
        import streamlit as st
        place = st.empty()
        with place.container():
            st.text("a")
            st.text("b")
        if st.checkbox("Clear"):
            place.empty()
        """,
        [("checkbox", 0, "check")],
        [("checkbox", 0, "uncheck")],
    ),
    Interaction(
        "the number of columns changes",
        """
        import streamlit as st
        n = st.slider("n", 1, 4, 2)
        for i, column in enumerate(st.columns(n)):
            column.metric("Rain", i)
        """,
        [("slider", 0, "set_value", 4)],
        [("slider", 0, "set_value", 1)],
    ),
    Interaction(
        "widgets answer from any depth",
        """
        import streamlit as st
        with st.sidebar:
            a = st.slider("a", 0, 10)
        with st.expander("More"), st.columns(2)[1]:
            b = st.checkbox("b")
            with st.popover("Still more"):
                c = st.text_input("c")
        with st.tabs(["one", "two"])[1]:
            d = st.selectbox("d", [1, 2])
        st.write(a, b, c, d)
        """,
        [("slider", 0, "set_value", 5)],
        [("checkbox", 0, "check")],
        [("text_input", 0, "input", "x")],
        [("selectbox", 0, "select", 2)],
    ),
    Interaction(
        "a status tells how it went in every run",
        """
        import streamlit as st
        with st.status("Reading") as status:
            st.text("read")
            if st.session_state.get("fall"):
                status.update(label="Nothing to read", state="error")
        st.checkbox("Fall", key="fall")
        """,
        [("checkbox", "fall", "check")],
        [("checkbox", "fall", "uncheck")],
    ),
    Interaction(
        "toasts and balloons belong to their run",
        """
        import streamlit as st
        if st.button("Save"):
            st.toast("Saved", icon="✅")
            st.balloons()
        st.text("after")
        """,
        [("button", 0, "click")],
        [],
        [("button", 0, "click")],
    ),
    Interaction(
        "a progress bar ends where it was last",
        """
        import streamlit as st
        bar = st.progress(0)
        if st.button("Go"):
            for n in range(0, 101, 25):
                bar.progress(n, f"{n} of 100")
        """,
        [("button", 0, "click")],
        [],
    ),
    Interaction(
        "a chart and a table follow a slider",
        """
        import pandas as pd
        import streamlit as st
        n = st.slider("n", 1, 5, 2)
        frame = pd.DataFrame({"a": range(n)})
        st.line_chart(frame)
        st.dataframe(frame)
        st.table(frame)
        """,
        [("slider", 0, "set_value", 4)],
    ),
)
