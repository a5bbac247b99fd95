"""Results that outlive the page: served when all that they were made of is as it was."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from tabstream._protocol import PageHidden
from tabstream.caching import environment
from tabstream.caching.results import results_of

if TYPE_CHECKING:
    from visits import Visits

APP = """
from pathlib import Path
import streamlit as st
import helper

RATE = 2

@st.{decorator}
def f(n):
    st.session_state["calls"] = st.session_state.get("calls", 0) + 1
    return [helper.scale(n) * RATE, Path("data.csv").read_text()]

st.text(f(3))
st.text(st.session_state.get("calls", 0))
"""
FILES = {"helper__py": "def scale(n):\n    return n * 10", "data__csv": "a"}
DATA = APP.format(decorator="cache_data")
BOTH = pytest.mark.parametrize("decorator", ["cache", "cache_data"])


@BOTH
def test_a_result_outlives_the_page(visits: Visits, decorator: str) -> None:
    app = APP.format(decorator=decorator)
    assert visits.open(app, **FILES) == ["[60, 'a']", "1"]
    assert visits.open() == ["[60, 'a']", "0"]
    assert visits.record("f").hits == 1


@BOTH
@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("RATE = 2", "RATE = 3", "global `RATE` was 2, is 3"),
        ("* RATE", "+ RATE", "bytecode of `f()` in app.py changed"),
        ("n * 10", "n * 20", "bytecode of `scale()` in helper.py changed"),
    ],
)
def test_nothing_stale_is_served(
    visits: Visits, decorator: str, old: str, new: str, why: str
) -> None:
    app = APP.format(decorator=decorator)
    visits.open(app, **FILES)
    edited = {name: content.replace(old, new) for name, content in FILES.items()}
    assert visits.open(app.replace(old, new), **edited)[1] == "1"
    assert visits.record("f").last_miss == why
    # What was computed instead is there at the next visit.
    assert visits.open()[1] == "0"


@BOTH
def test_a_file_counts_by_what_it_holds(visits: Visits, decorator: str) -> None:
    app = APP.format(decorator=decorator)
    visits.open(app, **FILES)
    assert visits.open(app, **FILES)[1] == "0"  # written anew, the same
    assert visits.open(app, **{**FILES, "data__csv": "b"})[1] == "1"
    assert visits.record("f").last_miss == "file `data.csv` changed"


def test_an_edit_beside_it_is_no_change(visits: Visits) -> None:
    visits.open(DATA, **FILES)
    below = {**FILES, "helper__py": FILES["helper__py"] + "\n\ndef other():\n    return 1"}
    assert visits.open(DATA + "\nst.text('below')", **below)[1] == "0"


def test_other_versions_of_packages_make_it_compute_anew(
    visits: Visits, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = DATA.replace("import helper", "import helper, numpy")
    visits.open(app, **FILES)
    real = environment.version_of
    monkeypatch.setattr(
        environment, "version_of", lambda name: "9.9" if name == "numpy" else real(name)
    )
    assert visits.open()[1] == "1"
    last_miss = visits.record("f").last_miss
    assert last_miss
    assert last_miss.startswith("stored by numpy ")
    assert last_miss.endswith("; this is 9.9")


@pytest.mark.parametrize(
    ("options", "hours", "calls"),
    [
        ("", 23, "0"),
        ("", 25, "1"),
        ("(ttl='2d')", 25, "0"),
        ("(ttl='2d')", 49, "1"),
        ("(ttl=3600)", 2, "1"),
    ],
)
def test_a_stored_result_holds_for_its_ttl_or_a_day(
    visits: Visits, monkeypatch: pytest.MonkeyPatch, options: str, hours: int, calls: str
) -> None:
    visits.open(DATA.replace("cache_data", f"cache_data{options}"), **FILES)
    later = time.time() + hours * 3600
    monkeypatch.setattr(time, "time", lambda: later)
    assert visits.open()[1] == calls


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("cache_data", "cache_data(persist=False)"),
        ("cache_data", "cache(persist=False)"),
        ("cache_data", "cache_data(scope='session')"),
        ("cache_data", "cache_resource"),
    ],
)
def test_what_is_to_stay_in_memory_does(visits: Visits, old: str, new: str) -> None:
    visits.open(DATA.replace(old, new), **FILES)
    assert visits.open()[1] == "1"
    assert visits.results.stored == {}


def test_the_config_switches_it_off(visits: Visits) -> None:
    (visits.folder / ".streamlit").mkdir()
    config = visits.folder / ".streamlit/config.toml"
    config.write_text("[tabstream]\nkeepResults = false")
    visits.open(DATA, **FILES)
    assert visits.open()[1] == "1"
    assert visits.results.stored == {}


def damaged(content: bytes) -> dict[str, bytes]:
    return {
        "cut short": content[: len(content) // 2],
        "a bit": content[:-3] + bytes([content[-3] ^ 1]) + content[-2:],
        "a bit of the header": content[:60] + bytes([content[60] ^ 1]) + content[61:],
        "nothing": b"",
        "something else": b"<html>",
    }


@pytest.mark.parametrize("how", damaged(b"x" * 100))
def test_nothing_is_served_that_does_not_match_its_checksum(visits: Visits, how: str) -> None:
    visits.open(DATA, **FILES)
    [(key, (made, content))] = visits.results.stored.items()
    visits.results.stored[key] = (made, damaged(content)[how])
    assert visits.open()[1] == "1"
    assert visits.record("f").last_miss == "what was stored is damaged"
    assert visits.app is not None
    assert visits.results.stored[key][1][-3:] == content[-3:]  # stored anew


def test_an_entry_under_another_name_is_not_served(visits: Visits) -> None:
    app = DATA + "\nst.text(f(4))"
    visits.open(app, **FILES)
    three, four = visits.results.stored
    stored = visits.results.stored
    stored[three], stored[four] = stored[four], stored[three]
    assert visits.open() == ["[60, 'a']", "1", "[80, 'a']"]


def test_a_class_that_changed_is_computed_anew(visits: Visits) -> None:
    app = """
import streamlit as st

class Point:
    x = 1

def make():
    return globals()["Point"]()

@st.cache_data
def f():
    st.session_state["calls"] = 1
    return make()

f()
st.text(st.session_state.get("calls", 0))
"""
    assert visits.open(app) == ["1"]
    assert visits.open() == ["0"]
    assert visits.open(app.replace("Point", "Place")) == ["1"]
    last_miss = visits.record("f").last_miss
    assert last_miss
    assert "Point" in last_miss or "changed" in last_miss


def test_what_a_function_drew_is_drawn_at_the_next_visit(visits: Visits) -> None:
    app = """
import streamlit as st

@st.cache_data
def f():
    with st.container():
        st.text("drawn")
    return 1

f()
"""
    assert visits.open(app) == ["drawn"]
    assert visits.open() == ["drawn"]
    assert visits.record("f").hits == 1


def test_a_result_is_stored_as_it_was_returned(visits: Visits) -> None:
    app = """
import streamlit as st

@st.cache(allow_output_mutation=True)
def numbers():
    return [1]

mine = numbers()
mine.append(2)
st.text(len(mine))
"""
    assert visits.open(app) == ["2"]
    assert visits.open() == ["2"]  # one of its own, not the changed one with one more
    assert visits.record("numbers").hits == 1


def test_a_mutated_object_is_dropped_from_storage(visits: Visits) -> None:
    app = """
import streamlit as st

@st.cache
def numbers():
    return [1]

numbers().append(2)
numbers()
st.text("end")
"""
    visits.open(app)
    assert visits.results.stored == {}


@pytest.mark.parametrize(
    ("dependency", "value", "why"),
    [
        ("threading.Lock()", "1", "depends on global `it`"),
        ("1", "lambda: 1", "cannot be pickled"),
    ],
)
def test_what_cannot_be_stored_stays_in_memory_and_says_why(
    visits: Visits, dependency: str, value: str, why: str
) -> None:
    app = f"""
import threading
import streamlit as st

it = {dependency}

@st.cache_{"data" if value == "1" else "resource"}
def f():
    return (it, {value})[1]

@st.cache(allow_output_mutation=True, hash_funcs={{type(it): str}})
def g():
    return (it, {value})[1]

f()
g()
st.text("end")
"""
    visits.open(app)
    unkept = [visits.record(title).unkept or "" for title in ("f", "g")]
    assert why in "".join(unkept)


@pytest.mark.parametrize("clear", ["f.clear()", "f.clear(3)", "st.cache_data.clear()"])
def test_what_is_cleared_is_gone_from_storage_too(visits: Visits, clear: str) -> None:
    visits.open(DATA, **FILES)
    visits.open(DATA.replace("st.text(f(3))", f"{clear}\nst.text(f(3))"))
    assert visits.app is not None
    assert visits.app.text[1].value == "1"


def test_a_hidden_page_stores_what_waits(visits: Visits) -> None:
    visits.open(DATA, **FILES)
    assert visits.app is not None
    session = visits.app.view.session
    visits.results.stored.clear()
    results_of(session).put("name", 0, lambda: b"content")
    assert visits.results.stored == {}
    session.take_in(PageHidden())
    assert visits.results.stored == {"name": (0, b"content")}
