"""The files that a function reads while it runs, and whether they are still as they were.

Python tells an audit hook of every file that is opened, by whatever library it happens.
"""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from functools import cache, lru_cache
from hashlib import blake2b, file_digest
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

#: Size in bytes and time of the last change in nanoseconds; None for a file that is not there.
Stamp: TypeAlias = tuple[int, int] | None

#: Size in bytes and a digest in hex; None for a file that is not there.
Content: TypeAlias = tuple[int, str] | None

#: What is being recorded, outermost first: a file that an inner function reads, the outer one does.
_recordings: list[dict[str, Stamp]] = []

_WRITES = os.O_WRONLY | os.O_RDWR


@contextmanager
def reading() -> Iterator[dict[str, Stamp]]:
    """Record the files that are read in the ``with`` block, by their full path."""
    _install_hook()
    files: dict[str, Stamp] = {}
    _recordings.append(files)
    try:
        yield files
    finally:
        _recordings.remove(files)


def note(files: Mapping[str, Stamp]) -> None:
    """Count files as read: what a cached function has read, who calls it depends on, too."""
    for recording in _recordings:
        recording.update(files)


def changed_file(files: Mapping[str, Stamp]) -> str | None:
    """Return the first file that is not as it was when it was read; None when all are."""
    return next((path for path, stamp in files.items() if stamp_of(path) != stamp), None)


def contents_of(files: Iterable[str]) -> dict[str, Content]:
    """Return what files hold, by path: it outlives the page, unlike the time of a change."""
    return {path: _content_of(path, stamp_of(path)) for path in files}


@lru_cache(maxsize=1024)
def _content_of(path: str, stamp: Stamp) -> Content:
    if stamp is None:
        return None
    with open(path, "rb") as file:  # noqa: PTH123 - blake2b takes what open returns
        return stamp[0], file_digest(file, lambda: blake2b(digest_size=16)).hexdigest()


@cache
def _install_hook() -> None:
    sys.addaudithook(_on_event)  # there is no way to take one away again


def _on_event(event: str, arguments: tuple[object, ...]) -> None:
    if event != "open" or not _recordings:
        return
    path, mode, flags = arguments
    if isinstance(path, str | bytes) and not _is_for_writing(mode, flags):
        name = str(Path(os.fsdecode(path)).absolute())
        # A folder is opened to be removed, as the garbage collector may do at any time.
        if not _is_code(name) and not Path(name).is_dir():
            note({name: stamp_of(name)})


def _is_for_writing(mode: object, flags: object) -> bool:
    if isinstance(mode, str):
        return not set(mode).isdisjoint("wax+")
    return isinstance(flags, int) and bool(flags & _WRITES)


def _is_code(path: str) -> bool:
    """Return whether a file is imported rather than read: code is followed in another way."""
    return path.endswith((".py", ".pyc", ".so")) or path.startswith(_libraries())


@cache
def _libraries() -> tuple[str, ...]:
    from sysconfig import get_paths

    folders = {get_paths()[name] for name in ("stdlib", "platstdlib", "purelib", "platlib")}
    return (*(f"{folder}{os.sep}" for folder in sorted(folders)), "/dev/", "/proc/")


def stamp_of(path: str) -> Stamp:
    """Return what tells cheaply that a file was changed."""
    try:
        found = Path(path).stat()
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns
