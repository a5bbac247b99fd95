"""What the person named to run: nothing, a script on this machine, or an address."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from tabstream.cli.bad_input import BadInput
from tabstream.cli.script_file import find_script, read_script

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True)
class LocalScript:
    """A script on this machine; the folder that it is in belongs to the app."""

    path: Path
    argv: tuple[str, ...]

    @property
    def folder(self) -> Path:
        """The folder that is served and watched."""
        return self.path.parent


@dataclass(frozen=True)
class Address:
    """A script on the web, which the page fetches by itself."""

    url: str
    argv: tuple[str, ...]

    @property
    def query(self) -> str:
        """The query string that makes the page open it."""
        return urlencode([("script", self.url), *(("arg", arg) for arg in self.argv)])


def find_target(name: str | None, argv: tuple[str, ...]) -> LocalScript | Address | None:
    """Tell what a name on the command line means."""
    if name is None:
        return None
    if is_address(name):
        return Address(name, argv)
    path = find_script(name, otherwise=", or the address of one")
    # An empty file may be the script that somebody is about to write.
    read_script(path, may_be_empty=True)
    return LocalScript(path, argv)


def find_local_script(name: str, instead: str) -> Path:
    """Find a script that has to be on this machine.

    Parameters
    ----------
    name
        As it was written on the command line.
    instead
        What to do with an address.
    """
    if is_address(name):
        raise BadInput(f"{name} is no file on this machine. {instead}.")
    return find_script(name)


def is_address(name: str) -> bool:
    """Tell whether a name is an address on the web."""
    return name.lower().startswith(("http://", "https://"))
