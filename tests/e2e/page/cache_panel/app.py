import time

import streamlit as st


@st.cache_data
def load(n, name="a"):
    time.sleep(0.2)
    return [name] * n


@st.cache_resource
def client():
    return object()


n = st.slider("Size", 1, 9, 3)
client()
load(3)
st.text(f"{len(load(n))} rows")
