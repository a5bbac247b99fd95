import time

import streamlit as st

runs = st.session_state["runs"] = st.session_state.get("runs", 0) + 1
x = st.slider("x", 0, 10, 3)
loop, write, sleep, compute = st.columns(4)
if loop.button("Loop"):
    st.text("looping")
    while True:
        pass
if write.button("Write"):
    place = st.empty()
    while True:
        place.text("writing")
if sleep.button("Sleep"):
    st.text("sleeping")
    time.sleep(60)
if compute.button("Compute"):
    st.text("before")
    end = time.monotonic() + 3
    while time.monotonic() < end:
        pass
    st.text("after")
st.text(f"x {x} in run {runs}")
