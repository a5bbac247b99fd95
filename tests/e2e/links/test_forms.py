"""Every form of a link leads to its script, and the page asks before somebody else's runs."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest
from controllers import App, Consent, Landing
from links.world import GIST, PAGE, RAW, REVISION, link_to

if TYPE_CHECKING:
    from links.world import World
    from playwright.sync_api import Page

FIRST = "import streamlit as st\nst.write('the first file')\n"
OTHER = "import streamlit as st\nst.write('the other file')\n"


@pytest.mark.parametrize(
    ("link", "name", "text"),
    [
        (PAGE, "app.py", "the first file"),
        (f"https://gist.github.com/{GIST}", "my-app.py", "the first file"),
        (f"{PAGE}/{REVISION}", "app.py", "the first file"),
        (f"{PAGE}#file-other-py", "other.py", "the other file"),
        (f"{PAGE}/raw", "app.py", "the first file"),
        (f"{RAW}/{REVISION}/other.py", "other.py", "the other file"),
        (f"gist.github.com/{GIST}#file-my-app-py", "my-app.py", "the first file"),
    ],
)
def test_every_form_of_a_gist_s_address_leads_to_its_file(
    page: Page, site: str, world: World, link: str, name: str, text: str
) -> None:
    world.put_gist({"my-app.py": FIRST, "other.py": OTHER})
    page.goto(link_to(site, link))
    Consent(page).expect_question("from gist.github.com")
    Consent(page).expect_source(name, text)


@pytest.mark.parametrize(
    ("link", "host", "fetched"),
    [
        (
            "https://github.com/ann/apps/blob/main/demo/app.py",
            "raw.githubusercontent.com",
            "https://raw.githubusercontent.com/ann/apps/main/demo/app.py",
        ),
        (
            "https://raw.githubusercontent.com/ann/apps/main/app.py",
            "raw.githubusercontent.com",
            "https://raw.githubusercontent.com/ann/apps/main/app.py",
        ),
        (
            "https://scripts.example/app.py?version=2",
            "scripts.example",
            "https://scripts.example/app.py?version=2",
        ),
    ],
)
def test_a_script_of_another_site_asks_with_its_host(
    page: Page, site: str, world: World, link: str, host: str, fetched: str
) -> None:
    world.put(fetched, FIRST)
    page.goto(link_to(site, link))
    Consent(page).expect_question(f"from {host}")
    Consent(page).expect_source("app.py", "the first file")


@pytest.mark.parametrize(
    ("link", "ref", "name", "text"),
    [
        ("https://github.com/ann/apps/tree/main/demo", "main", "app.py", "the first file"),
        ("https://github.com/ann/apps#other/main.py", "HEAD", "other/main.py", "the other file"),
    ],
)
def test_a_folder_of_github_is_an_app(
    page: Page, site: str, world: World, link: str, ref: str, name: str, text: str
) -> None:
    world.put_repository(ref, {"demo/app.py": FIRST, "other/main.py": OTHER, "README.md": "#"})
    page.goto(link_to(site, link))
    Consent(page).expect_question("from github.com")
    Consent(page).expect_source(name, text)


def test_a_zip_at_an_address_runs_with_what_is_in_it(page: Page, site: str, world: World) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("demo/app.py", "import streamlit as st\nst.text(open('a.txt').read())")
        archive.writestr("demo/a.txt", "out of the zip")
    world.put("https://scripts.example/demo.zip", packed.getvalue())
    app = App(page, link_to(site, "https://scripts.example/demo.zip"), is_framed=True)
    page.goto(app.address)
    Consent(page).expect_question("from scripts.example")
    Consent(page).run()
    app.expect_started()
    app.texts.expect("out of the zip")


def test_a_gist_s_anchor_may_stand_at_the_end_of_the_page_s_own_address(
    page: Page, site: str, world: World
) -> None:
    world.put_gist({"my-app.py": FIRST, "other.py": OTHER})
    page.goto(f"{site}?script={PAGE}#file-other-py")
    Consent(page).expect_source("other.py", "the other file")


def test_no_leads_to_the_landing_page_and_the_browser_s_back_to_the_question(
    page: Page, site: str, world: World
) -> None:
    world.put_gist({"my-app.py": FIRST})
    page.goto(link_to(site, PAGE))
    Consent(page).go_back()
    Landing(page).expect_open()
    assert page.url == site
    page.go_back()
    Consent(page).expect_question("from gist.github.com")


def test_a_pasted_address_is_a_link_that_can_be_passed_on(
    page: Page, site: str, world: World
) -> None:
    world.put_gist({"my-app.py": FIRST})
    page.goto(site)
    Landing(page).open_address(PAGE)
    Consent(page).expect_question("from gist.github.com")
    assert page.url == f"{site}?script={PAGE}"
    page.go_back()
    Landing(page).expect_open()
