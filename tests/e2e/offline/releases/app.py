import streamlit as st
import tabstream

st.text(f"Python of {tabstream.__version__}")
if st.button("Chart"):
    st.line_chart({"a": [1, 2, 3]})
if st.button("End the worker"):
    import js

    js.close()
