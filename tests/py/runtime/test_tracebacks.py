"""Exceptions on the page: the author's own files, and the line at fault in them."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from tabstream._protocol import ExceptionCard
from tabstream._runtime import exception_message

if TYPE_CHECKING:
    from opening import Open, OpenApp


@pytest.fixture(autouse=True)
def _import_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("helper", "broken"):
        monkeypatch.delitem(sys.modules, name, raising=False)


def card(app: OpenApp) -> ExceptionCard:
    """The error that the page shows."""
    message = app.session.tree.roots[0].children[-1].message
    assert isinstance(message, ExceptionCard)
    return message


def fault(app: OpenApp) -> tuple[str, int, str]:
    """The file, the line's number and the part of the line that the page marks."""
    location = card(app).location
    assert location is not None
    (text,) = [line.text for line in location.source if line.number == location.line]
    assert location.columns is not None
    first, last = (2 * column for column in location.columns)
    marked = text.encode("utf-16-le")[first:last].decode("utf-16-le")
    return location.file, location.line, marked


def test_the_line_at_fault_is_shown_with_its_neighbours(open_app: Open) -> None:
    app = open_app("a = 1\nb = 2\nc = 3\nd = a / 0\ne = 5\nf = 6\ng = 7")
    app.run()
    assert fault(app) == ("app.py", 4, "a / 0")
    location = card(app).location
    assert location is not None
    assert [(line.number, line.text) for line in location.source] == [
        (2, "b = 2"), (3, "c = 3"), (4, "d = a / 0"), (5, "e = 5"), (6, "f = 6"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("source", "line", "marked"),
    [
        ("'é😀', 1 / 0", 1, "1 / 0"),
        ("x = 0\nx, 1 / x", 2, "1 / x"),
        ("f = lambda x: 1 / x\nf(0)", 1, "1 / x"),
        ("def f():\n    return [1 / x for x in [0]]\nf()", 2, "1 / x"),
        ("x = (1\n  / 0)", 1, "1"),
        ("import streamlit as st\nst.columns(0)", 2, "st.columns(0)"),
        ("import json\njson.loads('{')", 2, "json.loads('{')"),
        ("import streamlit as st\nwith st.sidebar:\n    1 / 0", 3, "1 / 0"),
        (
            "import streamlit as st\n@st.cache_data\ndef f(x):\n    return 1 / x\nf(0)",
            4,
            "1 / x",
        ),
        ("def words():\n    yield 1 / 0\nimport streamlit as st\nst.write(words)", 2, "1 / 0"),
    ],
)
def test_the_part_at_fault_is_marked_in_the_authors_own_line(
    open_app: Open, source: str, line: int, marked: str
) -> None:
    app = open_app(source)
    app.run()
    assert fault(app) == ("app.py", line, marked)


def test_the_line_at_fault_may_be_in_a_helper(open_app: Open) -> None:
    app = open_app("import helper\nhelper.f(0)", helper="def f(x):\n    return 1 / x\n")
    app.run()
    assert fault(app) == ("helper.py", 2, "1 / x")
    assert [line for line in card(app).trace if "line " in line] == [
        f'  File "{app.folder}/app.py", line 2, in <module>',
        f'  File "{app.folder}/helper.py", line 2, in f',
    ]


def test_the_line_at_fault_may_be_in_a_callback(open_app: Open) -> None:
    app = open_app("""
        from opening import click
        def count():
            1 / 0
        click("Go", on_change=count)
    """)
    app.run()
    app.run(click="Go")
    assert fault(app) == ("app.py", 4, "1 / 0")


def test_a_helper_that_does_not_compile_is_shown_where_it_is_broken(open_app: Open) -> None:
    app = open_app("import broken", broken="x = 1\ndef f(:\n    pass\n")
    app.run()
    assert fault(app)[:2] == ("broken.py", 2)
    assert card(app).type == "SyntaxError"


def test_a_script_that_does_not_compile_is_shown_where_it_is_broken(open_app: Open) -> None:
    app = open_app("x = 1\ny = = 2")
    ended = app.run()[-1]
    assert ended["how"] == "compile_error"
    assert (ended["error"]["location"]["line"], ended["error"]["location"]["columns"]) == (
        2,
        [4, 5],
    )


def test_after_an_edit_the_line_is_the_new_one(open_app: Open) -> None:
    app = open_app("1 / 0")
    app.run()
    app.write("# more\n# lines\n1 / 0  # here")
    app.run()
    assert fault(app) == ("app.py", 3, "1 / 0")


def test_only_the_authors_files_are_shown(open_app: Open) -> None:
    app = open_app("""
        import json
        import streamlit as st
        with st.expander("a"):
            json.loads("{", object_hook=print)
    """)
    app.run()
    files = [line for line in card(app).trace if line.startswith("  File")]
    assert files == [f'  File "{app.folder}/app.py", line 5, in <module>']


def test_an_environment_in_the_apps_folder_is_not_the_authors(open_app: Open) -> None:
    app = open_app("""
        import sys
        sys.path.insert(0, __file__.replace("app.py", "env/site-packages"))
        import installed_thing
        installed_thing.f()
    """)
    library = app.folder / "env" / "site-packages"
    library.mkdir(parents=True)
    (library / "installed_thing.py").write_text("def f():\n    1 / 0\n")
    app.run()
    assert fault(app) == ("app.py", 5, "installed_thing.f()")


def test_what_an_error_was_caused_by_is_part_of_its_trace(open_app: Open) -> None:
    app = open_app("""
        try:
            1 / 0
        except ZeroDivisionError as error:
            raise ValueError("a") from error
    """)
    app.run()
    trace = "\n".join(card(app).trace)
    assert fault(app)[1] == 5
    assert trace.index("ZeroDivisionError: division by zero") < trace.index("ValueError: a")


def test_notes_of_an_error_are_part_of_its_trace(open_app: Open) -> None:
    app = open_app("e = ValueError('a')\ne.add_note('look here')\nraise e")
    app.run()
    assert card(app).trace[-1] == "look here"


@pytest.mark.parametrize(
    ("details", "type", "shows_text", "shows_trace"),
    [
        ("full", "ZeroDivisionError", True, True),
        ("stacktrace", "ZeroDivisionError", False, True),
        ("type", "ZeroDivisionError", False, False),
        ("none", "", False, False),
    ],
)
def test_an_author_decides_how_much_is_shown(
    open_app: Open, details: str, type: str, shows_text: bool, shows_trace: bool
) -> None:
    app = open_app(
        f"import streamlit as st\nst.set_option('client.showErrorDetails', {details!r})\n1/0"
    )
    app.run()
    shown = card(app)
    assert shown.type == type
    assert ("division by zero" in str(shown)) == shows_text
    assert bool(shown.trace) == (shown.location is not None) == shows_trace


def test_an_error_that_was_never_raised_has_no_trace() -> None:
    shown = exception_message(UserWarning("a"), "/app")
    assert (shown.type, shown.text, shown.trace, shown.location) == ("UserWarning", "a", (), None)
    assert shown.is_warning
    assert not shown.is_markdown
