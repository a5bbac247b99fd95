"""What the tests of somebody else's apps share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from controllers import App
from links.world import World, code_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import BrowserContext, Page


@pytest.fixture
def world(context: BrowserContext) -> World:
    """The web of this test's browser."""
    return World(context)


@pytest.fixture
def open_stranger(page: Page, site: str) -> Callable[[str], App]:
    """Return a function that opens a script which a link carries, and waits for its first run."""

    def open_stranger(script: str) -> App:
        address = f"{site}#code={code_of(app_py=script)}"
        return App(page, address, is_framed=True).open()

    return open_stranger
