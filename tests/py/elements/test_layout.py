"""Containers: where things stand, and which container knows whether it is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from showing import Show


# ---- containers --------------------------------------------------------------------------------


def test_a_container_is_filled_in_any_order_and_stands_where_it_was_opened(show: Show) -> None:
    page = show("""
        box = st.container(key="box")
        st.text("below")
        with box:
            st.text("a")
        box.text("b")
    """)
    assert page.outline == [("flex_container", ["text", "text"]), "text"]
    assert page.main[0].key == "box"


def test_what_scrolls_has_a_border_unless_told_otherwise(show: Show) -> None:
    page = show("""
        st.container()
        st.container(height=100)
        st.container(height=100, border=False)
        st.container(border=True)
    """)
    assert [box.border for box in page.messages] == [False, True, False, True]


def test_a_horizontal_container_wraps(show: Show) -> None:
    page = show("st.container(horizontal=True)\nst.container(horizontal=True, wrap=False)")
    assert [(box.direction, box.wrap) for box in page.messages] == [
        ("horizontal", True),
        ("horizontal", False),
    ]


def test_columns_share_the_width_by_their_weights(show: Show) -> None:
    page = show("""
        narrow, wide = st.columns([1, 3], gap=None, border=True)
        wide.text("a")
        st.columns(2)
    """)
    assert page.outline == [
        ("flex_container", ["column", ("column", ["text"])]),
        ("flex_container", ["column", "column"]),
    ]
    first, second = page.main[0].children
    assert (first.message.weight, second.message.weight) == (0.25, 0.75)
    assert first.message.gap is None
    assert first.message.border


def test_columns_can_be_asked_for_by_any_kind_of_numbers(show: Show) -> None:
    page = show("""
        import numpy as np
        for spec in (True, (1, 2), range(1, 3), np.int64(2), np.array([1.5, 0.5])):
            st.columns(spec)
    """)
    assert [len(row.children) for row in page.main] == [1, 2, 2, 2, 2]


def test_what_is_written_on_a_container_goes_there_also_inside_another(show: Show) -> None:
    page = show("""
        left, right = st.columns(2)
        with left:
            right.text("right")
            st.sidebar.text("sidebar")
            st.text("left")
    """)
    ((left, right),) = [row.children for row in page.main]
    assert [shown.message.body for shown in left.children] == ["left"]
    assert [shown.message.body for shown in right.children] == ["right"]
    assert [shown.message.body for shown in page.sidebar] == ["sidebar"]


def test_an_empty_place_holds_one_element_at_a_time(show: Show) -> None:
    page = show("""
        place = st.empty()
        place.text("a")
        place.text("b")
        with st.empty():
            st.text("c")
            st.text("d")
        gone = st.empty()
        gone.text("e")
        gone.empty()
    """)
    assert page.outline == ["text", "text", "empty"]
    assert page.bodies == ["b", "d"]


def test_a_container_in_an_empty_place_holds_many(show: Show) -> None:
    page = show("""
        place = st.empty()
        place.text("a")
        box = place.container()
        box.text("b")
        box.text("c")
    """)
    assert page.outline == [("flex_container", ["text", "text"])]


def test_room_has_a_size(show: Show) -> None:
    page = show("st.space()\nst.space('xlarge')\nst.space('stretch')\nst.space(12)")
    assert [space.size for space in page.messages] == ["small", "xlarge", "stretch", 12]


# ---- what opens and closes ---------------------------------------------------------------------


def test_what_only_the_page_opens_is_no_widget(show: Show) -> None:
    page = show("""
        boxes = st.expander("a", expanded=True), st.popover("b"), *st.tabs(["c", "d"])
        for box in boxes:
            box.text(box.open)
    """)
    assert page.outline == [
        ("expander", ["text"]),
        ("popover", ["text"]),
        ("tab_container", [("tab", ["text"]), ("tab", ["text"])]),
    ]
    assert page.main[0].children[0].message.body == "None"
    inserted = [op["node"] for sent in page.sent_of("ops") for op in sent["ops"]]
    assert {node["widget"] for node in inserted} == {None}


def test_an_expander_that_the_script_watches_tells_whether_it_is_open(show: Show) -> None:
    page = show("st.text(st.expander('a', on_change='rerun', key='k').open)")
    assert page.bodies == ["False"]
    assert page.run(k=True).bodies == ["True"]


def test_tabs_that_the_script_watches_tell_which_one_is_open(show: Show) -> None:
    page = show("""
        tabs = st.tabs(["a", "b"], on_change="rerun", key="k")
        st.text([tab.open for tab in tabs])
    """)
    assert page.bodies == ["[True, False]"]
    assert page.run(k="b").bodies == ["[False, True]"]
    assert page.run(k="gone").bodies == ["[True, False]"]


def test_a_popover_that_the_script_watches_calls_a_function(show: Show) -> None:
    page = show("""
        def opened(what): st.text(what)
        popover = st.popover("a", on_change=opened, args=("called",), key="k")
        st.text(popover.open)
    """)
    assert page.bodies == ["False"]
    assert page.run(k=True).bodies == ["called", "True"]


def test_a_watched_container_keeps_its_content_when_it_is_opened(show: Show) -> None:
    page = show("st.expander('a', on_change='rerun', key='k').text('inside')")
    before = page.main[0].children[0].id
    assert page.run(k=True).main[0].children[0].id == before


def test_containers_inside_a_watched_one_are_opened_as_anywhere(show: Show) -> None:
    page = show("""
        box = st.expander("a", on_change="rerun")
        box.columns(2)[0].expander("b").container().text("deep")
    """)
    deep = ("expander", [("flex_container", ["text"])])
    assert page.outline == [("expander", [("flex_container", [("column", [deep]), "column"])])]


def test_a_tab_can_be_open_at_first(show: Show) -> None:
    assert show("st.tabs(['a', 'b'], default='b')").main[0].message.default == 1


def test_a_popover_has_the_look_of_a_button(show: Show) -> None:
    page = show("""
        st.popover("a", type="primary", help=" h", icon="🎈", disabled=True, width=90)
        st.popover("a", use_container_width=True)
    """)
    first, second = page.messages
    assert (first.type, first.help, first.icon, first.disabled, first.width) == (
        "primary", "h", "🎈", True, 90,
    )  # fmt: skip
    assert second.width == "stretch"


@pytest.mark.parametrize(
    ("call", "error", "says"),
    [
        ("st.columns(0)", "StreamlitInvalidColumnSpecError", "`st.columns(0)`"),
        ("st.columns([1, -1])", "StreamlitInvalidColumnSpecError", "above 0"),
        ("st.columns([])", "StreamlitInvalidColumnSpecError", "at least 1"),
        ("st.columns('x')", "StreamlitInvalidParameterTypeError", "`str`"),
        ("st.columns(2.5)", "StreamlitInvalidParameterTypeError", "a list of numbers"),
        ("st.columns(2, gap='x')", "StreamlitValueError", "'xxlarge', None or"),
        ("st.columns(2, vertical_alignment='x')", "StreamlitValueError", "'bottom'"),
        ("st.container(height='x')", "StreamlitInvalidHeightError", "a number of pixels"),
        ("st.container(key='')", "StreamlitValueError", "`key`"),
        ("st.container(key='k'); st.container(key='k')", "StreamlitDuplicateElementKey", "'k'"),
        ("st.tabs([])", "StreamlitMissingRequiredParameterError", "`tabs`"),
        ("st.tabs([1])", "StreamlitInvalidParameterTypeError", "`int`"),
        ("st.tabs(['a'], default='b')", "StreamlitValueError", "'a'"),
        ("st.expander(None)", "StreamlitMissingRequiredParameterError", "`label`"),
        ("st.expander('a', type='x')", "StreamlitValueError", "'compact'"),
        ("st.expander('a', on_change='x')", "StreamlitValueError", "a function"),
        ("st.expander('a', width='content')", "StreamlitInvalidWidthError", "'stretch'"),
        (
            "st.expander('a', bind='query-params')",
            "StreamlitMissingRequiredParameterError",
            "`key`",
        ),
        ("st.expander('a', key='k', bind='query-params')", "NotThereYetError", "not there yet"),
        ("st.popover('a', type='x')", "StreamlitValueError", "'tertiary'"),
        ("st.space('x')", "StreamlitValueError", "'stretch'"),
        ("st.space(0)", "StreamlitValueError", "above 0"),
    ],
)
def test_an_argument_that_cannot_be_used_is_named_with_what_would_work(
    show: Show, call: str, error: str, says: str
) -> None:
    card = show(call).error
    assert card.type == error
    assert says in card.text
