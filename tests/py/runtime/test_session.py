"""The run loop: what runs, in which order, and what a newer event does to a running script."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from opening import Open


def test_the_script_runs_top_to_bottom_and_ends_by_itself(open_app: Open) -> None:
    app = open_app("""
        import streamlit as st
        st.text("a")
        st.text("b")
    """)
    sent = app.run()
    assert [message["type"] for message in sent] == [
        "app_config", "run_started", "ops", "ops", "run_ended",
    ]  # fmt: skip
    assert app.shown == ["a", "b"]
    assert app.ends == ["done"]


def test_an_op_is_sent_when_it_is_made_not_when_the_run_ends(open_app: Open) -> None:
    app = open_app("""
        import streamlit as st
        from tabstream._runtime import current_run
        sent = current_run().session.host.sent
        before = len(sent)
        st.text("a")
        assert len(sent) == before + 1
    """)
    app.run()
    assert app.ends == ["done"]


def test_a_widget_has_the_value_of_the_event(open_app: Open) -> None:
    app = open_app("""
        import streamlit as st
        from opening import number
        st.text(number("size", 3))
    """)
    app.run()
    assert app.shown == ["3"]
    app.run(size=7)
    assert app.shown == ["7"]


def test_a_click_is_true_for_one_run(open_app: Open) -> None:
    app = open_app("""
        import streamlit as st
        from opening import click
        st.text(click("go"))
    """)
    app.run()
    app.run(click="go")
    assert app.shown == ["True"]
    app.run()
    assert app.shown == ["False"]


def test_callbacks_run_before_the_script_with_the_new_values(open_app: Open) -> None:
    app = open_app("""
        import streamlit as st
        from opening import number
        def note(word):
            st.text(f"{word}: {st.session_state.size}")
        st.text("script")
        number("size", key="size", on_change=note, args=("changed",))
    """)
    app.run()
    app.run(size=5)
    assert app.shown == ["changed: 5", "script"]
    app.run(size=5)
    assert app.shown == ["script"]


def test_an_error_in_a_callback_is_shown_and_the_script_does_not_run(open_app: Open) -> None:
    app = open_app("""
        import streamlit as st
        from opening import number
        def fail():
            raise ValueError("no")
        st.text("script")
        number("size", on_change=fail)
    """)
    app.run()
    app.run(size=1)
    assert app.ends == ["done", "error"]
    assert app.shown == []


def test_an_error_keeps_what_was_drawn_before_it(open_app: Open) -> None:
    app = open_app("""
        import streamlit as st
        st.text("above")
        raise ValueError("no")
    """)
    app.run()
    assert app.shown == ["above"]
    assert app.ends == ["error"]


def test_except_exception_does_not_catch_a_stop(open_app: Open) -> None:
    app = open_app("""
        import streamlit as st
        from tabstream.errors import StopException
        st.text("above")
        try:
            raise StopException
        except Exception:
            pass
        st.text("below")
    """)
    app.run()
    assert app.shown == ["above"]
    assert app.ends == ["stopped_itself"]


def test_a_rerun_starts_at_the_top_with_the_triggers_reset(open_app: Open) -> None:
    app = open_app("""
        import streamlit as st
        from opening import click
        from tabstream.errors import RerunException
        if click("go"):
            st.session_state.count = st.session_state.get("count", 0) + 1
            raise RerunException
        st.text(st.session_state.get("count", 0))
    """)
    app.run()
    app.run(click="go")
    assert app.shown == ["1"]
    assert app.ends == ["done", "rerun", "done"]


def test_a_newer_event_ends_the_running_script_at_its_next_call(open_app: Open) -> None:
    app = open_app("""
        import streamlit as st
        from opening import number
        from tabstream._runtime import current_run
        size = number("size")
        st.text(f"start {size}")
        current_run().session.host._clock.now += 1
        st.text(f"end {size}")
    """)
    app.run()
    app.host.arriving.append(app.event(size=2))
    app.run(size=1)
    assert app.ends == ["done", "interrupted", "done"]
    assert app.shown == ["start 2", "end 2"]


def test_what_a_cut_run_has_not_drawn_stays_on_the_page(open_app: Open) -> None:
    app = open_app("""
        import streamlit as st
        from opening import number
        from tabstream._runtime import current_run
        number("size")
        current_run().session.host._clock.now += 1
        st.text("slow")
    """)
    app.run()
    app.host.arriving.append(json.dumps({"type": "stop"}))
    app.run()
    assert app.ends == ["done", "stopped"]
    assert app.shown == ["slow"]


def test_a_value_that_is_being_dragged_waits_for_the_running_script(open_app: Open) -> None:
    app = open_app("""
        import streamlit as st
        from opening import number
        from tabstream._runtime import current_run
        size = number("size")
        current_run().session.host._clock.now += 1
        st.text(size)
    """)
    app.run()
    app.host.arriving.append(app.event(size=2, live=True))
    app.run(size=1, live=True)
    assert app.ends == ["done", "done", "done"]
    assert app.shown == ["2"]


def test_waiting_events_become_one_run_with_the_newest_values(open_app: Open) -> None:
    app = open_app("""
        import streamlit as st
        from opening import number
        st.text(number("size"))
    """)
    app.run()
    for size in range(10):
        app.host.deliver(app.event(size=size))
    app.serve()
    assert app.ends == ["done", "done"]
    assert app.shown == ["9"]


def test_a_click_that_a_newer_value_overtakes_is_not_lost(open_app: Open) -> None:
    app = open_app("""
        import streamlit as st
        from opening import click, number
        size = number("size")
        st.text(f"{size} {click('go')}")
    """)
    app.run()
    app.host.deliver(app.event(click="go"))
    app.run(size=4)
    assert app.ends == ["done", "done"]
    assert app.shown == ["4 True"]


def test_a_click_of_a_run_that_was_cut_before_it_counts_in_the_next(open_app: Open) -> None:
    app = open_app("""
        import streamlit as st
        from opening import click, number
        from tabstream._runtime import current_run
        def note():
            st.session_state.calls = st.session_state.get("calls", 0) + 1
        st.text(number("size"))
        current_run().session.host._clock.now += 1
        st.text(f"{click('go', on_change=note)} {st.session_state.get('calls')}")
    """)
    app.run()
    app.host.arriving.append(app.event(size=1))
    app.run(click="go")
    assert app.ends == ["done", "interrupted", "done"]
    assert app.shown == ["1", "True 1"]


def test_a_sleep_ends_when_a_newer_event_arrives(open_app: Open) -> None:
    app = open_app("""
        import streamlit as st
        from opening import number
        from tabstream._runtime import current_run
        size = number("size")
        st.text(f"before {size}")
        if size == 1:
            current_run().sleep(2)
        st.text(f"after {size}")
    """)
    app.run()
    app.host.arriving.append(app.event(size=2))
    app.run(size=1)
    assert app.ends == ["done", "interrupted", "done"]
    assert app.shown == ["before 2", "after 2"]


def test_a_script_that_does_not_compile_leaves_the_page_as_it_is(open_app: Open) -> None:
    app = open_app("""
        import streamlit as st
        st.text("fine")
    """)
    app.run()
    app.write("import streamlit as st\nst.text('broken'\n")
    *_, ended = app.run()
    assert ended["how"] == "compile_error"
    assert ended["error"]["type"] == "SyntaxError"
    assert ended["error"]["location"]["line"] == 2
    assert app.shown == ["fine"]


def test_a_script_is_read_in_the_encoding_that_it_names(open_app: Open) -> None:
    app = open_app("")
    lines = "# coding: latin-1\nimport streamlit as st\nst.text('Zürich')\n"
    (app.folder / "app.py").write_bytes(lines.encode("latin-1"))
    app.run()
    assert app.shown == ["Zürich"]


@pytest.mark.parametrize(
    ("content", "problem"),
    [("st.text('Zürich')\n".encode("latin-1"), "not written in utf-8: line 1"), (None, "app.py")],
)
def test_a_script_that_cannot_be_read_leaves_what_is_there(
    open_app: Open, content: bytes | None, problem: str
) -> None:
    app = open_app("import streamlit as st\nst.text('fine')")
    app.run()
    script = app.folder / "app.py"
    script.write_bytes(content) if content is not None else script.unlink()
    ended = app.run()[-1]
    assert ended["how"] == "compile_error"
    assert problem in ended["error"]["text"]
    assert app.shown == ["fine"]


def test_an_edit_that_shifts_lines_leaves_their_elements_alone(open_app: Open) -> None:
    app = open_app("""
        import streamlit as st
        st.text("a")
        st.text("b")
    """)
    app.run()
    before = [node.id for node in app.session.tree.roots[0].children]
    app.write("""
        import streamlit as st
        st.text("new")
        st.text("a")
        st.text("b changed")
    """)
    app.run()
    after = [node.id for node in app.session.tree.roots[0].children]
    assert app.shown == ["new", "a", "b changed"]
    assert after[1:] == before


def test_a_module_of_the_app_is_imported_anew_after_it_changed(open_app: Open) -> None:
    app = open_app(
        """
        import streamlit as st
        import helper_of_this_test
        st.text(helper_of_this_test.WORD)
        """,
        helper_of_this_test="WORD = 'old'",
    )
    app.run()
    app.save(helper_of_this_test="WORD = 'new, and longer'")
    app.run()
    assert app.shown == ["new, and longer"]


def test_an_edit_of_a_module_leaves_alone_what_it_only_shifts(open_app: Open) -> None:
    app = open_app(
        """
        import streamlit as st
        import parts_of_this_test
        parts_of_this_test.draw()
        """,
        parts_of_this_test="""
        import streamlit as st
        def draw():
            st.text("a")
            st.text("b")
        """,
    )
    app.run()
    before = [node.id for node in app.session.tree.roots[0].children]
    app.save(
        parts_of_this_test="""
        import streamlit as st
        def draw():
            st.text("new")
            st.text("a")
            st.text("b changed")
        """
    )
    app.run()
    after = [node.id for node in app.session.tree.roots[0].children]
    assert app.shown == ["new", "a", "b changed"]
    assert after[1:] == before


def test_after_a_slow_run_nothing_that_was_drawn_is_held_back(open_app: Open) -> None:
    app = open_app("""
        import streamlit as st
        from tabstream._runtime import current_run
        st.text("above")
        st.text("also above")
        current_run().session.host._clock.now += 1
    """)
    app.run()
    kept = [op for message in app.run() for op in message.get("ops", ())]
    assert [op["count"] for op in kept] == [1, 1]


@pytest.mark.parametrize("clause", ["except:", "finally:"])
def test_a_stop_that_is_caught_holds_at_the_next_call(open_app: Open, clause: str) -> None:
    app = open_app(f"""
        import streamlit as st
        st.text("before")
        try:
            st.stop()
        {clause}
            st.text("failed")
        st.text("after")
    """)
    app.run()
    assert app.shown == ["before"]
    assert app.ends == ["stopped_itself"]
