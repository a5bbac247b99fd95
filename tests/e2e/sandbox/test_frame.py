"""Somebody else's app runs in a frame of its own, and can do there what an app can."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from controllers import App, Origin, expect_no_sideways_scroll, expect_no_violation
from controllers.app import frame_of
from controllers.kept_site import KeptSite
from controllers.shown_bytes import NOTE_SHOWN_BYTES, shown_bytes
from controllers.stored_results import StoredResults
from hosts import SITE_FOLDERS, UNKNOWN_LINK, Host
from images.visitor import Visitor
from links.world import PAGE, REVISION, code_of
from playwright.sync_api import expect
from server import PREFIX

if TYPE_CHECKING:
    from collections.abc import Callable

    from links.world import World
    from playwright.sync_api import Page

ALL = """
import sys
import pandas as pd
import streamlit as st

st.set_page_config(page_title="A stranger", page_icon="🦆")
st.title("All")
x = st.slider("x", 0, 10, 3)
st.text(f"{x * x} {sys.argv[1:]} {st.query_params.get('day')}")
st.line_chart(pd.DataFrame({"a": [1, 3, 2]}))
st.dataframe(pd.DataFrame({"a": [1, 2]}), hide_index=True)
st.latex(r"\\sqrt{x}")
st.markdown("[elsewhere](https://elsewhere.example/page)")
st.download_button("Keep it", "kept", "kept.txt")
if st.button("Set"):
    st.query_params["day"] = "2"
    st.rerun()
"""
RUNS = """
import streamlit as st

if "runs" not in st.session_state:
    st.session_state.runs = 0
st.session_state.runs += 1
st.text(st.session_state.runs)
st.text_input("Name")
"""
KEPT = """
import streamlit as st

calls = []

@st.cache_data
def slow():
    calls.append(1)
    return "slow"

st.text(f"{slow()} {len(calls)}")
"""


#: What an owner writes into the page; in place before its code runs.
FRAMES_FOR_ALL = """
new MutationObserver((_, observer) => {
    const rule = document.querySelector("meta[name=tabstream-frames]");
    if (!rule) return;
    rule.content = "all";
    observer.disconnect();
}).observe(document, { childList: true, subtree: true });
"""


@pytest.mark.smoke
def test_a_gist_runs_at_once_and_the_page_says_whose_it_is(
    page: Page, site: str, world: World
) -> None:
    world.put_gist({"app.py": ALL})
    address = f"{site}?script={PAGE}/{REVISION}&arg=Ann&day=1"
    app = App(page, address, is_framed=True)
    page.goto(app.address)
    Origin(page).expect(f"{PAGE.removeprefix('https://')} @ {REVISION[:7]}")
    Origin(page).expect_source("st.set_page_config")
    app.expect_started()
    app.texts.expect("9 ['Ann'] 1")
    app.expect_no_error()
    app.expect_charts(1)
    expect(app.root.locator(".katex")).to_be_visible()

    app.slider("x").press("ArrowRight")
    app.texts.expect("16 ['Ann'] 1")
    expect(page).to_have_title("A stranger")
    app.button("Set").click()
    app.texts.expect("16 ['Ann'] 2")
    expect(page).to_have_url(f"{address[:-1]}2")
    expect_no_violation(page, passed_over=("page-has-heading-one",))
    expect_no_violation(frame_of(page))


def test_what_a_frame_may_not_do_by_itself_the_page_does_for_it(
    page: Page, open_stranger: Callable[[str], App], world: World
) -> None:
    world.put(
        "https://elsewhere.example/page", "<title>Elsewhere</title>", content_type="text/html"
    )
    app = open_stranger(ALL)
    with page.expect_download() as download:
        app.button("Keep it").click()
    assert download.value.suggested_filename == "kept.txt"
    assert Path(download.value.path()).read_text(encoding="utf-8") == "kept"
    with page.expect_popup() as popup:
        app.root.get_by_role("link", name="elsewhere").click()
    expect(popup.value).to_have_title("Elsewhere")
    assert popup.value.evaluate("window.opener") is None


def test_a_frame_may_copy_and_fill_the_screen_at_a_click(
    page: Page, open_stranger: Callable[[str], App]
) -> None:
    page.context.grant_permissions(["clipboard-read"])
    app = open_stranger("import streamlit as st\nst.code('to be copied')")
    code = app.root.get_by_test_id("stCode").first
    code.hover()
    app.root.get_by_role("button", name="Copy").click()
    page.wait_for_function("() => navigator.clipboard.readText().then((t) => t === 'to be copied')")
    code.click()
    code.evaluate("(code) => code.requestFullscreen()")
    page.wait_for_function("document.fullscreenElement?.tagName === 'IFRAME'")


def test_the_page_s_keys_work_from_within_the_frame_and_not_while_somebody_types(
    open_stranger: Callable[[str], App],
) -> None:
    app = open_stranger(RUNS)
    app.texts.expect("1")
    app.root.get_by_test_id("stText").click()
    app.page.keyboard.press("r")
    app.texts.expect("2")
    app.root.get_by_label("Name").press("r")
    app.page.keyboard.press("Tab")
    app.texts.expect("3")  # the field's own run, and no other before it


def test_results_are_kept_over_a_reload(page: Page, open_stranger: Callable[[str], App]) -> None:
    app = open_stranger(KEPT)
    app.texts.expect("slow 1")
    StoredResults(page).expect(1)
    page.reload()
    app.expect_started()
    app.texts.expect("slow 0")


def test_a_start_in_a_frame_shows_bytes_as_they_come(
    page: Page, start_host: Callable[[Host], Host]
) -> None:
    host = start_host(Host(SITE_FOLDERS, speeds={"/pyodide/": 3_000_000}))
    page.add_init_script(NOTE_SHOWN_BYTES + UNKNOWN_LINK)
    address = f"{host.origin}{PREFIX}#code={code_of(app_py=RUNS)}"
    App(page, address, is_framed=True).open().texts.expect("1")
    loaded, totals = shown_bytes(frame_of(page))
    # There are four files: more steps than that are parts of them.
    assert len(set(loaded)) > 8
    assert loaded == sorted(loaded)
    assert loaded[-1] == totals[-1]


def test_a_second_visit_starts_python_in_the_frame_and_nowhere_else(
    page: Page, start_host: Callable[[Host], Host]
) -> None:
    host = start_host(Host(SITE_FOLDERS))
    page.add_init_script(UNKNOWN_LINK)
    address = f"{host.origin}{PREFIX}#code={code_of(app_py=RUNS)}"
    app = App(page, address, is_framed=True).open()
    KeptSite(page).expect_worker()
    Visitor(page, host).expect_kept("core")
    host.requests.clear()
    workers: list[str] = []
    page.on("worker", lambda worker: workers.append(worker.url))

    page.reload()
    app.expect_started()
    app.texts.expect("1")
    # Another one would have been started if the first had not been what the app needed.
    started = [url[:5] for url in workers if url.startswith("data:") or "/worker-" in url]
    assert started == ["data:"]
    assert not [path for path in host.requests if "images/" in path or "asm.wasm" in path]


def test_on_paper_the_frame_is_as_high_as_the_app(
    page: Page, open_stranger: Callable[[str], App]
) -> None:
    app = open_stranger("import streamlit as st\nfor i in range(200): st.text(i)")
    app.root.get_by_text("199", exact=True).wait_for()
    page.emulate_media(media="print")
    last = app.root.get_by_text("199", exact=True).bounding_box()
    frame = page.locator("iframe.ts-sandbox").bounding_box()
    assert last
    assert frame
    assert last["y"] + last["height"] <= frame["y"] + frame["height"]
    height = page.evaluate("document.documentElement.scrollHeight")
    assert height >= frame["height"] > 3_000


def test_a_site_s_owner_can_give_every_app_a_frame(page: Page, site: str) -> None:
    page.add_init_script(FRAMES_FOR_ALL)
    app = App(page, f"{site}?script=examples/hello/app.py", is_framed=True).open()
    app.slider("x").press("ArrowRight")
    app.expect_no_error()
    Origin(page).expect_none()


def test_a_stranger_s_app_fills_a_phone(page: Page, open_stranger: Callable[[str], App]) -> None:
    page.set_viewport_size({"width": 360, "height": 640})
    app = open_stranger(ALL)
    expect_no_sideways_scroll(page)
    assert app.root.evaluate("(app) => app.getBoundingClientRect().width") == 360


def test_what_lies_beside_the_site_has_no_frame(page: Page, site: str) -> None:
    app = App(page, f"{site}?script=examples/hello/app.py").open()
    Origin(page).expect_none()
    expect(page.locator("iframe")).to_have_count(0)
    app.expect_no_error()
