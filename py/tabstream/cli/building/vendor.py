"""Packages that a site does not have, fetched so that an app needs no index at run time.

pip finds the wheels one by one, and what they depend on is read here: pip would read markers as
they are meant for the Python that it runs in itself.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol, TypeAlias

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tabstream.cli.bad_input import BadInput
from tabstream.cli.checking import OURS, why_package_impossible

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from tabstream.cli.building.needs import Wanted
    from tabstream.cli.building.site_lock import Entry, SiteLock
    from tabstream.cli.building.wheel_entry import Wheel

LEAVE_IT = "--no-vendor leaves it for each visit to fetch."


class UnavailableError(Exception):
    """A package that cannot be had; the message says why."""


class FetchWheel(Protocol):
    """What gets a wheel."""

    def __call__(self, name: str, versions: Iterable[str]) -> Wheel:
        """Fetch the newest wheel of a package that some versions allow."""


@dataclass(frozen=True)
class Part:
    """A package that was fetched, and what was asked of it."""

    versions: frozenset[str]
    extras: frozenset[str]
    wheel: Wheel


Parts: TypeAlias = "Mapping[str, Part]"


@dataclass
class Vendored:
    """What was fetched."""

    #: How the lock describes it, by name.
    entries: dict[str, Entry] = field(default_factory=dict)
    files: list[Path] = field(default_factory=list)
    #: Lines for the person.
    notes: list[str] = field(default_factory=list)


def vendor(wanted: Sequence[Wanted], lock: SiteLock, fetch: FetchWheel) -> Vendored:
    """Fetch packages with what they depend on.

    Raises
    ------
    BadInput
        When one cannot be had that the app does not do without.
    """
    parts: Parts = {}
    vendored = Vendored()
    for one in wanted:
        if one.module and provides(parts, one.module):
            continue  # a package that the app lists has brought it
        try:
            parts = grow(parts, Requirement(one.requirement), lock, fetch)
        except UnavailableError as error:
            if not one.is_optional:
                raise BadInput(refusal(one, error)) from error
            vendored.notes.append(f"{one.where}: {one.name} is left out: {error}.")
    for name, part in sorted(parts.items()):
        depends = {canonicalize_name(need.name) for need in part.wheel.needs(part.extras)}
        known = {need for need in depends if need in parts or need in lock}
        vendored.entries[name] = part.wheel.entry(known)
        vendored.files.append(part.wheel.path)
    return vendored


def grow(parts: Parts, asked: Requirement, lock: SiteLock, fetch: FetchWheel) -> Parts:
    """Add a package and all that it needs to those that are there."""
    grown = dict(parts)
    waiting = [asked]
    while waiting:
        one = waiting.pop()
        name = canonicalize_name(one.name)
        if name in OURS or name in lock:
            continue
        if why := why_package_impossible(name):
            raise UnavailableError(f"{name} is needed, and {why}")
        known = grown.get(name)
        before = known.versions if known else frozenset()
        versions = before | ({str(one.specifier)} if one.specifier else set())
        extras = (known.extras if known else frozenset()) | one.extras
        if known and (known.versions, known.extras) == (versions, extras):
            continue
        wheel = known.wheel if known and known.versions == versions else fetch(name, versions)
        grown[name] = Part(versions, extras, wheel)
        waiting += wheel.needs(extras)
    return grown


def provides(parts: Parts, module: str) -> bool:
    """Tell whether something that was fetched makes a module importable."""
    top = module.partition(".")[0]
    return any(top in part.wheel.imports for part in parts.values())


def refusal(one: Wanted, error: UnavailableError) -> str:
    """Say what cannot be had, and what would work."""
    if one.module:
        return (
            f"{one.where} imports {one.module}, and {one.name} cannot be fetched for a browser: "
            f"{error}. If its package has another name, list that in requirements.txt. {LEAVE_IT}"
        )
    return (
        f"{one.where} asks for {one.requirement}, which cannot be fetched for a browser: {error}. "
        f"Ask for a package that is pure Python. {LEAVE_IT}"
    )
