"""`st.write`: what it makes of a value."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from showing import Show


@pytest.mark.parametrize(
    ("values", "body"),
    [
        ("'*a*'", "*a*"),
        ("''", ""),
        ("0, 'squared is', 0", "`0` squared is `0`"),
        ("'a', None, True, 1.5, 1j", "a `None` `True` `1.5` `1j`"),
        ("(1, 2), {1, 2}, b'x'", "`(1, 2)` `{1, 2}` `b'x'`"),
        ("..., range(3), frozenset([1])", "`Ellipsis` `range(0, 3)` `frozenset({1})`"),
        ("__import__('datetime').date(2020, 1, 2)", "`2020-01-02`"),
        ("__import__('decimal').Decimal('1.5')", "`1.5`"),
        ("__import__('pathlib').PurePosixPath('/a')", "`/a`"),
        ("__import__('re').compile('a')", "`re.compile('a')`"),
        ("__import__('collections').deque([1])", "`deque([1])`"),
        ("__import__('io').StringIO('*a*')", "*a*"),
        ("__import__('numpy').float64(1.5)", "`1.5`"),
        ("__import__('enum').Enum('E', 'A').A", "`E.A`"),
    ],
)
def test_words_and_plain_values_make_one_paragraph(show: Show, values: str, body: str) -> None:
    page = show(f"st.write({values})")
    assert page.outline == ["markdown"]
    assert page.bodies == [body]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a`b", "``a`b``"),
        ("`a`", "`` `a` ``"),
        ("a\nb", "```\na\nb\n```"),
        ("a\n```", "````\na\n```\n````"),
    ],
)
def test_the_text_of_a_value_is_code_whatever_it_holds(show: Show, text: str, code: str) -> None:
    page = show(f"""
        class Value:
            def __str__(self): return {text!r}
        st.write(Value())
    """)
    assert page.bodies == [code]


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("ValueError('a')", "exception"),
        ("st.sidebar", "help"),
        ("pd.DataFrame({'a': [1]})", "data_frame"),
        ("pd.Series([1])", "data_frame"),
        ("pd.Index([1])", "data_frame"),
        ("np.array([1, 2])", "data_frame"),
        ("{'a': pd.Series([1])}", "data_frame"),
        ("alt.Chart(pd.DataFrame({'a': [1]})).mark_point()", "vega_lite_chart"),
        ("plt.figure()", "image"),
        ("PIL.Image.new('RGB', (1, 1))", "image"),
        ("{'a': 1}", "json"),
        ("[1]", "json"),
        ("map(str, [1])", "json"),
        ("enumerate('a')", "json"),
        ("{'a': 1}.items()", "json"),
        ("{'a': 1}.values()", "json"),
        ("types.MappingProxyType({'a': 1})", "json"),
        ("collections.ChainMap({'a': 1})", "json"),
        ("collections.UserList([1])", "json"),
        ("collections.namedtuple('P', 'x')(1)", "json"),
        ("st.session_state", "json"),
        ("st.query_params", "json"),
        ("(word for word in 'ab')", "markdown"),
        ("words", "markdown"),
        ("len", "help"),
        ("lambda: 1", "help"),
        ("collections", "help"),
        ("int", "help"),
        ("dataclasses.make_dataclass('D', ['x'])(1)", "help"),
        ("object()", "help"),
        ("type('Card', (), {'_repr_html_': lambda self: '<b>a</b>'})()", "help"),
    ],
)
def test_a_value_is_shown_by_the_element_for_it(show: Show, value: str, kind: str) -> None:
    page = show(f"""
        import collections, dataclasses, types
        import altair as alt, matplotlib.pyplot as plt, numpy as np, pandas as pd, PIL.Image
        def words(): yield "a"
        st.write({value})
    """)
    assert page.outline == [kind]


@pytest.mark.parametrize(
    ("module", "name", "function"),
    [
        ("plotly.graph_objs", "Figure", "plotly_chart"),
        ("graphviz.graphs", "Digraph", "graphviz_chart"),
        ("keras.src.models", "Model", "graphviz_chart"),
        ("pydeck.bindings.deck", "Deck", "pydeck_chart"),
    ],
)
def test_a_figure_whose_element_is_not_there_yet_says_so(
    show: Show, module: str, name: str, function: str
) -> None:
    page = show(f"""
        class {name}:
            __module__ = {module!r}
        st.write({name}())
    """)
    assert page.error.type == "NotThereYetError"
    assert f"`st.{function}`" in page.error.text


def test_an_object_with_html_of_its_own_shows_it_when_html_is_allowed(show: Show) -> None:
    page = show("""
        class Card:
            def _repr_html_(self): return "<b>a</b>"
        st.write(Card(), unsafe_allow_html=True)
    """)
    assert page.outline == ["html"]


def test_what_can_become_a_table_is_one(show: Show) -> None:
    page = show("""
        import pandas as pd
        class Lazy:
            def to_pandas(self): return pd.DataFrame({"a": [1]})
        st.write(Lazy())
    """)
    assert page.outline == ["data_frame"]


def test_paragraphs_stand_between_the_elements(show: Show) -> None:
    page = show("st.write('a', 1, [2], 'b', {'c': 3})\nst.write()")
    assert page.outline == ["markdown", "json", "markdown", "json"]


def test_an_exception_while_a_value_is_made_text_is_the_authors(show: Show) -> None:
    page = show("""
        class Value:
            def __str__(self): raise ValueError("no text")
        st.write(Value())
    """)
    assert page.error.text == "no text"


def test_a_place_for_one_element_refuses_several_values(show: Show) -> None:
    page = show("place = st.empty()\nplace.write('a')\nplace.write('a', 'b')")
    assert page.bodies == ["a"]
    assert "place.container()" in page.error.text


def test_a_container_takes_several_values(show: Show) -> None:
    page = show("st.container().write('a', [1])\nst.sidebar.write('a', [1])")
    assert page.outline == [("flex_container", ["markdown", "json"])]
    assert [shown.kind for shown in page.sidebar] == ["markdown", "json"]


def test_writing_returns_nothing(show: Show) -> None:
    assert show("st.text(st.write('a'))").bodies == ["a", "None"]


def test_writing_plain_values_imports_no_library() -> None:
    code = (
        "import sys, tabstream as st\n"
        "st.write('a', 1, [2], {'b': 3}, ValueError('c'), len, object())\n"
        "print({'numpy', 'pandas', 'altair', 'matplotlib', 'PIL'} & set(sys.modules))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], env={"PYTHONPATH": "py"}, capture_output=True, text=True
    )
    assert ran.stdout == "set()\n"


# ---- streams -----------------------------------------------------------------------------------


def test_texts_of_a_stream_grow_one_paragraph(show: Show) -> None:
    page = show("st.text(repr(st.write_stream(['a ', '', 'b'])))")
    assert page.bodies == ["a b", "'a b'"]
    assert not page.messages[0].is_unfinished


def test_a_growing_paragraph_is_sent_bit_by_bit_with_its_cursor(show: Show) -> None:
    page = show("st.write_stream(['a', 'b'], cursor='|')")
    first, *others = [op for sent in page.sent_of("ops") for op in sent["ops"]]
    assert (first["node"]["props"]["body"], first["node"]["props"]["is_unfinished"]) == ("a|", True)
    assert [op["props"] for op in others] == [
        {"body": "ab|"},
        {"body": "ab", "is_unfinished": False},
    ]


def test_other_values_of_a_stream_are_written_as_they_come(show: Show) -> None:
    page = show("st.text(st.write_stream(['a', 'b', 1, [2], None, 'c']))")
    assert page.outline == ["markdown", "markdown", "json", "markdown", "markdown", "text"]
    assert page.bodies[-1] == "['ab', 1, [2], None, 'c']"


def test_what_a_stream_brought_can_be_written_again(show: Show) -> None:
    page = show("brought = st.write_stream(['a', [1]])\nst.write(brought, 'b')")
    assert page.outline == ["markdown", "json", "markdown", "json", "markdown"]


def test_an_empty_stream_writes_nothing(show: Show) -> None:
    page = show("st.text(repr(st.write_stream([])))\nst.text(repr(st.write_stream([''])))")
    assert page.bodies == ["''", "''"]


@pytest.mark.parametrize("stream", ["words", "words()", "later", "later()", "{'a': 1, 'b': 2}"])
def test_a_stream_is_anything_that_yields(show: Show, stream: str) -> None:
    page = show(f"""
        import asyncio
        def words():
            yield "a"
            yield "b"
        async def later():
            yield "a"
            await asyncio.sleep(0)
            yield "b"
        st.write_stream({stream})
    """)
    assert page.bodies == ["ab"]


def test_a_chunk_of_a_language_model_is_its_text(show: Show) -> None:
    page = show("""
        from types import SimpleNamespace as Part
        class ChatCompletionChunk:
            __module__ = "openai.types.chat"
            def __init__(self, *texts):
                self.choices = [Part(delta=Part(content=text)) for text in texts]
        class AIMessageChunk:
            __module__ = "langchain_core.messages"
            content = "c"
        st.write_stream([ChatCompletionChunk("a"), ChatCompletionChunk(None),
                         ChatCompletionChunk(), AIMessageChunk()])
    """)
    assert page.bodies == ["ac"]


def test_what_a_stream_wrote_before_it_failed_stays(show: Show) -> None:
    page = show("""
        def words():
            yield "a"
            1 / 0
        st.write_stream(words)
    """)
    assert page.outline == ["markdown", "exception"]
    assert page.error.location is not None
    assert page.error.location.line == 5


def test_a_stream_in_an_empty_place_stays_there(show: Show) -> None:
    page = show("place = st.empty()\nst.text('below')\nplace.write_stream(['a', 'b'])")
    assert page.bodies == ["ab", "below"]


@pytest.mark.parametrize(
    ("stream", "error"),
    [
        ("5", "StreamlitAPIException"),
        ("lambda: ['a']", "StreamlitAPIException"),
        ("'abc'", "StreamlitInvalidParameterTypeError"),
        ("__import__('pandas').DataFrame()", "StreamlitInvalidParameterTypeError"),
    ],
)
def test_what_is_no_stream_is_refused(show: Show, stream: str, error: str) -> None:
    card = show(f"st.write_stream({stream})").error
    assert card.type == error
    assert "generator" in card.text
