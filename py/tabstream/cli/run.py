"""``tabstream run``: serve the site, and a script with its folder, from this machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tabstream._version import __version__
from tabstream.cli.serve import USUAL_PORT, open_sockets, serve
from tabstream.cli.server import make_server_app
from tabstream.cli.site_folder import find_site
from tabstream.cli.tab import can_open_tab, open_tab
from tabstream.cli.target import Address, LocalScript, find_target
from tabstream.cli.watch import Watcher

if TYPE_CHECKING:
    from collections.abc import Iterator


@click.command(context_settings={"ignore_unknown_options": True})
@click.argument("script", required=False)
@click.argument("args", nargs=-1, type=click.UNPROCESSED)
@click.option("--headless", is_flag=True, help="Do not open a browser tab.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    help=f"The port to use; 0 lets the system choose. [default: {USUAL_PORT}, or a free one]",
)
@click.option(
    "--isolated",
    is_flag=True,
    help="Isolate the page from other origins, which lets Stop end any loop.",
)
def run(
    script: str | None, args: tuple[str, ...], *, headless: bool, port: int | None, isolated: bool
) -> None:
    """Run SCRIPT in a browser tab, again on every save.

    SCRIPT is a file on this machine, or the address of a gist or of a script. Without it, the
    page lets you choose. ARGS are the script's own (sys.argv); put -- before one that has the
    name of an option of ours.
    """
    target = find_target(script, args)
    site = find_site()
    local = target if isinstance(target, LocalScript) else None
    watcher = Watcher(local.folder) if local else None
    app = make_server_app(site, local, watcher, isolated=isolated)
    used_port, sockets = open_sockets(port)
    url = f"http://localhost:{used_port}/"
    if isinstance(target, Address):
        url += f"?{target.query}"

    def on_ready() -> None:
        for line in greeting(url, target, port_was_taken=port is None and used_port != USUAL_PORT):
            click.echo(line)
        if not headless and can_open_tab():
            open_tab(url)

    serve(app, sockets, on_ready, watcher.stop if watcher else lambda: None)
    click.echo("Stopped.")


def greeting(
    url: str, target: LocalScript | Address | None, *, port_was_taken: bool
) -> Iterator[str]:
    """Say what is there, line by line."""
    yield f"tabstream {__version__}"
    if port_was_taken:
        yield f"  Port {USUAL_PORT} is taken; this is another one."
    yield f"  Open {url}"
    if isinstance(target, LocalScript):
        yield f"  It runs {target.path}, again on every save."
    yield "  Ctrl-C stops it."
