"""The values of a session: what a person sets, what the script sets, and that the view agrees."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from tabstream._runtime import SessionState, ValueCodec, WidgetSpec
from tabstream.errors import (
    StreamlitValueAssignmentNotAllowedError,
    StreamlitWidgetAlreadyInstantiatedError,
)

if TYPE_CHECKING:
    from opening import Open

    from tabstream._protocol import Json


class View:
    """The page's side: the values it holds, and the messages that are on their way to it."""

    def __init__(self) -> None:
        self.values: dict[str, Json] = {}
        self.seen = 0
        self.arriving: list[tuple[tuple[str, ...], Json]] = []
        self.state = SessionState(
            tell_view=lambda id, value: self.arriving.append(((id,), value)),
            tell_dropped=lambda ids: self.arriving.append((ids, "dropped")),
        )

    def take_in(self, count: int | None = None) -> None:
        """Take in the oldest messages that are on their way, or all of them."""
        for ids, value in self.arriving[:count]:
            for id in ids:
                if value == "dropped":
                    self.values.pop(id, None)
                else:
                    self.values[id] = value
            self.seen += 1
        self.arriving = [] if count is None else self.arriving[count:]

    def run(self, *specs: WidgetSpec[Any], complete: bool = True, **clicks: bool) -> list[Any]:
        """Run a script that draws these widgets; return their values."""
        self.state.begin(self.values, clicks, self.seen)
        drawn = [self.state.register(spec) for spec in specs]
        self.state.end(complete=complete)
        self.take_in()
        return drawn


def number(key: str | None = "n", default: int = 0, **options: Any) -> WidgetSpec[int]:
    """Return a number from 0 up to `most`."""
    most = options.pop("most", 9)

    def decode(wire: int) -> int:
        if wire > most:
            raise ValueError(wire)
        return wire

    id = options.pop("id", f"{WidgetSpec.PREFIX}{key}")
    reads_clock = options.pop("reads_clock", False)
    return WidgetSpec(id, key, ValueCodec(default, decode, int, reads_clock), **options)


def click(key: str = "go") -> WidgetSpec[bool]:
    """Return what is clicked."""
    codec = ValueCodec(False, bool, bool)
    return WidgetSpec(WidgetSpec.PREFIX + key, key, codec, is_trigger=True, is_settable=False)


# ---- what a script reads ------------------------------------------------------------------------


def test_a_widget_has_its_default_until_a_person_changes_it() -> None:
    view = View()
    assert view.run(number(default=3)) == [3]
    view.values[number().id] = 7
    assert view.run(number(default=3)) == [7]
    assert view.state["n"] == 7


def test_a_changed_value_is_there_before_the_script_runs() -> None:
    view = View()
    view.run(number())
    view.values[number().id] = 7
    changed = view.state.begin(view.values, {})
    assert [spec.key for spec in changed] == ["n"]
    assert view.state["n"] == 7


def test_a_value_that_did_not_change_is_not_reported() -> None:
    view = View()
    view.run(number())
    assert view.state.begin(view.values, {}) == []


def test_a_keyless_widget_has_no_name_in_the_session_state() -> None:
    view = View()
    view.run(number(key=None))
    assert list(view.state.names()) == []


# ---- what a script sets -------------------------------------------------------------------------


def test_a_value_set_before_its_widget_is_the_widgets_and_the_view_is_told() -> None:
    view = View()
    view.state.begin({}, {})
    view.state["n"] = 5
    assert view.state.register(number()) == 5
    view.take_in()
    assert view.values == {number().id: 5}


def test_a_value_cannot_be_set_after_its_widget_was_drawn() -> None:
    view = View()
    view.state.begin({}, {})
    view.state.register(number())
    with pytest.raises(StreamlitWidgetAlreadyInstantiatedError, match="'n'"):
        view.state["n"] = 5


def test_a_value_can_be_set_in_the_next_run_before_its_widget() -> None:
    view = View()
    view.run(number())
    view.state.begin(view.values, {}, view.seen)
    view.state["n"] = 5
    assert view.state.register(number()) == 5


def test_what_only_a_person_can_change_cannot_be_set_and_works_again_in_the_next_run() -> None:
    view = View()
    view.state.begin({}, {})
    view.state["go"] = True
    with pytest.raises(StreamlitValueAssignmentNotAllowedError, match="'go'"):
        view.state.register(click())
    assert view.run(click()) == [False]


def test_a_value_that_the_script_set_and_no_widget_has_stays() -> None:
    view = View()
    view.state.begin({}, {})
    view.state["kept"] = [1]
    view.state.end(complete=True)
    view.run()
    assert view.state["kept"] == [1]


def test_deleting_a_widgets_value_resets_the_widget() -> None:
    view = View()
    view.run(number(default=3))
    view.values[number().id] = 7
    view.state.begin(view.values, {}, view.seen)
    del view.state["n"]
    assert "n" not in view.state
    assert view.state.register(number(default=3)) == 3
    view.take_in()
    assert view.values == {number().id: 3}


# ---- how long a value lasts ---------------------------------------------------------------------


def test_the_value_of_a_widget_that_is_not_drawn_lasts_to_the_end_of_the_run() -> None:
    view = View()
    view.run(number())
    view.values[number().id] = 7
    view.state.begin(view.values, {}, view.seen)
    assert view.state["n"] == 7
    view.state.end(complete=True)
    view.take_in()
    assert "n" not in view.state
    assert view.values == {}
    assert view.run(number(default=3)) == [3]


def test_a_run_that_was_cut_short_drops_nothing() -> None:
    view = View()
    view.run(number())
    view.values[number().id] = 7
    view.run(complete=False)
    assert view.run(number()) == [7]


def test_a_kept_value_outlives_runs_without_its_widget() -> None:
    view = View()
    view.run(number(is_kept=True))
    view.values[number().id] = 7
    view.run()
    view.run()
    assert view.state["n"] == 7
    assert view.run(number(is_kept=True)) == [7]


def test_a_value_kept_on_the_page_goes_with_the_page() -> None:
    view = View()
    view.run(number(is_kept=True))
    view.state.keep_on_page("n")
    view.values[number().id] = 7
    view.run()
    view.state.leave_page()
    view.take_in()
    assert "n" not in view.state
    assert view.values == {}


def test_a_key_that_another_widget_has_now_starts_from_its_default() -> None:
    view = View()
    view.run(number())
    view.values[number().id] = 7
    view.run(number())
    other = number(default=2, id=WidgetSpec.PREFIX + "wider")
    assert view.run(other) == [2]
    assert view.values == {}
    assert view.run(number()) == [0]


def test_a_kept_widget_gives_way_to_another_with_its_key() -> None:
    view = View()
    view.run(number(is_kept=True))
    view.values[number().id] = 7
    view.run(number(is_kept=True))
    view.run(number(id=WidgetSpec.PREFIX + "wider", is_kept=True))
    assert view.values == {}


# ---- what the view holds ------------------------------------------------------------------------


def test_a_value_that_no_longer_fits_gives_way_to_the_default_in_the_view_too() -> None:
    view = View()
    view.run(number())
    view.values[number().id] = 7
    view.run(number())
    assert view.run(number(default=4, most=5)) == [4]
    assert view.values == {number().id: 4}


def test_the_first_default_holds_as_long_as_the_widget_is_the_same() -> None:
    view = View()
    assert view.run(number(default=1)) == [1]
    assert view.run(number(default=2)) == [1]
    assert view.values == {number().id: 1}
    assert view.run(number(default=3)) == [1]


def test_a_default_from_the_clock_is_told_when_the_widget_appears() -> None:
    view = View()
    assert view.run(number(default=1, reads_clock=True)) == [1]
    assert view.values == {number().id: 1}
    assert view.run(number(default=2, reads_clock=True)) == [1]


def test_an_event_that_crosses_with_a_set_value_does_not_undo_it() -> None:
    view = View()
    a, b = number("a"), number("b")
    view.run(a, b)
    view.values[a.id] = 1
    crossing = dict(view.values, **{a.id: 2})
    seen = view.seen
    view.state.begin(view.values, {}, seen)
    view.state["b"] = 5
    view.state.register(a)
    view.state.register(b)
    view.state.end(complete=True)
    changed = view.state.begin(crossing, {}, seen)
    assert [spec.key for spec in changed] == ["a"]
    assert [view.state.register(a), view.state.register(b)] == [2, 5]


def test_an_event_that_crosses_with_a_dropped_value_does_not_bring_it_back() -> None:
    view = View()
    view.run(number())
    view.values[number().id] = 7
    crossing, seen = dict(view.values), view.seen
    view.run()
    view.state.begin(crossing, {}, seen)
    assert view.state.register(number()) == 0


def test_the_first_run_of_a_new_worker_takes_over_the_views_values() -> None:
    view = View()
    view.values[number().id] = 7
    assert view.run(number()) == [7]


# ---- clicks -------------------------------------------------------------------------------------


def test_a_click_is_true_in_one_run() -> None:
    view = View()
    view.run(click())
    assert view.run(click(), **{click().id: True}) == [True]
    assert view.run(click()) == [False]


def test_a_click_that_the_script_did_not_come_to_is_known() -> None:
    view = View()
    view.run(click())
    view.state.begin({}, {click().id: True})
    assert view.state.unseen_triggers == {click().id: True}
    view.state.register(click())
    assert view.state.unseen_triggers == {}


# ---- in an app ----------------------------------------------------------------------------------


@pytest.mark.parametrize("end", ["st.stop()", "1 / 0"])
def test_widgets_below_the_line_where_a_script_stopped_keep_their_values(
    open_app: Open, end: str
) -> None:
    app = open_app(f"""
        import streamlit as st
        from opening import number
        if number("stop"):
            {end}
        st.text(number("size", key="size"))
    """)
    app.run()
    app.run(size=7)
    sent = app.run(size=7, stop=1)
    ops = [op["op"] for message in sent for op in message.get("ops", ())]
    assert "drop_values" not in ops
    assert app.session.state["size"] == 7


def test_a_value_set_in_a_callback_is_its_widgets(open_app: Open) -> None:
    app = open_app("""
        import streamlit as st
        from opening import click, number
        def reset():
            st.session_state.size = 3
        click("reset", on_change=reset)
        st.text(number("size", key="size"))
    """)
    app.run()
    app.run(size=7)
    app.run(size=7, click="reset")
    assert app.shown == ["3"]


def test_a_default_beside_a_value_in_the_session_state_is_mentioned_once(open_app: Open) -> None:
    app = open_app("""
        import streamlit as st
        st.session_state.size = 5
        st.slider("Size", 0, 10, 3, key="size")
    """)
    logs = [message["text"] for message in app.run() + app.run() if message["type"] == "log"]
    assert len(logs) == 1
    assert "'size'" in logs[0]


# ---- any sequence of events ---------------------------------------------------------------------

KEYS = st.sampled_from(["a", "b", "c"])
NUMBERS = st.integers(0, 9)


class Sessions(RuleBasedStateMachine):
    """A view and a script do whatever they can, and messages take their time.

    The widget with the key "a" is kept while it is not drawn, the one with "b" can be either of
    two, and the default of the one with "c" changes.
    """

    def __init__(self) -> None:
        super().__init__()
        self.view = View()
        self.is_running = False
        #: What this run has drawn: the value of each widget, by key.
        self.drawn: dict[str, int] = {}
        #: Widgets that a person can touch, and those touched since the last event.
        self.on_page: set[str] = set()
        self.touched: set[str] = set()
        #: What the script set and no widget has taken over.
        self.own: dict[str, int] = {}

    @property
    def state(self) -> SessionState:
        return self.view.state

    @property
    def shown(self) -> dict[str, Json]:
        """What the view holds once all that is on its way has arrived."""
        values = dict(self.view.values)
        for ids, value in self.view.arriving:
            for id in ids:
                if value == "dropped":
                    values.pop(id, None)
                else:
                    values[id] = value
        return values

    @precondition(lambda self: self.on_page)
    @rule(data=st.data(), value=NUMBERS)
    def touch(self, data: st.DataObject, value: int) -> None:
        """A person changes a widget, whatever the script is doing."""
        id = data.draw(st.sampled_from(sorted(self.on_page)))
        self.view.values[id] = value
        self.touched.add(id)

    @rule(count=st.integers(1, 3))
    def deliver(self, count: int) -> None:
        """Some messages arrive at the view."""
        self.view.take_in(count)

    @precondition(lambda self: not self.is_running)
    @rule()
    def begin(self) -> None:
        """An event starts a run; messages to the view may still be on their way."""
        changed = self.state.begin(self.view.values, {}, self.view.seen)
        assert {spec.id for spec in changed} <= self.touched
        assert self.state._wire == self.shown
        for spec in changed:
            self.own.pop(spec.name, None)
        self.touched = set()
        self.is_running = True
        self.drawn = {}

    @precondition(lambda self: self.is_running)
    @rule(key=KEYS, default=NUMBERS, is_other=st.booleans())
    def draw(self, key: str, default: int, is_other: bool) -> None:
        """The script draws a widget."""
        if key in self.drawn:
            return
        spec = number(
            key,
            default if key == "c" else 0,
            id=f"{WidgetSpec.PREFIX}{key}{is_other if key == 'b' else ''}",
            is_kept=key == "a",
        )
        self.drawn[key] = self.state.register(spec)
        self.on_page.add(spec.id)
        if key in self.own:
            assert self.drawn[key] == self.own.pop(key)
        if spec.id not in self.touched:
            assert self.drawn[key] == self.shown.get(spec.id, spec.codec.default)

    @precondition(lambda self: self.is_running)
    @rule(key=KEYS, value=NUMBERS)
    def set(self, key: str, value: int) -> None:
        """The script sets a value."""
        if key in self.drawn:
            with pytest.raises(StreamlitWidgetAlreadyInstantiatedError):
                self.state[key] = value
        else:
            self.state[key] = value
            self.own[key] = value

    @precondition(lambda self: self.is_running)
    @rule(key=KEYS)
    def delete(self, key: str) -> None:
        """The script deletes a value."""
        if key in self.state and key not in self.drawn:
            del self.state[key]
            self.own.pop(key, None)
            assert key not in self.state

    @precondition(lambda self: self.is_running)
    @rule(complete=st.booleans())
    def end(self, complete: bool) -> None:
        """The run ends; after a complete one the page shows what it drew, and no more."""
        self.state.end(complete=complete)
        self.is_running = False
        if complete:
            ids = {spec.id for spec in self.state._specs.values()}
            self.on_page = {id for id in ids if self.state._specs[id].name in self.drawn}
            # What was touched while the run went on counts, if the widget is still known.
            for id in self.touched - ids:
                self.view.values.pop(id, None)
            self.touched &= ids
            assert self.state._wire.keys() <= ids

    @invariant()
    def a_widgets_value_is_the_one_in_the_session_state(self) -> None:
        for key, value in self.drawn.items():
            if self.is_running:
                assert self.state[key] == value

    @invariant()
    def a_value_that_the_script_set_stays_until_a_widget_takes_it(self) -> None:
        for key, value in self.own.items():
            assert self.state[key] == value


TestSessions = Sessions.TestCase
TestSessions.settings = settings(max_examples=50, stateful_step_count=30, deadline=None)
