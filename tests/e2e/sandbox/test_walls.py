"""What somebody else's app must not reach; each is tried in the app's own frame and worker."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from controllers import App
from controllers.app import FRAME, START_MS, frame_of
from links.world import code_of
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

#: What a script may try by Pyodide's way to JavaScript; the one thing that it may have is last.
TRIES = """
import js
import streamlit as st
from pyodide.ffi import run_sync, to_js

options = to_js({"credentials": "include"}, dict_converter=js.Object.fromEntries)
TRIES = {
    "a database": lambda: js.indexedDB.open("x"),
    "a cache": lambda: run_sync(js.caches.keys()),
    "files": lambda: run_sync(js.navigator.storage.getDirectory()),
    "the site": lambda: run_sync(js.fetch("SITE")),
    "the site with cookies": lambda: run_sync(js.fetch("SITE", options)),
    "code of the site": lambda: js.importScripts("SITEservice-worker.js"),
    "eval": lambda: js.eval("1"),
    "a function": lambda: js.Function.new("return 1"),
    "a worker of the site": lambda: js.Worker.new("SITEservice-worker.js"),
    "a sum": lambda: js.Math.max(1, 2),
}
for name, attempt in TRIES.items():
    try:
        attempt()
    except BaseException:
        st.text(f"{name}: refused")
    else:
        st.text(f"{name}: there")
"""
REFUSED = (
    "a database",
    "a cache",
    "files",
    "the site",
    "the site with cookies",
    "code of the site",
    "eval",
    "a function",
    "a worker of the site",
)
FROM_THE_VIEW = [
    "parent.document.title",
    "top.location.href",
    "top.location = 'about:blank'",
    "document.cookie",
    "localStorage.length",
    "sessionStorage.length",
    "navigator.serviceWorker.controller.scriptURL",
    "window.open('about:blank').closed",
]
TEXT = "import streamlit as st\nst.text('here')\n"
TRICKS = """
import streamlit as st

BAD = "document.title='tricked'"
st.markdown(f'[a](javascript:{BAD}) [b](data:text/html,x)')
st.markdown(f'<img src=x onerror="{BAD}">', unsafe_allow_html=True)
st.html("<style>.ts-origin, .ts-chrome { opacity: 0; top: -99px }</style>")
st.html(f'<p onclick="{BAD}">text</p><svg><script>{BAD}</script></svg>')
st.caption(f"<script>{BAD}</script>", unsafe_allow_html=True)
st.button(f"<img src=x onerror={BAD}>")
st.text("the end")
"""


def test_a_script_reaches_neither_storage_nor_the_site_nor_other_apps(
    page: Page, site: str, open_stranger: Callable[[str], App]
) -> None:
    page.context.add_cookies([{"name": "who", "value": "ann", "url": site}])
    app = open_stranger(TRIES.replace("SITE", site))
    app.texts.expect(*(f"{name}: refused" for name in REFUSED), "a sum: there")


@pytest.mark.parametrize("code", FROM_THE_VIEW)
def test_the_frame_s_document_reaches_nothing_of_the_page(page: Page, site: str, code: str) -> None:
    page.goto(f"{site}#code={code_of(app_py=TEXT)}")
    expect(page.locator(FRAME)).to_be_visible()
    tried = frame_of(page).evaluate(
        """(code) => {
            try {
                return String((0, Function)(`return ${code}`)());
            } catch (error) {
                return `refused: ${error.name}`;
            }
        }""",
        code,
    )
    assert tried.startswith("refused")
    assert page.url.startswith(site)


def test_what_a_script_draws_runs_no_code_and_covers_nothing_of_the_page(
    page: Page, open_stranger: Callable[[str], App]
) -> None:
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: dialogs.append(dialog.message))
    app = open_stranger(TRICKS)
    app.texts.expect("the end")
    for link in app.root.locator("a").all():
        link.click(timeout=1_000, force=True)
    app.root.get_by_text("text", exact=True).click(force=True)
    assert "tricked" not in page.title()
    assert frame_of(page).evaluate("document.title") == "App"
    assert dialogs == []
    origin = page.locator(".ts-origin")
    expect(origin).to_be_visible()
    expect(origin).to_have_css("opacity", "1")


def test_an_app_that_leads_its_frame_away_is_ended_and_the_page_goes_on(
    page: Page, open_stranger: Callable[[str], App]
) -> None:
    app = open_stranger(TEXT)
    frame_of(page).evaluate("() => { location.href = 'data:text/html,<p>Sign in here</p>'; }")
    expect(page.get_by_role("alert")).to_contain_text("It led its frame to another page.")
    expect(page.locator("iframe")).to_have_count(0)
    app.choose("Open another script")
    expect(page.get_by_role("heading", name="tabstream")).to_be_visible()


@pytest.mark.parametrize(
    ("endless", "what"),
    [("st.toast('x')", "1,000 toasts or balloons"), ("st.text('x')", "50,000 elements")],
)
def test_a_script_that_draws_without_end_is_ended_and_the_page_goes_on(
    page: Page, site: str, endless: str, what: str
) -> None:
    script = f"import streamlit as st\nwhile True:\n    {endless}\n"
    app = App(page, f"{site}#code={code_of(app_py=script)}", is_framed=True)
    page.goto(app.address)
    failure = app.place.get_by_test_id("stFailure")
    expect(failure).to_contain_text("draws more than a page can show", timeout=START_MS)
    expect(failure.locator("pre")).to_have_text(f"It has drawn more than {what}.")
    app.choose("Open another script")
    expect(page.get_by_role("heading", name="tabstream")).to_be_visible()
