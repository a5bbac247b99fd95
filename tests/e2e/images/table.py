import pandas as pd
import streamlit as st

st.text(f"sum {pd.DataFrame({'x': [1, 2, 3]})['x'].sum()}")
