import streamlit as st

x = st.slider("x")
st.write(x, "squared is", x * x)
for number in range(10_000):
    st.write(f"line {number}")
