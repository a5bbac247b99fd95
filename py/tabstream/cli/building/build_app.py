"""Builds an app: as a folder for any static host, or as one file."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tabstream.cli.building.app_files import write_app
from tabstream.cli.building.front_page import FrontPage
from tabstream.cli.building.offline_list import write_service_worker
from tabstream.cli.building.output import writing
from tabstream.cli.building.single_file import read_page_script, write_single_file
from tabstream.cli.building.site_files import copy_site, files_in

if TYPE_CHECKING:
    from tabstream.cli.building.app_parts import AppParts


def build_folder(parts: AppParts, site: Path, output: Path, base_url: str) -> int:
    """Write a folder that runs one app on any static host; give its size in bytes.

    Parameters
    ----------
    parts
        What is the app's own.
    site
        The built site.
    output
        The folder, which is empty or not there.
    base_url
        Where it will be; empty when nobody has said.
    """
    shared = parts.shared
    with writing(output) as made:
        made.mkdir()
        index = copy_site(site, made, parts.packages, shared.files)
        app = write_app(made, shared.entry, shared.files)
        FrontPage(parts.facts, app, index, base_url, parts.links).write(made)
        # Jekyll, which GitHub Pages runs without this file, drops what begins with _.
        (made / ".nojekyll").touch()
        # At the very end: it lists all the others.
        write_service_worker(made)
    return sum(path.stat().st_size for path in files_in(output))


def build_file(parts: AppParts, site: Path, output: Path, base_url: str) -> int:
    """Write an HTML file that runs one app from a disk, too; give its size in bytes."""
    script = read_page_script(site)
    with tempfile.TemporaryDirectory() as temporary, writing(output) as made:
        folder = Path(temporary)
        index = copy_site(site, folder, parts.packages, parts.shared.files)
        write_single_file(made, folder, index, parts, base_url=base_url, script=script)
    return output.stat().st_size
