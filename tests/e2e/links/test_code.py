"""Scripts that a link carries, and arguments and parameters that it brings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from controllers import App, Consent, Landing
from links.world import PAGE, code_of
from playwright.sync_api import expect

if TYPE_CHECKING:
    from links.world import World
    from playwright.sync_api import Page

ECHO = """
import sys
import streamlit as st
from helper import greet

st.text(greet(sys.argv[1:]))
st.text(dict(st.query_params))
"""
UNCLOSED = "import streamlit as st\nst.write((1, 2)"
OTHER = "import streamlit as st\nst.write(3)"
HELPER = "def greet(names):\n    return 'Hello ' + ' and '.join(names)\n"


@pytest.mark.smoke
def test_a_gist_runs_with_its_files_arguments_and_parameters_once_it_may(
    page: Page, site: str, world: World
) -> None:
    world.put_gist({"app.py": ECHO, "helper.py": HELPER})
    app = App(page, f"{site}?script={PAGE}&arg=Ann&arg=Bob%20B&day=1", is_framed=True)
    page.goto(app.address)
    Consent(page).expect_question("from gist.github.com")
    expect(app.root).to_have_count(0)
    Consent(page).run()
    app.expect_started()
    app.texts.expect("Hello Ann and Bob B", "{'day': '1'}")
    app.expect_no_error()

    page.go_back()
    page.go_forward()
    Consent(page).expect_question("from gist.github.com")


def test_a_script_in_the_address_asks_and_what_is_wrong_with_it_is_shown(
    page: Page, site: str
) -> None:
    app = App(page, f"{site}#code={code_of(app_py=UNCLOSED)}", is_framed=True)
    page.goto(app.address)
    Consent(page).expect_question("that this link carries")
    Consent(page).expect_source("app.py", "st.write((1, 2)")
    Consent(page).run()
    app.expect_started()
    app.expect_state("compilationError")
    expect(app.place.get_by_test_id("stException")).to_contain_text("'(' was never closed")

    app.choose("Open another script")
    Landing(page).expect_open()
    assert page.url == site
    page.goto(f"{site}#code={code_of(other_py=OTHER)}")
    Consent(page).expect_source("other.py", "st.write(3)")
