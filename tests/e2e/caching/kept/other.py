import streamlit as st


@st.cache_data
def square(n: int) -> int:
    st.session_state.computed = 1
    return n * n


st.text(f"square {square(0)}")
st.text(f"computed {st.session_state.get('computed', 0)}")
