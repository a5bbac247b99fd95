"""Runs a test's own function in a real Pyodide, in Chromium, with tabstream in it."""

from __future__ import annotations

import inspect
import json
import os
import shutil
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from textwrap import dedent
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

SITE = Path(os.environ.get("TABSTREAM_DIST", Path(__file__).parents[2] / "dist"))

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


class _Handler(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Keep the tests' output to the tests."""


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Start the browser that the test command found."""
    path = os.environ.get("TABSTREAM_CHROMIUM") or shutil.which("chromium")
    flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]
    return {**browser_type_launch_args, "executable_path": path, "args": flags}


@pytest.fixture(scope="session")
def interpreter(browser: Browser) -> Iterator[Page]:
    """A page in which Pyodide is there."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(SITE)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    page = browser.new_page()
    page.goto(f"http://127.0.0.1:{server.server_port}/pyodide/packages.json")
    page.evaluate(START_PYODIDE)
    yield page
    page.close()
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def run_inside(interpreter: Page) -> Callable[..., None]:
    """Return a function that runs another one inside; what that needs, it imports by itself."""

    def run_inside(function: Callable[[], None], *, packages: tuple[str, ...] = ()) -> None:
        source = dedent(inspect.getsource(function))
        # As a script of its own, so that a failing line is shown.
        code = f"exec(compile({json.dumps(source)}, 'inside', 'exec'))\n{function.__name__}()"
        interpreter.evaluate(RUN, [code, list(packages)])

    return run_inside
