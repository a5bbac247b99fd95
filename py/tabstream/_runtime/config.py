"""The options of an app: ``.streamlit/config.toml``, and what was set from outside it."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tabstream.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

#: The file, seen from the app's folder.
FILE = ".streamlit/config.toml"

#: The options that tabstream knows and their defaults. Theme options have none: the page's own
#: tokens hold.
DEFAULTS: dict[str, Any] = {
    "client.showErrorDetails": "full",
    "client.toolbarMode": "auto",
    "client.showSidebarNavigation": True,
    "runner.magicEnabled": True,
    "runner.fastReruns": True,
    "server.runOnSave": True,
    "server.maxUploadSize": 200,
    "magic.displayRootDocString": False,
    "magic.displayLastExprIfNoSemicolon": False,
    # Ours; Streamlit's own sections stay its own.
    "tabstream.runWhileDragging": True,
    "tabstream.keepResults": True,
    "tabstream.paintLastVisit": True,
    "tabstream.spareWorker": True,
}

#: What a script may set while it runs.
_SETTABLE = ("client.",)

#: Spellings that older files use.
_SYNONYMS = {True: "full", False: "none", "true": "full", "false": "none"}


class Config:
    """The options of one app.

    A file that cannot be read leaves the options as they were, and is a `problem`.

    Parameters
    ----------
    folder
        The app's folder.
    overrides
        Options set from outside it; they win.

    Attributes
    ----------
    problem
        Why the file cannot be read; None when it can, or when there is none.
    """

    def __init__(self, folder: str, overrides: Mapping[str, Any]) -> None:
        self._file = Path(folder, FILE)
        self._overrides = dict(overrides)
        self._options: dict[str, Any] = dict(overrides)
        self.problem: ConfigError | None = None
        self.read()

    def read(self) -> None:
        """Read the file, at first or after it was saved."""
        try:
            options = _read(self._file)
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            msg = f"`{FILE}` cannot be read: {error}. The app runs when that is put right."
            self.problem = ConfigError(msg)
        else:
            self.problem = None
            self._options = {**options, **self._overrides}

    def get(self, name: str) -> Any:
        """Return an option's value; None for one that nobody set and that has no default."""
        value = self._options.get(name, DEFAULTS.get(name))
        return _SYNONYMS.get(value, value) if name == "client.showErrorDetails" else value

    def set(self, name: str, value: Any) -> None:
        """Set an option while the app runs."""
        self._overrides[name] = self._options[name] = value

    @staticmethod
    def is_settable(name: str) -> bool:
        """Return whether a script may set the option while it runs."""
        return name.startswith(_SETTABLE)

    def __contains__(self, name: str) -> bool:
        return name in self._options or name in DEFAULTS or name.startswith("theme.")

    def for_page(self) -> dict[str, Any]:
        """Return the options that somebody set; the page has defaults of its own."""
        return dict(self._options)


def _read(file: Path) -> dict[str, Any]:
    if not file.is_file():
        return {}
    with file.open("rb") as content:
        return dict(_flattened(tomllib.load(content)))


def _flattened(table: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _flattened(value, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}", value
