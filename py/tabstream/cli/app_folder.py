"""Which files of the script's folder belong to the app.

A script reads its neighbours (``import helper``, ``open("data.csv")``), so the whole folder is
the app's, without what tools leave in it and what a person keeps hidden. The page decides by the
same rules when it opens a folder itself: web/src/sources/project-paths.ts.
"""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

SECRETS = PurePath(".streamlit/secrets.toml")

#: The hidden files that are part of an app. The secrets are among them: the server answers this
#: machine's own browser alone, and the app runs there as it would have run on this machine.
CONFIGURATION = frozenset({PurePath(".streamlit/config.toml"), SECRETS})
CONFIGURATION_FOLDER = PurePath(".streamlit")

LITTER = frozenset({"__pycache__", "node_modules", "site-packages", "venv"})
LITTER_FILE = re.compile(r"\.py[cod]$|^Thumbs\.db$|~$|\.sw[px]$", re.IGNORECASE)

#: A script in somebody's home folder must not make the page copy all of it.
MAX_FILES = 2_000


@dataclass(frozen=True)
class AppFile:
    """A file of the app, as the page is told of it."""

    path: str
    size: int
    mtime_ms: int


@dataclass(frozen=True)
class Found:
    """A file or a folder below the script's folder."""

    path: Path
    name: PurePath
    is_folder: bool


def is_served(found: Found) -> bool:
    """Tell whether a file or a folder belongs to the app."""
    if found.name in CONFIGURATION:
        return True
    return not (is_hidden(found.name) or is_litter(found) or is_environment(found))


def is_served_file(folder: Path, name: PurePath) -> bool:
    """Tell whether the file of a name belongs to the app, by the folders that it is in as well."""
    folders = [Found(folder / parent, parent, True) for parent in list(name.parents)[:-1]]
    return is_served(Found(folder / name, name, False)) and not any(map(is_environment, folders))


def is_hidden(name: PurePath) -> bool:
    """Tell whether a file, or a folder that it is in, begins with a dot."""
    return any(part.startswith(".") for part in name.parts)


def is_litter(found: Found) -> bool:
    """Tell whether a path is what tools made, not what the app is."""
    *folders, last = found.name.parts
    if found.is_folder:
        folders.append(last)
    elif LITTER_FILE.search(last):
        return True
    return any(part in LITTER or part.endswith(".egg-info") for part in folders)


def is_environment(found: Found) -> bool:
    """Tell whether a folder is a Python environment, whatever its name."""
    return found.is_folder and (found.path / "pyvenv.cfg").is_file()


def list_files(folder: Path) -> list[AppFile]:
    """List the files of the app, those nearest to the script first."""
    files: list[AppFile] = []
    for found in walk(folder, is_served):
        if len(files) == MAX_FILES:
            break
        try:
            stat = found.path.stat()
        except OSError:  # removed since, or a link that leads nowhere
            continue
        files.append(AppFile(found.name.as_posix(), stat.st_size, stat.st_mtime_ns // 1_000_000))
    return files


def walk(
    folder: Path,
    takes: Callable[[Found], bool],
    fail: Callable[[Path, OSError], None] = lambda _path, _error: None,
) -> Iterator[Found]:
    """Walk the files that are taken, level by level; a folder that is not is not entered.

    The folder of the configuration is hidden and entered: what is in it is asked for by itself.
    A link to a folder is asked for and not entered, for it may lead in a circle. What cannot be
    read is left out, unless `fail` has something to say about it.
    """
    folders = deque([folder])
    while folders:
        above = folders.popleft()
        try:
            entries = sorted(above.iterdir())
        except OSError as error:
            fail(above, error)
            continue
        for entry in entries:
            name = PurePath(entry.relative_to(folder))
            try:
                found = Found(entry, name, entry.is_dir())
                is_taken = (found.is_folder or entry.is_file()) and (
                    name == CONFIGURATION_FOLDER or takes(found)
                )
            except OSError as error:
                fail(entry, error)
                continue
            if is_taken and not found.is_folder:
                yield found
            elif is_taken and not entry.is_symlink():
                folders.append(entry)
