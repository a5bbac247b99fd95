"""``tabstream build``: a folder that runs one app on any static host."""

from __future__ import annotations

from pathlib import Path

import click

from tabstream.cli.building import build_folder
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
    help="The folder to write; it must be empty, or not there.",
)
@click.option("--base-url", metavar="ADDRESS", help="Where the folder will be, for previews.")
@click.option(
    "--vendor/--no-vendor",
    default=True,
    help="Fetch the packages that the site does not have now, or leave that to each visit.",
)
def build(script: str, output: Path, base_url: str | None, *, vendor: bool) -> None:
    """Write a folder that runs SCRIPT on any static host, with only the packages it needs.

    Secrets, hidden files, what tools made and what git ignores stay at home.
    """
    path = find_local_script(script, "Download it, and name the file")
    address = read_site(base_url, "--base-url") if base_url else ""
    text = read_script(path)
    built = build_folder(path, text, find_site(), output, base_url=address, has_vendor=vendor)
    if built.left_out:
        click.echo(describe_left_out(built.left_out), err=True)
    for note in built.notes:
        click.echo(note, err=True)
    packages = ", ".join(built.packages) or "none"
    click.echo(f"{output} runs {path.name}: {in_words(built.size_bytes)}, packages: {packages}.")
    click.echo(f"To look at it: python -m http.server --directory {output}")
