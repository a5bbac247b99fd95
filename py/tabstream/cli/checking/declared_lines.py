"""The lines that ask for packages: of a PEP 723 block, a requirements.txt, a pyscript.toml."""

from __future__ import annotations

import os
import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tabstream.cli.checking.problem import Problem
from tabstream.cli.script_file import try_decode

if TYPE_CHECKING:
    from collections.abc import Iterator

BLOCK = re.compile(r"^# /// script[ \t]*\n((?:^#(?:| .*)\n)+)^# ///[ \t]*$", re.M)
OPTION = re.compile(r"(--?[\w-]+)(?:[=\s]+(.*))?$")

#: As micropip calls the index in which it looks by itself.
OWN_INDEX = "PYPI"


@dataclass(frozen=True)
class Line:
    """A line that asks for a package, as it is written."""

    text: str
    file: Path
    line: int


@dataclass
class Lines:
    """What the files of an app say, the most trusted first."""

    asked: list[Line] = field(default_factory=list)
    #: Where packages are to be looked for; empty: where pip and micropip look by themselves.
    index_urls: list[str] = field(default_factory=list)
    #: What is passed over, and why.
    problems: list[Problem] = field(default_factory=list)

    def pass_over(self, line: Line, why: str) -> None:
        """Note that a line is of no use."""
        message = f"{line.text} is passed over: {why}."
        self.problems.append(Problem(line.file, line.line, message, is_note=True))


def read_lines(script: Path, text: str) -> Lines:
    """Read the block in a script, and the files beside it."""
    lines = Lines()
    read_block(script, text, lines)
    requirements = script.with_name("requirements.txt")
    if requirements.is_file():
        RequirementsFiles(lines).read(requirements)
    manifest = script.with_name("pyscript.toml")
    if manifest.is_file():
        read_manifest(manifest, lines)
    return lines


def read_block(script: Path, text: str, lines: Lines) -> None:
    """Read the block that a script may carry at its top (PEP 723)."""
    block = BLOCK.search(text)
    if not block:
        return
    content = re.sub(r"^# ?", "", block[1], flags=re.M)
    first = text[: block.start(1)].count("\n")
    table = try_toml(content, Line("# /// script", script, first), lines)
    for name in texts(table.get("dependencies")):
        lines.asked.append(Line(name, script, first + line_of(content, name)))


def read_manifest(file: Path, lines: Lines) -> None:
    """Read the packages of a ``pyscript.toml``."""
    content = try_decode(file.read_bytes()) or ""
    for name in texts(try_toml(content, Line(file.name, file, 0), lines).get("packages")):
        lines.asked.append(Line(name, file, line_of(content, name)))


def try_toml(content: str, where: Line, lines: Lines) -> dict[str, Any]:
    """Read a table; an empty one when it cannot be read, which is noted."""
    try:
        return tomllib.loads(content)
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"at line (\d+)", str(error))
        line = where.line + (int(at[1]) if at else 1)
        lines.pass_over(Line(where.text, where.file, line), str(error))
        return {}


class RequirementsFiles:
    """A requirements.txt with the files that it includes, and the indexes that these name."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self._seen: set[Path] = set()
        self._main = ""
        self._extra: list[str] = []

    def read(self, file: Path) -> None:
        """Read them all."""
        self._read_file(file)
        if self._main or self._extra:
            # A main index takes the place of micropip's own, the others come after it.
            self._lines.index_urls = [self._main or OWN_INDEX, *self._extra]

    def _read_file(self, file: Path) -> None:
        if file in self._seen:  # files that include each other are read once each
            return
        self._seen.add(file)
        for line in logical_lines(file):
            option = OPTION.match(line.text)
            if option:
                self._read_option(line, option[1], (option[2] or "").strip())
            else:
                text = re.sub(r"\s+--(?:hash|config-settings)\b.*$", "", line.text)
                self._lines.asked.append(Line(text, line.file, line.line))

    def _read_option(self, line: Line, name: str, value: str) -> None:
        """Read an option of pip's; those that are not named here change nothing in a browser."""
        if name in ("-r", "--requirement"):
            other = Path(os.path.normpath(line.file.parent / value))
            if other.is_file():
                self._read_file(other)
            else:
                self._lines.pass_over(line, f"there is no file {value}")
        elif name in ("-i", "--index-url"):
            self._main = value
        elif name == "--extra-index-url":
            self._extra.append(value)
        elif name in ("-e", "--editable"):
            why = "an editable install needs a build; put the module beside the script instead"
            self._lines.pass_over(line, why)


def logical_lines(file: Path) -> Iterator[Line]:
    """Join the lines that end in a backslash, and drop comments, as pip does."""
    pending, start = "", 1
    text = try_decode(file.read_bytes()) or ""
    for number, raw in enumerate(text.split("\n"), 1):
        if not pending:
            start = number
        bare = re.sub(r"(?:^|\s)#.*$", "", raw)
        if bare == raw and raw.endswith("\\"):
            pending += raw[:-1]
            continue
        if joined := (pending + bare).strip():
            yield Line(joined, file, start)
        pending = ""
    if pending.strip():
        yield Line(pending.strip(), file, start)


def texts(value: object) -> list[str]:
    """Give the texts of a list."""
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []


def line_of(content: str, text: str) -> int:
    """Tell in which line a text stands first."""
    lines = content.split("\n")
    return next((number for number, line in enumerate(lines, 1) if text in line), 1)
