import sys

import streamlit as st

start = float(sys.argv[1]) if len(sys.argv) > 1 else 1000
rate = st.slider("Interest a year", 0.0, 10.0, 4.0, step=0.5, format="%.1f %%")
years = st.slider("Years", 5, 50, 20)

values = [start * (1 + rate / 100) ** year for year in range(years + 1)]

st.write(f"{start:,.0f} become **{values[-1]:,.0f}**.")
st.line_chart(values, x_label="year", y_label="value", height=220)
