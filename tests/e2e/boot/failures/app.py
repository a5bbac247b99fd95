import streamlit as st

size = st.slider("Size", 0, 10, 3)
st.text(f"size {size}")
if st.button("End the worker"):
    import js

    js.close()
if st.button("Break Python"):
    from ctypes import string_at

    string_at(0xFFFF_FF00, 64)
