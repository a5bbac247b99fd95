import numpy as np
import pandas as pd

import streamlit as st

x = st.slider("x")
st.write(x, "squared is", x * x)
random = np.random.default_rng(0)
frame = pd.DataFrame(random.normal(size=(10_000, 5)).cumsum(axis=0) + x, columns=list("abcde"))
st.line_chart(frame)
st.dataframe(frame)
