"""An app is passed on by its link, and is the same app where that is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from controllers import App, Consent, Disk, Landing, Share, expect_no_violation
from links.world import PAGE
from playwright.sync_api import expect

if TYPE_CHECKING:
    from links.world import World
    from playwright.sync_api import Page

COUNTS = """
import streamlit as st
if st.button("More"):
    st.query_params["n"] = int(st.query_params.get("n", 0)) + 1
st.text("n is " + st.query_params.get("n", "0"))
"""
WITH_HELPER = "import streamlit as st\nfrom helper import greet\nst.text(greet())\n"
HELPER = "def greet():\n    return 'hello from the folder'\n"


def test_a_gist_s_app_is_passed_on_as_it_is_now(page: Page, site: str, world: World) -> None:
    world.put_gist({"app.py": COUNTS})
    app = App(page, f"{site}?script={PAGE}", is_framed=True)
    page.goto(app.address)
    Consent(page).run()
    app.expect_started()
    app.button("More").click()
    app.texts.expect("n is 1")
    share = Share(app).open()
    share.expect_words("It leads to where this app came from")
    assert share.link == f"{site}?script={PAGE}&n=1"
    expect_no_violation(page)

    page.goto("about:blank")
    page.goto(f"{site}?script={PAGE}&n=1")
    Consent(page).run()
    app.expect_started()
    app.texts.expect("n is 1")


def test_a_folder_from_the_disk_goes_along_in_the_link_without_its_secrets(
    page: Page, site: str
) -> None:
    disk = Disk(page)
    page.goto(site)
    disk.save("demo/app.py", WITH_HELPER)
    disk.save("demo/helper.py", HELPER)
    disk.save("demo/.gitignore", "private.csv\n")
    disk.save("demo/private.csv", "name,salary")
    disk.save("demo/.streamlit/secrets.toml", "password = 'hunter2'")
    Landing(page).open_folder()
    app = App(page, site)
    app.expect_started()
    app.texts.expect("hello from the folder")
    share = Share(app).open()
    share.expect_words("The script and its files are in the link itself")
    share.expect_words("3 files are left out")
    link = share.link

    page.goto("about:blank")
    page.goto(link)
    Consent(page).expect_question("that this link carries")
    Consent(page).run()
    framed = App(page, link, is_framed=True)
    framed.expect_started()
    framed.texts.expect("hello from the folder")
    Share(framed).open()
    assert Share(framed).link == link


def test_a_link_whose_content_changed_since_the_last_visit_says_so(
    page: Page, site: str, world: World
) -> None:
    world.put_gist({"app.py": "import streamlit as st\nst.text('one')"})
    app = App(page, f"{site}?script={PAGE}", is_framed=True)
    notice = page.get_by_test_id("stNotices")
    for text in ("one", "two"):
        world.put_gist({"app.py": f"import streamlit as st\nst.text('{text}')"})
        page.goto("about:blank")
        page.goto(app.address)
        Consent(page).run()
        app.expect_started()
        app.texts.expect(text)
        expect(notice).to_have_count(0 if text == "one" else 1)
    expect(notice).to_contain_text("app.py changed since your last visit")
    notice.get_by_role("button", name="Dismiss").click()
    expect(notice).to_have_count(0)
