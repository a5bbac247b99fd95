import streamlit as st

st.text("The first words")
