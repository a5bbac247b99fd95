"""The options of an app: ``.streamlit/config.toml``, and what was set from outside it."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

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
}

#: What a script may set while it runs.
_SETTABLE = ("client.",)

#: Spellings that older files use.
_SYNONYMS = {True: "full", False: "none", "true": "full", "false": "none"}


class Config:
    """The options of one app.

    Parameters
    ----------
    folder
        The app's folder.
    overrides
        Options set from outside it; they win.
    """

    def __init__(self, folder: str, overrides: Mapping[str, Any]) -> None:
        self._options = {**_read(folder), **overrides}

    def get(self, name: str) -> Any:
        """Return an option's value; None for one that nobody set and that has no default."""
        value = self._options.get(name, DEFAULTS.get(name))
        return _SYNONYMS.get(value, value) if name == "client.showErrorDetails" else value

    def set(self, name: str, value: Any) -> None:
        """Set an option while the app runs."""
        self._options[name] = value

    @staticmethod
    def is_settable(name: str) -> bool:
        """Return whether a script may set the option while it runs."""
        return name.startswith(_SETTABLE)

    def __contains__(self, name: str) -> bool:
        return name in self._options or name in DEFAULTS or name.startswith("theme.")

    def for_page(self) -> dict[str, Any]:
        """Return the options that somebody set; the page has defaults of its own."""
        return dict(self._options)


def _read(folder: str) -> dict[str, Any]:
    file = Path(folder, ".streamlit", "config.toml")
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
