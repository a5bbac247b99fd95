import altair as alt
import pandas as pd

import streamlit as st

x = st.slider("x")
st.write(x, "squared is", x * x)
frame = pd.DataFrame({"n": range(500), "kind": ["a", "b", "c", "d", "e"] * 100})
frame["y"] = frame["n"] % 17 + x
points = alt.Chart(frame).mark_point().encode(x="n", y="y", color="kind", tooltip=["n", "y"])
bars = alt.Chart(frame).mark_bar().encode(x="kind", y="mean(y)")
st.altair_chart(points.interactive() & bars)
