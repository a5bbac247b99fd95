"""``tabstream build``: a folder that runs one app on any static host."""

from __future__ import annotations

from pathlib import Path

import click

from tabstream.cli.building import (
    build_file,
    build_folder,
    gathering,
    refuse_existing,
    refuse_filled,
)
from tabstream.cli.link import read_site
from tabstream.cli.script_file import read_script
from tabstream.cli.shared_files import describe_left_out, in_words
from tabstream.cli.site_folder import find_site
from tabstream.cli.target import find_local_script


@click.command()
@click.argument("script")
@click.option(
    "-o",
    "--output",
    required=True,
    metavar="FOLDER",
    type=click.Path(path_type=Path),
    help="The folder to write, which must be empty or not there; or the file.",
)
@click.option("--base-url", metavar="ADDRESS", help="Where it will be, for previews.")
@click.option("--single-file", is_flag=True, help="Write one HTML file, which runs from a disk.")
@click.option(
    "--vendor/--no-vendor",
    default=True,
    help="Fetch the packages that the site does not have now, or leave that to each visit.",
)
def build(
    script: str, output: Path, base_url: str | None, *, single_file: bool, vendor: bool
) -> None:
    """Write a folder that runs SCRIPT on any static host, with only the packages it needs.

    Secrets, hidden files, what tools made and what git ignores stay at home.
    """
    path = find_local_script(script, "Download it, and name the file")
    address = read_site(base_url, "--base-url") if base_url else ""
    text = read_script(path)
    site = find_site()
    (refuse_existing if single_file else refuse_filled)(output)
    with gathering(path, text, site, has_vendor=vendor) as parts:
        write = build_file if single_file else build_folder
        size_bytes = write(parts, site, output, address)
    if parts.shared.left_out:
        click.echo(describe_left_out(parts.shared.left_out), err=True)
    for note in parts.packages.notes:
        click.echo(note, err=True)
    packages = ", ".join(parts.packages.names) or "none"
    click.echo(f"{output} runs {path.name}: {in_words(size_bytes)}, packages: {packages}.")
    if not single_file:
        click.echo(f"To look at it: python -m http.server --directory {output}")
