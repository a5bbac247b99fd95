"""What holds other elements."""

# %% container
import streamlit as st

with st.container():
    st.text("inside")
st.container().text("inside, too")

# %% container: options
import streamlit as st

with st.container(border=True, key="box", width=300, height=200):
    st.text("inside")
row = st.container(horizontal=True, horizontal_alignment="right", gap="large", wrap=False)
row.text("a")
row.text("b")
st.container(vertical_alignment="center", height="stretch", gap=None).text("c")
st.container(gap=7, width="content", autoscroll=True)

# %% columns
import streamlit as st

left, right = st.columns(2)
left.text("left")
with right:
    st.text("right")

# %% columns: options
import streamlit as st

a, b, c = st.columns(
    [1, 2, 1], gap="large", vertical_alignment="center", border=True, width=500, wrap=False
)
b.text("in the middle")
with a:
    inner = st.columns((3, 1), gap=None)
inner[1].text("nested")
st.columns(1)[0].text("alone")
st.columns([0.3, 0.7])

# %% tabs
import streamlit as st

rain, wind = st.tabs(["Rain", "Wind"])
rain.text("drops")
with wind:
    st.text("blows")

# %% tabs: options
import streamlit as st

rain, wind = st.tabs(
    ["Rain", ":material/air: Wind"], default=":material/air: Wind", width=400, height=200
)
wind.text("blows")
with rain:
    st.tabs(["Inner"])[0].text("nested")

# %% expander
import streamlit as st

with st.expander("More"):
    st.text("more")

# %% expander: options
import streamlit as st

outer = st.expander("More **still**", True, icon="🌧️", width=300, key="more")
outer.text("more")
with outer, st.expander("Nested", icon=":material/add:"):
    st.text("nested")

# %% popover
import streamlit as st

with st.popover("Settings"):
    st.text("inside")

# %% popover: options
import streamlit as st

st.popover(
    "Settings", type="primary", help="Open it", icon="⚙️", disabled=True, width="stretch", key="s"
).text("inside")
with st.popover("Old", use_container_width=True), st.popover("Nested"):
    st.text("nested")

# %% form
import streamlit as st

with st.form("entry"):
    st.text_input("Name")
    st.form_submit_button()
st.text("after")

# %% form: options
import streamlit as st

form = st.form("entry", True, enter_to_submit=False, border=False, width=400, height=300)
left, right = form.columns(2)
left.slider("Size")
right.checkbox("Wet", key="wet")
with form:
    st.text("in the form")
    st.form_submit_button("Send", key="send")

# %% form_submit_button
import streamlit as st

with st.form("entry"):
    sent = st.form_submit_button()
st.write(sent)

# %% form_submit_button: options
import streamlit as st

with st.form("entry"):
    st.form_submit_button(
        "Send", "Sends it", type="primary", icon="✅", key="send", use_container_width=True
    )
    st.form_submit_button("Forget", disabled=True, width=200, icon_position="right")

# %% sidebar
import streamlit as st

st.sidebar.text("beside")
with st.sidebar:
    st.text("beside, too")
st.text("main")

# %% sidebar: options
import streamlit as st

st.sidebar.slider("Size", 0, 10, key="size")
with st.columns(2)[0]:
    st.sidebar.title("from a column", anchor=False)
    st.text("in the column")
with st.sidebar.expander("More"):
    a, b = st.columns(2)
    b.metric("Rain", 12)

# %% nesting
import streamlit as st

with st.container():
    with st.columns(2)[1]:
        with st.expander("a"):
            with st.tabs(["b", "c"])[1]:
                with st.popover("d"):
                    st.text("deep")
                st.text("d's sibling")
            st.text("b's sibling")
        with st.form("f"):
            st.columns(2)[0].form_submit_button("in a column of a form")
    st.text("last")
first = st.container()
st.text("below")
first.text("drawn later, stands above")

# %% handles
import streamlit as st

line = st.text("first")
line.text("second")
chart = st.empty()
chart.info("wait")
chart.line_chart([1, 2])
box = st.container()
box.text("a")
line.container().text("now a container")
box.empty().text("b")
