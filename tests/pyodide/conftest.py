"""Runs a test's own function in a real Pyodide, in Chromium, with tabstream in it."""

from __future__ import annotations

import inspect
import json
from textwrap import dedent
from typing import TYPE_CHECKING, Any

import pytest
from chromium import launch_args
from server import SITE, serving

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

START_PYODIDE = """async () => {
    const { loadPyodide } = await import("/pyodide/pyodide.mjs");
    const archive = await (await fetch("/pyodide/tabstream.zip")).bytes();
    globalThis.pyodide = await loadPyodide({
        env: { HOME: "/home/pyodide", PYTHONPATH: "/lib/tabstream.zip" },
        fsInit: async (fs) => fs.writeFile("/lib/tabstream.zip", archive),
    });
}"""

RUN = """async ([code, packages]) => {
    await pyodide.loadPackage(packages, { messageCallback: () => {} });
    await pyodide.runPythonAsync(code, { globals: pyodide.toPy({ __name__: "inside" }) });
}"""


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Start the browser that the test command found."""
    return browser_type_launch_args | launch_args()


@pytest.fixture(scope="session")
def interpreter(browser: Browser) -> Iterator[Page]:
    """A page in which Pyodide is there."""
    with serving({"/": SITE}) as origin, browser.new_page() as page:
        page.goto(f"{origin}/pyodide/packages.json")
        page.evaluate(START_PYODIDE)
        yield page


@pytest.fixture
def run_inside(interpreter: Page) -> Callable[..., None]:
    """Return a function that runs another one inside; what that needs, it imports by itself."""

    def run_inside(function: Callable[[], None], *, packages: tuple[str, ...] = ()) -> None:
        source = dedent(inspect.getsource(function))
        # As a script of its own, so that a failing line is shown.
        code = f"exec(compile({json.dumps(source)}, 'inside', 'exec'))\n{function.__name__}()"
        interpreter.evaluate(RUN, [code, list(packages)])

    return run_inside
