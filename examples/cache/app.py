import time

import streamlit as st


@st.cache
def slow_square(number):
    time.sleep(2)
    return number * number


number = st.slider("Number", 0, 10, 3)

started = time.monotonic()
square = slow_square(number)
duration = time.monotonic() - started

st.write(number, "squared is", square)
st.caption(f"It took {duration:.1f} seconds.")
