"""Write what the playground knows of each `st.` name: its signature and its first sentence."""

from __future__ import annotations

import inspect
import json
import re
import sys
from typing import Any

from tools.generated import ROOT, write_or_check

TARGET = ROOT / "web/src/playground/st-names.json"

#: Longer ones are cut between two parameters: a line of a list shows no more.
SIGNATURE_WIDTH = 400


def describe(name: str, value: Any) -> dict[str, str]:
    """Describe one name as the editor shows it."""
    doc = inspect.getdoc(value) or ""
    # A value has the documentation of its class, which is not about the name.
    is_own = callable(value) or inspect.ismodule(value)
    kind = "module" if inspect.ismodule(value) else "function" if callable(value) else "value"
    if doc.startswith("Not there yet"):
        kind = "missing"
    return {
        "name": name,
        "kind": kind,
        "signature": signature_of(value) if callable(value) else "",
        "doc": first_paragraph(doc) if is_own else "",
    }


def is_public(name: str, value: Any) -> bool:
    """Tell whether a name is Streamlit's, and not a module of ours that happens to be there."""
    return not inspect.ismodule(value) or name in {"column_config", "components"}


def signature_of(value: Any) -> str:
    """Return the parameters as an author would read them, without types."""
    try:
        parameters = inspect.signature(value).parameters.values()
    except (TypeError, ValueError):
        return "(...)"
    plain = [p.replace(annotation=inspect.Parameter.empty) for p in parameters if p.name != "self"]
    text = str(inspect.Signature(plain))
    text = re.sub(r"<[^<>]*>", "...", text)
    if len(text) > SIGNATURE_WIDTH:
        text = text[: text.rindex(", ", 0, SIGNATURE_WIDTH)] + ", ...)"
    return text


def first_paragraph(doc: str) -> str:
    """Return a docstring's first paragraph in one line."""
    return " ".join(doc.split("\n\n", 1)[0].split())


def generate() -> str:
    """Return the whole file."""
    import tabstream as st

    names = sorted(name for name in dir(st) if not name.startswith("_"))
    public = [name for name in names if is_public(name, getattr(st, name))]
    described = [describe(name, getattr(st, name)) for name in public]
    columns = [
        describe(f"column_config.{name}", getattr(st.column_config, name))
        for name in sorted(dir(st.column_config))
        if name[0].isupper()
    ]
    return json.dumps([*described, *columns], indent=0, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    sys.exit(write_or_check(__doc__ or "", TARGET, generate))
