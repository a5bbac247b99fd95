"""What a built folder or file is made of besides the site: the app's files, packages and words."""

from __future__ import annotations

import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tabstream.cli.bad_input import BadInput
from tabstream.cli.building.needs import find_needs
from tabstream.cli.building.owner_config import (
    CONFIG,
    LinkRule,
    read_config,
    read_index_urls,
    read_link_rule,
)
from tabstream.cli.building.packages import AppPackages, choose_packages, vendor_packages
from tabstream.cli.building.page_facts import PageFacts, read_page_facts
from tabstream.cli.building.site_lock import read_lock
from tabstream.cli.checking import Problem, follow, parse_source, read_declarations
from tabstream.cli.shared_files import Room, SharedFiles, gather

if TYPE_CHECKING:
    from collections.abc import Iterator

#: As much as the page opens.
SITE = Room("a site", 200_000_000)


@dataclass(frozen=True)
class AppParts:
    """All that is the app's own."""

    shared: SharedFiles
    packages: AppPackages
    facts: PageFacts
    #: What its owner wants of links to scripts of others; None: what the site wants.
    links: LinkRule | None


@contextmanager
def gathering(script: Path, text: str, site: Path, *, has_vendor: bool) -> Iterator[AppParts]:
    """Gather it; what is fetched lies in a folder that is there as long as it is needed.

    Parameters
    ----------
    script
        The script; its folder is the app's.
    text
        What is in it.
    site
        The built site.
    has_vendor
        Whether packages that the site does not have are fetched now.
    """
    refuse_broken(parse_source(script, text))
    shared = gather(script, SITE)
    config = read_config(shared.files.get(CONFIG))
    links = read_link_rule(config)
    lock = read_lock(site)
    declared = read_declarations(script, text)
    needs = find_needs(follow(script, text), declared, lock)
    with tempfile.TemporaryDirectory() as wheels:
        if has_vendor:
            urls = [*declared.index_urls, *read_index_urls(config)]
            packages = vendor_packages(needs, lock, Path(wheels), urls)
        else:
            packages = choose_packages(needs, lock)
        yield AppParts(shared, packages, read_page_facts(script, text), links)


def refuse_broken(source: object) -> None:
    """Refuse a script that Python cannot read: nobody could run what is built."""
    if isinstance(source, Problem):
        raise BadInput(f"{source.file.name}:{source.line}: {source.message} Mend it first.")
