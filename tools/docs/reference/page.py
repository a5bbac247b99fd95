"""A page of the reference as Markdown: signature, what it does, arguments, an example that runs."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING

from tools.docs.reference.docstring import read_docstring, read_entries
from tools.docs.reference.names import names_of

from tabstream.elements import inputs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tools.docs.reference.docstring import Entry
    from tools.docs.reference.names import Named, Page

STARS: dict[object, str] = {
    inspect.Parameter.VAR_POSITIONAL: "*",
    inspect.Parameter.VAR_KEYWORD: "**",
}

#: A signature that is longer has a line for each argument.
LINE = 80


#: What all widgets take is said once, in the docstring of their package, and there once here.
SHARED = "`tabstream.elements.inputs` describes the arguments that all widgets take."
SHARED_HERE = "[What all widgets take](#all-widgets) is not repeated here."


def write_page(page: Page) -> str:
    """Write a page."""
    parts = [f"# {page.title}"]
    if page.name == "widgets":
        parts += describe_shared()
    for one in names_of(page):
        parts += describe(one)
    return "\n\n".join(parts) + "\n"


def describe_shared() -> list[str]:
    """Describe the arguments that all widgets take."""
    text = inspect.getdoc(inputs) or ""
    about, _, entries = text.partition(":\n\n")
    terms = [describe_entry(entry) for entry in read_entries(entries)]
    return ["## All widgets { #all-widgets }", f"{about}:", *terms]


def describe(one: Named) -> list[str]:
    """Describe one name, as blocks of Markdown."""
    docstring = read_docstring(inspect.getdoc(one.documented) or "")
    parts = [f"## `st.{one.name}` {{ #{one.name.replace('.', '-').lower()} }}"]
    if signature := signature_of(one):
        parts.append(f'```python title="signature"\n{signature}\n```')
    parts.append(as_markdown(docstring.text))
    for title, entries in docstring.sections.items():
        parts.append(f"**{title}**")
        parts += [describe_entry(entry) for entry in entries]
    if docstring.example:
        parts.append(fence_of(one, docstring.example))
    return parts


def example_of(one: Named) -> str:
    """Give the script of a name's example."""
    return read_docstring(inspect.getdoc(one.documented) or "").example


def fence_of(one: Named, example: str) -> str:
    """Show an example, with its app behind a poster: a page has dozens."""
    info = f'tabstream title="st.{one.name}" show="both" start="click"'
    return f"```python {info}\n{example}\n```"


def describe_entry(entry: Entry) -> str:
    """Describe an argument, or what is returned: a term and its meaning."""
    text = as_markdown(entry.text).replace("\n", "\n    ") or "\u00a0"
    return f"`{entry.name}`\n:   {text}"


def signature_of(one: Named) -> str:
    """Write how it is called; nothing for what is not."""
    if not callable(one.value):
        return ""
    parts = list(arguments_of(inspect.signature(one.documented)))
    line = f"st.{one.name}({', '.join(parts)})"
    if len(line) <= LINE:
        return line
    lines = "".join(f"    {part},\n" for part in parts)
    return f"st.{one.name}(\n{lines})"


def arguments_of(signature: inspect.Signature) -> Iterator[str]:
    """Write each argument. What it may be is said below, in words."""
    has_star = False
    for parameter in signature.parameters.values():
        if parameter.name == "self":
            continue
        if parameter.kind is parameter.KEYWORD_ONLY and not has_star:
            yield "*"
        has_star = has_star or parameter.kind in (parameter.KEYWORD_ONLY, parameter.VAR_POSITIONAL)
        default = "" if parameter.default is parameter.empty else f"={written(parameter.default)}"
        yield f"{STARS.get(parameter.kind, '')}{parameter.name}{default}"


def written(default: object) -> str:
    """Write a default as an author would."""
    if isinstance(default, str):
        return f'"{default}"'
    return getattr(default, "__name__", repr(default))


def as_markdown(text: str) -> str:
    """Take double marks of code for single ones."""
    return text.replace(SHARED, SHARED_HERE).replace("``", "`")
