"""`st.help` and `st.echo`: what they read of the author's own script."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tabstream._protocol.elements.text import HelpMember

if TYPE_CHECKING:
    from showing import Show


# ---- help --------------------------------------------------------------------------------------


def test_a_function_is_explained_by_its_signature_and_documentation(show: Show) -> None:
    page = show("""
        def area(width, height: float = 1, *, unit="m") -> float:
            '''Return the area.

            In square units.
            '''
        st.help(area)
    """)
    card = page.message
    assert (card.name, card.type, card.members) == ("area", "function", ())
    assert card.value == "__main__.area(width, height: float = 1, *, unit='m') -> float"
    assert card.doc == "Return the area.\n\nIn square units."


def test_an_object_is_explained_by_what_it_has(show: Show) -> None:
    page = show("""
        class Room:
            '''A room.'''
            size = 3
            def __init__(self): self._secret = 1
            @property
            def door(self):
                '''Its door.'''
                raise RuntimeError("never asked")
            def enter(self):
                '''Go in.

                By the door.
                '''
        st.help(Room)
        room = Room()
        st.help(room)
    """)
    members = (
        HelpMember("door", "property", "", "Its door."),
        HelpMember("size", "int", "3", ""),
        HelpMember("enter", "function", "", "Go in."),
    )
    of_class, of_object = page.messages
    assert (of_class.name, of_class.type, of_class.value) == ("Room", "class", "__main__.Room()")
    assert (of_object.name, of_object.type, of_object.value) == ("room", "Room", "__main__.Room()")
    assert of_class.members == of_object.members == members


@pytest.mark.parametrize(
    ("call", "name"),
    [
        ("st.help(len)", "len"),
        ("st.help(obj=len)", ""),
        ("st.help(st.write)", "st.write"),
        ("st.sidebar.help(len); st.help( [1,2] )", "[1,2]"),
        ("st.help(\n    len\n)", "len"),
        ("st.write('é', 1, len)", "len"),
        ("len", "len"),
        ("(\n  len\n)", "len"),
        ("'a', len", "len"),
        ("explain = st.help; explain(len)", "len"),
        ("for one in [len]: st.help(one)", "one"),
        ("(lambda it: st.help(it))(len)", "it"),
        ("st.help(5)", ""),
        ("st.help('a')", ""),
        ("st.help()", ""),
    ],
)
def test_an_object_is_called_what_the_authors_line_calls_it(
    show: Show, call: str, name: str
) -> None:
    card = next(shown.message for shown in show(call).main if shown.kind == "help")
    assert card.name == name


def test_an_address_in_memory_is_never_shown(show: Show) -> None:
    """It is another one in each run, and so the card would never stay the same."""
    page = show("""
        class Box:
            inside = object()
        st.help(Box())
        st.help(st.sidebar)
        st.help(lambda: 1)
        st.help()
    """)
    assert "0x" not in str(page.messages)


def test_a_module_is_explained(show: Show) -> None:
    card = show("import math\nst.help(math)").message
    assert (card.type, card.value) == ("module", "")
    assert HelpMember("pi", "float", "3.141592653589793", "") in card.members


# ---- echo --------------------------------------------------------------------------------------


def test_a_block_shows_its_code_above_what_it_draws(show: Show) -> None:
    page = show("""
        with st.echo():
            x = 1

            # A comment.
            st.text(x)
        st.text("after")
    """)
    assert page.outline == ["code", "text", "text"]
    assert page.bodies == ["x = 1\n\n# A comment.\nst.text(x)", "1", "after"]


def test_a_block_shows_its_code_below_what_it_draws(show: Show) -> None:
    page = show("with st.echo(code_location='below'):\n  st.text('a')")
    assert page.bodies == ["a", "st.text('a')"]


def test_a_block_on_one_line_shows_its_code(show: Show) -> None:
    assert show("with st.echo(): st.text('é'); st.text('b')").bodies == [
        "st.text('é'); st.text('b')", "é", "b",
    ]  # fmt: skip


def test_a_block_in_a_function_and_in_another_block_shows_its_code(show: Show) -> None:
    page = show("""
        def draw():
            with (
                st.container(),
                st.echo(),
            ):
                for i in range(2):
                    st.text(i)
        draw()
    """)
    (box,) = page.main
    assert box.children[0].message.body == "for i in range(2):\n    st.text(i)"


def test_a_decorator_is_part_of_the_code(show: Show) -> None:
    page = show("""
        def same(function): return function
        with st.echo():
            @same
            def f(): ...
    """)
    assert page.bodies == ["@same\ndef f(): ..."]


def test_a_block_that_fails_shows_no_code_below(show: Show) -> None:
    assert show("with st.echo('below'): 1 / 0").outline == ["exception"]
