"""What apps with charts of their own do first; run once before the image of Altair is taken."""

import altair as alt
import pandas as pd
import streamlit as st

frame = pd.DataFrame({"x": [1, 2, 3], "y": [3, 1, 2], "kind": ["a", "b", "a"], "n": [1, 2, 3]})
points = alt.Chart(frame).mark_point().encode(x="x", y="y", color="kind", tooltip=["kind", "n"])
bars = alt.Chart(frame).mark_bar().encode(x="kind:N", y="mean(n):Q")
st.altair_chart(points.interactive() | bars)
st.altair_chart(alt.layer(points, points.mark_line()).properties(height=200))
