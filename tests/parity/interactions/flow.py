"""How runs begin and end."""

from __future__ import annotations

from .interaction import Interaction

FLOW = (
    Interaction(
        "a stop takes away what comes after",
        """
        import streamlit as st
        st.text("before")
        if st.checkbox("Stop"):
            st.stop()
        st.text("after")
        """,
        [("checkbox", 0, "check")],
        [("checkbox", 0, "uncheck")],
    ),
    Interaction(
        "a rerun begins at once and the click is spent",
        """
        import streamlit as st
        st.session_state.setdefault("runs", 0)
        st.session_state.runs += 1
        st.write("run", st.session_state.runs)
        if st.button("Again"):
            st.rerun()
        st.text("after")
        """,
        [("button", 0, "click")],
    ),
    Interaction(
        "values survive a rerun",
        """
        import streamlit as st
        size = st.slider("size")
        if size > 5 and not st.session_state.get("seen"):
            st.session_state.seen = True
            st.rerun()
        st.write(size, st.text_input("name", key="name"))
        """,
        [("text_input", 0, "input", "x")],
        [("slider", 0, "set_value", 7)],
    ),
    Interaction(
        "an error stands where it happened and goes with the next run",
        """
        import streamlit as st
        left, right = st.columns(2)
        with left:
            if st.checkbox("Fall"):
                st.text("before")
                1 / 0
        st.text("after")
        """,
        [("checkbox", 0, "check")],
        [("checkbox", 0, "uncheck")],
    ),
    Interaction(
        "an error that is caught is nobody's",
        """
        import streamlit as st
        try:
            if st.checkbox("Fall"):
                raise ValueError("no rain")
        except ValueError as error:
            st.error(error)
        st.text("after")
        """,
        [("checkbox", 0, "check")],
    ),
    Interaction(
        "globals are fresh in every run",
        """
        import streamlit as st
        if "seen" in globals():
            st.text("old")
        seen = True
        st.write(st.slider("size"), __name__)
        """,
        [("slider", 0, "set_value", 5)],
    ),
    Interaction(
        "magic follows a widget",
        """
        import streamlit as st
        x = st.slider("x")
        x
        x, "squared is", x * x
        """,
        [("slider", 0, "set_value", 7)],
    ),
    Interaction(
        "an echo shows the same code in every run",
        """
        import streamlit as st
        with st.echo():
            x = st.slider("x")
            st.write(x)
        """,
        [("slider", 0, "set_value", 7)],
    ),
)
