"""Every element, part by part. The sidebar chooses the part; the address keeps it."""

from datetime import date, time

import numpy as np
import pandas as pd
import streamlit as st

st.set_page_config(page_title="Gallery", page_icon=":material/widgets:")

CITIES = ["Amsterdam", "Berlin", "Copenhagen", "Dublin"]

TABLE = pd.DataFrame(
    {
        "city": CITIES,
        "founded": pd.to_datetime(["1275-10-27", "1237-10-28", "1167-01-01", "1170-01-01"]),
        "people": [931_000, 3_878_000, 660_000, 592_000],
        "cyclists": [0.48, 0.18, 0.49, 0.07],
        "trams": [True, True, False, True],
        "more": [f"https://en.wikipedia.org/wiki/{city}" for city in CITIES],
    }
)

WALK = pd.DataFrame(
    np.random.default_rng(7).normal(size=(60, 3)).cumsum(axis=0), columns=["a", "b", "c"]
)


def inputs():
    st.title("Inputs")
    left, right = st.columns(2)
    with left:
        values = {
            "slider": st.slider("Slider", 0, 100, 40),
            "range": st.slider("Range", 0.0, 1.0, (0.2, 0.8)),
            "select_slider": st.select_slider("Select slider", ["S", "M", "L", "XL"], "M"),
            "number_input": st.number_input("Number", value=3.5, step=0.5),
            "text_input": st.text_input("Text", placeholder="Write something"),
            "text_area": st.text_area("Long text", "Two\nlines"),
            "color_picker": st.color_picker("Colour", "#0b6a8c"),
        }
    with right:
        values |= {
            "checkbox": st.checkbox("Checkbox", True),
            "toggle": st.toggle("Toggle", help="Like a checkbox, for what works at once"),
            "radio": st.radio("Radio", CITIES[:3], captions=["canals", "parks", "harbour"]),
            "selectbox": st.selectbox("Select box", CITIES, index=None),
            "multiselect": st.multiselect("Multiselect", CITIES, CITIES[:2]),
            "date_input": st.date_input("Date", date(2026, 6, 21)),
            "time_input": st.time_input("Time", time(8, 45)),
        }
    file = st.file_uploader("File", type=["csv", "txt"])

    with st.container(horizontal=True):
        values["button"] = st.button("Button", icon=":material/thumb_up:")
        st.button("Primary", type="primary")
        st.button("Tertiary", type="tertiary")
        st.button("Disabled", disabled=True)
        st.download_button("Download", TABLE.to_csv(index=False), "cities.csv")
        st.link_button("Link", "https://docs.python.org", icon=":material/open_in_new:")

    st.header("What the script sees")
    st.code("\n".join(f"{name} = {value!r}" for name, value in values.items()))
    if file:
        st.write(file.name, file.size, "bytes")


def text():
    st.title("Text")
    st.header("Header", divider="blue")
    st.subheader("Subheader", help="Help is a small sign beside it")
    st.text("Text as it is: *no* `markdown`.")
    st.markdown(
        "**Bold**, *italic*, ~~gone~~, `code`, :blue[blue], :orange-background[marked], "
        "[a link](https://docs.python.org), :sparkles: and :material/rocket_launch:, $e^{i\\pi} = -1$."
    )
    st.markdown(
        "| | apples | pears |\n|---|--:|--:|\n| Monday | 3 | 1 |\n| Tuesday | 5 | 8 |\n\n"
        "- [x] write\n- [ ] test\n\n> Quoted."
    )
    st.caption("A caption, smaller and muted.")
    st.badge("New", icon=":material/check:", color="green")
    st.divider()
    st.latex(r"\int_{-\infty}^{\infty} e^{-x^2}\,dx = \sqrt{\pi}")
    st.code("def area(radius):\n    return 3.14159 * radius**2", line_numbers=True)
    with st.echo():
        st.write("Shown together with its code:", 6 * 7)
    st.space()
    st.html("<p>A line of <em>HTML</em>, made safe.</p>")
    st.write_stream(f"{word} " for word in "These words came one by one.".split())
    st.help(sorted)
    "A text on a line of its own is written, too:", {"magic": True}


def data():
    st.title("Data")
    with st.container(horizontal=True):
        st.metric("People", "6.1 M", "2.1 %", border=True)
        st.metric("Rain", "780 mm", "-12 mm", delta_color="inverse", border=True)
        st.metric("Rides", "412", chart_data=WALK["a"].tolist(), border=True)
    st.dataframe(
        TABLE,
        hide_index=True,
        column_config={
            "city": st.column_config.TextColumn("City", pinned=True),
            "founded": st.column_config.DateColumn("First named", format="YYYY"),
            "people": st.column_config.NumberColumn("People", format="localized"),
            "cyclists": st.column_config.ProgressColumn("By bicycle", format="percent"),
            "trams": st.column_config.CheckboxColumn("Trams"),
            "more": st.column_config.LinkColumn("More", display_text="Wikipedia"),
        },
    )
    st.table(TABLE[["city", "people"]])
    st.json({"city": "Berlin", "rivers": ["Spree", "Havel"], "hills": None}, expanded=1)


def charts():
    import altair as alt
    import matplotlib.pyplot as plt

    st.title("Charts")
    st.line_chart(WALK)
    left, right = st.columns(2)
    left.area_chart(WALK.abs(), height=220)
    right.bar_chart(TABLE, x="city", y="people", height=220)
    left.scatter_chart(WALK, x="a", y="b", height=220)
    right.vega_lite_chart(
        TABLE[["city", "cyclists"]],
        {
            "mark": {"type": "arc", "innerRadius": 40},
            "encoding": {
                "theta": {"field": "cyclists", "type": "quantitative"},
                "color": {"field": "city", "type": "nominal", "title": None},
            },
            "height": 220,
        },
    )
    points = alt.Chart(TABLE).mark_circle(size=200)
    st.altair_chart(points.encode(x="people", y="cyclists", color="city"))

    figure, axes = plt.subplots(figsize=(7, 2.5))
    axes.hist(WALK["a"], bins=20)
    st.pyplot(figure)


def media():
    st.title("Media")
    ramp = np.linspace(0, 255, 480, dtype=np.uint8)
    picture = np.stack([np.tile(ramp, (160, 1)), np.full((160, 480), 110, np.uint8)], axis=2)
    picture = np.dstack([picture, np.tile(ramp[::-1], (160, 1))])
    st.image(picture, caption="A numpy array of 160 by 480 pixels", alt="A colour gradient")
    seconds = np.linspace(0, 1, 22_050, endpoint=False)
    st.audio(np.sin(2 * np.pi * 440 * seconds), sample_rate=22_050, alt="The note A")
    st.video("waves.webm", loop=True, muted=True, alt="Three waves")


def layout():
    st.title("Layout")
    wide, narrow = st.columns([2, 1], border=True)
    wide.write("Two thirds")
    narrow.write("One third")
    one, two = st.tabs(["One", "Two"])
    one.write("The first tab")
    two.write("The second tab")
    with st.expander("Expander", icon=":material/unfold_more:"):
        st.write("Opened")
    with st.popover("Popover"):
        st.checkbox("Inside")
    with st.container(border=True, height=120):
        for line in range(1, 11):
            st.text(f"Line {line} of a container that scrolls")
    with st.form("form"):
        name = st.text_input("Name")
        sent = st.form_submit_button("Send")
    if sent:
        st.write("Sent:", name)
    place = st.empty()
    place.write("Written first")
    place.write("Written in its place")


def status():
    st.title("Status")
    st.error("Something went wrong.", icon=":material/error:")
    st.warning("Something may go wrong.")
    st.info("Good to know.")
    st.success("All went well.")
    st.exception(ValueError("An exception, shown and not raised"))
    st.progress(0.6, "Six of ten")
    with st.status("Finished", state="complete"):
        st.write("What was done stays here.")
    with st.spinner("A spinner, while this block runs"):
        sum(range(1_000_000))
    with st.container(horizontal=True):
        if st.button("Toast"):
            st.toast("A short note", icon=":material/notifications:")
        if st.button("Balloons"):
            st.balloons()
        if st.button("Snow"):
            st.snow()


PARTS = {
    "Inputs": inputs,
    "Text": text,
    "Data": data,
    "Charts": charts,
    "Media": media,
    "Layout": layout,
    "Status": status,
}

part = st.sidebar.radio("Part", list(PARTS), key="part", bind="query-params")
PARTS[part]()
