import numpy as np
import pandas as pd

import streamlit as st

x = st.slider("x")
st.write(x, "squared is", x * x)
random = np.random.default_rng(0)
frame = pd.DataFrame(random.normal(size=(1_000, 5)).cumsum(axis=0) + x, columns=list("abcde"))
st.line_chart(frame)
st.dataframe(frame)
# All that a page around its frame can see of it; bench/apps.mjs has the same words.
st.set_page_config(page_title="the run is over")
