"""The files of an app in the docs source, and where they go in the built docs."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from tabstream_docs.block import BlockError
from tabstream_docs.companions import find_companions, is_below

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tabstream_docs.block import Block

#: The folder of the built docs with the scripts and what they read, as they lie in the source.
APPS = "_tabstream_apps"

#: What a script may have beside it without naming it.
DECLARATIONS = ("requirements.txt", "pyscript.toml")


@dataclass(frozen=True)
class App:
    """A block with all that it leads to."""

    block: Block
    #: The script's text, and its file; None when it stands in the page.
    code: str
    script: Path | None = None
    #: Where the script is in the built docs; empty when it stands in the page.
    address: str = ""
    #: What the page hands over by a tag of its own: the name that the script knows it by -> where
    #: it is in the built docs.
    handed: dict[str, str] = field(default_factory=dict)
    #: All that goes into the built docs: where -> from where.
    copied: dict[str, Path] = field(default_factory=dict)


def find_app(block: Block, folder: Path, root: Path) -> App:
    """Find the files of a block's app.

    Parameters
    ----------
    block
        The block.
    folder
        Where its page lies.
    root
        The folder of the docs source. What begins with a slash begins there.

    Raises
    ------
    BlockError
        When a file that the block names is not there or cannot be read.
    """
    if not block.src:
        return find_inline(block, folder, root)
    script = (root / block.src.lstrip("/")) if block.src.startswith("/") else folder / block.src
    code = read_script(script, block.src)
    beside = [name for name in DECLARATIONS if (script.parent / name).is_file()]
    named = check_files(block.files, script.parent)
    found = [*find_companions(code, script.parent), *beside, *named]
    copied = {place_of(script.parent / name, root): script.parent / name for name in found}
    address = place_of(script, root)
    handed = {name: place_of(script.parent / name, root) for name in named}
    return App(block, code, script, address, handed, {address: script, **copied})


def find_inline(block: Block, folder: Path, root: Path) -> App:
    """Find what a script in the page reads.

    The built page may be in another folder than its source, so all of it is handed over.
    """
    names = [*find_companions(block.code, folder), *check_files(block.files, folder)]
    handed = {name: place_of(folder / name, root) for name in dict.fromkeys(names)}
    return App(
        block,
        block.code,
        handed=handed,
        copied={place: folder / name for name, place in handed.items()},
    )


def read_script(script: Path, asked: str) -> str:
    """Read the script that a block names."""
    try:
        return script.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise BlockError(
            f'src="{asked}" is not there: {script} was looked for. The path is counted from the '
            "page, or, with a slash before it, from the folder of the docs."
        ) from None
    except (OSError, UnicodeDecodeError) as error:
        raise BlockError(f'src="{asked}" cannot be read as Python in UTF-8: {error}.') from None


def check_files(names: Iterable[str], folder: Path) -> list[str]:
    """Refuse files that cannot go along."""
    kept = []
    for name in names:
        path = PurePosixPath(name)
        if path.is_absolute() or not is_below(folder, path.as_posix()):
            raise BlockError(
                f"{name} of `files` is not there: {folder / name} was looked for. It has to be a "
                "file below the script's folder, and none whose name begins with a dot."
            )
        kept.append(path.as_posix())
    return kept


def place_of(file: Path, root: Path) -> str:
    """Give the place of a file in the built docs, from their top, with slashes.

    What lies outside of the docs source has underlines for the steps that lead out of it.
    """
    steps = Path(os.path.relpath(file, root)).parts
    return PurePosixPath(APPS, *("__" if step == ".." else step for step in steps)).as_posix()
