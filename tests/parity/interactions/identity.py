"""What makes a widget the same widget in the next run."""

from __future__ import annotations

from datetime import date

from .interaction import Interaction

IDENTITY = (
    Interaction(
        "a widget without a key starts anew when its label changes",
        """
        import streamlit as st
        loud = st.checkbox("Loud")
        st.write(st.slider("SIZE" if loud else "size"))
        """,
        [("slider", 0, "set_value", 5)],
        [("checkbox", 0, "check")],
        [("checkbox", 0, "uncheck")],
    ),
    Interaction(
        "a widget with a key keeps its value when its label changes",
        """
        import streamlit as st
        loud = st.checkbox("Loud")
        st.write(st.slider("SIZE" if loud else "size", key="size"))
        """,
        [("slider", 0, "set_value", 5)],
        [("checkbox", 0, "check")],
    ),
    Interaction(
        "a widget with a key starts anew when its range changes",
        """
        import streamlit as st
        most = 200 if st.checkbox("More") else 100
        st.write(st.slider("size", 0, most, key="size"))
        st.write(st.number_input("n", 0, most, key="n"))
        """,
        [("slider", 0, "set_value", 5), ("number_input", 0, "set_value", 6)],
        [("checkbox", 0, "check")],
    ),
    Interaction(
        "a value that its range does not hold any more gives way to the default",
        """
        from datetime import date
        import streamlit as st
        late = st.checkbox("Late")
        st.write(
            st.number_input("n", 10 if late else 0, 20, 15, key="n"),
            st.date_input(
                "d", date(2024, 7, 1), date(2024, 6 if late else 1, 1), date(2024, 12, 31), key="d"
            ),
        )
        """,
        [
            ("number_input", 0, "set_value", 5),
            ("date_input", 0, "set_value", date(2024, 2, 1)),
        ],
        [("checkbox", 0, "check")],
        [("checkbox", 0, "uncheck")],
    ),
    Interaction(
        "a widget keeps its value when only its look changes",
        """
        import streamlit as st
        off = st.checkbox("Off")
        st.write(
            st.slider("a", disabled=off, label_visibility="hidden" if off else "visible"),
            st.text_input("b", disabled=off),
            st.selectbox("c", [1, 2], disabled=off),
        )
        """,
        [
            ("slider", 0, "set_value", 5),
            ("text_input", 0, "input", "x"),
            ("selectbox", 0, "select", 2),
        ],
        [("checkbox", 0, "check")],
    ),
    Interaction(
        "a widget keeps its value when elements appear above it",
        """
        import streamlit as st
        if st.checkbox("More"):
            st.title("More")
            st.columns(2)[0].text("still more")
        st.write(st.slider("size"))
        """,
        [("slider", 0, "set_value", 5)],
        [("checkbox", 0, "check")],
        [("checkbox", 0, "uncheck")],
    ),
    Interaction(
        "a widget without a key starts anew when it moves to the sidebar",
        """
        import streamlit as st
        place = st.sidebar if st.checkbox("Beside") else st
        st.write(place.slider("size"))
        """,
        [("slider", 0, "set_value", 5)],
        [("checkbox", 0, "check")],
    ),
    Interaction(
        "a widget with a key keeps its value when it moves to the sidebar",
        """
        import streamlit as st
        place = st.sidebar if st.checkbox("Beside") else st
        st.write(place.slider("size", key="size"))
        """,
        [("slider", 0, "set_value", 5)],
        [("checkbox", 0, "check")],
    ),
    Interaction(
        "a widget keeps its value when it moves within the main part",
        """
        import streamlit as st
        left, right = st.columns(2)
        place = right if st.checkbox("Right") else left
        st.write(place.slider("size"))
        """,
        [("slider", 0, "set_value", 5)],
        [("checkbox", 0, "check")],
    ),
    Interaction(
        "what is taken stays while it is among new options",
        """
        import streamlit as st
        options = ["x", "b", "y"] if st.checkbox("New") else ["a", "b", "c"]
        st.write(
            st.selectbox("s", options, key="s"),
            st.radio("r", options, key="r"),
            st.select_slider("l", options, key="l"),
            st.multiselect("m", options, key="m"),
        )
        """,
        [
            ("selectbox", 0, "select", "b"),
            ("radio", 0, "set_value", "b"),
            ("select_slider", 0, "set_value", "b"),
            ("multiselect", 0, "set_value", ["a", "b"]),
        ],
        [("checkbox", 0, "check")],
        [("checkbox", 0, "uncheck")],
    ),
    Interaction(
        "what is taken goes when it is not among new options",
        """
        import streamlit as st
        options = ["x", "y"] if st.checkbox("New") else ["a", "b", "c"]
        st.write(
            st.selectbox("s", options, key="s"),
            st.radio("r", options, key="r"),
            st.select_slider("l", options, key="l"),
            st.multiselect("m", options, key="m"),
        )
        """,
        [
            ("selectbox", 0, "select", "c"),
            ("radio", 0, "set_value", "b"),
            ("select_slider", 0, "set_value", "c"),
            ("multiselect", 0, "set_value", ["a", "b"]),
        ],
        [("checkbox", 0, "check")],
        [("checkbox", 0, "uncheck")],
    ),
    Interaction(
        "new options without a key make another widget",
        """
        import streamlit as st
        options = ["x", "b", "y"] if st.checkbox("New") else ["a", "b", "c"]
        st.write(st.selectbox("s", options), st.radio("r", options), st.multiselect("m", options))
        """,
        [
            ("selectbox", 0, "select", "b"),
            ("radio", 0, "set_value", "b"),
            ("multiselect", 0, "set_value", ["b"]),
        ],
        [("checkbox", 0, "check")],
    ),
    Interaction(
        "the same widget twice is an error in place",
        """
        import streamlit as st
        st.text("before")
        st.slider("size")
        if st.checkbox("Twice"):
            st.slider("size")
        st.text("after")
        """,
        [("slider", 0, "set_value", 5)],
        [("checkbox", 0, "check")],
        [("checkbox", 0, "uncheck")],
    ),
    Interaction(
        "the same key twice is an error in place",
        """
        import streamlit as st
        st.text("before")
        st.slider("size", key="k")
        if st.checkbox("Twice"):
            st.text_input("name", key="k")
        st.text("after")
        """,
        [("checkbox", 0, "check")],
        [("checkbox", 0, "uncheck")],
    ),
    Interaction(
        "a number is the key that its text is",
        """
        import streamlit as st
        st.slider("size", key=1)
        st.write(st.session_state[1], st.session_state["1"])
        """,
        [("slider", "1", "set_value", 5)],
    ),
    Interaction(
        "a default that changes makes another widget without a key",
        """
        import streamlit as st
        start = 7 if st.checkbox("Seven") else 3
        st.write(st.slider("a", 0, 10, start), st.slider("b", 0, 10, start, key="b"))
        """,
        [("slider", 0, "set_value", 5), ("slider", 1, "set_value", 5)],
        [("checkbox", 0, "check")],
    ),
    Interaction(
        "an untouched widget with a key keeps the default it began with",
        """
        import streamlit as st
        start = "June" if st.checkbox("June") else "May"
        st.write(st.text_input("a", start), st.text_input("b", start, key="b"))
        """,
        [("checkbox", 0, "check")],
    ),
)
