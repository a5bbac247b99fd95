"""Which widget is the same one in the next run."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

import pytest

import tabstream
from tabstream._protocol import Buffer, Widget, message
from tabstream._runtime.widgets import widget_id

if TYPE_CHECKING:
    from opening import Open


@message
class Dial(Widget):
    """A widget of the tests."""

    kind: ClassVar[str] = "dial"
    KEYED_BY: ClassVar[tuple[str, ...]] = ("most",)
    most: int
    default: int
    picture: Buffer | None


def id_of(key: str | None = None, root: int = 0, page: str = "", **fields: Any) -> str:
    """Return the id of a dial with these fields."""
    dial = Dial(
        **{
            "label": "Size",
            "help": None,
            "disabled": False,
            "label_visibility": "visible",
            "form": None,
            "reruns": True,
            "most": 10,
            "default": 0,
            "picture": None,
            **fields,
        }
    )
    return widget_id(dial, key=key, root=root, page=page)


@pytest.mark.parametrize(
    "change",
    [{"label": "Width"}, {"help": "How wide"}, {"default": 3}, {"most": 20}, {"form": "order"}],
)
def test_without_a_key_a_widget_is_what_a_person_sees(change: dict[str, Any]) -> None:
    assert id_of(**change) != id_of()


@pytest.mark.parametrize(
    "change",
    [{"disabled": True}, {"label_visibility": "hidden"}, {"reruns": False}],
)
def test_how_a_widget_looks_does_not_make_another_of_it(change: dict[str, Any]) -> None:
    assert id_of(**change) == id_of()


@pytest.mark.parametrize(
    "change",
    [{"label": "Width"}, {"help": "How wide"}, {"default": 3}, {"form": "order"}, {"root": 1}],
)
def test_with_a_key_a_widget_stays_the_same(change: dict[str, Any]) -> None:
    assert id_of("k", **change) == id_of("k")


def test_a_field_that_the_old_value_depends_on_makes_another_widget_of_a_key() -> None:
    assert id_of("k", most=20) != id_of("k")


def test_a_keyless_widget_of_the_sidebar_is_another_one() -> None:
    assert id_of(root=1) != id_of(root=0)


def test_widgets_of_other_pages_are_other_widgets() -> None:
    assert id_of("k", page="b") != id_of("k", page="a")
    assert id_of(page="b") != id_of(page="a")


def test_bytes_are_no_part_of_a_widgets_identity() -> None:
    assert id_of(picture=Buffer(b"a")) == id_of(picture=Buffer(b"b"))


def test_an_id_is_the_same_in_another_process() -> None:
    script = "import test_widgets; print(test_widgets.id_of('k'))"
    folders = [str(Path(__file__).parent), str(Path(tabstream.__file__).parents[1])]
    ids = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(folders)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for seed in ("1", "2")
    }
    assert ids == {id_of("k")}


def test_a_widget_keeps_its_value_wherever_a_line_above_moves_it(open_app: Open) -> None:
    app = open_app("""
        import streamlit as st
        from opening import number
        if number("more"):
            st.text("one more line")
        st.text(number("size"))
    """)
    app.run()
    app.run(size=7, more=1)
    assert app.shown == ["one more line", "7"]


def test_two_widgets_that_nothing_tells_apart_are_an_error(open_app: Open) -> None:
    app = open_app("""
        from opening import number
        number("size")
        number("size")
    """)
    app.run()
    assert app.ends == ["error"]


def test_a_key_belongs_to_one_element(open_app: Open) -> None:
    app = open_app("""
        from opening import number
        number("a", key="k")
        number("b", key="k")
    """)
    app.run()
    assert app.ends == ["error"]
