"""The files that a function reads while it runs, and whether they are still as they were.

Python tells an audit hook of every file that is opened, by whatever library it happens.
"""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from dataclasses import dataclass, field
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


@dataclass(eq=False, slots=True)
class _Recording:
    """What is opened while a function runs, by the full path."""

    read: dict[str, Stamp] = field(default_factory=dict)
    #: What it wrote is its own: a temporary file is no input.
    written: set[str] = field(default_factory=set)


#: What is being recorded, outermost first: a file that an inner function reads, the outer one does.
_recordings: list[_Recording] = []

_WRITES = os.O_WRONLY | os.O_RDWR


@contextmanager
def reading() -> Iterator[dict[str, Stamp]]:
    """Record the files that are read in the ``with`` block, by their full path."""
    _install_hook()
    recording = _Recording()
    _recordings.append(recording)
    try:
        yield recording.read
    finally:
        _recordings.remove(recording)
        _forget_modules(recording.read)


def _forget_modules(files: dict[str, Stamp]) -> None:
    """Take out what was imported rather than read: code is followed in another way."""
    sources = {path for path in files if path.endswith(".py")}
    if sources:
        modules = list(sys.modules.values())
        for path in sources & {getattr(module, "__file__", None) for module in modules}:
            del files[path]


def is_reading() -> bool:
    """Whether some function's files are being recorded."""
    return bool(_recordings)


def note(files: Mapping[str, Stamp]) -> None:
    """Count files as read: what a cached function has read, who calls it depends on, too."""
    for recording in _recordings:
        for path, stamp in files.items():
            if path not in recording.written:
                recording.read[path] = stamp


def changed_file(files: Mapping[str, Stamp]) -> str | None:
    """Return the first file that is not as it was when it was read; None when all are."""
    return next((path for path, stamp in files.items() if stamp_of(path) != stamp), None)


def contents_of(files: Iterable[str]) -> dict[str, Content]:
    """Return what files hold, by path: it outlives the page, unlike the time of a change."""
    paused = _recordings[:]
    _recordings.clear()  # a function that is running reads none of them
    try:
        return {path: _content_of(path, stamp_of(path)) for path in files}
    finally:
        _recordings[:] = paused


@lru_cache(maxsize=1024)
def _content_of(path: str, stamp: Stamp) -> Content:
    if stamp is None:
        return None
    with Path(path).open("rb") as file:
        return stamp[0], file_digest(file, lambda: blake2b(digest_size=16)).hexdigest()


@cache
def _install_hook() -> None:
    sys.addaudithook(_on_event)  # there is no way to take one away again


def _on_event(event: str, arguments: tuple[object, ...]) -> None:
    if not _recordings:
        return
    if event == "open":
        path, mode, flags = arguments
    elif event == "sqlite3.connect":
        path, mode, flags = arguments[0], "r", 0
    else:
        return
    if not isinstance(path, str | bytes):
        return
    name = str(Path(os.fsdecode(path)).absolute())
    if _is_for_writing(mode, flags):
        for recording in _recordings:
            recording.written.add(name)
    # A folder is opened to be removed, as the garbage collector may do at any time.
    elif not _is_code(name) and not Path(name).is_dir():
        note({name: stamp_of(name)})


def _is_for_writing(mode: object, flags: object) -> bool:
    if isinstance(mode, str):
        return not set(mode).isdisjoint("wax")
    return isinstance(flags, int) and bool(flags & _WRITES)


def _is_code(path: str) -> bool:
    """Return whether a file belongs to Python or a library, whose versions count."""
    return path.endswith((".pyc", ".so")) or path.startswith(_libraries())


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
