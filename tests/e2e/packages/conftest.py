"""What the tests of packages share: apps of their own files, and hosts for packages and data."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest
from controllers import App
from hosts import SITE_FOLDERS, Host, hosting
from server import PREFIX

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from playwright.sync_api import Page


@dataclass
class OwnApp(App):
    """An app of the test's own files."""

    page: Page
    host: Host
    address: str = field(init=False)

    def __post_init__(self) -> None:
        self.address = f"{self.host.origin}{PREFIX}apps/harness/app.html"

    def open_files(
        self, files: Mapping[str, str | list[int]], index_urls: Sequence[str] | None = None
    ) -> None:
        """Open an app of these files; its `app.py` is the script."""
        self.page.goto(self.address)
        self.page.evaluate("([files, urls]) => window.openApp(files, urls)", [files, index_urls])

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


@pytest.fixture
def start_host() -> Iterator[Callable[[Host], Host]]:
    """Return a function that lets a host answer until the test is over."""
    with ExitStack() as hosts:
        yield lambda host: hosts.enter_context(hosting(host))


@pytest.fixture
def own_app(page: Page, start_host: Callable[[Host], Host]) -> OwnApp:
    """An app that is not open yet."""
    return OwnApp(page, start_host(Host(SITE_FOLDERS)))
