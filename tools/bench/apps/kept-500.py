import streamlit as st


@st.cache_data
def kept(n):
    return n.to_bytes(2) * 50_000


if "fill" in st.query_params:
    for n in range(500):
        kept(n)
st.write(len(kept(0)))
