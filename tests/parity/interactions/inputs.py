"""Every widget, touched."""

from __future__ import annotations

from datetime import date, datetime, time

from .interaction import Interaction

INPUTS = (
    Interaction(
        "a button is true in one run only",
        """
        import streamlit as st
        st.write(st.button("Read"))
        """,
        [("button", 0, "click")],
        [],
        [("button", 0, "set_value", True)],
    ),
    Interaction(
        "each of two buttons answers for itself",
        """
        import streamlit as st
        st.write(st.button("a"), st.button("b"))
        """,
        [("button", 1, "click")],
        [("button", 0, "click")],
        [("button", 0, "click"), ("button", 1, "click")],
    ),
    Interaction(
        "a disabled button cannot be clicked",
        """
        import streamlit as st
        st.write(st.button("Read", disabled=True))
        """,
        [("button", 0, "click")],
    ),
    Interaction(
        "a download button is true in one run only",
        """
        import streamlit as st
        st.write(st.download_button("Save", "rain"))
        """,
        [("download_button", 0, "click")],
        [],
    ),
    Interaction(
        "a checkbox is checked and unchecked",
        """
        import streamlit as st
        st.write(st.checkbox("Wet"))
        """,
        [("checkbox", 0, "check")],
        [],
        [("checkbox", 0, "uncheck")],
        [("checkbox", 0, "set_value", True)],
    ),
    Interaction(
        "a toggle is switched",
        """
        import streamlit as st
        st.write(st.toggle("Wet", True, key="wet"))
        """,
        [("toggle", "wet", "set_value", False)],
        [("toggle", 0, "set_value", True)],
    ),
    Interaction(
        "a radio takes another option",
        """
        import streamlit as st
        st.write(st.radio("Sky", ["clear", "grey"]))
        """,
        [("radio", 0, "set_value", "grey")],
        [("radio", 0, "set_value", "clear")],
    ),
    Interaction(
        "a radio with formatted options returns the option itself",
        """
        import streamlit as st
        st.write(st.radio("Sky", [1, 2], format_func=lambda n: f"no. {n}", index=None))
        """,
        [("radio", 0, "set_value", 2)],
        [("radio", 0, "set_value", None)],
    ),
    Interaction(
        "a selectbox takes another option",
        """
        import streamlit as st
        st.write(st.selectbox("Sky", ["clear", "grey"], format_func=str.upper))
        """,
        [("selectbox", 0, "set_value", "grey")],
        [("selectbox", 0, "select", "clear")],
        [("selectbox", 0, "select_index", 1)],
    ),
    Interaction(
        "a selectbox without an index can be emptied",
        """
        import streamlit as st
        st.write(st.selectbox("Sky", ["clear", "grey"], index=None))
        """,
        [("selectbox", 0, "select", "grey")],
        [("selectbox", 0, "set_value", None)],
    ),
    Interaction(
        "a selectbox that accepts new options has one",
        """
        import streamlit as st
        st.write(st.selectbox("Sky", ["clear"], accept_new_options=True, key="sky"))
        """,
        before=[("session_state", "sky", "set", "green")],
    ),
    Interaction(
        "a multiselect takes and drops options",
        """
        import streamlit as st
        st.write(st.multiselect("Months", ["May", "June", "July"], ["June"]))
        """,
        [("multiselect", 0, "select", "May")],
        [("multiselect", 0, "unselect", "June")],
        [("multiselect", 0, "set_value", ["July", "May"])],
        [("multiselect", 0, "set_value", [])],
    ),
    Interaction(
        "a multiselect with formatted options returns the options themselves",
        """
        import streamlit as st
        st.write(st.multiselect("Months", (5, 6), format_func="no. {}".format))
        """,
        [("multiselect", 0, "select", 6)],
        [("multiselect", 0, "select", 5)],
    ),
    Interaction(
        "a slider moves",
        """
        import streamlit as st
        x = st.slider("x")
        st.write(x, "squared is", x * x)
        """,
        [("slider", 0, "set_value", 7)],
        [],
        [("slider", 0, "set_value", 100)],
    ),
    Interaction(
        "a slider of floats moves",
        """
        import streamlit as st
        st.write(st.slider("x", 0.0, 1.0, 0.5, 0.25))
        """,
        [("slider", 0, "set_value", 0.75)],
        [("slider", 0, "set_value", 1)],
    ),
    Interaction(
        "a slider with two ends moves both",
        """
        import streamlit as st
        st.write(st.slider("x", 0, 10, (2, 8)))
        """,
        [("slider", 0, "set_range", 3, 9)],
        [("slider", 0, "set_value", (0, 0))],
    ),
    Interaction(
        "a slider of days, hours and moments moves",
        """
        from datetime import date, datetime, time
        import streamlit as st
        st.write(
            st.slider("Day", date(2024, 5, 1), date(2024, 5, 31)),
            st.slider("Hours", value=(time(8), time(9))),
            st.slider("Moment", datetime(2024, 5, 1), datetime(2024, 5, 9)),
        )
        """,
        [("slider", 0, "set_value", date(2024, 5, 9))],
        [("slider", 1, "set_range", time(10), time(11, 30))],
        [("slider", 2, "set_value", datetime(2024, 5, 2, 12))],
    ),
    Interaction(
        "a slider refuses what is out of its range",
        """
        import streamlit as st
        st.write(st.slider("x", 0, 10, 3))
        """,
        [("slider", 0, "set_value", 99)],
        [("slider", 0, "set_value", -1)],
    ),
    Interaction(
        "a select slider moves",
        """
        import streamlit as st
        st.write(st.select_slider("Size", ["small", "middle", "large"]))
        """,
        [("select_slider", 0, "set_value", "large")],
    ),
    Interaction(
        "a select slider with two ends moves both",
        """
        import streamlit as st
        st.write(st.select_slider("Size", [1, 2, 3], (1, 2), format_func="no. {}".format))
        """,
        [("select_slider", 0, "set_range", 2, 3)],
        [("select_slider", 0, "set_value", (1, 3))],
    ),
    Interaction(
        "a text input is written into",
        """
        import streamlit as st
        st.write(st.text_input("Name", "May"))
        """,
        [("text_input", 0, "input", "June")],
        [("text_input", 0, "set_value", "")],
    ),
    Interaction(
        "a text input that began with None can go back to it",
        """
        import streamlit as st
        st.write(st.text_input("Name", None))
        """,
        [("text_input", 0, "input", "June")],
        [("text_input", 0, "set_value", None)],
    ),
    Interaction(
        "a text input takes a text that is not too long",
        """
        import streamlit as st
        st.write(st.text_input("Name", max_chars=4))
        """,
        [("text_input", 0, "input", "June")],
    ),
    Interaction(
        "a text area is written into",
        """
        import streamlit as st
        st.write(st.text_area("Notes"))
        """,
        [("text_area", 0, "input", "rain\nwind")],
        [("text_area", 0, "set_value", "")],
    ),
    Interaction(
        "a number input counts up and down",
        """
        import streamlit as st
        st.write(st.number_input("Rain", 1, 11, 5, 3))
        """,
        [("number_input", 0, "increment")],
        [("number_input", 0, "increment")],
        [("number_input", 0, "increment")],
        [("number_input", 0, "decrement")],
        [("number_input", 0, "set_value", 1)],
        [("number_input", 0, "decrement")],
    ),
    Interaction(
        "a number input of floats is written into",
        """
        import streamlit as st
        st.write(st.number_input("Rain"))
        """,
        [("number_input", 0, "set_value", 2.5)],
        [("number_input", 0, "increment")],
        [("number_input", 0, "set_value", 3)],
    ),
    Interaction(
        "a number input that began with None can go back to it",
        """
        import streamlit as st
        st.write(st.number_input("Rain", value=None, step=1))
        """,
        [("number_input", 0, "set_value", 2)],
        [("number_input", 0, "set_value", None)],
    ),
    Interaction(
        "a number input refuses what is out of its range",
        """
        import streamlit as st
        st.write(st.number_input("Rain", 0, 10, 5))
        """,
        [("number_input", 0, "set_value", 99)],
    ),
    Interaction(
        "a calendar goes around the day that it stands on",
        """
        from datetime import date

        import streamlit as st

        st.session_state.setdefault("born", date(1990, 5, 1))
        st.write(st.date_input("Born", key="born"))
        st.write(st.date_input("Moved in", min_value=date(1980, 1, 1), key="moved"))
        """,
        [("date_input", "born", "set_value", date(1985, 2, 28))],
        [("date_input", "moved", "set_value", date(1999, 1, 1))],
    ),
    Interaction(
        "a date input takes another day",
        """
        from datetime import date
        import streamlit as st
        st.write(st.date_input("Day", date(2024, 5, 1)))
        """,
        [("date_input", 0, "set_value", date(2024, 6, 2))],
        [("date_input", 0, "set_value", datetime(2024, 6, 3, 12))],
    ),
    Interaction(
        "a date input without a day takes one and lets it go",
        """
        from datetime import date
        import streamlit as st
        st.write(st.date_input("Day", None, min_value=date(2024, 1, 1)))
        """,
        [("date_input", 0, "set_value", date(2024, 6, 2))],
        [("date_input", 0, "set_value", None)],
    ),
    Interaction(
        "a range of days is taken in two steps",
        """
        from datetime import date
        import streamlit as st
        st.write(st.date_input("Days", (date(2024, 5, 1), date(2024, 5, 3))))
        """,
        [("date_input", 0, "set_value", (date(2024, 5, 7),))],
        [("date_input", 0, "set_value", (date(2024, 5, 7), date(2024, 5, 9)))],
        [("date_input", 0, "set_value", ())],
    ),
    Interaction(
        "a date input refuses a day out of its range",
        """
        from datetime import date
        import streamlit as st
        st.write(st.date_input("Day", date(2024, 5, 1), date(2024, 1, 1), date(2024, 12, 31)))
        """,
        [("date_input", 0, "set_value", date(2030, 1, 1))],
    ),
    Interaction(
        "a time input takes another time",
        """
        from datetime import time
        import streamlit as st
        st.write(st.time_input("Alarm", time(6, 45)))
        """,
        [("time_input", 0, "set_value", time(7, 1))],
        [("time_input", 0, "increment")],
        [("time_input", 0, "decrement")],
    ),
    Interaction(
        "a time input without a time takes one and lets it go",
        """
        from datetime import time
        import streamlit as st
        st.write(st.time_input("Alarm", None))
        """,
        [("time_input", 0, "set_value", time(7, 1))],
        [("time_input", 0, "set_value", None)],
    ),
    Interaction(
        "a color picker takes another color",
        """
        import streamlit as st
        st.write(st.color_picker("Sky", "#00F"))
        """,
        [("color_picker", 0, "pick", "#ff8800")],
        [("color_picker", 0, "set_value", "#ABC")],
    ),
    Interaction(
        "a file uploader takes a file and lets it go",
        """
        import streamlit as st
        file = st.file_uploader("Readings", key="readings")
        st.write(file.name, file.type, file.size, file.read()) if file else st.write("none")
        """,
        [("file_uploader", 0, "upload", "rain.csv", b"1,2", "text/csv")],
        [],
        [("file_uploader", "readings", "clear")],
    ),
    Interaction(
        "a file uploader for many takes many",
        """
        import streamlit as st
        files = st.file_uploader("Readings", accept_multiple_files=True)
        st.write([(file.name, file.getvalue().decode()) for file in files])
        """,
        [
            (
                "file_uploader",
                0,
                "set_value",
                [("a.txt", b"1", "text/plain"), ("b.txt", b"2", "text/plain")],
            )
        ],
        [],
    ),
    Interaction(
        "a link button is drawn and left alone",
        """
        import streamlit as st
        st.link_button("Forecast", "https://example.org")
        st.write(st.checkbox("Wet"))
        """,
        [("checkbox", 0, "check")],
    ),
    Interaction(
        "all widgets keep their values while another changes",
        """
        import streamlit as st
        st.write(
            st.slider("a", 0, 10, 1),
            st.text_input("b", "x"),
            st.selectbox("c", ["p", "q"]),
            st.multiselect("d", ["r", "s"]),
            st.checkbox("e"),
            st.button("f"),
        )
        """,
        [("slider", 0, "set_value", 5), ("text_input", 0, "input", "y")],
        [("selectbox", 0, "select", "q")],
        [("multiselect", 0, "select", "s"), ("button", 0, "click")],
        [("checkbox", 0, "check")],
    ),
)
