"""The page's own screens: axe finds nothing, and on a phone nothing scrolls sideways."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from controllers import Consent, Landing, expect_no_sideways_scroll, expect_no_violation
from links.world import ASK_FIRST, PAGE, World, link_to

if TYPE_CHECKING:
    from typing import Literal

    from playwright.sync_api import Page


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_landing_page_and_the_question(
    page: Page, site: str, scheme: Literal["light", "dark"]
) -> None:
    page.add_init_script(ASK_FIRST)
    page.emulate_media(color_scheme=scheme)
    page.goto(site)
    Landing(page).expect_open()
    expect_no_violation(page)
    page.goto(link_to(site, "https://github.com/ann"))
    Landing(page).expect_problem("This is a person's page on GitHub")
    expect_no_violation(page)
    World(page.context).put_gist({"app.py": "import streamlit as st\nst.write(1)\n"})
    page.goto(link_to(site, PAGE))
    Consent(page).expect_source("app.py", "st.write(1)")
    expect_no_violation(page)


def test_on_a_phone_the_page_s_screens_do_not_scroll_sideways(page: Page, site: str) -> None:
    page.add_init_script(ASK_FIRST)
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto(site)
    expect_no_sideways_scroll(page)
    page.goto(link_to(site, f"https://scripts.example/{'a-long-name' * 20}.ipynb"))
    Landing(page).expect_problem("This is a Jupyter notebook")
    expect_no_sideways_scroll(page)
    long_line = "x = '" + 200 * "y" + "'\n"
    World(page.context).put_gist({"app.py": "import streamlit as st\n" + long_line})
    page.goto(link_to(site, PAGE))
    Consent(page).expect_source("app.py", "yyy")
    expect_no_sideways_scroll(page)
