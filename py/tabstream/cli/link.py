"""``tabstream link``: the address that carries a script and its folder."""

from __future__ import annotations

from urllib.parse import urlsplit

import click

from tabstream.cli.bad_input import BadInput
from tabstream.cli.code_link import MAX_CODE_LENGTH, MAX_UNPACKED_BYTES, encode_code
from tabstream.cli.script_file import read_script
from tabstream.cli.serve import USUAL_PORT
from tabstream.cli.shared_files import Room, describe_left_out, gather, list_biggest
from tabstream.cli.target import find_local_script

#: Where `tabstream run` serves the site.
THIS_MACHINE = f"http://localhost:{USUAL_PORT}/"


LINK = Room("a link", MAX_UNPACKED_BYTES)


@click.command()
@click.argument("script")
@click.option(
    "--site",
    metavar="ADDRESS",
    help=f"The site that is to open the link. [default: {THIS_MACHINE}]",
)
def link(script: str, site: str | None) -> None:
    """Print the address that carries SCRIPT and its folder.

    Nothing has to be hosted but the site. Secrets, hidden files, what tools made and what git
    ignores stay at home.
    """
    path = find_local_script(
        script, "A link to it needs no packing: it is ?script= and the address"
    )
    address = read_site(THIS_MACHINE if site is None else site, "--site")
    read_script(path)
    gathered = gather(path, LINK)
    code = encode_code(gathered.entry, gathered.files)
    if len(code) > MAX_CODE_LENGTH:
        sizes = {name: len(content) for name, content in gathered.files.items()}
        raise BadInput(
            f"A link to {path.name} would have {len(code):,} characters, and {MAX_CODE_LENGTH:,} "
            f"are the most that browsers and chats leave whole. The biggest files: "
            f"{list_biggest(sizes)}. Keep large data at an address of its own, or leave it out by "
            "a .gitignore."
        )
    if gathered.left_out:
        click.echo(describe_left_out(gathered.left_out), err=True)
    if site is None:
        click.echo("It opens on this machine; --site names a site for others.", err=True)
    click.echo(f"{address}#code={code}")


def read_site(text: str, option: str) -> str:
    """Check the address of a site, as an option has it."""
    try:
        parts = urlsplit(text)
        is_site = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        is_site = False
    if not is_site or any(char.isspace() for char in text):
        raise BadInput(
            f"{option} {text} is not the address of a site. Give the one that opens tabstream in a "
            f"browser, such as {THIS_MACHINE} or https://example.org/apps/."
        )
    # What follows # is the page's own, and this link says something else there.
    return parts._replace(path=parts.path or "/", fragment="").geturl()
