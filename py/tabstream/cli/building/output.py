"""Writes a folder or a file whole or not at all."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tabstream.cli.bad_input import BadInput, why_unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator

FRESH = "Name a folder that is empty or not there yet."


def refuse_filled(output: Path) -> None:
    """Refuse a place for a folder where something is already.

    Raises
    ------
    BadInput
        For a file, and for a folder with something in it.
    """
    try:
        if output.is_dir():
            if any(output.iterdir()):
                raise BadInput(
                    f"The folder {output} is not empty, and nothing in it is touched. {FRESH}"
                )
        elif output.exists() or output.is_symlink():
            raise BadInput(f"{output} is a file, and a folder is to be written. {FRESH}")
    except OSError as error:
        raise unwritable(output, error) from error


def refuse_existing(output: Path) -> None:
    """Refuse a place for a file where something is already."""
    if output.is_dir():
        raise BadInput(
            f"{output} is a folder, and --single-file writes a file. Name one in it, such as "
            f"{output / 'app.html'}."
        )
    if output.exists() or output.is_symlink():
        raise BadInput(f"{output} is there already and is not touched. Name another file.")


@contextmanager
def writing(output: Path) -> Iterator[Path]:
    """Give a path to write a folder or a file at, which takes its place when all has gone well.

    It lies where the other will be, for what is moved as a whole is moved on one disk only.
    """
    output = output.resolve()
    above = next(path for path in output.parents if path.is_dir())
    try:
        made = Path(tempfile.mkdtemp(prefix=".tabstream-", dir=above))
    except OSError as error:
        raise unwritable(output, error) from error
    try:
        yield made / output.name
        output.parent.mkdir(parents=True, exist_ok=True)
        if output.is_dir():
            output.rmdir()
        (made / output.name).rename(output)
    except OSError as error:
        raise unwritable(output, error) from error
    finally:
        shutil.rmtree(made, ignore_errors=True)


def unwritable(output: Path, error: OSError) -> BadInput:
    """Say that a folder cannot be written."""
    what = f" ({error.filename})" if error.filename else ""
    return BadInput(
        f"{output} cannot be written: {why_unreadable(error)}{what}. Name a place that is "
        "yours, with room for some 60 MB."
    )
