"""What the tests of packages share: apps of their own files, and hosts for packages and data."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest
from controllers.own_app import OwnApp
from hosts import SITE_FOLDERS, Host, hosting

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Page


@pytest.fixture
def start_host() -> Iterator[Callable[[Host], Host]]:
    """Return a function that lets a host answer until the test is over."""
    with ExitStack() as hosts:
        yield lambda host: hosts.enter_context(hosting(host))


@pytest.fixture
def own_app(page: Page, start_host: Callable[[Host], Host]) -> OwnApp:
    """An app that is not open yet."""
    return OwnApp(page, start_host(Host(SITE_FOLDERS)))
