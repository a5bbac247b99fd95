"""What the tests of a start share: hosts that serve the site in their own way."""

from __future__ import annotations

import os
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hosts import Host, hosting
from server import PREFIX, ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SITE = Path(os.environ.get("TABSTREAM_DIST", ROOT / "dist"))
TESTS = Path(__file__).parents[1]


@pytest.fixture
def host_site() -> Iterator[Callable[..., Host]]:
    """Return a function that serves the site from a host like the one described."""
    with ExitStack() as open_hosts:

        def host_site(**character: object) -> Host:
            folders = {f"{PREFIX}apps/": TESTS, PREFIX: SITE}
            host = Host(folders, **character)  # type: ignore[arg-type]  # handed through
            return open_hosts.enter_context(hosting(host))

        yield host_site
