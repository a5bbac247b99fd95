import streamlit as st

ABOUT = "**Days**, made by [Ann](https://ann.example/)"
st.set_page_config(
    page_title="Days",
    page_icon=":shark:",
    menu_items={"Get help": "https://help.example/", "Report a bug": None, "About": ABOUT},
)
if st.button("Next"):
    st.query_params.day = int(st.query_params.day) + 1
    st.query_params.seen = "yes"
st.text(f"day {st.query_params.day}")
st.markdown("[Down](#below)")
st.header("Below")
