import time

import streamlit as st

st.session_state.runs = st.session_state.get("runs", 0) + 1
st.set_page_config(page_title="Tests of the page", layout="wide")
st.text(f"runs {st.session_state.runs}")
st.text_input("Name")
if st.button("Work"):
    for second in range(60):
        st.text(f"second {second}")
        time.sleep(1)
print("printed by the script")
