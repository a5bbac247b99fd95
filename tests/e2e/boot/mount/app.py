import sys

import streamlit as st

x = st.slider("x", 0, 10, 3)
st.latex(r"\sqrt{x^2}")
st.text(f"{sys.argv[1]}: {x * x}")
