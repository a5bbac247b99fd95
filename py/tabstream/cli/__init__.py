"""The command line: serves, shares, checks and builds apps on this machine. Plain CPython only."""

from __future__ import annotations

import click

from tabstream._version import __version__
from tabstream.cli.build import build
from tabstream.cli.check import check
from tabstream.cli.link import link
from tabstream.cli.run import run


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="tabstream")
def main() -> None:
    """Run Streamlit-style scripts wholly inside a browser tab."""


main.add_command(run)
main.add_command(link)
main.add_command(check)
main.add_command(build)
