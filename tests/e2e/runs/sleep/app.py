import time

import streamlit as st

size = st.slider("Size", 0, 10, 3)
st.text(f"before {size}")
if size == 4:
    started = time.monotonic()
    time.sleep(2)
    st.text(f"slept 2 s: {time.monotonic() - started >= 1.99}")
st.text(f"after {size}")
