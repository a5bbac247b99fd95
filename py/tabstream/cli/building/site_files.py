"""Copies what an app may need of a site, with its packages in the place of the site's own."""

from __future__ import annotations

import gzip
import re
import shutil
from typing import TYPE_CHECKING, Any

from tabstream.cli.building.app_files import content_hash
from tabstream.cli.building.site_index import FILE as INDEX
from tabstream.cli.building.site_index import SiteIndex, read_index
from tabstream.cli.building.site_lock import FILE as LOCK
from tabstream.cli.building.site_lock import is_elsewhere

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from tabstream.cli.building.packages import AppPackages

PYODIDE = "pyodide/"
PACKED_ENDING = ".gzipped"
LOCK_NAME = LOCK.removeprefix(PYODIDE)

#: The site's examples are none of the app's. Hosts that compress do it by themselves.
LEFT_OUT = re.compile(r"^examples/|^single-file\.js$|\.(?:gz|br)$")

#: How a script names an icon, or puts the name together.
NAMES_ICONS = re.compile(rb":material/")


def copy_site(
    site: Path, into: Path, packages: AppPackages, files: Mapping[str, bytes]
) -> SiteIndex:
    """Copy a site as far as an app needs it.

    Parameters
    ----------
    site
        The whole site.
    into
        An empty folder.
    packages
        Those of the app.
    files
        The app's files, which tell what else it has a use for.

    Returns
    -------
    SiteIndex
        What the page is to be told.
    """
    index = read_index(site)
    images = fitting_images(index, packages.lock.packages)
    wheels = {entry["file_name"] for entry in packages.lock.packages.values()}
    has_icons = any(NAMES_ICONS.search(content) for content in files.values())
    # One of the site that no package of its lock has is a part of the core.
    unwanted = {package["file"] for package in index.packages.values()} - wheels
    pictures = {image["path"] for image in images}

    def is_wanted(name: str) -> bool:
        if LEFT_OUT.search(name) or name in (INDEX, LOCK, LOCK + PACKED_ENDING):
            return False
        if name.startswith("images/"):
            return name in pictures
        if name.startswith("icons/"):
            return has_icons
        return name.removeprefix(PYODIDE) not in unwanted

    for name in sorted(path.relative_to(site).as_posix() for path in files_in(site)):
        if is_wanted(name):
            target = into / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(site / name, target)
    for file in packages.fetched:
        shutil.copyfile(file, into / PYODIDE / file.name)
    write_lock(into, packages)
    return describe(into, index, packages, images)


def files_in(folder: Path) -> Iterable[Path]:
    """Give all files below a folder."""
    return (path for path in folder.rglob("*") if path.is_file())


def fitting_images(index: SiteIndex, packages: Iterable[str]) -> list[dict[str, Any]]:
    """Give the image that the page will choose: web/src/app/choose-image.ts."""
    wanted = set(packages)
    fitting = [image for image in index.images if wanted.issuperset(image["packages"])]
    return sorted(fitting, key=lambda image: -len(image["packages"]))[:1]


def write_lock(into: Path, packages: AppPackages) -> None:
    """Write the app's lock, and the packed copy that the page asks for."""
    content = packages.lock.encode()
    (into / LOCK).write_bytes(content)
    packed = gzip.compress(content, mtime=0)
    (into / (LOCK + PACKED_ENDING)).write_bytes(packed)


def describe(
    into: Path, index: SiteIndex, packages: AppPackages, images: list[dict[str, Any]]
) -> SiteIndex:
    """Tell what there is, as tools/site/packages-json.mjs does for the whole site."""

    def size_of(name: str) -> int:
        return (into / PYODIDE / name).stat().st_size

    entries = packages.lock.packages
    own = {name: entry for name, entry in entries.items() if not is_elsewhere(entry)}
    known = {package["file"] for package in index.packages.values()}
    versions = {
        name: version
        for name, version in index.content["versions"].items()
        if (into / PYODIDE / name).is_file()
    }
    changed = [LOCK_NAME, *(file.name for file in packages.fetched)]
    for name in changed:
        versions[name] = content_hash((into / PYODIDE / name).read_bytes())
    packed = dict(index.content["packed"])
    packed[LOCK_NAME] = size_of(LOCK_NAME + PACKED_ENDING)
    lock = {"file": LOCK_NAME, "size": size_of(LOCK_NAME)}
    if any(entry["file_name"] not in known for entry in own.values()):
        # The image was taken with the site's lock, which does not have it.
        lock["isOwn"] = True
    return index.having(
        images=images,
        lock=lock,
        packages={
            name: {
                "version": entry["version"],
                "file": entry["file_name"],
                "size": size_of(entry["file_name"]),
                "depends": entry["depends"],
            }
            for name, entry in own.items()
        },
        packed=packed,
        versions=dict(sorted(versions.items())),
        imports=packages.imports,
        isClosed=packages.is_closed,
    )
