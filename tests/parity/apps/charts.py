"""What is looked at as a picture of numbers."""

# %% line_chart
import streamlit as st

st.line_chart([1, 3, 2])

# %% line_chart: options
import pandas as pd

import streamlit as st

frame = pd.DataFrame({"day": [1, 2, 3], "rain": [3, 1, 2], "wind": [5, 6, 7]})
st.line_chart(frame, x="day", y=["rain", "wind"], color=["#f00", "#00f"], width=400, height=200)
st.line_chart(frame, x="day", y="rain", x_label="Day", y_label="Rain (mm)")
st.line_chart(frame.set_index("day"), use_container_width=True)
st.line_chart([1, 3, 2], width=None)

# %% area_chart
import streamlit as st

st.area_chart({"rain": [1, 3, 2]})

# %% area_chart: options
import pandas as pd

import streamlit as st

frame = pd.DataFrame({"day": [1, 2, 3], "rain": [3, 1, 2], "kind": ["a", "b", "a"]})
st.area_chart(frame, x="day", y="rain", color="kind", stack="normalize", height=200)
st.area_chart(frame, x="day", y="rain", stack=False, x_label="Day")

# %% bar_chart
import streamlit as st

st.bar_chart({"rain": [1, 3, 2]})

# %% bar_chart: options
import pandas as pd

import streamlit as st

frame = pd.DataFrame({"month": ["May", "June"], "rain": [3, 1], "wind": [5, 6]})
st.bar_chart(frame, x="month", y="rain", horizontal=True, color="#ffaa00")
st.bar_chart(frame, x="month", y=["rain", "wind"], stack=False, sort="-rain", width=300)

# %% scatter_chart
import streamlit as st

st.scatter_chart({"rain": [1, 3, 2]})

# %% scatter_chart: options
import pandas as pd

import streamlit as st

frame = pd.DataFrame({"rain": [3, 1], "wind": [5, 6], "size": [10, 20], "kind": ["a", "b"]})
st.scatter_chart(frame, x="rain", y="wind", size="size", color="kind")
st.scatter_chart(frame, x="rain", y="wind", size=50, x_label="Rain", y_label="Wind", height=300)

# %% vega_lite_chart
import pandas as pd

import streamlit as st

st.vega_lite_chart(
    pd.DataFrame({"a": [1, 2], "b": [3, 4]}),
    {"mark": "bar", "encoding": {"x": {"field": "a"}, "y": {"field": "b"}}},
)

# %% vega_lite_chart: options
import streamlit as st

st.vega_lite_chart(
    {"data": {"values": [{"a": 1}]}, "mark": "point", "encoding": {"x": {"field": "a"}}},
    theme=None,
    width=300,
    height=200,
)
st.vega_lite_chart({"a": [1, 2]}, {"mark": {"type": "line"}, "title": "Rain"}, key="rain")

# %% altair_chart
import altair as alt
import pandas as pd

import streamlit as st

st.altair_chart(alt.Chart(pd.DataFrame({"a": [1, 2]})).mark_bar().encode(x="a:O", y="count()"))

# %% altair_chart: options
import altair as alt
import pandas as pd

import streamlit as st

frame = pd.DataFrame({"a": [1, 2], "b": [3, 4]})
points = alt.Chart(frame).mark_point().encode(x="a", y="b")
st.altair_chart(points + points.mark_line(), theme=None, width="content")
st.altair_chart(points | points, use_container_width=True, key="both")

# %% pyplot
import matplotlib.pyplot as plt

import streamlit as st

figure, axes = plt.subplots()
axes.plot([1, 3, 2])
st.pyplot(figure)

# %% pyplot: options
import matplotlib.pyplot as plt

import streamlit as st

figure, axes = plt.subplots()
axes.plot([1, 3, 2])
st.pyplot(figure, True, width=300)
st.write(len(figure.axes[0].lines) if figure.axes else 0)
