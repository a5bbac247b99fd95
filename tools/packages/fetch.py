"""Fill a folder with the files that the lock pins, whatever the network allows."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tools.packages.sources import Answer, Folder, Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tools.packages.manifest import PinnedFile


class MissingFilesError(Exception):
    """Tells what could not be had from anywhere, and how to bring it by hand."""


def fetch_files(
    files: Sequence[PinnedFile], into: Path, cache: Path, sources: Sequence[Source]
) -> None:
    """Bring every file into a folder, by way of the cache.

    Each source in turn is asked for what is still missing, the cache first. Bytes are accepted
    only with the pinned hash, and reach the cache and the folder by a rename, so whoever stops
    this half-way leaves no half-written file.
    """
    into.mkdir(parents=True, exist_ok=True)
    cache.mkdir(parents=True, exist_ok=True)
    reasons: dict[PinnedFile, list[str]] = {
        file: [] for file in files if not holds(into / file.name, file)
    }
    with tempfile.TemporaryDirectory(prefix="tabstream-") as work:
        for source in (Folder(cache), *sources):
            asked = [file for file in reasons if source.offers(file)]
            answer = source.fetch(asked, Path(work)) if asked else Answer({}, {})
            for file, why in answer.refused.items():
                reasons[file].append(f"{source.name}: {why}")
            for file, path in answer.found.items():
                if holds(path, file):
                    put(path, cache / file.name)
                    put(cache / file.name, into / file.name)
                    del reasons[file]
                else:
                    why = wrong_hash(file, path)
                    print(f"{file.name} from {source.name}: {why}", flush=True)
                    print("      not used; trying the next source", flush=True)
                    reasons[file].append(f"{source.name}: {why}")
    if reasons:
        raise MissingFilesError(explain_missing(reasons, cache))
    remove_others(into, {file.name for file in files})


def wrong_hash(file: PinnedFile, path: Path) -> str:
    """Say that a source has other bytes under this name."""
    return f"wrong sha256\n      expected {file.sha256}\n      found    {sha256_of(path)}"


def explain_missing(reasons: dict[PinnedFile, list[str]], cache: Path) -> str:
    """Say what is missing, where it was looked for, and what the reader can do."""
    lines = ["Missing, and not to be had from anywhere:", ""]
    for file, tried in reasons.items():
        lines += [f"  {file.name}", f"    sha256 {file.sha256}"]
        lines += [f"    {reason}" for reason in tried]
    lines += [
        "",
        "To bring them by hand, put the files, under these names, into the folder",
        f"  {cache}",
        "and start again. Any copy with the same sha256 will do, for instance that of another",
        "machine on which set-up went through. TABSTREAM_CACHE names another folder.",
    ]
    return "\n".join(lines)


def put(source: Path, target: Path) -> None:
    """Copy a file so that under its final name it is there as a whole or not at all."""
    if source == target:
        return
    handle, temporary = tempfile.mkstemp(prefix=".", suffix=".part", dir=target.parent)
    os.close(handle)
    try:
        shutil.copyfile(source, temporary)
        Path(temporary).chmod(0o644)
        Path(temporary).replace(target)
    finally:
        Path(temporary).unlink(missing_ok=True)


def holds(path: Path, file: PinnedFile) -> bool:
    """Tell whether a path holds the pinned file."""
    return path.is_file() and sha256_of(path) == file.sha256


def sha256_of(path: Path) -> str:
    """Hash a file."""
    with path.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()


def remove_others(folder: Path, names: Iterable[str]) -> None:
    """Remove wheels of earlier versions from a folder that is ours."""
    kept = set(names)
    for path in folder.glob("*.whl"):
        if path.name not in kept:
            path.unlink()
