"""What the Python tests share: apps on a host in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from opening import OpenApp
from showing import Page
from visits import Visits

if TYPE_CHECKING:
    from pathlib import Path

    from opening import Open
    from showing import Show


@pytest.fixture
def open_app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Open:
    """Return a function that opens an app, which can import the modules beside it."""
    monkeypatch.syspath_prepend(tmp_path)
    return lambda source, **files: OpenApp(tmp_path, source, **files)


@pytest.fixture
def show(tmp_path: Path) -> Show:
    """Return a function that opens an app and shows its page."""
    return lambda source, **files: Page(tmp_path, source, **files)


@pytest.fixture
def visits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Visits:
    """Return the visits to an app, which can import and open what lies beside it."""
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.chdir(tmp_path)
    return Visits(tmp_path)
