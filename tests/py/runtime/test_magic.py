"""Magic: which lines are written to the page, and what stays as it is."""

from __future__ import annotations

import ast
from textwrap import dedent
from types import ModuleType
from typing import Any

import pytest

from tabstream._runtime.magic import WRITER, add_magic


def written(script: str, **options: Any) -> list[tuple[Any, ...]]:
    """Run a script; return what its lines wrote."""
    source = dedent(script)
    calls: list[tuple[Any, ...]] = []
    module = ModuleType("__main__")
    module.__dict__[WRITER] = lambda *values: calls.append(values)
    tree = add_magic(ast.parse(source), source, **options)
    exec(compile(tree, "app.py", "exec"), module.__dict__)
    return calls


@pytest.mark.parametrize(
    ("line", "values"),
    [
        ("5", (5,)),
        ("...", (...,)),
        ("None", (None,)),
        ("f'{1}'", ("1",)),
        ("1 < 2", (True,)),
        ("x", ([1, 2],)),
        ("x[0]", (1,)),
        ("x.__class__", (list,)),
        ("[y for y in x]", ([1, 2],)),
        ("(y := 3)", (3,)),
        ("1 if x else 2", (1,)),
        ("x, 'is', 1", ([1, 2], "is", 1)),
        ("(1,)", (1,)),
        ("0, *x", (0, 1, 2)),
        ("()", ()),
        ("'a' 'b'", ("ab",)),
        ("'a' % ()", ("a",)),
    ],
)
def test_an_expression_is_written_and_a_tuple_is_several(
    line: str, values: tuple[Any, ...]
) -> None:
    assert written(f"x = [1, 2]\n{line}") == [values]


@pytest.mark.parametrize(
    "line",
    ["len('')", "x = 5", "'a'.upper()", "[len][0]('')", "del x", "assert x", "import os", "pass"],
)
def test_calls_and_statements_are_run_for_what_they_do(line: str) -> None:
    assert written(f"x = 1\n{line}") == []


def test_two_expressions_on_one_line_are_two_lines() -> None:
    assert written("x = 1; x; x") == [(1,), (1,)]


@pytest.mark.parametrize("script", ["'doc'\n'a'", "\n# c\n'doc'; 'a'", "'''doc'''\nf'a'"])
def test_the_text_that_a_script_begins_with_documents_it(script: str) -> None:
    assert written(script) == [("a",)]


@pytest.mark.parametrize("script", ["import os\n'a'", "if 1:\n  'a'", "for _ in '1':\n  'a'"])
def test_any_other_text_is_written(script: str) -> None:
    assert written(script) == [("a",)]


def test_the_text_that_a_script_begins_with_is_written_when_asked() -> None:
    assert written("'doc'", writes_docstring=True) == [("doc",)]


def test_what_the_future_brings_stays_first() -> None:
    assert written("from __future__ import annotations\n5") == [(5,)]


@pytest.mark.parametrize(
    "block",
    [
        "if 1: 5\nelse: 6",
        "if 0: 6\nelif 1: 5",
        "if 0: 6\nelse: 5",
        "for _ in (): 6\nelse: 5",
        "while 1:\n  5\n  break",
        "try: 1 / 0\nexcept ZeroDivisionError: 5",
        "try: pass\nexcept ValueError: 6\nelse: 5",
        "try: pass\nfinally: 5",
        "try: 5\nexcept* ValueError: 6",
        "try: raise ExceptionGroup('', [ValueError()])\nexcept* ValueError: 5",
        "from contextlib import nullcontext\nwith nullcontext(): 5",
        "match 1:\n  case 1: 5\n  case _: 6",
    ],
)
def test_expressions_in_blocks_are_written(block: str) -> None:
    assert written(block) == [(5,)]


@pytest.mark.parametrize(
    "functions",
    [
        "def f():\n  'doc'\n  5\nf()",
        "def f(): 5\nf()",
        "def f():\n  def g(): 5\n  g()\nf()",
        "if 1:\n  def f(): 5\n  f()",
        "def same(f): return f\n@same\ndef f(): 5\nf()",
        "def f():\n  yield 1\n  5\nlist(f())",
        "async def f():\n  'doc'\n  5\nimport asyncio\nasyncio.run(f())",
        "class A:\n  def m(self):\n    'doc'\n    5\nA().m()",
        "class A:\n  async def m(self): 5\nimport asyncio\nasyncio.run(A().m())",
        "def f():\n  class A:\n    def m(self): 5\n  A().m()\nf()",
        "class A:\n  @property\n  def p(self):\n    5\n    return 1\nA().p == 1 and None\nx = A.p",
    ],
)
def test_expressions_in_functions_and_methods_are_written(functions: str) -> None:
    assert written(functions)[0] == (5,)


def test_async_blocks_are_blocks() -> None:
    assert written("""
        import asyncio
        async def values():
            yield 1
        class Context:
            async def __aenter__(self): 2
            async def __aexit__(self, *error): 4
        async def main():
            async for value in values():
                value
            else:
                1.5
            async with Context():
                3
            await asyncio.sleep(0)
        asyncio.run(main())
    """) == [(1,), (1.5,), (2,), (3,), (4,)]


@pytest.mark.parametrize(
    "script",
    [
        "class A:\n  'doc'\n  5\n  x = 1\n  x",
        "class A:\n  if 1:\n    5\n  for _ in '1': 5",
        "class A:\n  class B:\n    def m(self): 5\nA.B().m()",
        "f = lambda: 5\nf()",
        "def f():\n  x = yield\n  yield from [1]\nlist(f())",
        "import asyncio\nasync def f(): await asyncio.sleep(0)\nasyncio.run(f())",
    ],
)
def test_classes_lambdas_and_what_waits_stay_as_they_are(script: str) -> None:
    assert written(script) == []


@pytest.mark.parametrize(
    ("script", "values"),
    [
        ("max(1, 2)", [(2,)]),
        ("max(1, 2)  # why", [(2,)]),
        ("'é'; max(1, 2)", [(2,)]),
        ("max(1, 2);", []),
        ("max(1, 2) ; # why", []),
        ("max(1, 2)\nx = 1", []),
        ("if 1:\n  max(1, 2)", []),
        ("", []),
    ],
)
def test_a_call_on_the_last_line_is_written_when_asked(
    script: str, values: list[tuple[Any, ...]]
) -> None:
    assert written(script, writes_last=True) == values


def test_every_line_keeps_its_place() -> None:
    source = "x = 1\n\n(x,\n  'é', x / 0)\n"
    tree = add_magic(ast.parse(source))
    with pytest.raises(ZeroDivisionError) as raised:
        exec(compile(tree, "app.py", "exec"), {WRITER: print})
    assert raised.traceback[-1].lineno == 3  # counted from 0
