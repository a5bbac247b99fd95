"""An app of the test's own files, on a host of the test's own."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from server import PREFIX

from controllers.app import App

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hosts import Host
    from playwright.sync_api import Page


@dataclass
class OwnApp(App):
    """An app of the test's own files."""

    page: Page
    host: Host
    address: str = field(init=False)

    def __post_init__(self) -> None:
        self.place = self.page
        self.address = f"{self.host.origin}{PREFIX}apps/harness/app.html"

    def open_files(
        self,
        files: Mapping[str, str | list[int]],
        index_urls: Sequence[str] | None = None,
        resolved: Mapping[str, Any] | None = None,
    ) -> None:
        """Open an app of these files; its `app.py` is the script."""
        self.page.goto(self.address)
        self.page.evaluate("(given) => window.openApp(...given)", [files, index_urls, resolved])

    def save_files(self, files: Mapping[str, str]) -> None:
        """Save files of the app, as from an editor."""
        self.page.evaluate("(files) => window.saveFiles(files)", files)

    def said(self, kind: str) -> list[dict[str, Any]]:
        """Return what the app has told its page so far."""
        heard: list[dict[str, Any]] = self.page.evaluate("window.heard")
        return [message for message in heard if message["type"] == kind]

    @property
    def wheels(self) -> list[str]:
        """The names of the packages that were fetched from the site."""
        files = [path.rpartition("/")[2] for path in self.host.requests]
        return sorted(file.partition("-")[0] for file in files if file.endswith(".whl"))
