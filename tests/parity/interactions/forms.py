"""Forms: their changes wait for the submit button."""

from __future__ import annotations

from .interaction import Interaction

_ENTRY = """
import streamlit as st
with st.form("entry"{options}):
    name = st.text_input("Name", "May", key="name")
    wet = st.checkbox("Wet")
    sent = st.form_submit_button("Send")
st.write(name, wet, sent)
"""

FORMS = (
    Interaction(
        "a form's values come with its button",
        _ENTRY.format(options=""),
        [("text_input", "name", "input", "June"), ("checkbox", 0, "check"), ("button", 0, "click")],
        [],
    ),
    Interaction(
        "a form's values wait for its button",
        _ENTRY.format(options=""),
        [("text_input", "name", "input", "June")],
        [("button", 0, "click")],
    ),
    Interaction(
        "a form that clears has its values in the run of the button",
        _ENTRY.format(options=", clear_on_submit=True"),
        [("text_input", "name", "input", "June"), ("button", 0, "click")],
        [],
    ),
    Interaction(
        "a form may be called like its button",
        """
        import streamlit as st
        with st.form("login"):
            st.text_input("Name", key="name")
            st.form_submit_button("Log in", key="login")
        with st.form("other"):
            st.form_submit_button("Other")
        st.write(sorted(st.session_state))
        """,
        [("text_input", "name", "input", "June"), ("button", "login", "click")],
    ),
    Interaction(
        "each of two submit buttons answers for itself",
        """
        import streamlit as st
        with st.form("entry"):
            n = st.number_input("n", 0, 10)
            keep, drop = st.form_submit_button("Keep"), st.form_submit_button("Drop", key="drop")
        st.write(n, keep, drop)
        """,
        [("number_input", 0, "increment"), ("button", 0, "click")],
        [("button", "drop", "click")],
    ),
    Interaction(
        "the button of one form does not send another",
        """
        import streamlit as st
        for name in "ab":
            with st.form(name):
                text = st.text_input("Text", key=f"text-{name}")
                st.form_submit_button()
            st.write(text)
        """,
        [
            ("text_input", "text-a", "input", "one"),
            ("text_input", "text-b", "input", "two"),
            ("button", 0, "click"),
        ],
        [("text_input", "text-b", "input", "two"), ("button", 1, "click")],
    ),
    Interaction(
        "a widget outside the form does not send it",
        """
        import streamlit as st
        with st.form("entry"):
            size = st.slider("Size")
            st.form_submit_button()
        st.write(size, st.checkbox("Outside"))
        """,
        [("slider", 0, "set_value", 7), ("checkbox", 0, "check")],
        [("slider", 0, "set_value", 9), ("button", 0, "click")],
    ),
    Interaction(
        "a submit button's callback sees the form's values",
        """
        import streamlit as st

        def note(extra):
            st.session_state.log = (st.session_state.name, extra)

        with st.form("entry"):
            st.text_input("Name", key="name")
            st.form_submit_button(on_click=note, args=("x",))
        st.write(st.session_state.get("log"))
        """,
        [("text_input", "name", "input", "June"), ("button", 0, "click")],
    ),
    Interaction(
        "widgets in columns of a form belong to it",
        """
        import streamlit as st
        form = st.form("entry")
        left, right = form.columns(2)
        a = left.text_input("a")
        b = right.selectbox("b", [1, 2])
        form.form_submit_button("Send")
        st.write(a, b)
        """,
        [("text_input", 0, "input", "x"), ("selectbox", 0, "select", 2)],
        [
            ("text_input", 0, "input", "x"),
            ("selectbox", 0, "select", 2),
            ("form_submit_button", 0, "click"),
        ],
    ),
    Interaction(
        "a disabled submit button cannot be pressed",
        """
        import streamlit as st
        with st.form("entry"):
            st.text_input("Name")
            st.form_submit_button(disabled=True)
        """,
        [("form_submit_button", 0, "click")],
    ),
)
