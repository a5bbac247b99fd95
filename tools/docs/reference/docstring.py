"""Reads a docstring: numpy's sections, and examples as at Python's prompt."""

from __future__ import annotations

import ast
import doctest
import re
from dataclasses import dataclass
from textwrap import dedent

HEADING = re.compile(r"^(\w[\w ]*)\n-{3,}$", re.MULTILINE)


@dataclass(frozen=True)
class Entry:
    """A parameter, or what is returned or raised."""

    name: str
    text: str


@dataclass(frozen=True)
class Docstring:
    """A docstring in its parts."""

    #: What stands before the first section.
    text: str
    #: Title -> entries.
    sections: dict[str, list[Entry]]
    #: A script that does what the examples do.
    example: str


def read_docstring(text: str) -> Docstring:
    """Read a docstring whose indentation is taken away."""
    first, *rest = HEADING.split(text)
    sections = dict(zip(rest[::2], rest[1::2], strict=True))
    example = sections.pop("Examples", "")
    return Docstring(
        first.strip(),
        {title: read_entries(body) for title, body in sections.items()},
        as_script(example),
    )


def read_entries(body: str) -> list[Entry]:
    """Read a section: a line for the name, and below it, set in, what it means."""
    entries = []
    for part in re.split(r"\n(?=\S)", body.strip("\n")):
        name, _, text = part.partition("\n")
        entries.append(Entry(name.strip(), dedent(text).strip()))
    return entries


def as_script(examples: str) -> str:
    """Make a script of what is typed at the prompt. What the prompt would print is written."""
    parts: list[str] = []
    for example in doctest.DocTestParser().get_examples(examples):
        source = example.source.rstrip("\n")
        if parts and parts[-1].splitlines()[-1].startswith(" "):
            parts.append("")  # the end of a block
        parts.append(written(source) if example.want else source)
    script = "\n".join(parts).replace("import tabstream as st\n", "import streamlit as st\n\n", 1)
    if "st.write" in script and "import streamlit as st" not in script:
        script = f"import streamlit as st\n{script}"
    return script.replace("from tabstream import", "from streamlit import")


def written(source: str) -> str:
    """Give the line that writes what an expression comes to."""
    value = ast.parse(source, mode="eval").body
    parts = value.elts if isinstance(value, ast.Tuple) else [value]
    return f"st.write({', '.join(ast.get_source_segment(source, part) or '' for part in parts)})"
