"""What tells how things stand: notices, progress, spinners, boxes of steps, toasts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tabstream._protocol.elements.status import Alert, Progress, Toast

if TYPE_CHECKING:
    from showing import Show


# ---- notices -----------------------------------------------------------------------------------


@pytest.mark.parametrize("level", ["error", "warning", "info", "success"])
def test_a_notice_has_a_level(show: Show, level: str) -> None:
    page = show(f"st.{level}(' a ')\nst.{level}('a', icon='🎈', title='T', width=90)")
    plain, rich = page.messages
    assert plain == Alert(level, None, "a", None, "stretch")  # type: ignore[arg-type]
    assert rich == Alert(level, "T", "a", "🎈", 90)  # type: ignore[arg-type]


def test_an_exception_is_shown_where_it_is_handed_over_and_the_script_goes_on(show: Show) -> None:
    page = show("""
        try:
            1 / 0
        except ZeroDivisionError as error:
            st.exception(error)
        st.text("on")
    """)
    card = page.messages[0]
    assert page.outline == ["exception", "text"]
    assert (card.type, card.text) == ("ZeroDivisionError", "division by zero")
    assert card.location.line == 4


def test_an_exception_that_was_never_raised_has_no_trace(show: Show) -> None:
    card = show("st.exception(ValueError('a'))").message
    assert (card.type, card.text, card.trace, card.location) == ("ValueError", "a", (), None)


def test_a_warning_is_no_error(show: Show) -> None:
    assert show("st.exception(UserWarning('a'))").message.is_warning


def test_a_text_can_be_shown_as_an_exception(show: Show) -> None:
    card = show("st.exception('a')").message
    assert (card.type, card.text) == ("str", "a")


# ---- progress ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "percent"),
    [
        ("0", 0),
        ("7", 7),
        ("100", 100),
        ("0.0", 0),
        ("0.999", 99),
        ("1.0", 100),
        ("1.0000000001", 100),
    ],
)
def test_progress_is_a_whole_number_to_100_or_a_part_of_one(
    show: Show, value: str, percent: int
) -> None:
    assert show(f"st.progress({value})").message == Progress(percent, "", "stretch")


def test_numbers_of_numpy_are_numbers(show: Show) -> None:
    page = show("import numpy as np\nst.progress(np.float32(0.5))\nst.progress(np.int64(5))")
    assert [bar.value for bar in page.messages] == [50, 5]


def test_a_bar_moves_in_its_place_and_goes(show: Show) -> None:
    page = show("""
        bar = st.progress(0)
        st.text("below")
        bar.progress(50, text="half")
        gone = st.progress(0)
        gone.empty()
    """)
    assert page.outline == ["progress", "text", "empty"]
    assert page.messages[0] == Progress(50, "half", "stretch")


# ---- spinner -----------------------------------------------------------------------------------


def test_a_spinner_is_there_while_its_block_runs(show: Show) -> None:
    page = show("""
        from tabstream._runtime import current_run
        def kinds():
            return [node.message.kind for node in current_run().tree.roots[0].children]
        with st.spinner("Wait", show_time=True):
            inside = kinds()
            st.text("a")
        st.text(inside)
        st.text(kinds())
    """)
    assert page.bodies == ["a", "['spinner']", "['text', 'text']"]


def test_the_page_waits_half_a_second_before_it_shows_a_spinner(show: Show) -> None:
    page = show("with st.spinner('Wait'): pass")
    inserted = [op["node"] for sent in page.sent_of("ops") for op in sent["ops"] if "node" in op]
    assert inserted[0]["props"] == {
        "text": "Wait", "show_time": False, "delay_ms": 500, "width": "content",
    }  # fmt: skip


def test_a_spinner_goes_when_its_block_fails(show: Show) -> None:
    assert show("with st.spinner('Wait'): 1 / 0").outline == ["exception"]


def test_a_spinner_can_decorate_a_function(show: Show) -> None:
    page = show("""
        @st.spinner("Wait")
        def work(): st.text("a")
        work()
        work()
    """)
    assert page.outline == ["text", "text"]


def test_a_spinner_in_an_empty_place_leaves_the_place(show: Show) -> None:
    page = show("""
        place = st.empty()
        with place, st.spinner("Wait"):
            pass
        place.text("a")
        with st.empty():
            with st.spinner("Wait"):
                st.text("b")
    """)
    assert page.bodies == ["a", "b"]


def test_what_follows_a_spinner_is_not_sent_again(show: Show) -> None:
    page = show("with st.spinner('Wait'): st.text('a')\nst.text('b')")
    before = [shown.id for shown in page.main]
    assert [shown.id for shown in page.run().main] == before


# ---- status ------------------------------------------------------------------------------------


def test_a_status_is_complete_when_its_block_ends(show: Show) -> None:
    page = show("with st.status('a', expanded=True): st.text('inside')")
    assert page.outline == [("status", ["text"])]
    assert page.message.state == "complete"
    assert page.message.expanded is None, "it stays as the person has it"


def test_a_status_shows_that_its_block_failed(show: Show) -> None:
    page = show("with st.status('a'): 1 / 0")
    assert page.outline == ["status", "exception"]
    assert page.messages[0].state == "error"


def test_a_status_keeps_the_state_that_the_script_gave_it(show: Show) -> None:
    page = show("""
        with st.status("a", state="error"): pass
        with st.status("b") as status: status.update(label="c", state="error")
        st.status("d").update(expanded=True)
        with st.status("e"): st.stop()
    """)
    assert [(status.label, status.state, status.expanded) for status in page.messages] == [
        ("a", "error", False),
        ("c", "error", None),
        ("d", "running", True),
        ("e", "running", False),
    ]


def test_an_update_leaves_what_the_status_holds(show: Show) -> None:
    page = show("""
        status = st.status("a")
        status.text("1")
        status.update(label="b")
        status.text("2")
    """)
    assert page.outline == [("status", ["text", "text"])]


# ---- over the page -----------------------------------------------------------------------------


def test_a_toast_belongs_to_no_place(show: Show) -> None:
    page = show("""
        st.toast("a")
        with st.sidebar:
            st.toast("b", icon="🎈", duration="long")
        st.toast("c", duration="infinite")
        st.toast("d", duration=7)
    """)
    assert page.main == page.sidebar == []
    assert [shown.message for shown in page.events] == [
        Toast("a", None, 4),
        Toast("b", "🎈", 10),
        Toast("c", None, 0),
        Toast("d", None, 7),
    ]


def test_a_toast_can_be_changed(show: Show) -> None:
    page = show("toast = st.toast('a')\ntoast.toast('b')")
    assert [shown.message.body for shown in page.events] == ["b"]


def test_a_toast_happens_again_in_each_run(show: Show) -> None:
    page = show("st.toast('a')")
    before = page.events[0].id
    assert page.run().events[0].id != before


def test_balloons_and_snow_come_again_in_each_run(show: Show) -> None:
    page = show("st.balloons()\nst.snow()")
    assert [message.run for message in page.messages] == [1, 1]
    assert [message.run for message in page.run().messages] == [2, 2]


@pytest.mark.parametrize(
    ("call", "error", "says"),
    [
        ("st.progress(101)", "StreamlitValueOutOfRangeError", "0 to 100"),
        ("st.progress(1.5)", "StreamlitValueOutOfRangeError", "0.0 to 1.0"),
        ("st.progress(-1)", "StreamlitValueOutOfRangeError", "-1"),
        ("st.progress('a')", "StreamlitInvalidParameterTypeError", "`str`"),
        ("st.progress(None)", "StreamlitInvalidParameterTypeError", "0.0 to 1.0"),
        ("st.progress(5, text=5)", "StreamlitInvalidParameterTypeError", "`text`"),
        ("st.progress(5, width='content')", "StreamlitInvalidWidthError", "'stretch'"),
        ("st.status('a', state='z')", "StreamlitValueError", "'complete'"),
        ("st.status('a').update(state='z')", "StreamlitValueError", "'running'"),
        ("st.toast('')", "StreamlitMissingRequiredParameterError", "`body`"),
        ("st.toast('a', duration=0)", "StreamlitValueError", "'infinite'"),
        ("st.error('a', icon='zz')", "StreamlitAPIException", "`zz`"),
        ("st.error('a', width='content')", "StreamlitInvalidWidthError", "'stretch'"),
    ],
)
def test_an_argument_that_cannot_be_used_is_named_with_what_would_work(
    show: Show, call: str, error: str, says: str
) -> None:
    card = show(call).error
    assert card.type == error
    assert says in card.text
