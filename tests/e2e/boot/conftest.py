"""What the tests of a start share: hosts that serve the site in their own way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hosts import SITE_FOLDERS, Host

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def host_site(start_host: Callable[[Host], Host]) -> Callable[..., Host]:
    """Return a function that serves the site from a host like the one described."""
    return lambda **character: start_host(Host(SITE_FOLDERS, **character))
