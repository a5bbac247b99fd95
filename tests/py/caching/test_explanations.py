"""Why a call was not served, in the words that a person reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tabstream._protocol import WatchCaches
from tabstream.caching.report import report

if TYPE_CHECKING:
    from visits import Visits

APP = """
import streamlit as st

LIMIT = 3

class Rule:
    factor = 2

def clean(n):
    return min(n, LIMIT) * Rule.factor

@st.cache{options}
def f(n, name="a"):
    return clean(n)

f(7)
st.text("end")
"""


def last_miss(visits: Visits, old: str, new: str, options: str = "") -> str | None:
    """Run the app, edit it, run it again; return why the second run computed."""
    app = APP.replace("{options}", options)
    visits.results.stored.clear()
    visits.open(app)
    (visits.folder / "app.py").write_text(app.replace(old, new))
    visits.run()
    return visits.record("f").last_miss


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("", "", "first call"),
        ("LIMIT = 3", "LIMIT = 4", "global `LIMIT` was 3, is 4"),
        ("min(n, LIMIT)", "max(n, LIMIT)", "bytecode of `clean()` in app.py changed"),
        ("return clean(n)", "return -clean(n)", "bytecode of `f()` in app.py changed"),
        ("factor = 2", "factor = 5", "`Rule.factor` was 2, is 5"),
        ('name="a"', 'name="b"', "default of `name` in `f()` was 'a', is 'b'"),
        ("f(7)", "f(8)", "argument `n`: new value 8"),
        ("f(7)", "f(7, 'c')", "argument `name`: new value 'c'"),
    ],
)
def test_a_miss_names_what_changed(visits: Visits, old: str, new: str, why: str) -> None:
    assert last_miss(visits, old, new) == why


def test_cache_data_with_depends_follows_the_code_too(visits: Visits) -> None:
    why = last_miss(visits, "LIMIT = 3", "LIMIT = 4", '_data(depends="code")')
    assert why == "global `LIMIT` was 3, is 4"


def test_without_it_only_the_function_itself_counts(visits: Visits) -> None:
    assert last_miss(visits, "LIMIT = 3", "LIMIT = 4", "_data") == "first call"
    assert visits.record("f").hits == 1
    why = last_miss(visits, "return clean(n)", "return -clean(n)", "_data")
    assert why == "bytecode of `f()` in app.py changed"
    why = last_miss(visits, "persist", "ttl=5, persist", "_data(persist=False)")
    assert why == "the source of `f()` or an option of its cache changed"


def test_arguments_may_be_new_only_together(visits: Visits) -> None:
    calls = "f(7); f(8, 'b')"
    assert last_miss(visits, "f(7)", f"{calls}; f(7, 'b')") == "its arguments are new together"


def test_what_expired_made_room_or_was_cleared_says_so(visits: Visits) -> None:
    assert last_miss(visits, "", "", "_data(ttl=1e-9)") == "expired 0 s ago"
    assert last_miss(visits, "f(7)", "f(8); f(7)", "_data(max_entries=1, persist=False)") == (
        "it had made room for newer ones"
    )
    assert last_miss(visits, "f(7)", "f.clear(); f(7)", "_data") == "its cache was cleared"


def test_the_report_tells_what_the_cache_is_good_for(visits: Visits) -> None:
    visits.open(APP.replace("{options}", "_data"))
    visits.run()
    assert visits.app is not None
    [function] = report(visits.app.view.session).functions
    assert (function.title, function.decorator, function.file) == ("f", "cache_data", "app.py")
    assert (function.hits, function.misses, function.unkept) == (1, 1, None)
    [entry] = function.entries
    assert (entry.call, entry.stored) == ("n=7", True)
    assert function.stored == sum(len(content) for _, content in visits.results.stored.values())


def test_a_report_is_sent_after_each_run_while_it_is_watched(visits: Visits) -> None:
    visits.open(APP.replace("{options}", "_data"))
    assert visits.app is not None
    view = visits.app.view
    sent: list[object] = []
    view.session.send = sent.append  # type: ignore[assignment, method-assign]
    view.session.take_in(WatchCaches(on=True))
    assert [type(message).__name__ for message in sent] == ["CacheReport"]
    sent.clear()
    visits.run()
    assert "CacheReport" in [type(message).__name__ for message in sent]
    view.session.take_in(WatchCaches(on=False))
    sent.clear()
    visits.run()
    assert "CacheReport" not in [type(message).__name__ for message in sent]


@pytest.mark.parametrize("decorator", ["cache", "cache_data", "cache_resource"])
def test_explain_says_at_each_call_where_its_value_came_from(
    visits: Visits, decorator: str
) -> None:
    app = APP.replace("{options}", "(explain=True)").replace("st.cache", f"st.{decorator}")
    visits.open(app)
    assert visits.app is not None
    [caption] = visits.app.caption
    assert caption.value.startswith("`f(n=7")
    assert caption.value.endswith("first call")
    visits.run()
    [caption] = visits.app.caption
    assert "from the cache, computed 0 s ago" in caption.value
