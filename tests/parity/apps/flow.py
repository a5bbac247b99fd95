"""What steers the run and the page."""

# %% set_page_config
import streamlit as st

st.set_page_config()
st.text("after")

# %% set_page_config: options
import streamlit as st

st.set_page_config(
    "Weather", "🌧️", "wide", "expanded", {"About": "A **garden**", "Get help": "https://example.org"}
)
st.set_page_config(page_title="Weather, again", initial_sidebar_state=300)
st.text("after")

# %% set_page_config: an icon that is not there
import streamlit as st

st.set_page_config("Weather", "favicon.png")
st.text("after")

# %% stop
import streamlit as st

st.text("before")
try:
    st.stop()
except Exception:
    st.text("a stop is no error")
st.text("never")

# %% rerun
import streamlit as st

st.session_state.setdefault("runs", 0)
st.session_state.runs += 1
st.text("before")
if st.session_state.runs < 3:
    st.rerun()
st.write(st.session_state.runs)

# %% rerun: options
import streamlit as st

if "again" not in st.session_state:
    st.session_state.again = True
    st.rerun(scope="app")
st.text("second run")

# %% session_state
import streamlit as st

st.session_state["rain"] = 12
st.session_state.wind = [1]
st.write(st.session_state.rain, st.session_state["wind"], "rain" in st.session_state)
st.write(sorted(st.session_state), len(st.session_state))
del st.session_state["rain"]
st.write(st.session_state.get("rain"), st.session_state.get("rain", "dry"))
st.write(st.session_state.to_dict(), st.session_state)

# %% session_state: options
import streamlit as st

st.session_state.update({"a": 1}, b=2)
st.session_state.setdefault("a", 5)
st.session_state.setdefault("c", 5)
st.write(st.session_state.pop("b"), st.session_state.pop("z", None))
st.write(dict(sorted(st.session_state.items())))
st.slider("Size", key="size")
st.text_input("No key")
st.write(st.session_state.size, sorted(st.session_state.keys()))

# %% session_state: is cleared
import streamlit as st

st.session_state.update(a=1, b=2)
del st.session_state.a
st.write(sorted(st.session_state))
st.session_state.clear()
st.write(list(st.session_state))

# %% session_state: what is missing
import streamlit as st

try:
    st.session_state["rain"]
except KeyError as error:
    st.write(error)
st.session_state.rain

# %% query_params
import streamlit as st

st.query_params["day"] = "2024-05-01"
st.query_params.hours = [1, 2]
st.write(st.query_params["day"], st.query_params.hours, st.query_params.get_all("hours"))
st.write(st.query_params.to_dict(), st.query_params, len(st.query_params))
st.write(st.query_params.get("none"), st.query_params.get_all("none"), "day" in st.query_params)

# %% query_params: options
import streamlit as st

st.query_params.update({"a": 1}, b=2.5)
st.query_params.from_dict({"c": ["x", "y"], "d": ""})
st.write(st.query_params.to_dict(), sorted(st.query_params.keys()))
st.write(st.query_params.pop("d"), dict(st.query_params))
del st.query_params["c"]
st.query_params.clear()
st.write(st.query_params.to_dict())
st.query_params["missing"]

# %% get_option
import streamlit as st

st.write(st.get_option("client.showErrorDetails"), st.get_option("server.maxUploadSize"))
st.write(st.get_option("theme.primaryColor"), st.get_option("runner.magicEnabled"))

# %% get_option: a saved file
import streamlit as st

st.write(st.get_option("server.runOnSave"))

# %% set_option
import streamlit as st

st.set_option("client.showErrorDetails", "type")
st.write(st.get_option("client.showErrorDetails"))
st.set_option("client.showErrorDetails", "full")
st.set_option("server.port", 80)

# %% cache_data
import streamlit as st

calls = []


@st.cache_data
def rain(month, _unhashed=None):
    calls.append(month)
    return {"month": month}


first = rain("May")
first["month"] = "changed by the caller"
st.write(rain("May"), rain(month="May"), rain("May", object()), calls)

# %% cache_data: options
import datetime

import streamlit as st

calls = []


@st.cache_data(ttl=datetime.timedelta(hours=1), max_entries=1, show_spinner="Reading")
def rain(month):
    calls.append(month)
    return month


rain("May"), rain("June"), rain("May")
st.write(calls)


@st.cache_data(hash_funcs={list: len}, show_spinner=False, ttl="1d")
def total(numbers):
    calls.append("total")
    return sum(numbers)


st.write(total([1, 2]), total([3, 4]))
total.clear([1, 2])
st.write(total([3, 4]), total([5]))
total.clear()
st.write(total([6]), calls)
st.cache_data.clear()
rain("May")
st.write(calls)

# %% cache_data: elements are drawn again
import streamlit as st


@st.cache_data
def draw(name):
    st.text(f"drawn for {name}")
    left, right = st.columns(2)
    right.metric("Rain", 12)
    st.sidebar.text("beside")
    return len(name)


st.write(draw("May"))
st.write(draw("May"))
with st.container():
    draw("May")

# %% cache_data: errors are not kept
import streamlit as st

calls = []


@st.cache_data
def falls():
    calls.append(1)
    raise ValueError("no rain")


for _ in range(2):
    try:
        falls()
    except ValueError as error:
        st.write(str(error))
st.write(calls)

# %% cache_resource
import streamlit as st


@st.cache_resource
def gauge(name):
    return {"name": name}


gauge("north")["name"] = "changed for all"
st.write(gauge("north"), gauge("north") is gauge("north"), gauge("south"))

# %% cache_resource: options
import streamlit as st

calls = []


@st.cache_resource(ttl=60, max_entries=2, show_spinner=False, validate=lambda value: value < 2)
def gauge():
    calls.append(1)
    return len(calls)


st.write(gauge(), gauge(), gauge(), gauge())
gauge.clear()
st.write(gauge(), calls)

# %% cache_data: what is part of the key
import dataclasses
import enum

import numpy as np
import pandas as pd

import streamlit as st


@dataclasses.dataclass
class Point:
    x: int


class Sky(enum.Enum):
    CLEAR = 1
    GREY = 2


calls = []


@st.cache_data
def seen(value, default=1):
    calls.append(1)
    return len(calls)


for value in (
    1,
    1.0,
    "1",
    b"1",
    True,
    None,
    [1],
    (1,),
    {1},
    {"a": 1},
    Point(1),
    Sky.CLEAR,
    Sky.GREY,
    np.array([1]),
    np.array([1.0]),
    pd.DataFrame({"a": [1]}),
    pd.DataFrame({"b": [1]}),
    pd.Series([1]),
):
    st.write(seen(value) == seen(value), len(calls))
seen(1, 1)
seen(1, default=1)
st.write(len(calls))

# %% version and runtime
import streamlit as st
from streamlit import runtime
from streamlit.runtime.scriptrunner import get_script_run_ctx

st.write(st.__version__, runtime.exists(), get_script_run_ctx() is not None)

# %% the main module
import sys

import streamlit as st

st.write(__name__, sys.modules["__main__"].__dict__ is globals())
st.write(sorted(name for name in globals() if not name.startswith("__")))

# %% a stop that is caught
import streamlit as st

try:
    st.stop()
except:
    st.error("failed")
st.write("after")
