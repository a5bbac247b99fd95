import time

import streamlit as st


def work(seconds):
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        pass


def slow(n):
    work(0.3)
    return n * n


def quick(n):
    return n + 1


@st.cache_data
def kept(n):
    work(0.3)
    return n


runs = st.session_state["runs"] = st.session_state.get("runs", 0) + 1
kept(runs)
st.text(f"run {runs}: {slow(3)}, {quick(1)}")
