import streamlit as st


@st.cache_data(persist=False)
def kept(n):
    return n.to_bytes(2) * 50_000


st.write(len(kept(0)))
