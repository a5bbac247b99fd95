"""What `st.write` makes of its arguments, and magic."""

# %% write
import streamlit as st

st.write("Rain in the **north**.")

# %% write: options
import streamlit as st

st.write("<b>Rain</b>", "and", 5, unsafe_allow_html=True)

# %% write: nothing, and the empty string
import streamlit as st

st.write()
st.write("")
st.write("", "")

# %% write: strings and numbers are joined
import streamlit as st

st.write("x is", 5, "squared", 25.0, "really", True, None)
st.write(0, "squared is", 0)
st.write("two\nlines", 3)

# %% write: plain values
import datetime
import enum

import streamlit as st


class Sky(enum.Enum):
    CLEAR = 1


for value in (1, 1.5, 2j, True, None, b"bytes", (1, 2), {3}, frozenset({4}), range(3), slice(2)):
    st.write(value)
st.write(datetime.date(2024, 5, 1), datetime.timedelta(hours=2), Sky.CLEAR)

# %% write: what prints in several lines is a block
import streamlit as st


class Report:
    def __str__(self) -> str:
        return "rain\nwind"


class Line:
    def __str__(self) -> str:
        return "a `quoted` line"


st.write(Report(), Line())

# %% write: collections are JSON
import collections
import types

import streamlit as st

Point = collections.namedtuple("Point", "x y")

st.write({"a": 1, "b": [1, None]}, "between", [1, "two"])
st.write(Point(1, 2))
st.write({"a": 1}.keys(), {"a": 1}.values(), {"a": 1}.items())
st.write(map(str, [1, 2]), enumerate("ab"))
st.write(types.MappingProxyType({"a": 1}), collections.ChainMap({"a": 1}), collections.UserDict(a=1))
st.write(collections.OrderedDict(a=1), collections.defaultdict(int, a=1), collections.Counter("aab"))
st.write(collections.deque([1]), collections.UserList([1]))

# %% write: text streams
import io

import streamlit as st

st.write(io.StringIO("from a **stream**"))

# %% write: generators are written as they come
import streamlit as st


def words():
    yield "rain "
    yield "and "
    yield "wind"


st.write(words)
st.write(words())
st.write(letter for letter in "abc")

# %% write: errors
import streamlit as st

st.write(ValueError("no rain"))

# %% write: functions, classes, modules
import math

import streamlit as st


class Gauge:
    """Measures rain."""

    unit = "mm"


def read(gauge):
    """Read a gauge."""


st.write(read)
st.write(Gauge)
st.write(Gauge())
st.write(math.floor)

# %% write: dataclasses
import dataclasses

import streamlit as st


@dataclasses.dataclass
class Reading:
    """One reading."""

    rain: float


st.write(Reading(1.5))

# %% write: numpy
import numpy as np

import streamlit as st

st.write(np.array([1, 2]), np.zeros((2, 3)), np.float64(1.5), np.int64(2))

# %% write: pandas
import pandas as pd

import streamlit as st

st.write(pd.DataFrame({"a": [1, 2]}))
st.write(pd.Series([1, 2], name="rain"), pd.Series([1, 2]))
st.write(pd.Index([1, 2]), pd.Timestamp("2024-05-01"))

# %% write: figures and charts
import altair as alt
import matplotlib.pyplot as plt
import pandas as pd

import streamlit as st

figure, axes = plt.subplots()
axes.plot([1, 2])
st.write(figure)
st.write(alt.Chart(pd.DataFrame({"a": [1, 2]})).mark_bar().encode(x="a:Q"))

# %% write: pictures
import streamlit as st
from PIL import Image

st.write(Image.new("RGB", (4, 3), "teal"))

# %% write: own HTML
import streamlit as st


class Rain:
    def _repr_html_(self) -> str:
        return "<b>rain</b>"


st.write(Rain(), unsafe_allow_html=True)

# %% write: one thing fails on a single place
import streamlit as st

st.empty().write("a", [1])

# %% write_stream
import streamlit as st

st.write_stream(iter(["rain ", "and ", "wind"]))

# %% write_stream: options
import streamlit as st

whole = st.write_stream((letter for letter in "abc"), cursor="|")


def parts():
    yield from ["a", [1], "b", 2]


mixed = st.write_stream(parts)
st.write(whole, mixed)

# %% magic
"""A docstring is not drawn."""

import streamlit as st

"Rain in the **north**."
x = 3
x
x, "squared is", x * x

# %% magic: where it works and where it does not
from __future__ import annotations

import streamlit as st

[1, 2]
{"a": 1}
f"{1 + 1} drops"
None
len("a call is not drawn")
x = y = 5
x == y
if x:
    "in a branch"
else:
    "never"
for n in range(2):
    n
with st.container():
    "in a container"
try:
    1 / 0
except ZeroDivisionError as error:
    error
finally:
    "finally"


def f():
    """A docstring."""
    "in a function"
    return "not this"


f()


class C:
    "not in a class"
    1

    def g(self):
        "in a method"
        self.x = 1


C().g()
lambda: "not in a lambda"
match x:
    case 5:
        "in a case"
