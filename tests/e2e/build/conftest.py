"""Folders that `tabstream build` has written, on a host that has nothing else."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING, Protocol

import pytest
from hosts import Host
from server import PREFIX, ROOT, SITE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from playwright.sync_api import Page, Route


class Build(Protocol):
    """Build an app of these files, with options; give what was written."""

    def __call__(
        self,
        files: Mapping[str, str],
        *options: str,
        output: str = "built",
        env: Mapping[str, str] | None = None,
    ) -> Path: ...


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """Call the real command."""

    def build(
        files: Mapping[str, str],
        *options: str,
        output: str = "built",
        env: Mapping[str, str] | None = None,
    ) -> Path:
        for name, content in files.items():
            path = tmp_path / "app" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content)
        written = tmp_path / output
        command = [sys.executable, "-m", "tabstream.cli", "build", str(tmp_path / "app")]
        subprocess.run(
            [*command, "-o", str(written), *options],
            env={**os.environ, "TABSTREAM_SITE": str(SITE), **(env or {})},
            cwd=ROOT,
            check=True,
        )
        return written

    return build


@pytest.fixture
def host_of(start_host: Callable[[Host], Host]) -> Callable[[Path], Host]:
    """Let a host answer that has a folder in a folder of its own, as plain hosts have it."""
    return lambda folder: start_host(Host({PREFIX: folder}))


@pytest.fixture
def elsewhere(page: Page) -> list[str]:
    """The addresses on other hosts that the page has asked for; none of them answers."""
    asked: list[str] = []

    def refuse(route: Route) -> None:
        asked.append(route.request.url)
        route.abort()

    here = ("http://127.0.0.1:", "file:", "blob:", "data:")
    page.context.route(lambda url: not url.startswith(here), refuse)
    return asked
