import pandas as pd
import streamlit as st

st.set_page_config(page_title="Bird strikes", page_icon=":material/flight_takeoff:", layout="wide")


@st.cache_data
def load():
    return pd.read_csv("strikes.csv", parse_dates=["date"])


strikes = load()

with st.sidebar:
    st.header("Filters")
    first, last = st.slider("Years", 1990, 2002, (1990, 2002))
    states = st.multiselect("States", sorted(strikes["state"].unique()), placeholder="All states")
    phases = st.multiselect("Phases", sorted(strikes["phase"].unique()), placeholder="All phases")
    damaged = st.toggle("Only with damage")

shown = strikes[strikes["date"].dt.year.between(first, last)]
if states:
    shown = shown[shown["state"].isin(states)]
if phases:
    shown = shown[shown["phase"].isin(phases)]
if damaged:
    shown = shown[shown["damage"].isin(["Minor", "Medium", "Substantial"])]

st.title("When birds meet planes")
st.caption("Ten thousand reports of the US Federal Aviation Administration, 1990 to 2002")

if shown.empty:
    st.info("No report is left. Take away a filter.", icon=":material/filter_alt:")
    st.stop()

reports, cost, speed = st.columns(3)
reports.metric("Reports", f"{len(shown):,}", border=True)
cost.metric("Damage", f"${shown['cost'].sum():,}", border=True)
speed.metric("Median speed", f"{shown['speed'].median():.0f} kn", border=True)

by_month, by_species = st.tabs(["Through the year", "Who it was"])
with by_month:
    months = shown.groupby([shown["date"].dt.month.rename("month"), "size"]).size()
    st.bar_chart(months.unstack(), x_label="month", y_label="reports", height=280)
with by_species:
    species = shown.loc[~shown["species"].str.startswith("Unknown"), "species"].value_counts()
    st.bar_chart(species.head(10), horizontal=True, sort="-count", height=280)

st.dataframe(
    shown.rename(columns=lambda name: name.replace("_", " ").capitalize()),
    hide_index=True,
    column_config={
        "Date": st.column_config.DateColumn(format="MMM D, YYYY"),
        "Cost": st.column_config.NumberColumn(format="dollar"),
        "Speed": st.column_config.ProgressColumn(format="%d kn", max_value=400),
    },
)
