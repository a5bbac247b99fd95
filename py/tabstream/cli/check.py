"""``tabstream check``: what cannot work in a browser, said before anything runs."""

from __future__ import annotations

from pathlib import Path

import click

from tabstream.cli.bad_input import BadInput
from tabstream.cli.checking import Packages, Problem, check_app, find_packages
from tabstream.cli.script_file import read_script
from tabstream.cli.site_folder import find_site
from tabstream.cli.target import find_local_script


@click.command()
@click.argument("script")
@click.pass_context
def check(context: click.Context, script: str) -> None:
    """Say what in SCRIPT cannot work in a browser, without running it.

    Its modules in the same folder are read as well. The exit code is 0 when nothing is wrong, 1
    when something is.
    """
    path = find_local_script(script, "Download it, and name the file")
    packages = try_packages()
    report = check_app(path, read_script(path), packages)
    for said in report.said:
        click.echo(describe(said))
    if packages is None:
        click.echo("Whether the site has a package is not known: it is not built here.", err=True)
    if report.problems:
        problems = "1 problem" if report.problems == 1 else f"{report.problems} problems"
        click.echo(f"{problems} in {script}.", err=True)
        context.exit(1)
    click.echo(f"Nothing wrong was found in {script}.", err=True)


def try_packages() -> Packages | None:
    """Find what the site has, where there is one."""
    try:
        return find_packages(find_site())
    except BadInput:
        return None


def describe(said: Problem) -> str:
    """Say it in a line that an editor can follow."""
    here = Path.cwd()
    file = said.file.relative_to(here) if said.file.is_relative_to(here) else said.file
    return f"{file}:{said.line}: {'note: ' if said.is_note else ''}{said.message}"
