import math

import streamlit as st

rate = st.number_input("Interest a year, in percent", 0.5, 20.0, 4.0, step=0.5)
exact = math.log(2) / math.log(1 + rate / 100)

st.write(f"It takes **{exact:.1f} years** to double; 72 / {rate:g} says {72 / rate:.1f}.")

if st.checkbox("Show the table"):
    st.table(
        [
            {"rate": f"{r} %", "exact": f"{math.log(2) / math.log(1 + r / 100):.1f}", "rule": f"{72 / r:.1f}"}
            for r in (1, 2, 4, 8, 12, 16)
        ]
    )
