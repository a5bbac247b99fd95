"""Which files of a script's folder go to others, by link or as a site, and which stay at home."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import PurePath
from typing import TYPE_CHECKING

from tabstream.cli.app_folder import (
    CONFIGURATION,
    MAX_FILES,
    SECRETS,
    Found,
    is_environment,
    is_hidden,
    is_litter,
    walk,
)
from tabstream.cli.bad_input import BadInput, why_unreadable
from tabstream.cli.git_ignored import GitIgnored

if TYPE_CHECKING:
    from pathlib import Path

#: What is in every folder that `tabstream build` writes.
BUILT = ("_app.json", "service-worker.js", "index.html")

#: How many files a message names of those that have the same fate.
NAMED = 3


@dataclass(frozen=True)
class Room:
    """What the files are for, and how much of them that holds."""

    #: As messages call it, such as "a link".
    name: str
    most_bytes: int
    #: As much as the page reads of one file.
    most_file_bytes: int = 50_000_000


@dataclass
class SharedFiles:
    """What was found in a folder."""

    entry: str
    files: dict[str, bytes] = field(default_factory=dict)
    #: Reason -> names, in the order in which they were met.
    left_out: dict[str, list[str]] = field(default_factory=dict)


def gather(script: Path, room: Room) -> SharedFiles:
    """Read the files that belong to a script, without what is nobody else's business.

    Raises
    ------
    BadInput
        When the script is to stay at home itself, when a file cannot be read, or when there is more
        than there is room for.
    """
    folder = script.parent
    gathered = SharedFiles(script.name)
    ignored = GitIgnored(folder)
    if why := why_left_out(Found(script, PurePath(script.name), False), ignored):
        raise BadInput(
            f"{script.name} cannot go into {room.name}, for it is {why}. "
            "Give it another name or place, or take it back in the .gitignore."
        )

    def takes(found: Found) -> bool:
        reason = why_left_out(found, ignored)
        if reason:
            name = f"{found.name.as_posix()}/" if found.is_folder else found.name.as_posix()
            gathered.left_out.setdefault(reason, []).append(name)
        return not reason

    sizes: dict[Path, int] = {}
    for found in walk(folder, takes, refuse_unreadable):
        try:
            sizes[found.path] = found.path.stat().st_size
            if sizes[found.path] > room.most_file_bytes:
                raise too_large(found, sizes[found.path], room)
            # Before anything large is read.
            if len(sizes) > MAX_FILES or sum(sizes.values()) > room.most_bytes:
                raise too_much(folder, sizes, room)
            gathered.files[found.name.as_posix()] = found.path.read_bytes()
        except OSError as error:
            refuse_unreadable(found.path, error)
    return gathered


def why_left_out(found: Found, ignored: GitIgnored) -> str:
    """Tell why a file or a folder stays at home; empty when it goes along."""
    if found.name == SECRETS:
        return "secrets"
    if found.name not in CONFIGURATION and is_hidden(found.name):
        return "hidden"
    if is_litter(found) or is_environment(found):
        return "made by tools"
    if is_built_site(found):
        return "built sites"
    if ignored.is_all or ignored.has(found.path, is_folder=found.is_folder):
        return "ignored by git"
    if found.is_folder and found.path.is_symlink():
        return "links to folders"
    return why_not_a_name(found.name.name)


def is_built_site(found: Found) -> bool:
    """Tell whether a folder is what `tabstream build` made of an app, this one perhaps."""
    return found.is_folder and all((found.path / name).is_file() for name in BUILT)


def why_not_a_name(name: str) -> str:
    """Tell why a name cannot stand in an address; empty when it can."""
    if "\\" in name:
        return "of a name with a backslash"
    return "of a name that is not Unicode" if not is_unicode(name) else ""


def is_unicode(name: str) -> bool:
    """Tell whether a file's name is text. A name on a Unix disk may be any bytes."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def refuse_unreadable(path: Path, error: OSError) -> None:
    """Say that a file is not ours to read: without it others would have a broken app."""
    raise BadInput(
        f"{path} belongs to the app and cannot be read: {why_unreadable(error)}. Allow reading it, "
        "or leave it out by a .gitignore."
    ) from error


def too_large(found: Found, size_bytes: int, room: Room) -> BadInput:
    """Say that a file is more than the page would read."""
    return BadInput(
        f"{printable(found.name.as_posix())} has {in_words(size_bytes)}, and "
        f"{in_words(room.most_file_bytes)} are the most that an app reads of one file. Keep it at "
        "an address of its own, or leave it out by a .gitignore."
    )


def too_much(folder: Path, sizes: dict[Path, int], room: Room) -> BadInput:
    """Say that a folder is more than there is room for."""
    if len(sizes) > MAX_FILES:
        what = f"more than {MAX_FILES:,} files"
    else:
        what = f"more than {in_words(room.most_bytes)}"
    names = {path.relative_to(folder).as_posix(): size for path, size in sizes.items()}
    return BadInput(
        f"{folder} has {what}, too much for {room.name}. The biggest: {list_biggest(names)}. "
        "Move the script and what it needs into a folder of their own, or leave out the rest by a "
        ".gitignore."
    )


def list_biggest(sizes: dict[str, int]) -> str:
    """Name the biggest files with their sizes."""
    biggest = sorted(sizes.items(), key=lambda item: -item[1])[:NAMED]
    return ", ".join(f"{printable(name)} ({in_words(size)})" for name, size in biggest)


def describe_left_out(left_out: dict[str, list[str]]) -> str:
    """Say in one line what stayed at home."""
    groups = []
    for reason, names in left_out.items():
        more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
        groups.append(f"{', '.join(map(printable, names[:NAMED]))}{more} ({reason})")
    return f"Left out: {'; '.join(groups)}."


def printable(name: str) -> str:
    """Give a name as it may stand in a line: one with a line end in it would be two lines."""
    return name if name.isprintable() else ascii(name)


def in_words(size_bytes: int) -> str:
    """Say a size."""
    if size_bytes < 1_000:
        return f"{size_bytes} bytes"
    thousands = size_bytes / 1_000
    return f"{thousands:,.0f} kB" if thousands < 1_000 else f"{thousands / 1_000:,.1f} MB"
