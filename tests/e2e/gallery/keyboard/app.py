import datetime

import pandas as pd
import streamlit as st

size = st.slider("Size", 0, 10, 3)
fruits = st.multiselect("Fruits", ["apple", "banana", "cherry"])
colour = st.selectbox("Colour", ["red", "green", "blue"])
day = st.date_input("Day", datetime.date(2026, 6, 21))
one, two = st.tabs(["One", "Two"])
one.text("in the first tab")
two.text("in the second tab")
with st.expander("More"):
    on = st.checkbox("On")
table = pd.DataFrame({"city": ["Bern", "Oslo"], "people": [134_000, 709_000]})
st.dataframe(table, hide_index=True)
st.caption(f"{size} {fruits} {colour} {day} {on}")
