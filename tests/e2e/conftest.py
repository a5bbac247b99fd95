"""What the browser tests share: the browser, hosts of the built site, and an app in a tab."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import modes
import pytest
from chromium import launch_args
from controllers import App
from controllers.own_app import OwnApp
from hosts import Host, hosting
from playwright.sync_api import expect
from server import PREFIX, SITE, SITE_FOLDERS, serving

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import BrowserContext, Page

HERE = Path(__file__).parent

#: Long enough for a machine that is busy with other things; only a test that fails waits it out.
expect.set_options(timeout=30_000)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the command line name a mode."""
    about = "run the smoke set alone, in this mode"
    parser.addoption("--mode", choices=sorted(modes.MODES), help=about)


def pytest_configure(config: pytest.Config) -> None:
    """Go into the mode that is named."""
    modes.choose(config)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the smoke set alone in a mode."""
    modes.select(config, items)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Start the browser that the test command found."""
    return browser_type_launch_args | launch_args()


@pytest.fixture
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """Make the browser one of the mode's."""
    return {**modes.active.context, **browser_context_args}


@pytest.fixture
def context(context: BrowserContext) -> BrowserContext:
    """Take away what the mode's browser cannot do."""
    if modes.active.script:
        context.add_init_script(modes.active.script)
    return context


@pytest.fixture(scope="session")
def site() -> Iterator[str]:
    """The address of the built site, in a sub-folder of a plain static server."""
    assert (SITE / "index.html").is_file(), "the site is not built: `npm run build`"
    if modes.active != modes.Mode():
        with hosting(Host(SITE_FOLDERS)) as host:
            yield host.origin + PREFIX
        return
    with serving(SITE_FOLDERS) as origin:
        yield origin + PREFIX


@pytest.fixture
def open_app(page: Page, site: str, request: pytest.FixtureRequest) -> Callable[..., App]:
    """Return a function that opens the `app.py` beside the test, and waits for its first run."""
    folder = Path(request.path).parent.relative_to(HERE).as_posix()

    def open_app(query: str = "", name: str = "app.py") -> App:
        return App(page, f"{site}?script=apps/{folder}/{name}{query}").open()

    return open_app


@pytest.fixture
def app(open_app: Callable[..., App]) -> App:
    """The `app.py` beside the test, open in a tab."""
    return open_app()


@pytest.fixture
def start_host() -> Iterator[Callable[[Host], Host]]:
    """Return a function that lets a host answer until the test is over."""
    with ExitStack() as hosts:
        yield lambda host: hosts.enter_context(hosting(host))


@pytest.fixture
def own_app(page: Page, start_host: Callable[[Host], Host]) -> OwnApp:
    """An app of the test's own files, on a host of its own; it is not open yet."""
    return OwnApp(page, start_host(Host(SITE_FOLDERS)))
