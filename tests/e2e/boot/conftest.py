"""What the tests of a start share: hosts that serve the site in their own way."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest
from hosts import SITE_FOLDERS, Host, hosting

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@pytest.fixture
def host_site() -> Iterator[Callable[..., Host]]:
    """Return a function that serves the site from a host like the one described."""
    with ExitStack() as hosts:

        def host_site(**character: object) -> Host:
            host = Host(SITE_FOLDERS, **character)  # type: ignore[arg-type]  # handed through
            return hosts.enter_context(hosting(host))

        yield host_site
