"""Session state, query parameters, secrets."""

from __future__ import annotations

from .interaction import Interaction

STATE = (
    Interaction(
        "what the script keeps is there in the next run",
        """
        import streamlit as st
        st.session_state.setdefault("count", 0)
        if st.button("Count"):
            st.session_state.count += 1
        st.write(st.session_state.count)
        """,
        [("button", 0, "click")],
        [("button", 0, "click")],
        [],
    ),
    Interaction(
        "a test sets the state before and between runs",
        """
        import streamlit as st
        st.session_state.count += 1
        st.write(st.session_state.count)
        """,
        [],
        [("session_state", "count", "set", 50)],
        before=[("session_state", "count", "set", 5)],
    ),
    Interaction(
        "a value set before its widget is the widget's value",
        """
        import streamlit as st
        if "size" not in st.session_state:
            st.session_state.size = 5
        st.write(st.slider("size", key="size"))
        """,
        [("slider", "size", "set_value", 9)],
        [("session_state", "size", "set", 7)],
    ),
    Interaction(
        "a value set in the script wins over what the person set",
        """
        import streamlit as st
        st.session_state.size = 5
        st.write(st.slider("size", key="size"))
        """,
        [("slider", "size", "set_value", 9)],
    ),
    Interaction(
        "a value cannot be set after its widget",
        """
        import streamlit as st
        st.slider("size", key="size")
        if st.button("Set"):
            st.session_state.size = 5
        st.text("after")
        """,
        [("button", 0, "click")],
        [],
    ),
    Interaction(
        "the value of a widget that is not drawn is dropped",
        """
        import streamlit as st
        if st.checkbox("More"):
            st.slider("size", key="size")
        st.write(st.session_state.get("size"))
        """,
        [("checkbox", 0, "check")],
        [("slider", "size", "set_value", 5)],
        [("checkbox", 0, "uncheck")],
        [],
        [("checkbox", 0, "check")],
    ),
    Interaction(
        "the value of a widget is kept by setting it to itself",
        """
        import streamlit as st
        if "size" in st.session_state:
            st.session_state.size = st.session_state.size
        if st.checkbox("More", True):
            st.slider("size", key="size")
        st.write(st.session_state.get("size"))
        """,
        [("slider", "size", "set_value", 5)],
        [("checkbox", 0, "uncheck")],
        [],
        [("checkbox", 0, "check")],
    ),
    Interaction(
        "a deleted value lets its widget start anew",
        """
        import streamlit as st
        if st.button("Forget"):
            del st.session_state["size"]
        st.write(st.slider("size", key="size"))
        """,
        [("slider", "size", "set_value", 5)],
        [("button", 0, "click")],
        [],
    ),
    Interaction(
        "values are kept through an error",
        """
        import streamlit as st
        if st.checkbox("Fall"):
            raise ValueError("no rain")
        st.write(st.slider("size"), st.text_input("name", key="name"))
        """,
        [("slider", 0, "set_value", 5), ("text_input", 0, "input", "x")],
        [("checkbox", 0, "check")],
        [("checkbox", 0, "uncheck")],
    ),
    Interaction(
        "values are kept through a stop",
        """
        import streamlit as st
        if st.checkbox("Stop"):
            st.stop()
        st.write(st.slider("size"), st.text_input("name", key="name"))
        """,
        [("slider", 0, "set_value", 5), ("text_input", 0, "input", "x")],
        [("checkbox", 0, "check")],
        [("checkbox", 0, "uncheck")],
    ),
    Interaction(
        "all of the state can be looked at",
        """
        import streamlit as st
        st.slider("no key")
        st.text_input("name", key="name")
        st.session_state.setdefault("list", []).append(len(st.session_state))
        st.write(sorted(st.session_state.to_dict().items()))
        """,
        [("text_input", "name", "input", "x"), ("slider", 0, "set_value", 3)],
        [],
    ),
    Interaction(
        "a value that is out of the options falls back",
        """
        import streamlit as st
        st.session_state.s = st.session_state.r = "gone"
        st.session_state.m = ["gone", "a"]
        st.write(
            st.selectbox("s", ["a", "b"], key="s"),
            st.radio("r", ["a", "b"], key="r"),
            st.multiselect("m", ["a", "b"], key="m"),
        )
        """,
        [],
    ),
    Interaction(
        "query parameters are read and set",
        """
        import streamlit as st
        st.write(st.query_params.to_dict())
        st.query_params.seen = "yes"
        if st.button("Clear"):
            st.query_params.clear()
        """,
        [],
        [("button", 0, "click")],
        [("query_params", "day", "set", "2024-05-02")],
        before=[("query_params", "day", "set", "2024-05-01")],
    ),
    Interaction(
        "secrets are read by item and by attribute",
        """
        import streamlit as st
        st.write(st.secrets["key"], st.secrets.key, st.secrets["db"]["user"], st.secrets.db.port)
        st.write("none" in st.secrets, sorted(st.secrets), st.secrets.get("none", "default"))
        st.write(dict(st.secrets.db))
        st.secrets["none"]
        """,
        before=[
            ("secrets", "key", "set", "abc"),
            ("secrets", "db", "set", {"user": "me", "port": 5}),
        ],
    ),
)
