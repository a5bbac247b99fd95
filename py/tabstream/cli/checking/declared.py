"""What an app says that it needs: a PEP 723 block, requirements.txt, pyscript.toml.

They are read as the page reads them (web/src/packages): the first to name a package is believed,
and what a marker says is for another system is no requirement.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from packaging.markers import InvalidMarker, UndefinedEnvironmentName
from packaging.requirements import InvalidRequirement, Requirement

from tabstream.cli.checking.declared_lines import Line, Lines, read_lines
from tabstream.cli.checking.facts import normalize, why_package_impossible
from tabstream.cli.checking.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

#: How requirements see the browser's interpreter, as web/src/packages/marker.ts has it.
BROWSER = {
    "implementation_name": "cpython",
    "implementation_version": "3.14.2",
    "os_name": "posix",
    "platform_machine": "wasm32",
    "platform_python_implementation": "CPython",
    "platform_release": "",
    "platform_system": "Emscripten",
    "platform_version": "",
    "python_full_version": "3.14.2",
    "python_version": "3.14",
    "sys_platform": "emscripten",
}

#: What stands for tabstream itself.
OURS = ("streamlit", "tabstream")

WHEEL = re.compile(
    r"(?:^|/)([A-Za-z0-9][\w.]*)-[^/-]+(?:-\d[^/-]*)?-[^/-]+-[^/-]+-([^/-]+)\.whl(?:[?#].*)?$"
)
FOR_THE_BROWSER = re.compile(r"(?:^|\.)any$|wasm32$")
VERSION_CONTROL = ("git+", "hg+", "svn+", "bzr+")


@dataclass(frozen=True)
class Declared:
    """A package that an app asks for by its name."""

    name: str
    extras: tuple[str, ...]
    #: Such as ``>=2,<3``; empty when any version will do.
    versions: str
    #: The address or the path of a wheel; empty when an index is to find it.
    address: str
    where: Line


@dataclass(frozen=True)
class Declarations:
    """All that an app asks for, each package once."""

    packages: tuple[Declared, ...]
    #: Where packages are to be looked for; empty: where pip and micropip look by themselves.
    index_urls: tuple[str, ...]
    #: Lines that are passed over, and why.
    problems: tuple[Problem, ...]


def read_declarations(script: Path, text: str) -> Declarations:
    """Read what a script, and the files beside it, ask for."""
    lines = read_lines(script, text)
    packages: dict[str, Declared] = {}
    for line in lines.asked:
        declared = read_line(line, lines)
        if declared and normalize(declared.name) not in OURS:
            packages.setdefault(normalize(declared.name), declared)
    return Declarations(tuple(packages.values()), tuple(lines.index_urls), tuple(lines.problems))


def check_declared(found: Declarations) -> Iterator[Problem]:
    """Tell which of them cannot run in a browser; the page passes over them, so these are notes."""
    yield from found.problems
    for declared in found.packages:
        why = why_unusable(declared.address) or why_package_impossible(declared.name)
        if why:
            message = f"{declared.name} is passed over: {why}."
            yield Problem(declared.where.file, declared.where.line, message, is_note=True)


def why_unusable(address: str) -> str | None:
    """Tell why the thing at an address is no wheel for a browser; None when it may be one."""
    if not address:
        return None
    if address.startswith(VERSION_CONTROL):
        return "a browser cannot check out and build it; give a wheel's address"
    wheel = WHEEL.search(address)
    if not wheel:
        return "only wheels (.whl) can be installed in a browser; give a wheel"
    if FOR_THE_BROWSER.search(wheel[2]):
        return None
    return f"that wheel is built for {wheel[2]}; give a wheel for any platform"


def read_line(line: Line, lines: Lines) -> Declared | None:
    """Read one requirement; None when it is none, or is meant for another system."""
    text = line.text
    if text.startswith(VERSION_CONTROL):
        egg = re.search(r"#egg=([\w.-]+)", text)
        return Declared(egg[1] if egg else text, (), "", text, line)
    bare = WHEEL.search(text) if re.fullmatch(r"[^\s;@]+", text) else None
    if bare:
        return Declared(bare[1], (), "", text, line)
    try:
        asked = Requirement(text)
        is_meant = asked.marker is None or asked.marker.evaluate({**BROWSER, "extra": ""})
    except (InvalidRequirement, InvalidMarker, UndefinedEnvironmentName):
        lines.pass_over(line, "it is not a requirement as pip writes it")
        return None
    extras = tuple(sorted(asked.extras))
    declared = Declared(asked.name, extras, str(asked.specifier), asked.url or "", line)
    return declared if is_meant else None
