"""After one visit, what was used of the site starts with the network off."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from controllers import App
from controllers.kept_site import KeptSite
from hosts import PLAIN, SITE_FOLDERS, UNKNOWN_LINK, Host
from images.visitor import Visitor
from links.world import code_of
from server import PREFIX

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser, BrowserContext, Page

HELLO = f"{PREFIX}?script=examples/hello/app.py"
CHART = f"{PREFIX}?script=examples/line-chart/app.py"
CORE = ("pyodide.asm.wasm", "pyodide.asm.mjs", "python_stdlib.zip", "tabstream.zip", "lock.json")


@pytest.fixture
def host(start_host: Callable[[Host], Host]) -> Host:
    """The site on a host that can be taken off the network."""
    return start_host(Host(SITE_FOLDERS, faults=dict(PLAIN)))


def go_offline(host: Host) -> None:
    host.faults = {"": "closed"}
    host.requests.clear()


def test_examples_start_with_the_network_off_after_one_visit(page: Page, host: Host) -> None:
    kept = KeptSite(page)
    App(page, host.origin + HELLO).open().markdown.expect("0 squared is 0")
    kept.expect_worker()
    kept.expect(*CORE)
    kept.expect_remembered("pyodide.asm.mjs")
    # No bytes of what only other apps need.
    assert not [name for name in kept.names if ".whl" in name]
    chart = App(page, host.origin + CHART).open()
    chart.expect_charts(1)
    kept.expect("pandas-", "numpy-", "vega-chunk")

    go_offline(host)
    chart.open().expect_charts(1)
    chart.slider("Years").press("ArrowLeft")
    chart.texts.expect("100 at 6 % are 302.56 after 19 years.")
    hello = App(page, host.origin + HELLO).open()
    hello.markdown.expect("0 squared is 0")
    hello.slider("x").press("ArrowRight")
    hello.markdown.expect("1 squared is 1")
    hello.expect_no_error()
    asked = {path.rpartition("/")[2] for path in host.requests}
    # The script and its neighbours, the start page, the worker: asked for news, in vain.
    assert not [path for path in asked if "pyodide" in path or path.endswith((".whl", ".zip"))]


def test_a_second_visit_compiles_nothing_of_the_core_s_javascript(
    page: Page, host: Host, browser: Browser
) -> None:
    with page.expect_event("worker", lambda worker: "/remembering-worker" in worker.url) as found:
        App(page, host.origin + HELLO).open()
    with found.value.expect_event("close"):
        pass
    workers: list[str] = []
    page.on("worker", lambda worker: workers.append(worker.url))

    browser.start_tracing(page=page, categories=["devtools.timeline", "v8"])
    App(page, host.origin + HELLO).open()
    KeptSite(page).expect(*CORE)
    events = json.loads(browser.stop_tracing())["traceEvents"]
    compiled = [event["args"]["data"] for event in events if event["name"] == "v8.compileModule"]
    core = [data for data in compiled if "pyodide.asm.mjs" in data["url"]]
    assert [data.get("cacheRejected") for data in core] == [False], core
    # From then on there is nothing to remember.
    assert not [url for url in workers if "remembering" in url]


def test_a_kept_image_is_all_of_python_that_is_needed(
    page: Page, start_host: Callable[[Host], Host]
) -> None:
    host = start_host(Host(SITE_FOLDERS))
    page.add_init_script(UNKNOWN_LINK)
    app = App(page, host.origin + HELLO).open()
    app.markdown.expect("0 squared is 0")
    KeptSite(page).expect_worker()
    KeptSite(page).expect("pyodide.asm.wasm", "pyodide.asm.mjs")
    Visitor(page, host).expect_kept("core")
    assert not [name for name in KeptSite(page).names if "python_stdlib" in name]

    go_offline(host)
    app.open().markdown.expect("0 squared is 0")
    app.expect_no_error()


def test_somebody_else_s_app_starts_in_its_frame_with_the_network_off(
    page: Page, start_host: Callable[[Host], Host]
) -> None:
    host = start_host(Host(SITE_FOLDERS))
    page.add_init_script(UNKNOWN_LINK)
    script = "import streamlit as st\nst.text('from a link')\n"
    address = f"{host.origin}{PREFIX}#code={code_of(app_py=script)}"
    app = App(page, address, is_framed=True).open()
    KeptSite(page).expect_worker()
    KeptSite(page).expect("pyodide.asm.wasm", "pyodide.asm.mjs", "unit.json")
    Visitor(page, host).expect_kept("core")

    go_offline(host)
    page.reload()
    app.expect_started()
    app.texts.expect("from a link")
    app.expect_no_error()


def test_a_first_visit_downloads_nothing_twice(
    page: Page, host: Host, context: BrowserContext
) -> None:
    App(page, host.origin + HELLO).open()
    KeptSite(page).expect_worker()
    KeptSite(page).expect("vega-chunk", *CORE)
    twice = sorted({path for path in host.requests if host.requests.count(path) > 1})
    # The page itself is asked for again: it is the one file that has the same name in all releases.
    assert twice == [PREFIX]
