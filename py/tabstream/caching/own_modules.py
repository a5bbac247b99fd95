"""Modules of the app's own folder, found and read without being imported."""

from __future__ import annotations

import os
import sys
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path

from tabstream.caching.bytecode import facts_of
from tabstream.caching.opened_files import stamp_of


def own_files(name: str, folder: str) -> dict[str, str]:
    """Return the files that importing a module runs, by the module's name, and its packages' first.

    Parameters
    ----------
    name
        The module's full name.
    folder
        The app's folder, with a separator at its end. What is not found in it is no own module.
    """
    names = name.split(".")
    found = {}
    for end in range(1, len(names) + 1):
        part = ".".join(names[:end])
        if file := _file_of(part, folder):
            found[part] = file
    return found


def full_name(level: int, name: str, package: str) -> str:
    """Return a module's full name, seen from a package.

    Examples
    --------
    >>> full_name(0, "json", "shop.views"), full_name(2, "models", "shop.views")
    ('json', 'shop.models')
    """
    if level == 0:
        return name
    above = package.split(".")[: len(package.split(".")) - level + 1]
    return ".".join([*filter(None, above), *filter(None, [name])])


def package_of(name: str, file: str) -> str:
    """Return the package that a module's own imports are seen from."""
    return name if Path(file).name == "__init__.py" else name.rpartition(".")[0]


def source_facts(file: str) -> tuple[bytes, tuple[tuple[int, str], ...]]:
    """Return the digest of a file and what it imports, anywhere in it."""
    return _source_facts(file, stamp_of(file))


@lru_cache(maxsize=512)
def _source_facts(file: str, _stamp: object) -> tuple[bytes, tuple[tuple[int, str], ...]]:
    source = Path(file).read_bytes()
    digest = blake2b(source, digest_size=16).digest()
    try:
        return digest, facts_of(compile(source, file, "exec", dont_inherit=True)).imports
    except (SyntaxError, ValueError):  # whoever imports it will say so
        return digest, ()


def _file_of(name: str, folder: str) -> str | None:
    below = name.replace(".", os.sep)
    roots = [
        folder,
        *(f"{path}{os.sep}" for path in sys.path if f"{path}{os.sep}".startswith(folder)),
    ]
    for root in roots:
        for file in (f"{root}{below}.py", f"{root}{below}{os.sep}__init__.py"):
            if Path(file).is_file():
                return file
    return None
