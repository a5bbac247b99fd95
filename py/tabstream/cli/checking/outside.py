"""Imports that no file of the app answers: which work in a browser, and which cannot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tabstream.cli.checking.facts import (
    deciding_part,
    distribution_of,
    is_built_in,
    why_impossible,
)
from tabstream.cli.checking.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tabstream.cli.checking.own_modules import OwnModules
    from tabstream.cli.checking.packages import Packages
    from tabstream.cli.checking.source import Import


def check_outside(app: OwnModules, packages: Packages | None) -> Iterator[Problem]:
    """Tell what cannot be imported, and what the page will have to look for."""
    told = set()
    for source, found in app.outside:
        for module in modules_of(found):
            top = module.partition(".")[0]
            if is_built_in(top) or found.is_guarded or (packages and packages.has(module)):
                continue
            why = why_impossible(module)
            if why:
                message = f"{module} cannot be imported in a browser: {why}."
                yield Problem(source.file, found.line, message)
            elif packages and module not in told:
                told.add(module)
                name = distribution_of(module)
                package = "" if name == module else f" as {name}"
                message = f"{module} is not on the site; micropip will look for it{package}."
                yield Problem(source.file, found.line, message, is_note=True)


def modules_of(found: Import) -> list[str]:
    """Give what decides on the packages of an import.

    `from google import genai` is about google.genai, `from numpy import array` about numpy.
    """
    names = [f"{found.module}.{alias.name}" for alias in found.names] or [found.module]
    return list(dict.fromkeys(map(deciding_part, names)))
