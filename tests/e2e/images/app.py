import streamlit as st

size = st.slider("Size", 0, 10, 3)
st.text(f"size {size}")
