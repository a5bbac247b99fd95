"""Builds the folder: gathers what belongs to an app, and writes it beside what the site has."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

from tabstream.cli.bad_input import BadInput
from tabstream.cli.building.app_files import write_app
from tabstream.cli.building.front_page import FrontPage
from tabstream.cli.building.needs import find_needs
from tabstream.cli.building.offline_list import write_service_worker
from tabstream.cli.building.output import refuse_filled, writing
from tabstream.cli.building.owner_config import (
    CONFIG,
    read_config,
    read_index_urls,
    read_link_rule,
)
from tabstream.cli.building.packages import choose_packages, vendor_packages
from tabstream.cli.building.page_facts import read_page_facts
from tabstream.cli.building.site_files import copy_site
from tabstream.cli.building.site_lock import read_lock
from tabstream.cli.checking import Problem, follow, parse_source, read_declarations
from tabstream.cli.shared_files import Room, gather

#: As much as the page opens.
SITE = Room("a site", 200_000_000)


@dataclass(frozen=True)
class Built:
    """What was written."""

    packages: tuple[str, ...]
    #: The size of all files.
    size_bytes: int
    #: Lines for the person.
    notes: tuple[str, ...]
    #: Reason -> names of files that stayed at home.
    left_out: dict[str, list[str]]


def build_folder(
    script: Path, text: str, site: Path, output: Path, *, base_url: str, has_vendor: bool
) -> Built:
    """Write a folder that runs one app on any static host.

    Parameters
    ----------
    script
        The script; its folder is the app's.
    text
        What is in it.
    site
        The built site.
    output
        The folder to write, which is empty or not there.
    base_url
        Where it will be; empty when nobody has said.
    has_vendor
        Whether packages that the site does not have are fetched now.
    """
    refuse_filled(output)
    refuse_broken(parse_source(script, text))
    gathered = gather(script, SITE)
    config = read_config(gathered.files.get(CONFIG))
    links = read_link_rule(config)
    with tempfile.TemporaryDirectory() as wheels:
        lock = read_lock(site)
        declared = read_declarations(script, text)
        needs = find_needs(follow(script, text), declared, lock)
        urls = [*declared.index_urls, *read_index_urls(config)]
        packages = (
            vendor_packages(needs, lock, Path(wheels), urls)
            if has_vendor
            else choose_packages(needs, lock)
        )
        with writing(output) as made:
            index = copy_site(site, made, packages, gathered.files)
            app = write_app(made, gathered.entry, gathered.files)
            facts = read_page_facts(script, text)
            FrontPage(facts, app, index, base_url, links).write(made)
            # Jekyll, which GitHub Pages runs without this file, drops what begins with _.
            (made / ".nojekyll").touch()
            # At the very end: it lists all the others.
            write_service_worker(made)
            size_bytes = sum(path.stat().st_size for path in made.rglob("*") if path.is_file())
    return Built(tuple(packages.names), size_bytes, packages.notes, gathered.left_out)


def refuse_broken(source: object) -> None:
    """Refuse a script that Python cannot read: nobody could run the folder."""
    if isinstance(source, Problem):
        raise BadInput(f"{source.file.name}:{source.line}: {source.message} Mend it first.")
