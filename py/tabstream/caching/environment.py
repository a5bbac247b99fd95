"""The versions of Python and of packages: a result holds for those that it was made with."""

from __future__ import annotations

import sys
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@lru_cache(maxsize=256)
def version_of(package: str) -> str:
    """Return the version of a top-level package; nothing for Python's own, or one not there."""
    if package in sys.stdlib_module_names:
        return ""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(package)
    except PackageNotFoundError:
        return str(getattr(sys.modules.get(package), "__version__", ""))


def versions() -> dict[str, str]:
    """Return the versions of Python and of every package that is imported.

    Examples
    --------
    >>> "Python" in versions()
    True
    """
    packages = sorted({name.partition(".")[0] for name in sys.modules})
    found = {name: version_of(name) for name in packages if not name.startswith("_")}
    return {"Python": _PYTHON, **{name: version for name, version in found.items() if version}}


def mismatch(versions: Mapping[str, str]) -> str | None:
    """Return a word on the first package whose version is another now; None when none is.

    Examples
    --------
    >>> mismatch({"Python": "2.7.18"}) is None
    False
    """
    for name, before in versions.items():
        now = _PYTHON if name == "Python" else version_of(name)
        # One that is not there yet is looked at once it is.
        if now and now != before:
            return f"stored by {name} {before}; this is {now}"
    return None


_PYTHON = ".".join(map(str, sys.version_info[:3]))
