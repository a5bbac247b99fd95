import pandas as pd

import streamlit as st

size = st.slider("Size", 0, 10, 3)
st.text(f"size {size}")
if st.query_params.get("n"):
    st.text(f"n is {st.query_params['n']}")
with st.expander("More", expanded=True):
    st.text("inside")
st.line_chart(pd.DataFrame({"height": range(size)}), height=200)
with st.sidebar:
    name = st.text_input("Name", "May")
    st.text(f"Hello {name}")
if st.button("Count"):
    st.text("clicked")
