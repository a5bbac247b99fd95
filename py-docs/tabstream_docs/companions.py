"""What a script needs beside it: modules of its folder that it imports, files that it names.

The page asks a script's host for the same ones (web/src/sources/companions.ts), so these are the
files that have to be there.
"""

from __future__ import annotations

import ast
import re
import warnings
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

#: A relative path with an ending: no address, no sentence. A hidden file is nobody else's business.
FILE_NAME = re.compile(r"\w[^\"'\\\n:*?<>|{}]{0,150}\.\w{1,8}")


def find_companions(text: str, folder: Path) -> list[str]:
    """List what lies below a script's folder and the script leads to.

    Parameters
    ----------
    text
        The script.
    folder
        Where it lies.

    Returns
    -------
    list of str
        Paths from the folder, with slashes.
    """
    found: set[str] = set()
    modules = [("", text)]
    # Grows while it is walked: a module has companions, too.
    for name, content in modules:
        for wanted in names_in(content, PurePosixPath(name).parent):
            if wanted in found or not is_below(folder, wanted):
                continue
            found.add(wanted)
            if wanted.endswith(".py"):
                modules.append((wanted, (folder / wanted).read_text(encoding="utf-8")))
    return sorted(found)


def names_in(text: str, package: PurePosixPath) -> Iterator[str]:
    """Give every path that a script may mean; most of them lead nowhere."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(text)
    except (SyntaxError, ValueError):
        return
    for node in ast.walk(tree):
        match node:
            case ast.Import():
                for alias in node.names:
                    yield from files_along(PurePosixPath(), alias.name.split("."))
            case ast.ImportFrom():
                up = [package, *package.parents][node.level - 1 :][:1] if node.level else []
                start = up[0] if up else PurePosixPath()
                parts = (node.module or "").split(".") if node.module else []
                for alias in node.names:
                    yield from files_along(start, [*parts, alias.name])
            case ast.Constant(value=str(value)) if FILE_NAME.fullmatch(value):
                yield PurePosixPath(value).as_posix()


def files_along(start: PurePosixPath, parts: list[str]) -> Iterator[str]:
    """Give the files that an import may run, those of the packages on the way among them."""
    for part in parts:
        start /= part
        yield f"{start}.py"
        yield f"{start}/__init__.py"


def is_below(folder: Path, name: str) -> bool:
    """Tell whether a file is there that a page may have: in the folder, and not hidden."""
    parts = PurePosixPath(name).parts
    return not any(part.startswith(".") for part in parts) and (folder / name).is_file()
