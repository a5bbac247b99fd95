"""The whole matrix of what makes a cached function compute anew, and of what does not."""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from look import Look, look
from matrix import ROWS

from tabstream.caching import dependencies, environment

if TYPE_CHECKING:
    from _pytest.mark.structures import ParameterSet
    from matrix import Edit, Row
    from visits import Visits

FOLLOWING = {"st.cache": "st.cache", "depends on code": 'st.cache_data(depends="code")'}
#: The decorator, and whether the page is loaded anew before the call that is looked at.
WAYS = {
    **{name: (decorator, False) for name, decorator in FOLLOWING.items()},
    "st.cache, reloaded": ("st.cache", True),
    "st.cache_data, reloaded": ("st.cache_data", True),
}
EVERY_WAY = pytest.mark.parametrize(("decorator", "reloads"), WAYS.values(), ids=WAYS)
FOLLOWED = pytest.mark.parametrize("decorator", FOLLOWING.values(), ids=FOLLOWING)


@pytest.fixture(autouse=True)
def _modules_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    # An edit within the same second, and of the same length, is not seen by what Python keeps.
    monkeypatch.setattr(sys, "dont_write_bytecode", True)


def cases(kind: str) -> list[ParameterSet]:
    """Return every edit of one kind, with its row."""
    edits: list[tuple[str, int, Row, Edit]] = [
        (name, number, row, edit)
        for name, row in ROWS.items()
        for number, edit in enumerate(getattr(row, kind))
    ]
    return [pytest.param(row, *edit, id=f"{name} {n}") for name, n, row, edit in edits]


@EVERY_WAY
@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS)
def test_without_a_change_it_is_served(
    visits: Visits, row: Row, decorator: str, reloads: bool
) -> None:
    seen = look(visits, row, decorator)
    shown = seen.shown
    assert not seen.is_computed(reloads=reloads), seen.record.last_miss
    assert seen.shown == shown


@EVERY_WAY
@pytest.mark.parametrize(("row", "old", "new"), cases("misses"))
def test_a_change_of_what_it_depends_on_is_a_miss(
    visits: Visits, row: Row, old: str, new: str, decorator: str, reloads: bool
) -> None:
    seen = look(visits, row, decorator)
    shown = seen.shown
    assert seen.is_computed(reloads=reloads, changed=seen.edit(old, new))
    assert seen.shown != shown


@EVERY_WAY
@pytest.mark.parametrize(("row", "old", "new"), cases("hits"))
def test_another_change_is_a_hit(
    visits: Visits, row: Row, old: str, new: str, decorator: str, reloads: bool
) -> None:
    seen = look(visits, row, decorator)
    changed = seen.edit(old, new)
    assert not seen.is_computed(reloads=reloads, changed=changed), seen.record.last_miss


@FOLLOWED
def test_a_module_of_a_folder_without_init_is_read_anew(visits: Visits, decorator: str) -> None:
    app = f"""
import streamlit as st
from parts import rates

@{decorator}
def f(): return rates.LIMIT

st.text(f())
"""
    seen = Look(visits, app, {"parts/rates.py": "LIMIT = 1"})
    assert seen.is_computed(reloads=False, changed=seen.edit("1", "2"))
    assert seen.shown == ["2"]


@FOLLOWED
def test_a_function_that_moved_to_another_file_is_named_by_that_one(
    visits: Visits, decorator: str
) -> None:
    here = "def scale(n): return n * 2\n"
    rest = f"""
import streamlit as st
@{decorator}
def f(): return scale(3)
st.text(f())
"""
    seen = Look(visits, here + rest, {"helper.py": here})
    seen.write("app.py", f"from helper import scale\n{rest}")
    assert seen.is_computed(reloads=False)
    assert "`scale()` in helper.py" in str(seen.record.last_miss)


# ---- files that come, go, or only look new -----------------------------------------------------

READS = """
import streamlit as st
from pathlib import Path

@{decorator}
def f():
    try:
        return Path("data.csv").read_text()
    except FileNotFoundError:
        return "missing"

st.text(f())
"""


@EVERY_WAY
def test_a_file_that_was_missing_and_is_there_is_a_miss(
    visits: Visits, decorator: str, reloads: bool
) -> None:
    seen = Look(visits, READS.format(decorator=decorator), {})
    assert seen.shown == ["missing"]
    assert not seen.is_computed(reloads=reloads)
    seen.write("data.csv", "here")
    assert seen.is_computed(reloads=reloads)
    assert seen.shown == ["here"]


@EVERY_WAY
def test_a_file_that_was_there_and_is_missing_is_a_miss(
    visits: Visits, decorator: str, reloads: bool
) -> None:
    seen = Look(visits, READS.format(decorator=decorator), {"data.csv": "here"})
    (visits.folder / "data.csv").unlink()
    assert seen.is_computed(reloads=reloads)
    assert seen.shown == ["missing"]


@EVERY_WAY
def test_a_file_that_was_only_touched_is_a_miss_in_a_visit_and_a_hit_after_a_reload(
    visits: Visits, decorator: str, reloads: bool
) -> None:
    import os

    seen = Look(visits, READS.format(decorator=decorator), {"data.csv": "here"})
    os.utime(visits.folder / "data.csv", ns=(1, 1))
    assert seen.is_computed(reloads=reloads) is not reloads


@EVERY_WAY
def test_a_database_that_was_written_is_a_miss(
    visits: Visits, decorator: str, reloads: bool
) -> None:
    app = f"""
import sqlite3
from contextlib import closing
import streamlit as st

@{decorator}
def f():
    with closing(sqlite3.connect("data.db")) as connection:
        return connection.execute("select n from numbers").fetchall()

st.text(f())
"""

    def execute(*statements: str) -> None:
        with closing(sqlite3.connect(visits.folder / "data.db")) as connection:
            for statement in statements:
                connection.execute(statement)
            connection.commit()

    execute("create table numbers (n)", "insert into numbers values (1)")
    seen = Look(visits, app, {})
    execute("insert into numbers values (2)")
    assert seen.is_computed(reloads=reloads)
    assert seen.shown == ["[(1,), (2,)]"]


@pytest.mark.parametrize("name", ["numpy", "pandas"])
@EVERY_WAY
def test_a_package_counts_by_its_version(
    visits: Visits, monkeypatch: pytest.MonkeyPatch, name: str, decorator: str, reloads: bool
) -> None:
    app = f"""
import numpy
import pandas
import streamlit as st

@{decorator}
def f():
    return numpy.arange(3).tolist()

st.text(f())
"""
    seen = Look(visits, app, {})
    real = environment.version_of
    for module in (environment, dependencies):
        monkeypatch.setattr(
            module, "version_of", lambda package: "9.9" if package == name else real(package)
        )
    # Of what was there when it was stored everything counts, of a running function what it uses.
    assert seen.is_computed(reloads=reloads) is (reloads or name == "numpy")


# ---- arguments ---------------------------------------------------------------------------------

ARGUMENTS = """
import datetime, decimal, enum, io, pathlib, uuid
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple
import numpy as np
import pandas as pd
import streamlit as st

class Colour(enum.Enum):
    RED = 1
    BLUE = 2

@dataclass
class Point:
    x: int
    y: object = None

class Pair(NamedTuple):
    a: int
    b: int

def frame(**columns):
    return pd.DataFrame({{"n": [1, 2], "name": ["a", "b"], **columns}})

def circle(n):
    items = [n]
    items.append(items)
    return items

def reading(content, at=0, kind=io.StringIO):
    file = kind(content)
    file.seek(at)
    return file

def by(n):
    return lambda m: n * m

@{decorator}
def f({parameters}):
    return None

f({first})
f({second})
st.text("end")
"""
SIGNATURE = "a=0, b=2, *rest, c=3, _d=4, **more"

#: Two forms of one call.
SAME = [
    ("1", "a=1"),
    ("1, 5", "b=5, a=1"),
    ("1, 2, 3, x=4, y=5", "1, 2, 3, y=5, x=4"),
    ("_d=1", "_d=9"),
    ("frame()", "frame()"),
    ("frame()", "frame().copy()"),
    ("pd.Series([1, 2])", "pd.Series([1, 2])"),
    ("np.arange(6)", "np.array([0, 1, 2, 3, 4, 5])"),
    ("np.arange(6).reshape(2, 3)", "np.asfortranarray(np.arange(6).reshape(2, 3))"),
    ("b'abc'", "bytes([97, 98, 99])"),
    ("Point(1)", "Point(1, None)"),
    ("Colour.RED", "Colour(1)"),
    ("{'a', 'b', 'c'}", "{'c', 'b', 'a'}"),
    ("{1: {'a'}, 2: [Point(1), {'b': frame()}]}", "{1: {'a'}, 2: [Point(1), {'b': frame()}]}"),
    ("circle(1)", "circle(1)"),
    ("Pair(1, 2)", "Pair(b=2, a=1)"),
    ("reading('abc')", "reading('abc')"),
    ("open('data.csv')", "open('data.csv')"),
    ("pathlib.Path('a/b')", "pathlib.Path('a') / 'b'"),
    ("datetime.date(2026, 1, 2)", "datetime.date(2026, 1, 2)"),
    ("by(2)", "by(2)"),
    ("partial(by, 2)", "partial(by, 2)"),
    ("float('nan')", "float('nan')"),
    ("x=1, a=2", "a=2, x=1"),
]

#: The same by `st.cache` and by code; for `cache_data`, as for Streamlit's, two calls.
SAME_WITH_DEFAULTS = [("", "0"), ("1", "1, 2"), ("1", "a=1, c=3"), ("1, c=3", "1, b=2, c=3")]

#: Two calls.
OTHER = [
    ("1", "2"),
    ("1", "b=1"),
    ("1", "True"),
    ("1", "1.0"),
    ("0.0", "-0.0"),
    ("'1'", "b'1'"),
    ("1, 2, 3", "1, 2, 3, 3"),
    ("1, 2, 3", "1, 2, (3,)"),
    ("x=1", "y=1"),
    ("a=1", "c=1"),
    ("frame()", "frame(n=[1, 3])"),
    ("frame()", "frame(name=['a', 'c'])"),
    ("frame()", "frame(n=[1.0, 2.0])"),
    ("frame()", "frame(n=[1, None])"),
    ("frame()", "frame().rename(columns={'n': 'm'})"),
    ("frame()", "frame().set_index('name')"),
    ("frame()", "frame()[['name', 'n']]"),
    ("frame()", "frame().iloc[::-1]"),
    ("frame(o=[[1], [2]])", "frame(o=[[1], [3]])"),
    ("pd.Series([1, 2])", "pd.Series([1, 2], name='n')"),
    ("np.arange(6)", "np.arange(6).reshape(2, 3)"),
    ("np.arange(6)", "np.arange(6).astype('int32')"),
    ("np.arange(100_000)", "np.where(np.arange(100_000) == 54_321, 0, np.arange(100_000))"),
    ("b'abc'", "b'abd'"),
    ("b'abc'", "bytearray(b'abc')"),
    ("Point(1)", "Point(2)"),
    ("Point(1)", "Point(1, 2)"),
    ("Point(1, [1])", "Point(1, [2])"),
    ("Colour.RED", "Colour.BLUE"),
    ("Colour.RED", "1"),
    ("{'a', 'b'}", "{'a', 'c'}"),
    ("{'a', 'b'}", "frozenset({'a', 'b'})"),
    ("[1, 2]", "[2, 1]"),
    ("[1, 2]", "(1, 2)"),
    ("[[1], [2]]", "[[1, 2], []]"),
    ("{'a': {'b': [1]}}", "{'a': {'b': [2]}}"),
    ("circle(1)", "circle(2)"),
    ("circle(1)", "[1, [1]]"),
    ("Pair(1, 2)", "(1, 2)"),
    ("reading('abc')", "reading('abd')"),
    ("reading('abc')", "reading('abc', at=1)"),
    ("reading(b'abc', kind=io.BytesIO)", "reading(b'abd', kind=io.BytesIO)"),
    ("open('data.csv')", "open('other.csv')"),
    ("pathlib.Path('a')", "pathlib.Path('b')"),
    ("datetime.date(2026, 1, 2)", "datetime.date(2026, 1, 3)"),
    ("datetime.date(2026, 1, 2)", "datetime.datetime(2026, 1, 2)"),
    ("decimal.Decimal('1.0')", "decimal.Decimal('1.00')"),
    ("uuid.UUID(int=1)", "uuid.UUID(int=2)"),
    ("by(2)", "by(3)"),
    ("lambda n: n + 1", "lambda n: n + 2"),
    ("partial(by, 2)", "partial(by, 3)"),
    ("None", "False"),
]


def calls_computed(
    visits: Visits, decorator: str, first: str, second: str, parameters: str = SIGNATURE
) -> int:
    for name in ("data.csv", "other.csv"):
        (visits.folder / name).write_text("a")
    app = ARGUMENTS.format(decorator=decorator, first=first, second=second, parameters=parameters)
    visits.open(app)
    return visits.record("f").misses


ALL = pytest.mark.parametrize("decorator", [*FOLLOWING.values(), "st.cache_data"])


@ALL
@pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning")
@pytest.mark.parametrize(("first", "second"), SAME)
def test_these_are_one_call(visits: Visits, decorator: str, first: str, second: str) -> None:
    assert calls_computed(visits, decorator, first, second) == 1


@FOLLOWED
@pytest.mark.parametrize(("first", "second"), SAME_WITH_DEFAULTS)
def test_a_default_that_is_given_is_the_same_call(
    visits: Visits, decorator: str, first: str, second: str
) -> None:
    assert calls_computed(visits, decorator, first, second) == 1


@ALL
@pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning")
@pytest.mark.parametrize(("first", "second"), OTHER)
def test_these_are_two_calls(visits: Visits, decorator: str, first: str, second: str) -> None:
    assert calls_computed(visits, decorator, first, second) == 2


@ALL
@pytest.mark.parametrize(
    ("parameters", "first", "second"),
    [
        ("a, /, **more", "1, a=2", "3, a=2"),
        ("*rest, **more", "1, rest=2", "3, rest=2"),
        ("a=0, **more", "more=1", "a=0, more=2"),
    ],
)
def test_a_keyword_named_as_a_parameter_is_another_argument(
    visits: Visits, decorator: str, parameters: str, first: str, second: str
) -> None:
    assert calls_computed(visits, decorator, first, second, parameters) == 2


@FOLLOWED
def test_a_class_of_an_argument_is_what_its_value_is_made_of(
    visits: Visits, decorator: str
) -> None:
    app = f"""
import streamlit as st

class Shape:
    def __init__(self, side): self.side = side
    def area(self): return self.side ** 2

@{decorator}
def f(shape):
    return shape.area()

st.text(f(Shape(3)))
"""
    seen = Look(visits, app, {})
    assert not seen.is_computed(reloads=False)
    assert seen.is_computed(reloads=False, changed=seen.edit("** 2", "** 3"))


@FOLLOWED
def test_a_function_that_is_an_argument_counts_with_what_it_calls(
    visits: Visits, decorator: str
) -> None:
    app = f"""
import streamlit as st

def by(n): return n * 2
def scale(n): return by(n) + 1

@{decorator}
def f(function):
    return function(3)

st.text(f(scale))
"""
    seen = Look(visits, app, {})
    assert not seen.is_computed(reloads=False)
    assert seen.is_computed(reloads=False, changed=seen.edit("+ 1", "+ 2"))
    seen.write("app.py", app)
    assert not seen.is_computed(reloads=False, changed="app.py")
    assert seen.is_computed(reloads=False, changed=seen.edit("n * 2", "n * 3"))


# ---- what cannot be compared -------------------------------------------------------------------

REFUSED = """
import threading
import streamlit as st

lock = threading.Lock()
{before}

@{decorator}
def f({parameters}):
    {uses}
    return 1

{call}
st.text("end")
"""


def error_of(visits: Visits, decorator: str, **parts: str) -> str | None:
    """Return what the app says instead of a result."""
    parts = {"before": "", "parameters": "", "uses": "pass", "call": "f()", **parts}
    (visits.folder / "app.py").write_text(REFUSED.format(decorator=decorator, **parts))
    try:
        visits.open()
    except AssertionError as error:
        return str(error)
    return None


@FOLLOWED
@pytest.mark.parametrize(
    ("parts", "name"),
    [
        ({"uses": "lock"}, "global `lock`"),
        ({"before": "table = {'a': [lock]}", "uses": "table"}, "global `table`"),
        ({"before": "def g(): return lock", "uses": "g()"}, "global `lock`"),
        ({"before": "class A:\n    held = lock", "uses": "A()"}, "`A.held`"),
        ({"before": "def g(n=lock): pass", "uses": "g()"}, "default of `n` in `g()`"),
        ({"before": "def g(*, n=lock): pass", "uses": "g()"}, "default of `n` in `g()`"),
        ({"before": "numbers = (n for n in [1])", "uses": "numbers"}, "global `numbers`"),
    ],
)
def test_a_part_that_cannot_be_compared_is_named_with_the_ways_out(
    visits: Visits, decorator: str, parts: dict[str, str], name: str
) -> None:
    error = error_of(visits, decorator, **parts)
    assert error
    for words in (name, "hash_funcs", "underscore", "st.cache_resource", "`f()`"):
        assert words in error


@ALL
@pytest.mark.parametrize(
    ("call", "what"),
    [
        ("f(lock)", "'n' (of type `_thread.lock`)"),
        ("f(n=lock)", "'n' (of type `_thread.lock`)"),
        ("f([{'a': lock}])", '`n[0]["a"]` of an argument (of type `_thread.lock`)'),
        ("f(n for n in [1])", "'n' (of type `builtins.generator`)"),
        ("f(object())", "'n' (of type `builtins.object`)"),
    ],
)
def test_an_argument_that_cannot_be_compared_is_named_with_the_ways_out(
    visits: Visits, decorator: str, call: str, what: str
) -> None:
    error = error_of(visits, decorator, parameters="n", call=call)
    assert error
    for words in (what, "in 'f'", "hash_funcs", "underscore", "def f(_n"):
        assert words in error


@FOLLOWED
def test_a_default_that_cannot_be_compared_is_an_argument_that_cannot(
    visits: Visits, decorator: str
) -> None:
    error = error_of(visits, decorator, parameters="n=lock")
    assert error
    assert "'n' (of type `_thread.lock`) in 'f'" in error


@FOLLOWED
def test_each_way_out_is_one(visits: Visits, decorator: str) -> None:
    options = "hash_funcs={type(lock): lambda lock: 1}"
    head = decorator.removesuffix(")")
    ruled = f"{head}, {options})" if head != decorator else f"{decorator}({options})"
    assert error_of(visits, ruled, uses="lock") is None
    assert error_of(visits, ruled, parameters="n", call="f(lock)") is None
    assert error_of(visits, ruled.replace("type(lock)", "'_thread.lock'"), uses="lock") is None
    assert error_of(visits, decorator, parameters="_lock", call="f(lock)") is None
    assert error_of(visits, "st.cache_resource", uses="lock") is None
    resource = "@st.cache_resource\ndef held(): return threading.Lock()"
    assert error_of(visits, decorator, before=resource, uses="held()") is None
