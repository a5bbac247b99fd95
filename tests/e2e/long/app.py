import streamlit as st

st.markdown("[To the end](#the-end)")
shows = st.checkbox("Show a line above")
if shows:
    st.text("a new line")
st.text_input("Name")
for number in range(10_000):
    st.text(f"line {number}")
st.header("The end")
