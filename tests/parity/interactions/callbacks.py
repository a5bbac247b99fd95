"""What is called before the script runs."""

from __future__ import annotations

from .interaction import Interaction

CALLBACKS = (
    Interaction(
        "a callback runs before the script, with its arguments",
        """
        import streamlit as st

        def note(*args, **kwargs):
            st.session_state.log = [args, kwargs, st.session_state.x]

        st.write(st.session_state.get("log"))
        st.slider("x", key="x", on_change=note, args=(1, "a"), kwargs={"b": 2})
        """,
        [("slider", "x", "set_value", 7)],
        [],
        [("slider", "x", "set_value", 7)],
    ),
    Interaction(
        "a button's callback can change other widgets",
        """
        import streamlit as st

        def more():
            st.session_state.x += 10

        st.slider("x", key="x")
        st.button("More", on_click=more)
        st.write(st.session_state.x)
        """,
        [("button", 0, "click")],
        [("slider", 0, "set_value", 50), ("button", 0, "click")],
    ),
    Interaction(
        "what a callback writes stands at the top and goes with the next run",
        """
        import streamlit as st
        st.title("Rain")
        st.button("Read", on_click=lambda: st.write("called"))
        """,
        [("button", 0, "click")],
        [],
    ),
    Interaction(
        "an error in a callback is shown and the script does not run",
        """
        import streamlit as st

        def falls():
            raise ValueError("no rain")

        st.text("drawn")
        st.button("Read", on_click=falls)
        """,
        [("button", 0, "click")],
        [],
    ),
    Interaction(
        "callbacks run for changed widgets only, in the widgets' order",
        """
        import streamlit as st

        def note(name):
            st.session_state.log = st.session_state.get("log", "") + name

        for name in "abc":
            st.checkbox(name, on_change=note, args=(name,))
        st.write(st.session_state.get("log"))
        """,
        [("checkbox", 2, "check"), ("checkbox", 0, "check")],
        [("checkbox", 1, "check")],
    ),
    Interaction(
        "on_change is called for every kind of widget",
        """
        import streamlit as st

        def note(name):
            st.session_state.setdefault("log", []).append(name)

        st.checkbox("a", on_change=note, args="a")
        st.toggle("b", on_change=note, args="b")
        st.radio("c", [1, 2], on_change=note, args="c")
        st.selectbox("d", [1, 2], on_change=note, args="d")
        st.multiselect("e", [1, 2], on_change=note, args="e")
        st.slider("f", on_change=note, args="f")
        st.select_slider("g", [1, 2], on_change=note, args="g")
        st.text_input("h", on_change=note, args="h")
        st.text_area("i", on_change=note, args="i")
        st.number_input("j", on_change=note, args="j")
        st.color_picker("k", on_change=note, args="k")
        st.download_button("l", "x", on_click=note, args="l")
        st.write(st.session_state.get("log"))
        """,
        [("checkbox", 0, "check")],
        [("toggle", 0, "set_value", True)],
        [("radio", 0, "set_value", 2)],
        [("selectbox", 0, "select", 2)],
        [("multiselect", 0, "select", 2)],
        [("slider", 0, "set_value", 2)],
        [("select_slider", 0, "set_value", 2)],
        [("text_input", 0, "input", "x")],
        [("text_area", 0, "input", "x")],
        [("number_input", 0, "increment")],
        [("color_picker", 0, "pick", "#ffffff")],
        [("download_button", 0, "click")],
    ),
    Interaction(
        "the value that a callback sets is what the widget then has",
        """
        import streamlit as st

        def clear():
            st.session_state.name = ""

        st.text_input("Name", key="name")
        st.button("Clear", on_click=clear)
        st.write(st.session_state.name)
        """,
        [("text_input", "name", "input", "May")],
        [("button", 0, "click")],
    ),
    Interaction(
        "st.rerun in a callback reruns once all of them have run",
        """
        import streamlit as st

        def again():
            st.session_state.again = st.session_state.get("again", 0) + 1
            st.rerun()

        st.write(st.button("Again", on_click=again), st.session_state.get("again"))
        """,
        [("button", 0, "click")],
    ),
    Interaction(
        "a function that is no callback any more is not called",
        """
        import streamlit as st

        def note():
            st.session_state.log = st.session_state.get("log", 0) + 1

        st.slider("x", key="x", on_change=note if st.toggle("Note", True) else None)
        st.write(st.session_state.get("log"))
        """,
        [("slider", "x", "set_value", 1)],
        [("toggle", 0, "set_value", False)],
        [("slider", "x", "set_value", 2)],
    ),
)
