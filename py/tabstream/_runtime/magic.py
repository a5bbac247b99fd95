"""Magic: a line that is only an expression is written to the page.

What counts is the statement, not where it stands: in functions, loops and branches lines are
written as well. Not written are

- calls, ``yield`` and ``await``: they are run for what they do,
- documentation: the text that a file or a function begins with,
- the lines of a class, for they say what it has; its methods are scripts again.

The rewriting keeps every line and column, so that a traceback points at the author's own line.
"""

from __future__ import annotations

import ast

#: The name under which the script's globals hold the function that magic lines call.
WRITER = "__tabstream_magic__"

_RUN_FOR_WHAT_THEY_DO = (ast.Call, ast.Yield, ast.YieldFrom, ast.Await)
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def add_magic(
    tree: ast.Module, source: str = "", *, writes_docstring: bool = False, writes_last: bool = False
) -> ast.Module:
    r"""Rewrite a module so that its expression statements are written to the page; return it.

    Parameters
    ----------
    tree
        The parsed script.
    source
        Its text; needed with `writes_last`.
    writes_docstring
        Whether the text that it begins with is written, too: ``magic.displayRootDocString``.
    writes_last
        Whether its last line is written even if it is a call, unless a semicolon ends it:
        ``magic.displayLastExprIfNoSemicolon``.

    Examples
    --------
    >>> import ast
    >>> ast.unparse(add_magic(ast.parse("x = 1\nx, 'is', x")))
    "x = 1\n__tabstream_magic__(x, 'is', x)"
    """
    body = tree.body[0 if writes_docstring else _docstring_length(tree.body) :]
    last = body[-1] if body else None
    if writes_last and isinstance(last, ast.Expr) and not _ends_in_semicolon(last, source):
        _write(last)
    _rewrite(body)
    return tree


def _rewrite(body: list[ast.stmt]) -> None:
    """Let the expressions of a block be written, and those of all blocks in it."""
    for statement in body:
        match statement:
            case ast.Expr(value=value):
                if not isinstance(value, _RUN_FOR_WHAT_THEY_DO):
                    _write(statement)
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                _rewrite_function(statement)
            case ast.ClassDef():
                for part in statement.body:
                    if isinstance(part, _FUNCTIONS):
                        _rewrite_function(part)
            case ast.Try() | ast.TryStar():
                for block in (statement.body, statement.orelse, statement.finalbody):
                    _rewrite(block)
                for handler in statement.handlers:
                    _rewrite(handler.body)
            case ast.Match():
                for branch in statement.cases:
                    _rewrite(branch.body)
            case ast.If() | ast.For() | ast.AsyncFor() | ast.While():
                _rewrite(statement.body)
                _rewrite(statement.orelse)
            case ast.With() | ast.AsyncWith():
                _rewrite(statement.body)


def _rewrite_function(function: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
    _rewrite(function.body[_docstring_length(function.body) :])


def _write(statement: ast.Expr) -> None:
    """Turn an expression statement into a call of the writer."""
    value = statement.value
    # A tuple is several things to write; as one value it would be shown in brackets.
    parts = value.elts if isinstance(value, ast.Tuple) else [value]
    writer = ast.copy_location(ast.Name(WRITER, ast.Load()), value)
    statement.value = ast.copy_location(ast.Call(writer, parts, []), value)


def _docstring_length(body: list[ast.stmt]) -> int:
    """Return how many statements at the start of a block are its documentation: 1 or 0."""
    match body:
        case [ast.Expr(value=ast.Constant(value=str())), *_]:
            return 1
        case _:
            return 0


def _ends_in_semicolon(statement: ast.Expr, source: str) -> bool:
    line = source.splitlines()[(statement.end_lineno or 1) - 1]
    return line.encode()[statement.end_col_offset or 0 :].lstrip().startswith(b";")
