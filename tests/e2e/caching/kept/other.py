import random
import time

import streamlit as st


def count() -> None:
    st.session_state.computed = st.session_state.get("computed", 0) + 1


@st.cache_data
def square(n: int) -> int:
    count()
    return n * n


@st.cache(allow_output_mutation=True)
def slow(n: int) -> list[int]:
    count()
    time.sleep(n / 10)
    return [n]


@st.cache_data
def large(megabytes: int) -> bytes:
    count()
    return random.Random(0).randbytes(megabytes * 1_000_000)  # nothing that a disk could pack


began = time.monotonic()
n = st.slider("n", 0, 9)
st.text(f"square {square(n)}")
if "slow" in st.query_params:
    st.text(f"slow {slow(50)}, waited: {time.monotonic() - began > 1}")
for number in range(int(st.query_params.get("many", 0))):
    square(100 + number)
if "large" in st.query_params:
    st.text(f"large {len(large(int(st.query_params['large'])))}")
st.text(f"computed {st.session_state.get('computed', 0)}")
