"""Colours to pick."""

from __future__ import annotations

import pytest

from tabstream.testing import AppTest


def run(source: str) -> AppTest:
    """Run an app that has streamlit at hand."""
    return AppTest.from_string("import streamlit as st\n" + source).run()


@pytest.mark.parametrize(
    ("value", "colour"),
    [("None", "#000000"), ('"#00F"', "#00F"), ('"#aA5500"', "#aA5500")],
)
def test_a_colour_is_returned_as_it_was_given(value: str, colour: str) -> None:
    assert run(f'st.color_picker("Sky", {value})').color_picker[0].value == colour


@pytest.mark.parametrize("value", ['"red"', '"#ffff"', '"fff"', '""', '"#ggg"'])
def test_what_is_no_colour_is_an_error(value: str) -> None:
    app = run(f'st.color_picker("Sky", {value})')
    assert app.exception[0].proto.type == "StreamlitAPIException"


def test_a_number_is_no_colour() -> None:
    app = run('st.color_picker("Sky", 5)')
    assert app.exception[0].proto.type == "StreamlitInvalidParameterTypeError"


def test_a_picked_colour_is_returned() -> None:
    app = run('st.text(st.color_picker("Sky"))')
    app.color_picker[0].pick("#00aaff").run()
    assert app.text[0].value == "#00aaff"


def test_it_has_its_name_of_2020_too() -> None:
    assert run('st.beta_color_picker("Sky", "#123456")').color_picker[0].value == "#123456"
