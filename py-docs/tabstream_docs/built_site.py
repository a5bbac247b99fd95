"""The tabstream site that the apps of the docs run with: elsewhere, or copied into the docs."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

#: The site's folder in the built docs.
FOLDER = "_tabstream"

LOADER = "tabstream-embed.js"
NEEDED = ("index.html", LOADER)

#: With its list of every file and its hash, the last of these is another one in each release.
TELLING = (*NEEDED, "service-worker.js")


class NoSiteError(Exception):
    """There is no site where one was looked for."""


@dataclass(frozen=True)
class Site:
    """A built site."""

    #: Where it is on the web; empty when the docs get a copy.
    address: str = ""
    #: Where it is on this machine.
    folder: Path | None = None

    def loader(self, up: str) -> str:
        """Give the address of its `tabstream-embed.js`, with `up` as the way to the docs' top."""
        return f"{self.address or f'{up}{FOLDER}/'}{LOADER}"

    def copy_into(self, output: Path) -> None:
        """Copy the site into the built docs, unless it is there or on the web."""
        if self.folder is None:
            return
        copy = output / FOLDER
        if is_same(self.folder, copy):
            return
        # Under another name until it is whole: what is interrupted is not taken for a copy.
        unfinished = output / f"{FOLDER}.part"
        shutil.rmtree(unfinished, ignore_errors=True)
        shutil.copytree(self.folder, unfinished)
        shutil.rmtree(copy, ignore_errors=True)
        unfinished.rename(copy)


def find_site(named: str, base: Path) -> Site:
    """Find the site that the configuration of the docs names.

    Parameters
    ----------
    named
        An address, or a folder; if it is empty, the site in the installed `tabstream`.
    base
        From where a relative folder is counted.

    Raises
    ------
    NoSiteError
        When there is none.
    """
    if re.match(r"https?://", named):
        return Site(address=named if named.endswith("/") else f"{named}/")
    folder = base / Path(named).expanduser() if named else installed_site()
    if folder is None:
        raise NoSiteError(
            "No tabstream site is named, and none comes with an installed tabstream. Name one: its "
            "address, or the folder of a built site (`npm run build` makes one, dist/)."
        )
    missing = [name for name in NEEDED if not (folder / name).is_file()]
    if missing:
        raise NoSiteError(
            f"{named or folder} is no built tabstream site: {folder} has no {missing[0]}. Name the "
            "folder that `npm run build` has made, or the address of a site: https://…"
        )
    return Site(folder=folder)


def installed_site() -> Path | None:
    """Find the site that the wheel of tabstream carries."""
    spec = find_spec("tabstream")
    site = Path(spec.origin).with_name("_site") if spec and spec.origin else None
    return site if site and site.is_dir() else None


def is_same(site: Path, copy: Path) -> bool:
    """Tell whether a copy is of this release."""
    return all(read(site / name) == read(copy / name) for name in TELLING)


def read(file: Path) -> bytes | None:
    """Read a file, if it is there."""
    return file.read_bytes() if file.is_file() else None


def copy_files(files: dict[str, Path], output: Path) -> None:
    """Copy files into the built docs, each to its place."""
    for place, file in files.items():
        copy = output / place
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, copy)
