"""What the tests of links share: the web that the links lead to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from links.world import ASK_FIRST, World

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext


@pytest.fixture(autouse=True)
def ask_first(context: BrowserContext) -> None:
    """Let the site's owner want a question before somebody else's script runs."""
    context.add_init_script(ASK_FIRST)


@pytest.fixture
def world(context: BrowserContext) -> World:
    """The web of this test's browser."""
    return World(context)
