import csv
from datetime import date

import streamlit as st

from sun import hours_of_daylight

with open("data.csv", encoding="utf-8") as file:
    latitudes = {row["city"]: float(row["latitude"]) for row in csv.DictReader(file)}

st.title("How long is the day?")

cities = st.multiselect("Cities", latitudes, ["Helsinki", "Cairo", "Cape Town"])
day = st.date_input("Day", date(2026, 6, 21))
day_of_year = day.timetuple().tm_yday

if not cities:
    st.info("Choose a city.")
    st.stop()

for city, column in zip(cities, st.columns(len(cities))):
    hours = hours_of_daylight(latitudes[city], day_of_year)
    column.metric(city, f"{int(hours)} h {int(hours % 1 * 60):02} min")

st.line_chart(
    {city: [hours_of_daylight(latitudes[city], day) for day in range(1, 366)] for city in cities},
    x_label="day of the year",
    y_label="hours of daylight",
)
