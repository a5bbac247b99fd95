"""Whether a script is Python at all, before a reader finds that it is not."""

from __future__ import annotations

import sys
import warnings
from dataclasses import dataclass

#: The browser's; an older one here does not know all of its grammar.
PYTHON_THERE = (3, 14)


@dataclass(frozen=True)
class Mistake:
    """Where a script is no Python."""

    line: int
    message: str


def find_mistake(code: str) -> Mistake | None:
    """Find the first place where a script is no Python."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            compile(code, "app.py", "exec", dont_inherit=True)
    except SyntaxError as error:
        return Mistake(error.lineno or 1, f"{error.msg or 'invalid syntax'}.{age()}")
    except ValueError as error:
        return Mistake(1, f"{error}.")
    return None


def age() -> str:
    """Say when a mistake may be none in the browser's Python."""
    if sys.version_info >= PYTHON_THERE:
        return ""
    here, there = (".".join(map(str, pair)) for pair in (sys.version_info[:2], PYTHON_THERE))
    return f" (Read by Python {here}; the browser has {there}.)"
