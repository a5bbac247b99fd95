"""A host with images, and a person who visits it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hosts import SITE_FOLDERS, UNKNOWN_LINK, Host
from images.visitor import Visitor

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page


@pytest.fixture
def host(start_host: Callable[[Host], Host]) -> Host:
    return start_host(Host(SITE_FOLDERS))


@pytest.fixture
def visitor(page: Page, host: Host) -> Visitor:
    page.context.add_init_script(UNKNOWN_LINK)
    return Visitor(page, host)
