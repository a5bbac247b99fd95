"""The text of a call in the author's script: what it calls its arguments, what its body says."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ast
    from types import FrameType

_PACKAGE = __name__.partition(".")[0]


def author_frame() -> FrameType | None:
    """Return the innermost frame of the author's code; None when there is none."""
    frame: FrameType | None = sys._getframe(1)
    while frame is not None:
        package = frame.f_globals.get("__name__", "").partition(".")[0]
        if package not in (_PACKAGE, "contextlib"):
            return frame
        frame = frame.f_back
    return None


def source_lines(frame: FrameType) -> list[str]:
    """Return the lines of a frame's file, as they are now."""
    import linecache

    linecache.checkcache(frame.f_code.co_filename)
    return linecache.getlines(frame.f_code.co_filename, frame.f_globals)


def argument_texts() -> list[str]:
    """Return how the author wrote the arguments of the call that is going on.

    A line of magic is the argument itself, or a tuple of them. The list is empty where the source
    cannot be read.
    """
    frame = author_frame()
    text = _expression_text(frame) if frame is not None else None
    if text is None:
        return []
    import ast

    # In brackets, because what follows the first line is indented as the author liked.
    text = f"({text}\n)"
    try:
        expression = ast.parse(text, mode="eval").body
    except SyntaxError:
        return []
    return [ast.get_source_segment(text, part) or "" for part in _arguments(expression)]


def _arguments(expression: ast.expr) -> list[ast.expr]:
    import ast

    match expression:
        case ast.Call(args=args):
            return args
        case ast.Tuple(elts=parts):
            return parts
        case _:
            return [expression]


def _expression_text(frame: FrameType) -> str | None:
    """Return the text of the expression that a frame is at."""
    positions = list(frame.f_code.co_positions())
    at = frame.f_lasti // 2
    if at >= len(positions):
        return None
    first, last, start, end = positions[at]
    if first is None or last is None or start is None or end is None:
        return None
    lines = source_lines(frame)[first - 1 : last]
    if not lines:
        return None
    # Columns count bytes; the last line is cut first, as it may be the first one, too.
    lines[-1] = lines[-1].encode()[:end].decode("utf-8", "ignore")
    lines[0] = lines[0].encode()[start:].decode("utf-8", "ignore")
    return "".join(lines)


def with_body_text(frame: FrameType) -> str:
    """Return the body of the ``with`` block that a frame enters, without its indentation."""
    import ast
    from textwrap import dedent

    lines = source_lines(frame)
    try:
        tree = ast.parse("".join(lines))
    except SyntaxError:
        return ""
    blocks = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.With | ast.AsyncWith)
        and node.lineno <= frame.f_lineno <= (node.items[-1].context_expr.end_lineno or 0)
    ]
    if not blocks:
        return ""
    # Of several ``with`` on one line, the innermost is not known; the last is as good as any.
    block = blocks[-1]
    header = block.items[-1].context_expr.end_lineno or block.lineno
    first, last = block.body[0], block.body[-1]
    if first.lineno == header:
        # Everything on one line.
        return lines[header - 1].encode()[first.col_offset : last.end_col_offset].decode()
    start = min(node.lineno for node in (first, *getattr(first, "decorator_list", ())))
    return dedent("".join(lines[start - 1 : last.end_lineno])).strip("\n").rstrip()
