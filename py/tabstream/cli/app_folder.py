"""Which files of the script's folder belong to the app.

A script reads its neighbours (``import helper``, ``open("data.csv")``), so the whole folder is
served, without what tools leave in it and what a person keeps hidden.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path, PurePath

#: The hidden files that are part of an app. The secrets are among them: the server answers this
#: machine's own browser alone, and the app runs there as it would have run on this machine.
CONFIGURATION = frozenset({".streamlit/config.toml", ".streamlit/secrets.toml"})

LITTER = frozenset({"__pycache__", "node_modules", "venv", "env", "site-packages"})

#: A script in somebody's home folder must not make the page copy all of it.
MAX_FILES = 2_000


@dataclass(frozen=True)
class AppFile:
    """A file of the app, as the page is told of it."""

    path: str
    size: int
    mtime_ms: int


def is_served(path: PurePath) -> bool:
    """Tell whether a path below the folder belongs to the app."""
    if path.as_posix() in CONFIGURATION:
        return True
    return not any(part.startswith(".") or part in LITTER for part in path.parts)


def list_files(folder: Path) -> list[AppFile]:
    """List the files of the app, those nearest to the script first."""
    files: list[AppFile] = []
    for path in walk(folder):
        if len(files) == MAX_FILES:
            break
        try:
            stat = path.stat()
        except OSError:  # removed since, or a link that leads nowhere
            continue
        name = path.relative_to(folder).as_posix()
        files.append(AppFile(name, stat.st_size, stat.st_mtime_ns // 1_000_000))
    return files


def walk(folder: Path) -> Iterator[Path]:
    """Walk the files that are served, level by level."""
    folders = deque([folder])
    while folders:
        try:
            entries = sorted(folders.popleft().iterdir())
        except OSError:  # not ours to read
            continue
        for entry in entries:
            name = entry.relative_to(folder)
            if entry.is_dir() and not entry.is_symlink():
                if (is_served(name) and not is_environment(entry)) or name.parts == (".streamlit",):
                    folders.append(entry)
            elif is_served(name) and entry.is_file():
                yield entry


def is_environment(folder: Path) -> bool:
    """Tell whether a folder is a Python environment, whatever its name."""
    return (folder / "pyvenv.cfg").is_file()
