import streamlit as st

st.sidebar.title("Filters")
size = st.sidebar.slider("Size", 0, 10, 3)
st.text(f"size {size}")
