"""Files that are written by a program, and compared with what it would write now."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[1]


def write_or_check(about: str, target: Path, generate: Callable[[], str]) -> int:
    """Write a file, or compare it where the command line says so; return the exit code.

    Parameters
    ----------
    about
        What the program is for: its docstring.
    target
        The file.
    generate
        Makes its content; our package can be imported by then.
    """
    parser = argparse.ArgumentParser(description=about.split("\n", 1)[0])
    parser.add_argument("--check", action="store_true", help="fail when the file is out of date")
    arguments = parser.parse_args()
    sys.path.insert(0, str(ROOT / "py"))
    text = generate()
    if not arguments.check:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
        return 0
    if target.is_file() and target.read_text(encoding="utf-8") == text:
        return 0
    print(f"{target.relative_to(ROOT)} is out of date: run `npm run fix`.", file=sys.stderr)
    return 1
