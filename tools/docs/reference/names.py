"""Which name is on which page."""

from __future__ import annotations

import inspect
from dataclasses import dataclass
from typing import Any

import tabstream


@dataclass(frozen=True)
class Page:
    """A page of the reference."""

    #: The file's name, without its ending.
    name: str
    title: str
    #: Where what is on it comes from, below `tabstream`.
    modules: tuple[str, ...]


PAGES = (
    Page(
        "text",
        "Text",
        (
            *("elements.write", "elements.write_stream", "elements.headings", "elements.text"),
            *("elements.code", "elements.html", "elements.echo", "elements.help"),
        ),
    ),
    Page(
        "data",
        "Data and charts",
        ("elements.data", "elements.metric", "elements.json", "elements.charts"),
    ),
    Page("columns", "Columns of tables", ("elements.column_config",)),
    Page("widgets", "Widgets", ("elements.inputs", "elements.form")),
    Page(
        "layout",
        "Layout",
        ("elements.layout", "elements.containers", "elements.tabs", "elements.page_config"),
    ),
    Page("media", "Media", ("elements.media", "elements.images")),
    Page("status", "Status", ("elements.alerts", "elements.status", "elements.notices")),
    Page("caching", "Caching", ("caching",)),
    Page("state", "State and runs", ("state", "navigation", "options")),
)

#: Names that Streamlit has dropped; docs/differences.md lists them.
OLD = ("add_rows", "beta_", "experimental_", "show")

#: How a docstring begins whose function only says that it is not there.
LATER = "Not there yet"


@dataclass(frozen=True)
class Named:
    """What an author calls."""

    #: As it is written, without `st.`.
    name: str
    value: Any

    @property
    def documented(self) -> Any:
        """What has the docstring: of an object that is called, how it is called."""
        if inspect.isroutine(self.value) or inspect.isclass(self.value):
            return self.value
        return type(self.value).__call__ if callable(self.value) else type(self.value)

    @property
    def module(self) -> str:
        """The module that it comes from, below `tabstream`."""
        return str(self.value.__module__).partition(".")[2]


def public_names() -> list[Named]:
    """List what authors call and the reference describes."""
    spaces = {"": tabstream, "column_config.": tabstream.column_config}
    found = [
        Named(f"{space}{name}", getattr(module, name))
        for space, module in spaces.items()
        for name in dir(module)
        if not name.startswith(("_", *OLD)) and hasattr(getattr(module, name), "__module__")
    ]
    return [one for one in found if is_described(one)]


def is_described(one: Named) -> bool:
    """Tell what can be called from what an author only finds beside it: modules, types, places."""
    text = inspect.getdoc(one.documented) or ""
    return not text.startswith(LATER) and "Examples\n---" in text


def names_of(page: Page) -> list[Named]:
    """List what is on a page, in the order of its modules."""
    found = [
        (at, one.name, one)
        for one in public_names()
        for at, module in enumerate(page.modules)
        if one.module == module or one.module.startswith(f"{module}.")
    ]
    return [one for _, _, one in sorted(found, key=lambda item: item[:2])]
