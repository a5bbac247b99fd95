"""What a cached function depends on: each kind of part, and that it is found by its name."""

from __future__ import annotations

import sys
from textwrap import dedent
from typing import TYPE_CHECKING, Any

import hypothesis
import pytest

from tabstream.caching.dependencies import UnhashablePartError, parts_of

if TYPE_CHECKING:
    from pathlib import Path


class App:
    """A folder with a script, whose `f` is looked at."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def parts(self, source: str) -> dict[str, bytes]:
        """Run a script and return what its `f` depends on."""
        file = str(self.folder / "app.py")
        variables: dict[str, Any] = {"__name__": "__main__", "__file__": file}
        exec(compile(dedent(source), file, "exec"), variables)
        return parts_of(variables["f"], str(self.folder)).digests

    def changed(self, source: str, old: str, new: str) -> set[str]:
        """Return the names of the parts that an edit of the script changes."""
        assert old in source
        before, after = self.parts(source), self.parts(source.replace(old, new))
        return {name for name in before | after if before.get(name) != after.get(name)}


@pytest.fixture
def app(tmp_path: Path) -> App:
    return App(tmp_path)


#: A script, an edit of it, and the one part that the edit changes.
EDITS = {
    "its own code": ("def f(): return 1", "1", "2", "bytecode of `f()` in app.py"),
    "a global": ("RATE = 3\ndef f(n): return n * RATE", "3", "4", "global `RATE`"),
    "inside a global": (
        "TABLE = {'a': [1]}\ndef f(): return TABLE",
        "[1]",
        "[2]",
        "global `TABLE`",
    ),
    "a function": (
        "def g(): return 1\ndef f(): return g()",
        *("1", "2", "bytecode of `g()` in app.py"),
    ),
    "a default": ("def f(n=3): return n", "3", "4", "default of `n` in `f()`"),
    "a default by keyword": ("def f(*, n=3): return n", "3", "4", "default of `n` in `f()`"),
    "in a comprehension": (
        "g = lambda n: n + 1\ndef f(): return [g(i) for i in range(2)]",
        *("+ 1", "+ 2", "bytecode of `<lambda>()` in app.py"),
    ),
    "a closure": (
        "def make(k):\n    def f(): return k\n    return f\nf = make(3)",
        *("3", "4", "variable `k` around `make.<locals>.f()`"),
    ),
    "a partial": (
        "from functools import partial\ndef g(a, b): return a\nh = partial(g, 1)\n"
        "def f(): return h(2)",
        *("(g, 1)", "(g, 5)", "global `h`, its arguments"),
    ),
    "what is decorated": (
        "import functools\ndef twice(g):\n    @functools.wraps(g)\n    def call(): return 2 * g()\n"
        "    return call\n@twice\ndef f(): return 1\n",
        *("1\n", "7\n", "bytecode of `f()` in app.py"),
    ),
    "a method": (
        "class A:\n    def area(self): return 9 ** 2\ndef f(): return A().area()",
        *("** 2", "** 3", "bytecode of `A.area()` in app.py"),
    ),
    "an attribute": (
        "class A:\n    size = 3\n    def area(self): return self.size\ndef f(): return A().area()",
        *("3", "4", "`A.size`"),
    ),
    "a property of a base": (
        "class A:\n    @property\n    def area(self): return 1\nclass B(A): pass\n"
        "def f(): return B().area",
        *("1", "2", "bytecode of `A.area()` in app.py"),
    ),
}


@pytest.mark.parametrize(("source", "old", "new", "part"), EDITS.values(), ids=EDITS)
def test_a_change_of_it_is_a_change_of_the_part_of_this_name(
    app: App, source: str, old: str, new: str, part: str
) -> None:
    assert app.changed(source, old, new) == {part}


def test_what_is_not_read_is_no_part(app: App) -> None:
    source = "USED = 1\nOTHER = 2\ndef g(): return 3\ndef f(): return USED"
    assert app.changed(source, "2", "5") == set()
    assert app.changed(source, "3", "5") == set()


def test_functions_that_call_each_other_are_walked_once(app: App) -> None:
    source = """
        def f(n): return n and g(n - 1)
        def g(n): return n and f(n - STEP)
        STEP = 1
    """
    names = {"bytecode of `f()` in app.py", "bytecode of `g()` in app.py", "global `STEP`"}
    assert app.parts(source).keys() == names


def test_of_a_module_of_the_app_only_what_is_taken_counts(app: App, tmp_path: Path) -> None:
    module = tmp_path / "helper_of_dependencies.py"
    source = """
        import helper_of_dependencies as helper
        def f(): return helper.LIMIT + helper.add()
    """

    def parts(text: str) -> dict[str, bytes]:
        module.write_text(text)
        sys.modules.pop(module.stem, None)
        return app.parts(source)

    sys.path.insert(0, str(tmp_path))
    sys.dont_write_bytecode, written = True, sys.dont_write_bytecode
    try:
        text = "LIMIT = 1\nOTHER = 2\ndef add(): return 3\n"
        before = parts(text)
        assert "bytecode of `add()` in helper_of_dependencies.py" in before
        assert parts(text.replace("OTHER = 2", "OTHER = 5")) == before
        after = parts(text.replace("LIMIT = 1", "LIMIT = 7"))
        assert {name for name in after if after[name] != before[name]} == {"global `helper.LIMIT`"}
    finally:
        sys.dont_write_bytecode = written
        sys.path.remove(str(tmp_path))
        sys.modules.pop(module.stem, None)


def test_a_library_counts_by_its_version(app: App) -> None:
    parts = app.parts(
        "import hypothesis\nimport json\ndef f(): return hypothesis.given, json.dumps"
    )

    assert f"package hypothesis {hypothesis.__version__}" in parts
    assert not any("package json" in name for name in parts)


def test_what_has_no_digest_is_named(app: App) -> None:
    with pytest.raises(UnhashablePartError, match="global `lock`"):
        app.parts("import threading\nlock = threading.Lock()\ndef f(): return lock")
