"""Callbacks: what is called, in which order, and what it can do."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from opening import Open


def test_a_callback_gets_its_arguments(open_app: Open) -> None:
    app = open_app("""
        import streamlit as st
        from opening import number
        def note(*words, **more):
            st.text(f"{words} {more}")
        number("size", on_change=note, args=("a", 1), kwargs={"b": 2})
    """)
    app.run()
    app.run(size=1)
    assert app.shown == ["('a', 1) {'b': 2}"]


def test_only_what_changed_is_called_back_in_the_order_of_the_view(open_app: Open) -> None:
    app = open_app("""
        import streamlit as st
        from opening import click, number
        for label in "abc":
            number(label, on_change=st.text, args=(label,))
        click("go", on_change=st.text, args=("go",))
    """)
    app.run()
    app.run(c=1, a=1, click="go")
    assert app.shown == ["c", "a", "go"]


def test_what_a_callback_writes_is_gone_in_the_next_run(open_app: Open) -> None:
    app = open_app("""
        import streamlit as st
        from opening import number
        number("size", on_change=st.text, args=("changed",))
        st.text("script")
    """)
    app.run()
    app.run(size=1)
    assert app.shown == ["changed", "script"]
    app.run(size=1)
    assert app.shown == ["script"]


def test_a_callback_can_set_the_value_of_any_widget(open_app: Open) -> None:
    app = open_app("""
        import streamlit as st
        from opening import number
        def copy():
            st.session_state.b = st.session_state.a * 2
        st.text(number("a", key="a", on_change=copy))
        st.text(number("b", key="b"))
    """)
    app.run()
    sent = app.run(a=2)
    assert app.shown == ["2", "4"]
    told = [op for message in sent for op in message.get("ops", ()) if op["op"] == "set_value"]
    assert [op["value"] for op in told] == [4]


def test_a_value_that_a_callback_set_calls_no_other_callback(open_app: Open) -> None:
    app = open_app("""
        import streamlit as st
        from opening import number
        def copy():
            st.session_state.b = 5
        number("a", key="a", on_change=copy)
        number("b", key="b", on_change=st.text, args=("b changed",))
    """)
    app.run()
    app.run(a=2)
    app.run(a=2, b=5)
    assert app.shown == []


def test_a_rerun_in_a_callback_waits_for_the_other_callbacks(open_app: Open) -> None:
    app = open_app("""
        import streamlit as st
        from opening import number
        from tabstream.errors import RerunException
        def again():
            raise RerunException
        def count():
            st.session_state.count = st.session_state.get("count", 0) + 1
        number("a", on_change=again)
        number("b", on_change=count)
        st.text(st.session_state.get("count", 0))
    """)
    app.run()
    app.run(a=1, b=1)
    assert app.ends == ["done", "rerun", "done"]
    assert app.shown == ["1"]


def test_a_stop_in_a_callback_keeps_the_script_from_running(open_app: Open) -> None:
    app = open_app("""
        import streamlit as st
        from opening import number
        number("a", on_change=st.stop)
        st.text("script")
    """)
    app.run()
    app.run(a=1)
    assert app.ends == ["done", "stopped_itself"]
    assert app.shown == []


def test_a_callback_of_a_disabled_widget_is_not_called(open_app: Open) -> None:
    app = open_app("""
        import streamlit as st
        from opening import number
        off = number("off")
        st.checkbox("rain", disabled=off == 1, on_change=st.text, args=("called",))
    """)
    app.run()
    app.run(off=1)
    app.run(off=1, rain=True)
    assert app.shown == []


def test_a_button_that_its_callback_disables_was_not_clicked(open_app: Open) -> None:
    app = open_app("""
        import streamlit as st
        def disable():
            st.session_state.is_over = True
        is_over = st.session_state.get("is_over", False)
        clicked = st.button("End", key="end", on_click=disable, disabled=is_over)
        st.text((clicked, st.session_state.end, is_over))
    """)
    app.run()
    app.run(click="End")
    assert app.shown == ["(False, False, True)"]
