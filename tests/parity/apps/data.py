"""What is looked at in rows and columns."""

# %% dataframe
import streamlit as st

st.dataframe({"month": ["May", "June"], "rain": [12.5, 30.0]})

# %% dataframe: options
import pandas as pd

import streamlit as st

rain = pd.DataFrame({"month": ["May", "June"], "rain": [12.5, 30.0]}, index=["a", "b"])
st.dataframe(rain, 400, 200, hide_index=True, column_order=["rain"], row_height=40)
st.dataframe(rain, use_container_width=True, key="rain", on_select="rerun", placeholder="-")
st.dataframe(rain, width="content", height="stretch", column_config={"rain": "Rain (mm)"})

# %% dataframe: everything that looks like one
import datetime

import numpy as np
import pandas as pd

import streamlit as st

st.dataframe()
st.dataframe([1, 2, 3])
st.dataframe([[1, "a"], [2, "b"]])
st.dataframe([{"a": 1}, {"a": 2}])
st.dataframe({"a": 1, "b": 2})
st.dataframe({"a": [1, 2], "b": ["x", None]})
st.dataframe({1, })
st.dataframe(np.array([[1, 2], [3, 4]]))
st.dataframe(pd.Series([1, 2], name="rain"))
st.dataframe(pd.Index(["a", "b"]))
st.dataframe(pd.DataFrame({"a": [1]}).style.format("{:.2f}"))
st.dataframe(
    pd.DataFrame(
        {
            "day": [datetime.date(2024, 5, 1)],
            "time": pd.to_datetime(["2024-05-01 12:00"]),
            "kind": pd.Categorical(["wet"]),
            "ok": [True],
            "gap": [np.nan],
            "many": [[1, 2]],
        }
    )
)
st.dataframe(pd.DataFrame({"a": [1, 2]}, index=pd.MultiIndex.from_tuples([("x", 1), ("y", 2)])))

# %% column_config
import pandas as pd

import streamlit as st

frame = pd.DataFrame(
    {
        "name": ["May"],
        "rain": [12.5],
        "day": pd.to_datetime(["2024-05-01"]),
        "wet": [True],
        "page": ["https://example.org"],
        "full": [0.4],
        "photo": ["https://example.org/a.png"],
    }
)
st.dataframe(
    frame,
    column_config={
        "name": st.column_config.TextColumn(),
        "rain": st.column_config.NumberColumn(),
        "day": st.column_config.DateColumn(),
        "wet": st.column_config.CheckboxColumn(),
        "page": st.column_config.LinkColumn(),
        "full": st.column_config.ProgressColumn(),
        "photo": st.column_config.ImageColumn(),
    },
)

# %% column_config: options
import datetime

import pandas as pd

import streamlit as st

frame = pd.DataFrame(
    {
        "name": ["May"],
        "rain": [12.5],
        "day": pd.to_datetime(["2024-05-01"]),
        "wet": [True],
        "page": ["https://example.org"],
        "full": [0.4],
        "photo": ["https://example.org/a.png"],
        "hidden": [1],
        "titled": [1],
    }
)
st.dataframe(
    frame,
    column_config={
        "name": st.column_config.TextColumn("Month", width="small", help="Its name", max_chars=9),
        "rain": st.column_config.NumberColumn(
            "Rain", format="%.1f mm", min_value=0, max_value=100, step=0.5, required=True
        ),
        "day": st.column_config.DateColumn(
            "Day", format="DD.MM.YYYY", min_value=datetime.date(2024, 1, 1), step=1
        ),
        "wet": st.column_config.CheckboxColumn("Wet", default=False, disabled=True),
        "page": st.column_config.LinkColumn(
            "Page", display_text="Open", validate="^https://", pinned=True
        ),
        "full": st.column_config.ProgressColumn(
            "Full", format="percent", min_value=0.0, max_value=2.0
        ),
        "photo": st.column_config.ImageColumn("Photo", width=80, pinned=False),
        "hidden": None,
        "titled": "A title",
        "_index": st.column_config.Column("Row"),
    },
)

# %% table
import streamlit as st

st.table({"month": ["May", "June"], "rain": [12.5, 30.0]})

# %% table: options
import pandas as pd

import streamlit as st

rain = pd.DataFrame({"month": ["May", "June"], "rain": [12.5, 30.0]})
st.table(rain, border="horizontal", width="content", height=200, hide_index=True, hide_header=True)
st.table(rain.set_index("month"), border=False)
st.table([[1, 2]])

# %% json
import streamlit as st

st.json({"rain": [1, 2, {"wind": None}], "dry": False})

# %% json: options
import datetime

import streamlit as st

st.json('{"rain": 1}', expanded=False)
st.json([1, 2], expanded=2, width=300)
st.json({"day": datetime.date(2024, 5, 1), "set": {1}, (1, 2): "tuple"})
st.json("not json at all")

# %% metric
import streamlit as st

st.metric("Rain", 12.5)

# %% metric: the way it went
import streamlit as st

for delta in (-0.0, 0, False, True, "", "0", "+0", "-0", " -3", "0.0", "0 kg"):
    st.metric(repr(delta), 1, delta)

# %% metric: the first column of a table
import numpy as np
import pandas as pd
import streamlit as st

st.metric("Rain", 1, chart_data=pd.DataFrame({"mm": [1, 2, 3], "days": [4, 5, 6]}))
st.metric("Rain", 1, chart_data=np.array([[1, 2], [3, 4]]))

# %% metric: options
import streamlit as st

st.metric("Rain", "12.5 mm", -2, help="Since midnight", border=True)
st.metric("Rain", 12, "5 %", "inverse", label_visibility="hidden")
st.metric("Rain", None, 0)
st.metric("Rain", 12, 3.5, delta_color="off", width=200, height=100)
st.metric("Rain", 12, "-3 mm", delta_color="blue", delta_arrow="off")
st.metric("Rain", 1234, chart_data=[1, 2, 3], chart_type="bar", format="compact")
st.metric("Rain", 12, 1, icon="🌧️", delta_description="since yesterday")
