"""What the person named to run: nothing, a script on this machine, or an address."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import click


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
    if urlsplit(name).scheme in ("http", "https"):
        return Address(name, argv)
    path = Path(name)
    if path.is_dir():
        scripts = ", ".join(sorted(script.name for script in path.glob("*.py")))
        raise click.UsageError(
            f"{name} is a folder. Name the script to run in it"
            + (f": one of {scripts}." if scripts else "; it has no .py file.")
        )
    if not path.is_file():
        raise click.UsageError(
            f"There is no file {name} in {Path.cwd()}. Name a Python script, or the address of one."
        )
    return LocalScript(path.resolve(), argv)
