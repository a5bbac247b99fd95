"""`<script type="tabstream">` on a page of PyScript, with the real `@pyscript/core`."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from controllers.app import START_MS
from playwright.sync_api import expect
from server import ROOT, serving

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Page

CORE = ROOT / "node_modules/@pyscript/core/dist"

CONFIG = """
packages = ["attrs"]

[files]
"{FROM}" = "./data"
"{FROM}/words.txt" = "words.txt"
"""

APP = """
import attrs
import streamlit as st

st.write(open("words.txt").read(), attrs.__name__)
"""

#: Counts what is compiled in the page itself, where PyScript would have its interpreter.
COUNT_COMPILES = """
window.compiles = 0;
for (const name of ["compile", "compileStreaming", "instantiate", "instantiateStreaming"]) {
    const real = WebAssembly[name];
    WebAssembly[name] = function (...given) {
        window.compiles += 1;
        return real.apply(this, given);
    };
}
"""


@pytest.fixture
def write_page(page: Page, site: str, tmp_path: Path) -> Iterator[Callable[[str], None]]:
    """Return a function that opens a page of PyScript with this body."""
    with serving({"/pyscript/": CORE, "/": tmp_path}) as origin:

        def write(body: str) -> None:
            head = (
                '<!doctype html><script type="module" src="pyscript/core.js"></script>'
                f'<script src="{site}tabstream-embed.js" async></script>'
            )
            (tmp_path / "index.html").write_text(head + body)
            page.goto(f"{origin}/index.html")

        yield write


@pytest.fixture
def asked(page: Page, site: str) -> list[str]:
    """Return the addresses that the page and its apps ask for; other hosts answer nothing."""
    addresses: list[str] = []
    page.context.on("request", lambda request: addresses.append(request.url))
    ours = urlsplit(site).hostname
    page.context.route(
        lambda url: url.startswith("http") and urlsplit(url).hostname != ours,
        lambda route: route.abort(),
    )
    return addresses


def test_a_tag_mounts_an_app_and_python_is_compiled_once(
    page: Page, tmp_path: Path, asked: list[str], write_page: Callable[[str], None]
) -> None:
    (tmp_path / "app.py").write_text(APP)
    (tmp_path / "pyscript.toml").write_text(CONFIG)
    (tmp_path / "data").mkdir()
    (tmp_path / "data/words.txt").write_text("from the manifest")
    page.add_init_script(COUNT_COMPILES)
    write_page('<script type="tabstream" src="app.py" config="pyscript.toml"></script>')
    of_site = page.frame_locator("tabstream-app iframe")
    app = of_site.frame_locator("iframe.ts-sandbox")
    written = app.get_by_test_id("stMarkdown")
    expect(written).to_have_text("from the manifest attrs", timeout=START_MS)
    page.wait_for_function("Symbol.for('@pyscript/core') in window")
    # The page that keeps the program for the next visit asks for it, too.
    programs = {url for url in asked if ".wasm" in url}
    assert len(programs) == 1, programs
    pythons = [worker for worker in page.workers if worker.url.startswith("data:text/javascript")]
    assert len(pythons) == 1
    assert page.evaluate("compiles") == 0
    hosts = {urlsplit(url).hostname for url in asked if url.startswith("http")}
    assert hosts == {"127.0.0.1"}


def test_a_script_between_the_tags_stands_where_its_target_is(
    page: Page, write_page: Callable[[str], None]
) -> None:
    write_page("""
        <main id="here"></main>
        <script type="tabstream" target="here" id="words">
            import streamlit as st
            st.write("between the tags")
        </script>
    """)
    app = page.frame_locator("#here tabstream-app iframe").frame_locator("iframe.ts-sandbox")
    expect(app.get_by_test_id("stMarkdown")).to_have_text("between the tags", timeout=START_MS)
    expect(page.locator("#words-app")).to_have_count(1)


def test_pyscript_runs_no_tag_of_ours_and_offers_none_that_starts_no_interpreter(
    page: Page, asked: list[str], write_page: Callable[[str], None]
) -> None:
    """Why the tags are found by our own script; should this fail, PyScript can do it."""
    write_page("<p>No app</p>")
    page.wait_for_function("Symbol.for('polyscript') in window")
    refusal = page.evaluate("""() => {
        try {
            window[Symbol.for("polyscript")].define("other", { interpreter: "dummy" });
            return null;
        } catch (error) {
            return error.message;
        }
    }""")
    assert refusal == "Unspecified interpreter"
    assert not any(".wasm" in url for url in asked)
