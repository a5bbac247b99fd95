"""What the tests of packages share: an app of their own, served beside the site."""

from __future__ import annotations

import os
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from controllers import App
from hosts import Host, hosting
from server import PREFIX, ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from playwright.sync_api import Page

SITE = Path(os.environ.get("TABSTREAM_DIST", ROOT / "dist"))


@pytest.fixture
def open_hosts() -> Iterator[ExitStack]:
    """Hosts that answer until the test is over."""
    with ExitStack() as hosts:
        yield hosts


@pytest.fixture
def open_files(
    page: Page, tmp_path: Path, open_hosts: ExitStack
) -> Callable[[Mapping[str, str]], tuple[App, Host]]:
    """Return a function that opens an app of these files; its `app.py` is the script."""

    def open_files(files: Mapping[str, str]) -> tuple[App, Host]:
        folder = tmp_path / "app"
        folder.mkdir()
        for name, text in files.items():
            (folder / name).write_text(text)
        host = open_hosts.enter_context(hosting(Host({f"{PREFIX}mine/": folder, PREFIX: SITE})))
        app = App(page, f"{host.origin}{PREFIX}?script=mine/app.py")
        app.open()
        return app, host

    return open_files
