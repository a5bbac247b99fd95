"""Each way in which a link can fail has its own words, and the page goes on from there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from controllers import Consent, Landing, expect_stored
from links.world import GIST, PAGE, link_to
from server import serving

if TYPE_CHECKING:
    from pathlib import Path

    from links.world import World
    from playwright.sync_api import Page

APP = "import streamlit as st\nst.write('hello')\n"
NOTEBOOK = '{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}'


def expect_usable(page: Page, world: World) -> None:
    """The landing page is all there: another address opens."""
    world.put("https://scripts.example/good.py", APP)
    Landing(page).open_address("https://scripts.example/good.py")
    Consent(page).expect_question("from scripts.example")


@pytest.mark.parametrize(
    ("link", "why"),
    [
        ("https://scripts.example/gone.py", "There is nothing at this address (404)."),
        ("https://scripts.example/folder/", "This is a folder"),
        ("https://github.com/ann/apps/tree/main/demo", "The repository has no such folder"),
        ("https://scripts.example/cut.zip", "It is no zip that can be unpacked here"),
        ("https://gist.github.com/ann", "This is a person's list of gists."),
        ("https://scripts.example/notes.ipynb", "This is a Jupyter notebook"),
        ("https://scripts.example/notes", "This is a Jupyter notebook"),
        ("https://scripts.example/image.py", "This is not text"),
        ("https://scripts.example/page.py", "This is a web page and not a script."),
        ("https://scripts.example/empty.py", "There is nothing in it."),
        ("https://scripts.example/private.py", "The host refuses it to the public (403)."),
        ("https://scripts.example/broken.py", "The host answered with an error (500)."),
        ("C:\\apps\\app.py", "This is a path on a disk"),
        ("examples/no-such/app.py", "There is nothing at this address (404)."),
    ],
)
def test_each_failure_says_what_it_is_and_the_page_can_be_used_again(
    page: Page, site: str, world: World, link: str, why: str
) -> None:
    world.put("https://scripts.example/notes", NOTEBOOK)
    world.put("https://scripts.example/image.py", b"\x89PNG\r\n\x1a\n\0\0\0")
    world.put("https://scripts.example/page.py", "<!doctype html><title>A page</title>")
    world.put("https://scripts.example/empty.py", " \n")
    world.put("https://scripts.example/cut.zip", b"PK\x03\x04 and no more")
    world.put("https://scripts.example/private.py", "Forbidden", status=403)
    world.put("https://scripts.example/broken.py", "Oh no", status=500)
    page.goto(link_to(site, link))
    Landing(page).expect_problem(why)
    expect_usable(page, world)


def test_a_host_that_sends_no_cors_header_is_named(
    page: Page, site: str, world: World, tmp_path: Path
) -> None:
    (tmp_path / "app.py").write_text(APP)
    with serving({"/": tmp_path}) as origin:
        page.goto(link_to(site, f"{origin}/app.py"))
        host = origin.removeprefix("http://")
        Landing(page).expect_problem(f"{host} does not let other sites read its files")
    expect_usable(page, world)
    page.goto(link_to(site, f"{origin}/app.py"))
    Landing(page).expect_problem(f"{host} cannot be reached.")


def test_an_empty_gist_and_one_without_python_say_so(page: Page, site: str, world: World) -> None:
    world.put_gist({"app.txt": " "})
    page.goto(link_to(site, PAGE))
    Landing(page).expect_problem("There is nothing in it.")
    world.put_gist({"README.txt": "Some words.", "notes.ipynb": NOTEBOOK})
    page.goto(link_to(site, PAGE))
    Landing(page).expect_problem("This is a Jupyter notebook")
    world.put_gist({"README.txt": "Some words."})
    page.goto(link_to(site, PAGE))
    Landing(page).expect_problem("No Python file is in it, only README.txt.")
    expect_usable(page, world)


def test_at_github_s_limit_the_page_says_so_and_shows_the_last_good_copy(
    page: Page, site: str, world: World
) -> None:
    link = f"https://gist.github.com/{GIST}"
    world.use_up_limit()
    page.goto(link_to(site, link))
    Landing(page).expect_problem("GitHub answers 60 such requests an hour from one network")
    expect_usable(page, world)

    world.put_gist({"my-app.py": APP})
    page.goto(link_to(site, link))
    Consent(page).expect_question("from gist.github.com")
    expect_stored(page, "copies")
    world.use_up_limit()
    page.goto(link_to(site, link))
    Consent(page).expect_source("my-app.py", "hello")


@pytest.mark.parametrize(
    ("code", "why"),
    [
        ("1.AAAA", "It cannot be unpacked."),
        ("2.AAAA", "It is of version 2"),
        ("1.q1ZKzs", "It cannot be unpacked."),
    ],
)
def test_a_code_link_that_was_cut_says_so(page: Page, site: str, code: str, why: str) -> None:
    page.goto(f"{site}#code={code}")
    Landing(page).expect_problem(why)
