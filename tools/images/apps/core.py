"""What most apps do first; run once before the image of the core is taken."""

import streamlit as st

st.title("Warm up")
st.markdown("Some *text*, `code` and a [link](https://example.org).")
st.write("A line", 1, [1, 2], {"a": 1})
with st.sidebar:
    name = st.text_input("Name", "A")
    kind = st.selectbox("Kind", ["a", "b"])
left, right = st.columns(2)
count = left.slider("Count", 0, 10, 3)
right.metric("Count", count, 1)
if st.checkbox("More"):
    st.caption("More")
if st.button("Go"):
    st.session_state.went = True
st.number_input("Number", 0.0, 1.0)
st.radio("One of", ["a", "b"])
with st.expander("Details"), st.container():
    st.code("x = 1")
tabs = st.tabs(["One", "Two"])
tabs[0].info("One")
for i in range(20):
    st.write(f"Line {i} of {name} {kind}")


@st.cache_data
def compute(number):
    """Stand for what an app keeps."""
    return [number] * 10


compute(count)
