"""`<tabstream-app>`: apps that are a part of the page around them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from controllers.app import START_MS
from playwright.sync_api import expect
from server import serving

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import FrameLocator, Page

SCRIPT = """
    import streamlit as st

    rows = open("rows.csv").read().split()
    size = st.slider("Size", 0, 10, 3)
    st.write(f"{len(rows)} rows, {size} of them")
"""

INLINE = f"""
<tabstream-app title="Rows">
  <script type="text/x-python">{SCRIPT}</script>
  <tabstream-file name="rows.csv">
    a
    b
  </tabstream-file>
</tabstream-app>
"""


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[str]:
    """The origin of another host, which lets no site read its files."""
    with serving({"/": tmp_path}) as origin:
        yield origin


@pytest.fixture
def write_page(page: Page, site: str, tmp_path: Path, elsewhere: str) -> Callable[[str], None]:
    """Return a function that opens a page of the other host with this body."""

    def write(body: str) -> None:
        head = f'<!doctype html><script src="{site}tabstream-embed.js" async></script>'
        # From the first moment on, so that no event is missed.
        notes = """<script>
            window.heard = [];
            for (const type of ["ready", "rerun", "error"]) {
                addEventListener(`tabstream:${type}`, (event) => {
                    heard.push([type, event.target.title, event.detail?.message ?? null]);
                });
            }
        </script>"""
        (tmp_path / "index.html").write_text(head + notes + body)
        page.goto(f"{elsewhere}/index.html")

    return write


def app_in(page: Page, *, is_elsewhere: bool = True) -> FrameLocator:
    """Return what the app draws in: somebody else's has a frame of its own in that of the site."""
    of_site = page.frame_locator("tabstream-app iframe")
    return of_site.frame_locator("iframe.ts-sandbox") if is_elsewhere else of_site


def expect_text(app: FrameLocator, text: str) -> None:
    expect(app.get_by_test_id("stMarkdown").first).to_have_text(text, timeout=START_MS)


def expect_heard(page: Page, *heard: list[str | None]) -> None:
    page.wait_for_function("(count) => heard.length >= count", arg=len(heard))
    assert page.evaluate("heard") == list(heard)


@pytest.mark.smoke
def test_an_app_between_the_tags_runs_and_tells_its_page_how_it_is_doing(
    page: Page, write_page: Callable[[str], None]
) -> None:
    write_page(INLINE)
    app = app_in(page)
    expect_text(app, "2 rows, 3 of them")
    expect_heard(page, ["ready", "Rows", None])
    app.get_by_role("slider", name="Size").press("ArrowRight")
    expect_text(app, "2 rows, 4 of them")
    expect_heard(page, ["ready", "Rows", None], ["rerun", "Rows", None])


def test_a_page_beside_the_site_has_its_apps_without_a_further_frame(page: Page, site: str) -> None:
    head = '<!doctype html><script src="tabstream-embed.js"></script>'
    page.route("**/page.html", lambda route: route.fulfill(body=head + INLINE))
    page.goto(f"{site}page.html")
    expect_text(app_in(page, is_elsewhere=False), "2 rows, 3 of them")


def test_a_script_in_the_page_can_be_changed_while_its_app_is_shown(
    page: Page, write_page: Callable[[str], None]
) -> None:
    write_page(INLINE)
    app = app_in(page)
    app.get_by_role("slider", name="Size").press("ArrowRight", timeout=START_MS)
    expect_text(app, "2 rows, 4 of them")
    page.evaluate("""() => {
        document.querySelector("tabstream-file").textContent = "a b c";
        const script = document.querySelector("tabstream-app script");
        script.textContent = script.textContent.replace("of them", "of these");
    }""")
    expect_text(app, "3 rows, 4 of these")


def test_attributes_change_the_app_that_is_there(
    page: Page, write_page: Callable[[str], None]
) -> None:
    write_page(INLINE)
    app = app_in(page)
    expect_text(app, "2 rows, 3 of them")
    frame = page.locator("tabstream-app iframe")
    set_attribute(page, "theme", "dark")
    expect(app.locator(".ts-unit")).to_have_attribute("data-theme", "dark")
    set_attribute(page, "theme", "light")
    expect(app.locator(".ts-unit")).to_have_attribute("data-theme", "light")
    set_attribute(page, "height", "333")
    expect(frame).to_have_css("height", "333px")
    set_attribute(page, "title", "Lines")
    expect(frame).to_have_attribute("title", "Lines")
    expect_heard(page, ["ready", "Rows", None])


def test_requirements_are_had_before_the_script_runs(
    page: Page, write_page: Callable[[str], None]
) -> None:
    # No import tells that it is wanted.
    script = "import importlib as i, streamlit as st\nst.write(i.import_module('attrs').__name__)"
    write_page(f"""
        <tabstream-app requirements="attrs packaging>=20">
          <script type="text/x-python">{script}</script>
        </tabstream-app>
    """)
    expect_text(app_in(page), "attrs")


def test_a_script_beside_the_page_is_read_by_the_page_with_all_that_it_imports(
    page: Page, write_page: Callable[[str], None], tmp_path: Path
) -> None:
    (tmp_path / "app.py").write_text("import streamlit as st\nimport own\nst.write(own.WORD)\n")
    (tmp_path / "own.py").write_text("WORD = open('word.txt').read()\n")
    (tmp_path / "word.txt").write_text("from beside")
    write_page('<tabstream-app src="app.py"></tabstream-app>')
    expect_text(app_in(page), "from beside")


def test_an_app_of_the_site_needs_its_address_alone(
    page: Page, site: str, write_page: Callable[[str], None]
) -> None:
    write_page(f'<tabstream-app src="{site}examples/embed/saving.py"></tabstream-app>')
    app = app_in(page, is_elsewhere=False)
    expect_text(app, "1,000 become 2,191.")
    page.evaluate(
        "(src) => document.querySelector('tabstream-app').setAttribute('src', src)",
        f"{site}examples/embed/doubling.py",
    )
    expect(app.get_by_test_id("stMarkdown").first).to_contain_text("17.7 years", timeout=START_MS)


def test_an_error_of_the_script_is_an_event_and_the_app_shows_it(
    page: Page, write_page: Callable[[str], None]
) -> None:
    write_page('<tabstream-app title="Bad"><script type="text/x-python">1 / 0</script>')
    app = app_in(page)
    expect(app.get_by_test_id("stException")).to_be_visible(timeout=START_MS)
    expect_heard(
        page, ["ready", "Bad", None], ["error", "Bad", "ZeroDivisionError: division by zero"]
    )


def test_a_file_that_is_not_there_is_named_in_place_of_the_app(
    page: Page, write_page: Callable[[str], None]
) -> None:
    write_page('<tabstream-app src="gone.py"></tabstream-app>')
    of_site = page.frame_locator("tabstream-app iframe")
    expect(of_site.get_by_role("alert")).to_contain_text("gone.py")
    expect(of_site.get_by_role("alert")).to_contain_text("Its host answered 404.")


def test_a_poster_stands_for_an_app_until_it_is_wanted(
    page: Page, write_page: Callable[[str], None]
) -> None:
    write_page(INLINE.replace("title=", 'start="click" title='))
    expect(page.locator("tabstream-app iframe")).to_have_count(0)
    page.get_by_role("button", name="Rows").press("Enter")
    expect_text(app_in(page), "2 rows, 3 of them")


def test_an_app_that_is_taken_out_of_the_page_ends_and_can_come_back(
    page: Page, write_page: Callable[[str], None]
) -> None:
    write_page(INLINE)
    expect_text(app_in(page), "2 rows, 3 of them")
    page.evaluate("""() => {
        window.app = document.querySelector("tabstream-app");
        app.remove();
    }""")
    assert len(page.frames) == 1
    page.evaluate("document.body.append(app)")
    expect_text(app_in(page), "2 rows, 3 of them")


def set_attribute(page: Page, name: str, value: str) -> None:
    page.evaluate(
        "([name, value]) => document.querySelector('tabstream-app').setAttribute(name, value)",
        [name, value],
    )
