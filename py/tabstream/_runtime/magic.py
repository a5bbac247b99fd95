"""Magic: a line that is only an expression is written to the page.

The rewriting keeps every line number, so that a traceback points at the author's own line.
"""

from __future__ import annotations

import ast

#: The name under which the script's globals hold the function that magic lines call.
WRITER = "__tabstream_magic__"


class _Magic(ast.NodeTransformer):
    """Turns expression statements into calls of the writer."""

    def visit_Module(self, node: ast.Module) -> ast.Module:
        node.body = self._visited(node.body, may_have_docstring=True)
        return node

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.ClassDef:
        # Bare expressions in a class body are its documentation; its methods are scripts again.
        for statement in node.body:
            if not isinstance(statement, ast.Expr):
                self.visit(statement)
        return node

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.FunctionDef:
        node.body = self._visited(node.body, may_have_docstring=True)
        return node

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> ast.AsyncFunctionDef:
        node.body = self._visited(node.body, may_have_docstring=True)
        return node

    def visit_Expr(self, node: ast.Expr) -> ast.Expr:
        if isinstance(node.value, ast.Call | ast.Yield | ast.YieldFrom | ast.Await):
            return node
        values = node.value.elts if isinstance(node.value, ast.Tuple) else [node.value]
        if isinstance(node.value, ast.Constant) and node.value.value is ...:
            return node
        call = ast.Call(func=ast.Name(WRITER, ast.Load()), args=values, keywords=[])
        return ast.copy_location(ast.Expr(_located(call, node.value)), node)

    def _visited(
        self, body: list[ast.stmt], *, may_have_docstring: bool = False
    ) -> list[ast.stmt]:
        has_docstring = may_have_docstring and bool(body) and _is_text(body[0])
        return [
            statement if has_docstring and index == 0 else self.visit(statement)
            for index, statement in enumerate(body)
        ]


def _located(call: ast.Call, value: ast.expr) -> ast.Call:
    ast.copy_location(call, value)
    ast.copy_location(call.func, value)
    return call


def _is_text(statement: ast.stmt) -> bool:
    return (
        isinstance(statement, ast.Expr)
        and isinstance(statement.value, ast.Constant)
        and isinstance(statement.value.value, str)
    )


def add_magic(tree: ast.Module) -> ast.Module:
    """Return the module with its expression statements written to the page.

    Calls, docstrings, ``yield`` and ``await`` stay as they are, and so do class bodies and
    lambdas.

    Examples
    --------
    >>> import ast
    >>> ast.unparse(add_magic(ast.parse("x = 1\\nx, 'is', x")))
    "x = 1\\n__tabstream_magic__(x, 'is', x)"
    """
    return ast.fix_missing_locations(_Magic().visit(tree))
