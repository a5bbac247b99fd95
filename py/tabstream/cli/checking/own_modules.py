"""Follows an app's imports through its own files, as web/src/packages/local-modules.ts does."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tabstream.cli.bad_input import BadInput
from tabstream.cli.checking.problem import Problem, did_you_mean
from tabstream.cli.checking.source import Import, Source, parse_source
from tabstream.cli.script_file import read_script

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PAGE = re.compile(r"[\w.][^\\\n:*?<>|{}]{0,150}\.py")


@dataclass
class OwnModules:
    """The files that a script leads to, and what else they import."""

    home: Path
    #: All of them, in the order in which they are reached.
    files: list[Path]
    sources: list[Source] = field(default_factory=list)
    outside: list[tuple[Source, Import]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def follow(script: Path, text: str) -> OwnModules:
    """Read a script, its pages, and every file of its folder that these import."""
    pages = sorted((script.parent / "pages").glob("*.py"))
    app = OwnModules(script.parent, [script, *pages])
    scripts = set(app.files)
    # Grows while it is walked.
    for file in app.files:
        source = try_read(file, text if file == script else None)
        if isinstance(source, Problem):
            app.problems.append(source)
            continue
        app.sources.append(source)
        named = find_pages(source, app.home)
        scripts.update(named)
        for path in [*named, *follow_imports(app, source, is_script=file in scripts)]:
            if path not in app.files:
                app.files.append(path)
    return app


def try_read(file: Path, text: str | None) -> Source | Problem:
    """Read one file, unless its text is known."""
    try:
        content = read_script(file, may_be_empty=True) if text is None else text
    except BadInput as error:
        return Problem(file, 1, str(error.message))
    return parse_source(file, content)


def find_pages(source: Source, home: Path) -> list[Path]:
    """Find the scripts that a file names in quotation marks: ``st.Page("views/map.py")``."""
    names = {
        node.value
        for node, _ in source.nodes
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    paths = (name for name in sorted(names) if PAGE.fullmatch(name))
    return [home / path for path in paths if ".." not in path and (home / path).is_file()]


def follow_imports(app: OwnModules, source: Source, *, is_script: bool) -> Iterator[Path]:
    """Give the files that a file imports; note what is not among the app's own."""
    for found in source.imports:
        above = source.file.parent.relative_to(app.home).parts
        if found.level and (is_script or found.level > len(above)):
            if not found.is_guarded:
                app.problems.append(relative_outside(source, found))
            continue
        folder = (
            app.home.joinpath(*above[: len(above) - found.level + 1]) if found.level else app.home
        )
        parts = found.module.split(".") if found.module else []
        own = list(files_along(folder, parts, [alias.name for alias in found.names]))
        yield from own
        if not own and not found.level:
            app.outside.append((source, found))
        elif not found.is_guarded and (problem := missing_module(source, found, folder, parts)):
            app.problems.append(problem)


def files_along(folder: Path, parts: list[str], names: list[str]) -> Iterator[Path]:
    """Give the files that an import runs, those of the packages on the way among them.

    A folder without `__init__.py` has no file of its own, and counts only when something in it is
    imported: an installed package of the same name would come before it.
    """
    for part in parts:
        yield from file_of(folder / part)
        folder /= part
    for name in names:
        yield from file_of(folder / name)


def file_of(stem: Path) -> list[Path]:
    """Give the file of a module; a package goes before a module, as in Python."""
    files = (stem / "__init__.py", stem.with_name(f"{stem.name}.py"))
    return [file for file in files if file.is_file()][:1]


def missing_module(source: Source, found: Import, folder: Path, parts: list[str]) -> Problem | None:
    """Tell which part of a dotted name an own package does not have."""
    for number, part in enumerate(parts):
        stem = folder / part
        if not file_of(stem) and not stem.is_dir():
            beside = {path.stem for path in folder.glob("*.py")} | {
                path.name for path in folder.glob("*/")
            }
            name = "." * found.level + ".".join(parts[: number + 1])
            hint = did_you_mean(part, sorted(beside - {"__init__"}))
            return Problem(source.file, found.line, f"there is no module {name} in the app.{hint}")
        folder = stem
    return None


def relative_outside(source: Source, found: Import) -> Problem:
    """Say that a file is in no package, or not as deep in one."""
    asked = "." * found.level + found.module
    message = (
        f"`from {asked} import` leads out of the package that this file is in; a script, and what "
        "lies beside it, is in none. Leave out the dots: the script's folder is looked at first."
    )
    return Problem(source.file, found.line, message)
