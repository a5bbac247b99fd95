import streamlit as st

st.text("nothing is cached")
