"""What is touched."""

# %% button
import streamlit as st

st.write(st.button("Read"))

# %% button: options
import streamlit as st

st.button("Read", "read", "Reads it", type="primary", icon="🌧️", use_container_width=True)
st.button("Wait", disabled=True, type="tertiary", width=200, shortcut="ctrl+k")
st.button("Right", icon=":material/add:", icon_position="right", on_click=print, args=(1,))

# %% link_button
import streamlit as st

st.link_button("Forecast", "https://example.org")

# %% link_button: options
import streamlit as st

st.link_button(
    "Forecast",
    "https://example.org/a",
    help="Opens it",
    type="primary",
    icon="🌧️",
    disabled=True,
    width="stretch",
)

# %% download_button
import streamlit as st

st.write(st.download_button("Save", "rain,wind"))

# %% download_button: options
import io

import streamlit as st

st.download_button(
    "Save",
    b"rain",
    "rain.bin",
    "application/octet-stream",
    "save",
    "Saves it",
    type="primary",
    icon="💾",
    disabled=True,
    width=200,
)
st.download_button("Stream", io.BytesIO(b"rain"), file_name="rain.png", mime="image/png")
st.download_button("Text", io.StringIO("rain"), on_click="ignore")
st.download_button("Later", lambda: "made when clicked", use_container_width=True)

# %% checkbox
import streamlit as st

st.write(st.checkbox("Wet"))

# %% checkbox: options
import streamlit as st

st.write(st.checkbox("Wet", True, "wet", "Is it?", disabled=True, width="stretch"))
st.checkbox("Hidden", label_visibility="hidden", on_change=print, args=("a",))

# %% toggle
import streamlit as st

st.write(st.toggle("Wet"))

# %% toggle: options
import streamlit as st

st.write(st.toggle("Wet", value=True, key="wet", help="Is it?", label_visibility="collapsed"))

# %% radio
import streamlit as st

st.write(st.radio("Sky", ["clear", "grey"]))

# %% radio: options
import streamlit as st

st.write(
    st.radio(
        "Sky",
        [1, 2, 3],
        2,
        lambda n: f"no. {n}",
        "sky",
        "Look up",
        horizontal=True,
        captions=["one", "two", "three"],
        label_visibility="hidden",
    )
)
st.write(st.radio("None yet", ("a", "b"), index=None, disabled=True, width=300))
st.write(st.radio("Nothing to take", []))
st.write(st.radio("A dict's keys", {"a": 1, "b": 2}))

# %% selectbox
import streamlit as st

st.write(st.selectbox("Sky", ["clear", "grey"]))

# %% selectbox: options
import pandas as pd

import streamlit as st

st.write(
    st.selectbox(
        "Sky",
        (1, 2, 3),
        index=1,
        format_func=lambda n: f"no. {n}",
        key="sky",
        help="Look up",
        placeholder="Pick",
        label_visibility="collapsed",
        width=300,
    )
)
st.write(st.selectbox("None yet", ["a", "b"], index=None, placeholder="Take one"))
st.write(st.selectbox("Own words", ["a"], accept_new_options=True, disabled=True))
st.write(st.selectbox("Nothing to take", []))
st.write(st.selectbox("A series", pd.Series(["x", "y"])))
st.write(st.selectbox("A frame's first column", pd.DataFrame({"a": [1, 2], "b": [3, 4]})))
st.write(st.selectbox("A range", range(3), 2))

# %% multiselect
import streamlit as st

st.write(st.multiselect("Months", ["May", "June"]))

# %% multiselect: options
import streamlit as st

st.write(
    st.multiselect(
        "Months",
        [4, 5, 6],
        [5],
        lambda n: f"no. {n}",
        "months",
        "Which?",
        max_selections=2,
        placeholder="Pick some",
        accept_new_options=True,
        width=300,
    )
)
st.write(st.multiselect("One as default", ["a", "b"], "b", disabled=True))
st.write(st.multiselect("Nothing to take", []))

# %% slider
import streamlit as st

x = st.slider("x")
st.write(x, "squared is", x * x)

# %% slider: options
import streamlit as st

st.write(st.slider("Whole", 10, 20, 15, 5, key="whole", help="Five at a time"))
st.write(st.slider("Broken", 0.0, 1.0, step=0.1, format="%.3f", disabled=True))
st.write(st.slider("Range", 0, 10, (2, 8), label_visibility="hidden", width=300))
st.write(st.slider("Open range", value=[]))
st.write(st.slider("Negative", -10, -1))
st.write(st.slider("Percent", 0.0, 1.0, 0.5, format="percent"))

# %% slider: days and hours
from datetime import date, datetime, time, timedelta

import streamlit as st

st.write(st.slider("Day", date(2024, 5, 1), date(2024, 5, 31)))
st.write(st.slider("Days", value=(date(2024, 5, 1), date(2024, 5, 9)), format="DD.MM"))
st.write(st.slider("Hour", time(8), time(20), time(12, 30), timedelta(minutes=10)))
st.write(st.slider("Hours", value=(time(9), time(17))))
st.write(st.slider("Moment", value=datetime(2024, 5, 1, 12)))
st.write(
    st.slider(
        "Night", datetime(2024, 5, 1, 20), datetime(2024, 5, 2, 4), step=timedelta(minutes=30)
    )
)

# %% select_slider
import streamlit as st

st.write(st.select_slider("Size", ["small", "large"]))

# %% select_slider: options
import streamlit as st

st.write(
    st.select_slider(
        "Size", [1, 2, 3], 2, lambda n: f"no. {n}", "size", "How big?", label_visibility="hidden"
    )
)
st.write(st.select_slider("Range", options=["a", "b", "c"], value=("a", "b"), disabled=True))
st.write(st.select_slider("Backwards", ("a", "b", "c"), value=("c", "a"), width=300))

# %% text_input
import streamlit as st

st.write(st.text_input("Name"))

# %% text_input: options
import streamlit as st

st.write(
    st.text_input(
        "Name",
        "May",
        10,
        "name",
        "password",
        "Yours",
        autocomplete="name",
        placeholder="Your name",
        icon="🌧️",
        label_visibility="collapsed",
        width=300,
    )
)
st.write(st.text_input("None yet", None, disabled=True, type="email"))
st.write(st.text_input("A number", 5, required=True))

# %% text_area
import streamlit as st

st.write(st.text_area("Notes"))

# %% text_area: options
import streamlit as st

st.write(
    st.text_area(
        "Notes", "Rain\nWind", 200, 100, "notes", "All of it", placeholder="Write", width=300
    )
)
st.write(st.text_area("None yet", value=None, disabled=True, height="content"))

# %% number_input
import streamlit as st

st.write(st.number_input("Rain"))

# %% number_input: options
import streamlit as st

st.write(
    st.number_input(
        "Rain", 0, 10, 5, 2, "%d", "rain", "In mm", placeholder="mm", icon="🌧️", width=300
    )
)
st.write(st.number_input("Broken", 0.0, 1.0, step=0.1, format="%.3f"))
st.write(st.number_input("None yet", value=None, placeholder="Any", disabled=True))
st.write(st.number_input("From the least", min_value=3))
st.write(st.number_input("To the most", max_value=3))
st.write(st.number_input("Whole by its value", value=7, label_visibility="hidden"))
st.write(st.number_input("Scientific", value=1e-5, format="%e"))
st.write(st.number_input("Steps of a whole", value=1.0, step=1.0))

# %% date_input
import streamlit as st

st.date_input("Day")

# %% date_input: options
from datetime import date, datetime

import streamlit as st

st.write(
    st.date_input(
        "Day",
        date(2024, 5, 1),
        date(2024, 1, 1),
        date(2024, 12, 31),
        "day",
        "Which?",
        format="DD.MM.YYYY",
        width=300,
    )
)
st.write(st.date_input("Days", (date(2024, 5, 1), date(2024, 5, 3))))
st.write(st.date_input("Half a range", [date(2024, 5, 1)]))
st.write(st.date_input("Open range", []))
st.write(st.date_input("None yet", None, min_value=date(2024, 1, 1), disabled=True))
st.write(st.date_input("A moment's day", datetime(2024, 5, 1, 12)))
st.write(st.date_input("By its text", "2024-05-01", label_visibility="hidden"))

# %% date_input: today lies elsewhere
from datetime import date

import streamlit as st

st.write(st.date_input("Before", min_value=date(1900, 1, 1), max_value=date(2010, 1, 1)))
st.write(st.date_input("From then on", ("1950-01-01", "today")))

# %% radio: an empty table
import pandas as pd

import streamlit as st

st.write(st.radio("One", pd.DataFrame()), st.selectbox("One", pd.DataFrame()))
st.write(st.multiselect("Some", pd.DataFrame()))

# %% slider: a time zone
from datetime import datetime, timezone

import streamlit as st

first, last = (datetime(2024, month, 1, tzinfo=timezone.utc) for month in (1, 2))
st.text(st.slider("Moment", first, last))

# %% time_input
import streamlit as st

st.time_input("Alarm")

# %% time_input: options
from datetime import datetime, time, timedelta

import streamlit as st

st.write(st.time_input("Alarm", time(6, 45), "alarm", "Early", step=60, width=300))
st.write(st.time_input("None yet", None, disabled=True))
st.write(st.time_input("A moment's time", datetime(2024, 5, 1, 12, 30, 59)))
st.write(st.time_input("By its text", "08:15", step=timedelta(minutes=5), format="12h"))

# %% color_picker
import streamlit as st

st.write(st.color_picker("Sky"))

# %% color_picker: options
import streamlit as st

st.write(st.color_picker("Sky", "#00F", "sky", "Which?", disabled=True, width="stretch"))
st.write(st.color_picker("Ground", value="#aA5500", label_visibility="hidden"))

# %% file_uploader
import streamlit as st

st.write(st.file_uploader("Readings"))

# %% file_uploader: options
import streamlit as st

st.write(
    st.file_uploader(
        "Readings",
        ["csv", ".TXT"],
        True,
        "readings",
        "Yours",
        disabled=True,
        max_upload_size=5,
        label_visibility="hidden",
        width=300,
    )
)
st.write(st.file_uploader("A picture", type="png", accept_multiple_files=False))
