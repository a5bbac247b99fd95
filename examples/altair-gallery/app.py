import inspect

import pandas as pd
import streamlit as st

from charts import GALLERY

st.set_page_config(page_title="Altair gallery", page_icon=":material/insert_chart:")

penguins = pd.read_csv("penguins.csv")
weather = pd.read_csv("weather.csv", parse_dates=["date"])

st.title("Altair gallery")

name = st.selectbox("Chart", GALLERY)
draw = GALLERY[name]

st.write(draw.__doc__)
st.altair_chart(draw(penguins, weather))

with st.expander("Code", icon=":material/code:"):
    st.code(inspect.getsource(draw))
