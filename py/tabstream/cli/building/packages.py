"""The packages of one app: chosen from a site's, pruned to what it needs, and fetched beside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tabstream.cli.building.fetch import Pip, download
from tabstream.cli.building.needs import INSTALLER, Needs
from tabstream.cli.building.site_lock import SiteLock, is_elsewhere
from tabstream.cli.building.vendor import Vendored, vendor

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


@dataclass(frozen=True)
class AppPackages:
    """What a built folder has of packages."""

    #: Only what the app needs.
    lock: SiteLock
    #: Whether all is there that the app imports and can have, so that no index need be asked.
    is_closed: bool
    #: The files that the site does not have.
    fetched: tuple[Path, ...]
    #: Lines for the person.
    notes: tuple[str, ...]

    @property
    def names(self) -> list[str]:
        """Those that the folder has itself."""
        return [name for name, entry in self.lock.packages.items() if not is_elsewhere(entry)]

    @property
    def imports(self) -> dict[str, str]:
        """Which of them an import asks for."""
        # Where two offer the same, the folder's own goes before one that is elsewhere.
        entries = sorted(self.lock.packages.items(), key=lambda item: not is_elsewhere(item[1]))
        pairs = [
            (module, name)
            for name, entry in entries
            for module in entry["imports"]
            if not module.startswith("_")
        ]
        return dict(sorted(pairs))


def choose_packages(needs: Needs, lock: SiteLock) -> AppPackages:
    """Prune a lock to what an app needs; the rest of that is left for run time."""
    names = set(needs.from_lock)
    entries = lock.closure(names)
    elsewhere = [name for name, entry in entries.items() if is_elsewhere(entry)]
    late = [*elsewhere, *(one.requirement for one in needs.wanted)]
    if late or needs.at_run_time:
        entries = lock.closure({*names, INSTALLER})
    notes = [f"Each visit fetches {', '.join(late)}."] if late else []
    return AppPackages(
        lock.only(entries), is_closed=False, fetched=(), notes=(*notes, *describe_late(needs))
    )


def vendor_packages(
    needs: Needs, lock: SiteLock, into: Path, index_urls: Sequence[str]
) -> AppPackages:
    """Prune a lock to what an app needs, and fetch what the site does not have of that."""
    vendored = Vendored()
    if needs.wanted:
        vendored = vendor(needs.wanted, lock, Pip(lock, into, index_urls).fetch)
    whole = lock.having(vendored.entries)
    entries = whole.closure({*needs.from_lock, *vendored.entries})
    files = list(vendored.files)
    for name, entry in entries.items():
        if is_elsewhere(entry):
            entries[name], file = download(entry, into)
            files.append(file)
    notes = (*vendored.notes, *describe_late(needs))
    return AppPackages(lock.only(entries), is_closed=True, fetched=tuple(files), notes=notes)


def describe_late(needs: Needs) -> list[str]:
    """Say which wheels come from where they are named, whatever was fetched."""
    return [
        f"{one.where.file.name}:{one.where.line}: each visit installs {one.name} by itself."
        for one in needs.at_run_time
    ]
