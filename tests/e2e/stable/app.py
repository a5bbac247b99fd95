import streamlit as st

if st.checkbox("Show a line above"):
    st.text("a new line")
st.text_input("Name", key="name")
st.selectbox("Colour", ["red", "green", "blue"])
st.line_chart([1, 3, 2])
st.text("below")
