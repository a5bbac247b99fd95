"""Functions, variables and classes of one name are not one thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from visits import Visits

TWO = {
    "two lambdas": """
inc = {cache}(lambda x: x + 1)
dbl = {cache}(lambda x: x * 2)
st.text([inc(10), dbl(10)])
""",
    "a function that makes functions": """
def make(n):
    @{cache}
    def f(x):
        return x + n * n - (n == 1)
    return f
a, b = make(1), make(3)
st.text([a(10) + 1, b(10) + 1])
""",
    "a name that is given anew": """
@{cache}
def f(x):
    return x + 1
first = f
@{cache}
def f(x):
    return x * 2
st.text([first(10), f(10)])
""",
}
RESULTS = {
    "two lambdas": "[11, 20]",
    "a function that makes functions": "[11, 20]",
    "a name that is given anew": "[11, 20]",
}


@pytest.mark.parametrize("decorator", ["st.cache", "st.cache_data", "st.cache_resource"])
@pytest.mark.parametrize("name", TWO)
def test_each_has_its_own_results(visits: Visits, name: str, decorator: str) -> None:
    app = "import streamlit as st\n" + TWO[name].replace("{cache}", decorator)
    assert visits.open(app) == [RESULTS[name]]
    assert visits.run() == [RESULTS[name]]
    assert visits.open() == [RESULTS[name]]


VARIABLES = """
import streamlit as st
import helper

LIMIT = 1

@st.{decorator}
def f():
    return [LIMIT, helper.limit()]

st.text(f())
"""
HELPER = {"helper__py": "LIMIT = 1\ndef limit():\n    return LIMIT"}


@pytest.mark.parametrize("decorator", ["cache", "cache_data"])
def test_a_variable_of_the_script_is_not_that_of_a_module(visits: Visits, decorator: str) -> None:
    app = VARIABLES.format(decorator=decorator)
    assert visits.open(app, **HELPER) == ["[1, 1]"]
    assert visits.open(app.replace("LIMIT = 1", "LIMIT = 2"), **HELPER) == ["[2, 1]"]
    changed = {"helper__py": HELPER["helper__py"].replace("LIMIT = 1", "LIMIT = 2")}
    assert visits.open(app, **changed) == ["[1, 2]"]


CLOSURES = """
import streamlit as st

def make(n):
    return lambda: n

a, b = make(1), make(2)

@st.{decorator}
def f():
    return [a(), b()]

st.text(f())
"""


@pytest.mark.parametrize("decorator", ["cache", "cache_data"])
def test_variables_around_functions_of_one_name_are_told_apart(
    visits: Visits, decorator: str
) -> None:
    app = CLOSURES.format(decorator=decorator)
    assert visits.open(app) == ["[1, 2]"]
    assert visits.open(app.replace("make(1)", "make(2)")) == ["[2, 2]"]
    assert visits.open(app.replace("make(2)", "make(1)")) == ["[1, 1]"]
