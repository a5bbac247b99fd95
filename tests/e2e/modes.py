"""The circumstances in which the smoke set runs again: ``pytest tests/e2e --mode no-jspi``.

Each browser test runs once, as the site is in a new browser of today. Those with the mark ``smoke``
run once more in every mode, which is a line in the table below: what the browser cannot do, or what
the host does not have.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pytest


@dataclass(frozen=True)
class Mode:
    """What is different in a mode."""

    #: What Playwright is told of the browser.
    context: Mapping[str, Any] = field(default_factory=dict)
    #: Runs before anything else, in pages and in the app's worker.
    script: str = ""
    #: Parts of the paths of files that hosts do not have.
    absent: tuple[str, ...] = ()


MODES = {
    "no-service-worker": Mode(context={"service_workers": "block"}),
    "no-jspi": Mode(script="delete WebAssembly.Suspending; delete WebAssembly.promising;\n"),
    "no-images": Mode(absent=("/images/",)),
    "no-opfs": Mode(script="delete StorageManager.prototype.getDirectory;\n"),
}

#: The one in which the tests run.
active = Mode()


def choose(config: pytest.Config) -> None:
    """Take the mode that the command line names."""
    global active
    name = config.getoption("--mode")
    if name:
        active = MODES[name]


def select(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the smoke set alone, when there is a mode."""
    if not config.getoption("--mode"):
        return
    chosen = [item for item in items if item.get_closest_marker("smoke")]
    config.hook.pytest_deselected(items=[item for item in items if item not in chosen])
    items[:] = chosen
