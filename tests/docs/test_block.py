"""What an author may write in a block, and what is said to the rest."""

from __future__ import annotations

import pytest

from tabstream_docs.block import BlockError, read_block, read_options


def test_options_have_values_in_either_quotation_marks_or_in_none() -> None:
    options = read_options(""" src="my app.py" title='Say "hi"' height=400 """)
    assert options == {"src": "my app.py", "title": 'Say "hi"', "height": "400"}


@pytest.mark.parametrize(
    ("info", "said"),
    [
        ("height", "height is no option. An option is a name, = and a value in quotation marks"),
        ('title="a', 'title="a is no option'),
        ("height=1 height=2", "height is there twice"),
    ],
)
def test_what_is_no_option_is_named(info: str, said: str) -> None:
    with pytest.raises(BlockError, match=said):
        read_options(info)


def test_a_block_without_options_shows_its_app_alone() -> None:
    block = read_block({}, "\n  import streamlit as st\n\n  st.write(1)\n\n")
    assert block.code == "import streamlit as st\n\nst.write(1)\n"
    assert block.show == ("app",)
    assert block.attributes == {}


@pytest.mark.parametrize(
    ("show", "parts"),
    [
        ("both", ("code", "app")),
        ("code app", ("code", "app")),
        ("app code", ("app", "code")),
    ],
)
def test_code_is_shown_above_or_below_the_app(show: str, parts: tuple[str, ...]) -> None:
    assert read_block({"show": show}, "x").show == parts


@pytest.mark.parametrize("height", ["400", "30em", "50%", "12.5rem", "calc(100vh - 2em)"])
def test_a_height_is_in_pixels_or_any_length_of_css(height: str) -> None:
    assert read_block({"height": height}, "x").attributes == {"height": height}


@pytest.mark.parametrize(
    ("options", "text", "said"),
    [
        ({"heigth": "1"}, "x", "heigth is no option. Did you mean height\\? There are: src, "),
        ({"height": "tall"}, "x", 'height="tall" cannot be. It is one of: a number of pixels'),
        ({"start": "soon"}, "x", 'start="soon" cannot be. It is one of: near, click, now.'),
        ({"theme": "blue"}, "x", "light, dark"),
        ({"show": "code"}, "x", "app, code app, app code"),
        ({}, " \n", 'The block has no script. Write one into it, or name one: src="app.py".'),
        ({"src": "a.py"}, "x", 'a script of its own and src="a.py"'),
    ],
)
def test_what_cannot_be_is_said_with_what_can(
    options: dict[str, str], text: str, said: str
) -> None:
    with pytest.raises(BlockError, match=said):
        read_block(options, text)
