import pandas as pd
import streamlit as st

years = st.slider("Years", 1, 40, 20)

growth = pd.DataFrame(
    {f"{rate} %": [100 * (1 + rate / 100) ** year for year in range(years + 1)] for rate in (2, 4, 6)}
)

st.text(f"100 at 6 % are {growth['6 %'].iloc[-1]:.2f} after {years} years.")
st.line_chart(growth, x_label="year", y_label="value")
