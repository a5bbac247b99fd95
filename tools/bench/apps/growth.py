"""Something of everything that could leave a trace in each rerun."""

import gc

import numpy as np
import pandas as pd
import streamlit as st

x = st.slider("x")
st.write(x, "squared is", x * x)
if st.button("Count"):
    gc.collect()
    st.text(f"objects: {len(gc.get_objects())}")
left, right = st.columns(2)
left.metric("Reports", x)
with right.container(border=True):
    st.markdown(f"**{x}** of $x^2$")
if x:
    st.checkbox("Comes and goes")
st.session_state["seen"] = x
st.image(np.full((8, 8, 3), x, dtype=np.uint8))
frame = pd.DataFrame({"a": [1, 2, 3 + x], "b": ["x", "y", str(x)]})
st.dataframe(frame)
st.line_chart(frame, y="a")
with st.form("form"):
    st.text_input("Name")
    st.form_submit_button("Send")
