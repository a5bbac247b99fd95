"""What the tests of links share: a web to link to, and the page's question before it runs."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from links.world import World

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import BrowserContext, Page

    OpenLink = Callable[..., None]


@pytest.fixture
def world(context: BrowserContext) -> World:
    """The web, as empty as can be."""
    return World(context)


@pytest.fixture
def open_link(page: Page, site: str) -> OpenLink:
    """Return a function that opens a `?script=` link."""

    def open_link(script: str, rest: str = "") -> None:
        page.goto(f"{site}?script={quote(script, safe=':/')}{rest}")

    return open_link
