"""One file of an app: its tree, its imports, and what its code has an answer for."""

from __future__ import annotations

import ast
import sys
import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from tabstream.cli.checking.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

#: The browser's; an older one here does not know all of its grammar.
PYTHON_THERE = (3, 14)


@dataclass(frozen=True)
class Import:
    """An import of one module, as the file has it."""

    module: str
    level: int
    #: What ``from module import ...`` names; these may be modules, too.
    names: tuple[ast.alias, ...]
    line: int
    is_guarded: bool
    #: The name that the module itself gets, where it gets one, and whether that is its top.
    bound: str = ""
    is_top: bool = False


@dataclass(frozen=True)
class Source:
    """A file that Python can read."""

    file: Path
    #: Every node, with whether an error in it is caught.
    nodes: tuple[tuple[ast.AST, bool], ...]
    imports: tuple[Import, ...]


def parse_source(file: Path, text: str) -> Source | Problem:
    """Parse a file, or say where it is no Python."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(text, str(file))
            # Finds what the grammar lets pass, such as `return` outside of a function.
            compile(tree, str(file), "exec", dont_inherit=True)
    except SyntaxError as error:
        return Problem(file, error.lineno or 1, f"{error.msg or 'invalid syntax'}.{age()}")
    except (RecursionError, MemoryError):
        return Problem(file, 1, "it is nested too deeply for Python. Split it into functions.")
    except ValueError as error:
        return Problem(file, 1, f"{error}.")
    nodes = tuple(walk(tree, is_caught=False))
    return Source(file, nodes, tuple(find_imports(nodes)))


def age() -> str:
    """Say when a mistake may be none in the browser's Python."""
    if sys.version_info >= PYTHON_THERE:
        return ""
    here, there = (".".join(map(str, pair)) for pair in (sys.version_info[:2], PYTHON_THERE))
    return f" (Read by Python {here}; the browser has {there}.)"


def walk(node: ast.AST, *, is_caught: bool) -> Iterator[tuple[ast.AST, bool]]:
    """Walk every node that may run. What is for type checkers alone is left out.

    The answers to an error are as guarded as what they answer to: one of two imports will do.
    """
    yield node, is_caught
    skipped: Literal["body", ""] = ""
    if isinstance(node, ast.If) and is_type_checking(node.test):
        skipped = "body"
    for name, value in ast.iter_fields(node):
        if name == skipped:
            continue
        catches = is_caught or (
            (
                isinstance(node, ast.Try | ast.TryStar)
                and bool(node.handlers)
                and name != "finalbody"
            )
            or (isinstance(node, ast.With) and is_suppressing(node))
        )
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST):
                yield from walk(child, is_caught=catches)


def is_type_checking(test: ast.expr) -> bool:
    """Tell whether a condition is only true for type checkers."""
    return ast.unparse(test).rpartition(".")[2] == "TYPE_CHECKING"


def is_suppressing(node: ast.With) -> bool:
    """Tell whether a block is one of ``contextlib.suppress``."""
    calls = (item.context_expr for item in node.items)
    return any(
        isinstance(call, ast.Call) and ast.unparse(call.func).rpartition(".")[2] == "suppress"
        for call in calls
    )


def find_imports(nodes: tuple[tuple[ast.AST, bool], ...]) -> Iterator[Import]:
    """Find every import of a file, also those inside of functions."""
    for node, is_caught in nodes:
        if isinstance(node, ast.Import):
            for alias in node.names:
                top = alias.name.partition(".")[0]
                bound = alias.asname or top
                is_top = alias.asname is None
                yield Import(alias.name, 0, (), node.lineno, is_caught, bound, is_top)
        elif isinstance(node, ast.ImportFrom):
            names = tuple(node.names)
            yield Import(node.module or "", node.level, names, node.lineno, is_caught)
