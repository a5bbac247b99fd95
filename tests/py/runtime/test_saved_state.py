"""The session state over a worker that is replaced: what is kept, what is not, and who is told."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tabstream._protocol import Buffer
from tabstream._runtime import saved_state, state_saver
from tabstream._runtime.saved_state import (
    SavedValue,
    TooLargeError,
    decode_saved,
    encode_saved,
    pickle_value,
    unpickle_value,
)

if TYPE_CHECKING:
    from opening import Open


def saved(sent: list[dict[str, Any]]) -> dict[str, Any] | None:
    """Return the last state that was saved."""
    return next((one for one in reversed(sent) if one["type"] == "state_saved"), None)


# ---- what is kept ------------------------------------------------------------------------------

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text()
    | st.binary() | st.dates() | st.complex_numbers(allow_nan=False),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner) | st.tuples(inner, inner)
    | st.frozensets(st.integers()),
    max_leaves=20,
)  # fmt: skip


@given(st.dictionaries(st.text(min_size=1), values))
def test_whatever_can_be_pickled_comes_back_equal(state: dict[str, Any]) -> None:
    pickled = {
        name: SavedValue(pickle_value(value, 10**6), None, plain=False)
        for name, value in state.items()
    }
    back = decode_saved(encode_saved(pickled))
    assert {name: unpickle_value(one.content) for name, one in back.items()} == state


def test_the_next_worker_has_what_the_script_kept(open_app: Open) -> None:
    app = open_app("""
        import streamlit as st
        state = st.session_state
        state.runs = state.get("runs", 0) + 1
        state.setdefault("words", []).append(f"run {state.runs}")
        st.text(f"{state.runs} {state.words}")
    """)
    app.run()
    app.run()
    app = app.next_worker()
    app.run()
    assert app.shown == ["3 ['run 1', 'run 2', 'run 3']"]


def test_what_nobody_asks_for_goes_on_to_the_worker_after_the_next(open_app: Open) -> None:
    app = open_app("""
        import streamlit as st
        if "words" not in st.session_state:
            st.session_state.words = ["kept"]
    """)
    app.run()
    app.write("""
        import streamlit as st
        st.session_state.runs = 1
    """)
    app = app.next_worker()
    app.run()
    app.write("""
        import streamlit as st
        st.text(dict(st.session_state))
    """)
    app = app.next_worker()
    app.run()
    assert app.shown == ["{'runs': 1, 'words': ['kept']}"]


def test_a_keyed_widget_keeps_its_value_although_the_script_sets_one_when_there_is_none(
    open_app: Open,
) -> None:
    app = open_app("""
        import streamlit as st
        from opening import number
        if "size" not in st.session_state:
            st.session_state.size = 3
        st.text(f"before {st.session_state.size}")
        st.text(number("size", key="size"))
    """)
    app.run()
    app.run(size=7)
    app = app.next_worker()
    app.run(size=7)
    assert app.shown == ["before 7", "7"]
    app = app.next_worker()
    # It was moved after the last run that came to its end: the view's value is the newer one.
    app.run(size=8)
    assert app.shown == ["before 7", "8"]


def test_the_value_of_a_keyed_widget_that_is_gone_is_not_kept_for_ever(open_app: Open) -> None:
    app = open_app("""
        import streamlit as st
        from opening import number
        number("size", key="size")
    """)
    app.run()
    app.run(size=7)
    app.write("""
        import streamlit as st
        st.text("size" in st.session_state)
    """)
    app = app.next_worker()
    app.run()
    app.run()
    assert app.shown == ["False"]


def test_an_object_of_a_class_of_the_script_comes_back_as_one_of_the_class_as_it_is_now(
    open_app: Open,
) -> None:
    app = open_app("""
        import streamlit as st
        from dataclasses import dataclass
        @dataclass
        class Point:
            x: int
            class Unit:
                pass
        if "point" not in st.session_state:
            st.session_state.point = Point(3)
            st.session_state.unit = Point.Unit()
            st.session_state.kind = Point
        point = st.session_state.point
        st.text(f"{point} {isinstance(point, Point)} {st.session_state.kind is Point}")
        st.text(isinstance(st.session_state.unit, Point.Unit))
    """)
    app.run()
    app.run()
    # Made in the first run, it is of another class than the second run's.
    assert app.shown == ["Point(x=3) False False", "False"]
    app = app.next_worker()
    app.run()
    assert app.shown == ["Point(x=3) True True", "True"]
    assert app.session.state["point"].x == 3


def test_an_object_of_a_module_that_was_imported_anew_is_kept(open_app: Open) -> None:
    app = open_app(
        """
        import streamlit as st
        import shapes
        if "shape" not in st.session_state:
            st.session_state.shape = shapes.Shape()
        st.text(isinstance(st.session_state.shape, shapes.Shape))
        """,
        shapes="class Shape: pass\n",
    )
    app.run()
    app.save(shapes="class Shape:\n    size = 3\n")
    app.run()
    assert app.shown == ["False"]
    app = app.next_worker()
    app.run()
    assert app.shown == ["True"]


# ---- what is not -------------------------------------------------------------------------------


def test_what_cannot_be_pickled_is_named_and_takes_no_other_with_it(open_app: Open) -> None:
    app = open_app("""
        import sqlite3
        import streamlit as st
        class Sly:
            def __reduce__(self):
                raise OSError("not today")
        state = st.session_state
        if "runs" not in state:
            state.connection = sqlite3.connect(":memory:")
            state.double = lambda x: 2 * x
            state.place = st.empty()
            state.lines = (line for line in "ab")
            state.sly = [Sly()]
        state.runs = state.get("runs", 0) + 1
        st.text(sorted(state))
    """)
    message = saved(app.run())
    assert message is not None
    assert set(message["unkept"]) == {"connection", "double", "place", "lines", "sly"}
    assert message["unkept"]["sly"] == "OSError: not today"
    assert "belongs to the Python that has drawn it" in message["unkept"]["place"]
    app.write("""
        import streamlit as st
        st.text(sorted(st.session_state))
    """)
    app = app.next_worker()
    app.run()
    assert app.shown == ["['runs']"]


def test_a_value_that_cannot_be_read_again_has_never_been_there_and_is_named(
    open_app: Open,
) -> None:
    app = open_app("""
        import streamlit as st
        class Game:
            pass
        class Fragile:
            def __setstate__(self, state):
                raise OSError("broken")
        fragile = Fragile()
        fragile.a = 1
        st.session_state.update(game=Game(), fragile=fragile, fine=[1])
    """)
    app.run()
    app.write("""
        import streamlit as st
        class Fragile:
            def __setstate__(self, state):
                raise OSError("broken")
        st.text([name for name in ("game", "fragile", "fine") if name in st.session_state])
        st.text(st.session_state.fine)
    """)
    app = app.next_worker()
    sent = app.run()
    assert app.shown == ["['fine']", "[1]"]
    lost = {one["name"]: one["why"] for one in sent if one["type"] == "state_lost"}
    assert set(lost) == {"game", "fragile"}
    assert lost["fragile"] == "OSError: broken"


def test_the_value_of_a_widget_that_cannot_be_pickled_is_not_named(open_app: Open) -> None:
    app = open_app("""
        import streamlit as st
        from tabstream._runtime import ValueCodec
        from tabstream.elements import main
        from opening import Number
        codec = ValueCodec(0, lambda wire: (lambda: wire), lambda value: value())
        main.draw_widget(Number(**main.common("size"), default=0), codec, key="size")
    """)
    assert saved(app.run()) is None


@pytest.mark.parametrize("value", ["'x' * 3000", "bytes(3000)", "[1.5] * 3000"])
def test_there_is_a_limit_and_what_does_not_fit_is_named(
    open_app: Open, monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setattr(state_saver, "MAX_BYTES", 2000)
    app = open_app(f"""
        import streamlit as st
        st.session_state.large = {value}
        st.session_state.small = [1]
    """)
    message = saved(app.run())
    assert message is not None
    assert list(message["unkept"]) == ["large"]
    app.write("import streamlit as st\nst.text(dict(st.session_state))\n")
    app = app.next_worker()
    app.run()
    assert app.shown == ["{'small': [1]}"]


def test_pickling_ends_where_the_room_does() -> None:
    assert unpickle_value(pickle_value([b"x" * 900], 1000)) == [b"x" * 900]
    with pytest.raises(TooLargeError):
        pickle_value([b"x" * 900], 900)


# ---- when --------------------------------------------------------------------------------------


def test_a_state_that_did_not_change_is_sent_once(open_app: Open) -> None:
    app = open_app("""
        import streamlit as st
        from opening import number
        st.session_state.words = ["a"]
        st.session_state.size = number("size")
    """)
    assert saved(app.run())
    assert saved(app.run()) is None
    assert saved(app.run(size=1))


def test_a_script_that_keeps_nothing_sends_nothing(open_app: Open) -> None:
    app = open_app("""
        from opening import number
        number("size")
    """)
    assert saved(app.run()) is None


def test_a_state_that_is_gone_is_gone_for_the_next_worker_too(open_app: Open) -> None:
    app = open_app("""
        import streamlit as st
        from opening import click
        st.session_state.setdefault("words", ["a"])
        if click("clear"):
            st.session_state.clear()
    """)
    app.run()
    message = saved(app.run(click="clear"))
    assert message is not None
    assert message["content"] is None


class Slow:
    """A value that takes its time to be pickled."""

    clock: Any = None

    def __getstate__(self) -> dict[str, int]:
        self.clock.now += 1
        return {"a": 1}


def test_what_takes_long_is_saved_in_idle_moments_and_begun_anew_after_a_run(
    open_app: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = open_app("""
        import streamlit as st
        from test_saved_state import Slow
        state = st.session_state
        state.runs = state.get("runs", 0) + 1
        state.one, state.two, state.three = Slow(), Slow(), Slow()
    """)
    monkeypatch.setattr(Slow, "clock", app.clock)
    app.host.deliver(app.event())
    assert app.session.serve()
    # The first has shown that it takes long: the run that follows does not wait for the others.
    assert len(app.session.idle_jobs) == 1
    assert app.session.serve()
    app.host.deliver(app.event())
    assert app.session.serve()
    assert app.clock.now == 2
    assert not any(json.loads(text)["type"] == "state_saved" for text, _ in app.host.sent)
    app.serve()
    assert app.clock.now == 5
    app = app.next_worker()
    assert app.session.state["runs"] == 2


def test_a_script_that_reruns_itself_is_saved_when_there_is_a_moment(open_app: Open) -> None:
    app = open_app("""
        import streamlit as st
        state = st.session_state
        state.runs = state.get("runs", 0) + 1
        if state.runs < 3:
            st.rerun()
        st.text(state.runs)
    """)
    sent = app.run()
    assert [one["type"] for one in sent].count("state_saved") == 1
    assert app.next_worker().session.state["runs"] == 3


def test_two_equal_states_are_the_same_bytes() -> None:
    one = encode_saved({"a": SavedValue(1, None, plain=True)})
    assert Buffer(one) == Buffer(encode_saved({"a": SavedValue(1, None, plain=True)}))
    assert {str, int} <= saved_state.PLAIN


def test_a_value_that_has_ended_python_is_neither_read_nor_pickled(open_app: Open) -> None:
    app = open_app("""
        import streamlit as st
        if "fine" not in st.session_state:
            st.session_state.fine = [1]
        st.session_state.setdefault("deep", [2])
    """)
    app.run()
    assert app.host.handled == ["fine", "deep"]
    app = app.next_worker(refused=("deep",))
    message = saved(app.run())
    # The script set it anew; the host has heard of no attempt.
    assert app.session.state["deep"] == [2]
    assert app.host.handled == ["fine", "fine"]
    assert message is not None
    assert list(message["unkept"]) == ["deep"]
