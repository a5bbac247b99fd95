"""What is known of a browser's Python, from the files that the page reads, too.

They lie beside the page's code in web/src/packages. The wheel has copies of them.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

IN_WHEEL = Path(__file__).with_name("facts")
IN_CLONE = Path(__file__).parents[4] / "web/src/packages"


@cache
def read_facts(name: str) -> Any:
    """Read one of the files."""
    folder = IN_WHEEL if IN_WHEEL.is_dir() else IN_CLONE
    return json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))


def is_built_in(module: str) -> bool:
    """Tell whether importing a top-level module needs no package."""
    facts = read_facts("stdlib")
    return (
        module.startswith("_") or module in " ".join([*facts["carried"], facts["builtIn"]]).split()
    )


def reads_package(module: str) -> bool:
    """Tell whether a built-in module is of little use without a package."""
    return module in read_facts("stdlib")["readsPackage"].split()


def is_missing_from_stdlib(module: str) -> bool:
    """Tell whether a module belongs to Python's standard library, but not to the browser's."""
    return module in " ".join(read_facts("stdlib")["missing"]).split()


def deciding_part(module: str) -> str:
    """Give the part of a dotted name that decides which package the module comes from."""
    parts = module.split(".")
    is_shared = parts[0] in read_facts("distribution-names")["shared"]
    return ".".join(parts[: 3 if is_shared else 1])


def deciding_prefixes(module: str) -> list[str]:
    """Give ``a.b.c``, ``a.b``, ``a``; without the last one where many packages share it."""
    parts = module.split(".")
    prefixes = [".".join(parts[:length]) for length in range(len(parts), 0, -1)]
    is_shared = parts[0] in read_facts("distribution-names")["shared"]
    return prefixes[:-1] if len(prefixes) > 1 and is_shared else prefixes


def distribution_of(module: str) -> str:
    """Name the distribution that most likely carries a module."""
    by_module = read_facts("distribution-names")["byModule"]
    known = (by_module.get(part) for part in deciding_prefixes(module))
    return canonical_name(next((name for name in known if name), module))


def canonical_name(distribution: str) -> str:
    """Name the distribution that another is only a second name of, as far as a script can tell."""
    name = normalize(distribution)
    return str(read_facts("distribution-names")["sameAs"].get(name, name))


def why_impossible(module: str) -> str | None:
    """Tell why a module cannot run in a browser, and what would serve instead; None if it may."""
    if is_missing_from_stdlib(module.partition(".")[0]):
        return "this part of Python's standard library needs an operating system around it"
    modules = read_facts("impossible")["modules"]
    reasons = (
        why_package_impossible(modules.get(part, part)) for part in deciding_prefixes(module)
    )
    return next((reason for reason in reasons if reason), None)


def why_package_impossible(distribution: str) -> str | None:
    """Tell why a package cannot run in a browser, and what would serve instead; None if it may."""
    facts = read_facts("impossible")
    name = normalize(distribution)
    for row in facts["packages"]:
        if name in row["names"].split():
            said = [row["reason"], row["instead"]] if "instead" in row else [row["reason"]]
            return "; ".join(facts["texts"].get(text, text) for text in said)
    return None


def normalize(name: str) -> str:
    """Give the form in which names of distributions are compared (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()
