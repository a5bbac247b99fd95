"""What a script says of itself, read without running it: for the page before Python is there."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CALL = "set_page_config"


@dataclass(frozen=True)
class PageFacts:
    """What a tab, a search engine and a chat show of an app."""

    title: str
    description: str
    #: As ``st.set_page_config`` has it; empty when it says nothing that can be read.
    icon: str


def read_page_facts(script: Path, text: str) -> PageFacts:
    """Read the title and the icon that a script sets, and the first line of its docstring."""
    tree = ast.parse(text)
    said = dict(find_settings(tree))
    title = said.get("page_title", "").strip() or script.stem
    docstring = (ast.get_docstring(tree) or "").strip()
    description = docstring.partition("\n")[0].strip() or title
    return PageFacts(title, description, said.get("page_icon", "").strip())


def find_settings(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Find the texts that ``set_page_config`` is given as they are; a later call goes first."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and name_of(node.func) == CALL:
            named = [(keyword.arg or "", keyword.value) for keyword in node.keywords]
            placed = zip(("page_title", "page_icon"), node.args, strict=False)
            for name, value in [*placed, *named]:
                if isinstance(value, ast.Constant) and isinstance(value.value, str):
                    yield name, value.value


def name_of(function: ast.expr) -> str:
    """Give the last name of what is called: ``st.set_page_config``, or the name by itself."""
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""
