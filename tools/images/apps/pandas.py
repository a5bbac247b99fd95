"""What apps with tables do first; run once before the image of pandas is taken."""

import io

import numpy as np
import pandas as pd
import streamlit as st

st.title("Warm up")
count = st.slider("Count", 0, 100, 50)
rng = np.random.default_rng(1)
frame = pd.DataFrame(
    {
        "when": pd.date_range("2024-01-01", periods=100),
        "kind": rng.choice(["a", "b", "c"], 100),
        "x": rng.normal(size=100),
        "y": rng.normal(size=100).cumsum(),
        "n": rng.integers(0, 9, 100),
    }
)


@st.cache_data
def load(text):
    """Stand for a file that is read."""
    return pd.read_csv(io.StringIO(text), parse_dates=["when"])


read = load(frame.to_csv(index=False))
st.dataframe(read.head(count))
st.table(read.groupby("kind")[["x", "y"]].mean())
st.line_chart(read.set_index("when")[["x", "y"]])
st.bar_chart(read, x="kind", y="n")
st.scatter_chart(read, x="x", y="y", color="kind")
st.write(read.describe(), read["x"], read.dtypes.astype(str))
st.write(read.merge(read, on="kind").pivot_table(index="kind", values="n_x", aggfunc="sum"))
st.metric("Sum", f"{read['n'].sum():,}")
read.sort_values("x").query("n > 2").resample("W", on="when")["y"].mean().rolling(2).mean()
