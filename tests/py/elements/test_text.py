"""Text, headings, code and HTML: what an author writes and what the page gets."""

from __future__ import annotations

import sys
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from tabstream._protocol.elements.text import Code, Divider, Heading, Html, Latex

if TYPE_CHECKING:
    from pathlib import Path

    from showing import Show


def test_text_is_shown_without_the_indentation_of_the_script(show: Show) -> None:
    page = show('''
        st.text("""
            a
              b
        """)
    ''')
    assert page.bodies == ["a\n  b"]


@pytest.mark.parametrize("name", ["text", "markdown", "caption", "title", "code", "latex", "error"])
def test_anything_can_be_text(show: Show, name: str) -> None:
    assert show(f"st.{name}(5)").bodies == ["5"]


@pytest.mark.parametrize(("name", "level"), [("title", 1), ("header", 2), ("subheader", 3)])
def test_headings_have_levels(show: Show, name: str, level: int) -> None:
    heading = show(f"st.{name}('# A')").message
    assert isinstance(heading, Heading)
    assert (heading.level, heading.body, heading.anchor, heading.has_anchor) == (
        level, "# A", None, True,
    )  # fmt: skip


def test_a_heading_can_go_without_an_anchor_or_have_its_own(show: Show) -> None:
    page = show("st.title('A', anchor=False)\nst.title('A', anchor='here')")
    assert [(heading.anchor, heading.has_anchor) for heading in page.messages] == [
        (None, False),
        ("here", True),
    ]


def test_a_divider_below_a_header_has_a_colour(show: Show) -> None:
    page = show("for line in (False, True, 'rainbow', 'gray'): st.header('A', divider=line)")
    assert [heading.divider for heading in page.messages] == [None, "auto", "rainbow", "gray"]


def test_help_is_dedented_markdown(show: Show) -> None:
    assert show("st.markdown('a', help='''\n  *b*\n    c''')").message.help == "*b*\n  c"


def test_html_in_markdown_counts_only_when_allowed(show: Show) -> None:
    page = show("st.markdown('<b>a</b>')\nst.markdown('<b>a</b>', True)\nst.caption('a', True)")
    assert [message.allow_html for message in page.messages] == [False, True, True]


def test_markdown_fits_its_place_unless_told_otherwise(show: Show) -> None:
    page = show("for width in ('auto', 'stretch', 'content', 80): st.markdown('a', width=width)")
    assert [message.width for message in page.messages] == ["auto", "stretch", "content", 80]


def test_a_formula_has_no_dollar_signs(show: Show) -> None:
    assert show("st.latex(r'''\n   a + b\n ''')").message == Latex("a + b", None, "stretch")


def test_a_sympy_expression_becomes_a_formula(show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sympy", SimpleNamespace(latex=lambda _: "x^{2}"))
    page = show("""
        class Expr:
            __module__ = "sympy.core.expr"
        st.latex(Expr())
        st.write(Expr())
    """)
    assert page.messages == [Latex("x^{2}", None, "stretch")] * 2


def test_a_badge_is_coloured_markdown(show: Show) -> None:
    page = show("st.badge('a]b')\nst.badge('A', icon=':material/check:', color='green')")
    assert page.bodies == [":blue-badge[a\\]b]", ":green-badge[:material/check: A]"]


def test_a_divider_is_a_line(show: Show) -> None:
    assert show("st.divider(width=100)").message == Divider(100)


def test_code_keeps_its_indentation_and_loses_one_line_break_at_each_end(show: Show) -> None:
    page = show("st.code('\\n  a\\n\\n')\nst.code('a', None, line_numbers=True, height=80)")
    assert page.messages == [
        Code("  a\n", "python", False, False, "stretch", "content"),
        Code("a", "plaintext", True, False, "stretch", 80),
    ]


def test_html_stands_where_it_is_written(show: Show) -> None:
    page = show("st.html(' <p>a</p> ', width='content')")
    assert page.message == Html("<p>a</p>", False, False, "content")


@pytest.mark.parametrize("where", ["st", "st.sidebar"])
def test_html_that_is_only_styles_takes_no_room(show: Show, where: str) -> None:
    page = show(f"{where}.html('<!-- mine --><style>p {{}}</style> <style>b {{}}</style>')")
    assert page.main == page.sidebar == []
    assert page.events[0].message.is_style


def test_html_is_read_from_paths_and_from_objects(show: Show, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<p>file</p>")
    (tmp_path / "a.css").write_text("p { margin: 0 }")
    page = show("""
        from pathlib import Path
        st.html(Path("a.html"))
        st.html(Path("a.css"))
        class Card:
            def _repr_html_(self): return "<p>card</p>"
        st.html(Card())
    """)
    assert page.bodies == ["<p>file</p>", "<p>card</p>"]
    assert page.events[0].message.body == "<style>p { margin: 0 }</style>"


def test_the_name_of_a_file_is_text_and_says_how_to_show_the_file(
    show: Show, tmp_path: Path
) -> None:
    (tmp_path / "a.html").write_text("<p>file</p>")
    page = show("st.html('a.html')")
    assert page.outline == ["alert", "html"]
    assert "pathlib.Path('a.html')" in page.messages[0].body


@pytest.mark.parametrize(
    ("call", "error", "says"),
    [
        ("st.title('a', anchor=5)", "StreamlitInvalidParameterTypeError", "`int`"),
        ("st.title('a', anchor=True)", "StreamlitValueError", "False"),
        ("st.header('a', divider='pink')", "StreamlitValueError", "'rainbow'"),
        ("st.header('a', icon='zz')", "StreamlitAPIException", ":material/thumb_up:"),
        ("st.text('a', width='wide')", "StreamlitInvalidWidthError", "'stretch', 'content' or"),
        ("st.text('a', width=0)", "StreamlitInvalidWidthError", "above 0"),
        ("st.divider(width='content')", "StreamlitInvalidWidthError", "'stretch' or"),
        ("st.markdown('a', text_alignment='up')", "StreamlitValueError", "'justify'"),
        ("st.code('a', height='tall')", "StreamlitInvalidHeightError", "'content'"),
        ("st.html('  ')", "StreamlitMissingRequiredParameterError", "`body`"),
        ("st.badge('a', icon='zz')", "StreamlitAPIException", "emoji"),
    ],
)
def test_an_argument_that_cannot_be_used_is_named_with_what_would_work(
    show: Show, call: str, error: str, says: str
) -> None:
    card = show(call).error
    assert card.type == error
    assert card.is_markdown
    assert says in card.text


@pytest.mark.parametrize(
    "icon", ["🎈", "👍🏽", "👩‍💻", "🇩🇪", "1️⃣", "❤️", ":material/check:", "spinner"]
)
def test_an_icon_is_one_emoji_or_a_name(show: Show, icon: str) -> None:
    assert show(f"st.info('a', icon={icon!r})").message.icon == icon


@pytest.mark.parametrize("icon", ["🎈🎈", "a", "1", ":balloon:", ":material/Check:", "🎈 "])
def test_anything_else_is_no_icon(show: Show, icon: str) -> None:
    assert icon in show(f"st.info('a', icon={icon!r})").error.text


def test_a_returned_place_can_be_written_to_again(show: Show) -> None:
    page = show("place = st.text('a')\nst.text('b')\nplace.markdown('c')")
    assert page.outline == ["markdown", "text"]
    assert page.bodies == ["c", "b"]


def test_an_unchanged_text_is_not_sent_again(show: Show) -> None:
    page = show("st.title('a')\nst.markdown('b')\nst.code('c')")
    ops: list[Any] = [op for message in page.run().sent_of("ops") for op in message["ops"]]
    assert [op["op"] for op in ops] == ["keep"]
