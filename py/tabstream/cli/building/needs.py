"""What an app needs of packages, decided as the page decides it (web/src/packages)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tabstream.cli.checking import (
    canonical_name,
    deciding_prefixes,
    distribution_of,
    is_built_in,
    modules_of,
    reads_package,
    why_impossible,
    why_package_impossible,
    why_unusable,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tabstream.cli.building.site_lock import SiteLock
    from tabstream.cli.checking import Declarations, Declared, Import, OwnModules, Source

#: What installs packages at run time.
INSTALLER = "micropip"


@dataclass(frozen=True)
class Wanted:
    """A package that the lock does not have."""

    #: As pip reads it: a name, with extras and versions.
    requirement: str
    name: str
    #: The import that it was guessed from; empty when the app lists it.
    module: str
    #: The app may do without.
    is_optional: bool
    #: The file and the line, for messages.
    where: str


@dataclass
class Needs:
    """All packages of an app."""

    #: Of the lock, without what these depend on.
    from_lock: set[str] = field(default_factory=set)
    #: The listed ones first: they may bring the modules that the others are guessed from.
    wanted: list[Wanted] = field(default_factory=list)
    #: Wheels that are named by an address or a path: micropip takes these at run time.
    at_run_time: list[Declared] = field(default_factory=list)


def find_needs(app: OwnModules, declared: Declarations, lock: SiteLock) -> Needs:
    """Find what an app needs, by what it lists and then by what it imports."""
    needs = Needs()
    listed = set()
    for one in declared.packages:
        name = canonical_name(one.name)
        listed.add(name)
        if one.address:
            if not why_unusable(one.address):
                needs.at_run_time.append(one)
        elif name in lock:
            needs.from_lock.add(name)
        elif not why_package_impossible(name):
            needs.wanted.append(as_wanted(one))
    for source, found in app.outside:
        for module in modules_of(found):
            add_import(needs, module, source, found, listed=listed, lock=lock)
    if needs.at_run_time:
        needs.from_lock.add(INSTALLER)
    return needs


def as_wanted(one: Declared) -> Wanted:
    """Give what is asked of pip for a listed package."""
    extras = f"[{','.join(one.extras)}]" if one.extras else ""
    where = f"{one.where.file.name}:{one.where.line}"
    return Wanted(f"{one.name}{extras}{one.versions}", one.name, "", False, where)


def add_import(
    needs: Needs,
    module: str,
    source: Source,
    found: Import,
    *,
    listed: set[str],
    lock: SiteLock,
) -> None:
    """Add the package that an import most likely asks for."""
    top = module.partition(".")[0]
    if is_built_in(top) and not reads_package(top):
        return
    name = canonical_name(lock.providing(deciding_prefixes(module)) or distribution_of(module))
    if name in lock:
        needs.from_lock.add(name)
    elif name not in listed and not why_impossible(module):
        where = f"{source.file.name}:{found.line}"
        # A wheel that is installed at run time may have it.
        may_miss = found.is_guarded or bool(needs.at_run_time)
        new = Wanted(name, name, module, may_miss, where)
        needs.wanted = merged(needs.wanted, new)


def merged(wanted: Iterable[Wanted], new: Wanted) -> list[Wanted]:
    """Add one; what is needed once without a guard is needed."""
    kept = list(wanted)
    for number, one in enumerate(kept):
        if one.module == new.module and one.name == new.name:
            kept[number] = new if one.is_optional else one
            return kept
    return [*kept, new]
