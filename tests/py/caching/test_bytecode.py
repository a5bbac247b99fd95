"""Which edits of a function change what it does, and what it reads."""

from __future__ import annotations

from textwrap import dedent
from types import CodeType

import pytest

from tabstream.caching.bytecode import CodeFacts, facts_of


def facts(source: str) -> CodeFacts:
    """Return the facts of the one function in a source."""
    module = compile(dedent(source), "app.py", "exec")
    (code,) = (constant for constant in module.co_consts if isinstance(constant, CodeType))
    return facts_of(code)


BASE = """
    def f(n, rate=2):
        total = n * rate
        return [total + 1 for _ in range(3)]
"""


@pytest.mark.parametrize(
    "same",
    [
        """


        def f(n, rate=2):

            # A comment.
            total = n * rate
            return [total + 1 for _ in range(3)]
        """,
        '''
        def f(n, rate=2):
            """Say what it does."""
            total = n * rate
            return [total + 1 for _ in range(3)]
        ''',
        """
        def f(n, rate=2):
            product = n * rate
            return [product + 1 for _ in range(3)]
        """,
        """
        def g(n, rate=2):
            total = (n *
                     rate)
            return [total + 1
                    for _ in range(3)]
        """,
    ],
    ids=["comments", "docstring", "local name", "layout"],
)
def test_what_does_the_same_is_the_same(same: str) -> None:
    assert facts(same).digest == facts(BASE).digest


@pytest.mark.parametrize(
    "other",
    [
        BASE.replace("* rate", "+ rate"),
        BASE.replace("range(3)", "range(4)"),
        BASE.replace("total + 1", "total + 2"),
        BASE.replace("total + 1", "total - 1"),
        BASE.replace("(n, rate=2)", "(n, *, rate=2)"),
        BASE.replace("(n, rate=2)", "(n, rates=2)").replace("* rate", "* rates"),
        BASE.replace("range", "arrange"),
        BASE.replace("def f", "async def f"),
    ],
)
def test_what_does_something_else_is_another(other: str) -> None:
    assert other != BASE
    assert facts(other).digest != facts(BASE).digest


def test_one_and_true_are_two_constants() -> None:
    assert facts("def f(): return 1").digest != facts("def f(): return True").digest
    assert facts("def f(): return 1").digest != facts("def f(): return 1.0").digest


def test_names_are_listed_with_their_attributes_from_nested_code_too() -> None:
    source = """
        def f(n):
            import json
            def inner():
                return helper.tables.LIMIT
            return [scale(n) for _ in range(COUNT)], lambda: other.attribute, helper.clean(n)
    """
    found = facts(source)
    assert set(found.lookups) == {
        ("helper", "tables", "LIMIT"),
        ("scale",),
        ("range",),
        ("COUNT",),
        ("other", "attribute"),
        ("helper", "clean"),
    }
    assert found.imports == ((0, "json"),)
