"""An author writes and runs an app in one tab."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from controllers import Disk, Editor, Landing, expect_no_sideways_scroll, expect_no_violation
from controllers.app import START_MS
from links.world import World, code_of
from playwright.sync_api import expect

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import FrameLocator, Page

FIRST = "import streamlit as st\nst.write('first')\n"
PHONE = {"width": 390, "height": 780}


@pytest.fixture
def world(page: Page) -> World:
    return World(page.context)


def begin(page: Page, site: str) -> Editor:
    """Write a new app, and wait until it runs."""
    page.goto(site)
    page.get_by_role("button", name="Write an app").click()
    expect_written(page, "50 squared is 2500")
    return Editor(page)


def expect_written(place: Page | FrameLocator, *texts: str) -> None:
    """Wait until the app has written just these texts."""
    expect(place.get_by_test_id("stMarkdown")).to_have_text(list(texts), timeout=START_MS)


def change_theirs(page: Page, site: str, world: World) -> tuple[Editor, FrameLocator]:
    """Write "mine" into somebody else's app; return the editor, and the frame of the app."""
    world.put("https://scripts.example/theirs.py", FIRST)
    page.goto(f"{site}?script=https://scripts.example/theirs.py&edit=true")
    frame = page.frame_locator("iframe.ts-sandbox")
    expect_written(frame, "first")
    editor = Editor(page)
    editor.set("theirs.py", FIRST.replace("first", "mine"))
    expect_written(frame, "mine")
    return editor, frame


def edit_file(page: Page, site: str, text: str) -> tuple[Editor, Disk]:
    """Open a file of a person's disk that writes "first", and edit it."""
    disk = Disk(page)
    page.goto(site)
    disk.save("app.py", text)
    Landing(page).open_file()
    expect_written(page, "first")
    page.get_by_test_id("stMainMenuButton").click()
    page.get_by_role("menuitem", name="Edit").click()
    return Editor(page), disk


@pytest.mark.smoke
def test_type_err_mend_reload_and_the_draft_is_back(page: Page, site: str) -> None:
    editor = begin(page, site)
    editor.type_at_end("app.py", 'st.write("more")\n')
    expect_written(page, "50 squared is 2500", "more")

    editor.type_at_end("app.py", "1 / 0\n")
    editor.expect_problem("app.py, line 8: ZeroDivisionError: division by zero")
    editor.expect_underlined("1 / 0")
    editor.set("app.py", FIRST)
    expect_written(page, "first")
    editor.expect_no_problem()

    editor.type_at_end("app.py", "st.write('never run')")
    editor.expect_word("Draft kept")
    page.reload()
    editor.expect_text("app.py", "never run")
    expect_written(page, "first", "never run")


def test_a_draft_is_on_the_landing_page_until_it_is_deleted(page: Page, site: str) -> None:
    editor = begin(page, site)
    editor.set("app.py", FIRST)
    editor.expect_word("Draft kept")
    page.goto(site)
    drafts = page.get_by_role("region", name="Drafts")
    expect(drafts).to_contain_text("written here, a moment ago")
    drafts.get_by_role("button", name="app.py", exact=True).click()
    expect_written(page, "first")
    page.goto(site)
    drafts.get_by_role("button", name="Delete the draft of app.py").click()
    expect(drafts).to_have_count(0)
    page.reload()
    Landing(page).expect_open()
    expect(drafts).to_have_count(0)


def test_what_does_not_compile_is_underlined_and_what_was_drawn_stays(
    page: Page, site: str
) -> None:
    editor = begin(page, site)
    editor.type_at_end("app.py", "x = )\n")
    editor.expect_problem("app.py, line 7: SyntaxError: unmatched ')'")
    editor.expect_underlined(")")
    expect_written(page, "50 squared is 2500")


def test_st_is_completed_with_signatures(page: Page, site: str) -> None:
    editor = begin(page, site)
    editor.type_at_end("app.py", "st.sli")
    option = editor.place.get_by_role("option", name="slider", exact=True)
    expect(option).to_be_visible()
    expect(editor.place.locator(".ts-signature")).to_contain_text("st.slider(label, min_value=None")
    # Enter is taken for a new line until the list has been there for a moment.
    option.click()
    page.keyboard.type('("Size")\n')
    expect(page.get_by_role("slider", name="Size")).to_be_visible()


def test_files_are_added_renamed_and_removed(page: Page, site: str, tmp_path: Path) -> None:
    editor = begin(page, site)
    (tmp_path / "rows.csv").write_text("a b c")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    editor.upload(tmp_path / "rows.csv", tmp_path / "picture.png")
    editor.choose("New file")
    editor.name_file("helper.py")
    editor.set("helper.py", "def count(path):\n    return len(open(path).read().split())\n")
    editor.select("app.py")
    editor.set(
        "app.py", "import streamlit as st\nimport helper\nst.write(helper.count('data.csv'))"
    )
    editor.select("rows.csv")
    editor.choose("Rename this file")
    editor.name_file("data.csv")
    expect_written(page, "3")
    editor.select("picture.png")
    expect(editor.place).to_contain_text("picture.png is no text.")
    editor.choose("Remove this file")
    expect(editor.place.get_by_role("tab")).to_have_text(["app.py", "data.csv", "helper.py"])


def test_an_error_in_another_file_leads_to_its_line(page: Page, site: str) -> None:
    editor = begin(page, site)
    editor.choose("New file")
    editor.name_file("helper.py")
    editor.set("helper.py", "# one\n# two\nraise ValueError('here')\n")
    editor.select("app.py")
    editor.set("app.py", "import helper\n")
    editor.expect_problem("helper.py, line 3: ValueError: here")
    editor.place.get_by_role("button", name="helper.py, line 3: ValueError: here").click()
    editor.expect_underlined("raise ValueError('here')")


def test_format_and_download(page: Page, site: str, tmp_path: Path) -> None:
    editor = begin(page, site)
    editor.set("app.py", "import   streamlit as st\nst.write( 'first' )")
    expect_written(page, "first")
    editor.choose("Format")
    editor.expect_text("app.py", 'st.write("first")')
    editor.set("app.py", "if True\n")
    editor.choose("Format")
    editor.expect_word("Not formatted:")
    editor.set("app.py", FIRST)
    editor.choose("New file")
    editor.name_file(".env")
    with page.expect_download() as saved:
        editor.choose("Download all as a zip")
    saved.value.save_as(tmp_path / "app.zip")
    assert ZipFile(tmp_path / "app.zip").namelist() == ["app.py"]
    editor.expect_word("Left out: .env.")
    with page.expect_download() as saved:
        editor.choose("Download the script")
    assert saved.value.path().read_text() == FIRST


def test_packages_are_listed_with_their_state_and_one_more_is_asked_for(
    page: Page, site: str
) -> None:
    editor = begin(page, site)
    editor.set("app.py", "import streamlit as st\nimport pandas\nimport torch\n")
    editor.place.get_by_role("button", name="Packages").click()
    sheet = page.get_by_role("dialog", name="Packages")
    packages = sheet.get_by_role("listitem")
    expect(packages.first).to_contain_text("torchnot in a browser")
    expect(packages.filter(has_text="pandas")).to_contain_text("on this site3.0.2")
    sheet.get_by_role("textbox", name="One more").fill("attrs")
    sheet.get_by_role("button", name="Add to requirements.txt").click()
    expect(packages.filter(has_text="attrs")).to_contain_text("on this site")
    expect_no_violation(page)
    sheet.get_by_role("button", name="Done").click()
    editor.select("requirements.txt")
    editor.expect_text("requirements.txt", "attrs")


def test_save_writes_to_the_file_that_was_opened(page: Page, site: str) -> None:
    editor, disk = edit_file(page, site, FIRST)
    editor.set("app.py", FIRST.replace("first", "second"))
    editor.save()
    editor.expect_word("Saved.")
    assert disk.read("app.py") == FIRST.replace("first", "second")
    expect_written(page, "second")
    # From now on what is saved elsewhere counts again.
    disk.save("app.py", FIRST.replace("first", "third"))
    editor.expect_text("app.py", "third")
    expect_written(page, "third")


def test_somebody_elses_app_stays_in_its_frame_also_when_it_is_changed(
    page: Page, site: str, world: World
) -> None:
    editor, frame = change_theirs(page, site, world)
    editor.expect_word("Draft kept")
    page.reload()
    expect_written(frame, "mine")
    page.goto(site)
    page.get_by_role("region", name="Drafts").get_by_role("button", name="theirs.py").first.click()
    expect_written(frame, "mine")
    page.goto(f"{site}?script=https://scripts.example/theirs.py")
    expect_written(frame, "first")


def test_changes_are_discarded_when_a_person_wants_that(
    page: Page, site: str, world: World
) -> None:
    editor, frame = change_theirs(page, site, world)
    editor.choose("Discard my changes")
    expect_written(frame, "first")
    editor.expect_text("theirs.py", "first")


def test_a_link_can_open_the_editor_and_a_changed_app_goes_along_in_it(
    page: Page, site: str
) -> None:
    page.goto(f"{site}?edit=true#code={code_of(app_py=FIRST)}")
    editor = Editor(page)
    editor.expect_text("app.py", "first")
    editor.set("app.py", FIRST.replace("first", "mine"))
    expect_written(page.frame_locator("iframe.ts-sandbox"), "mine")
    page.get_by_test_id("stMainMenuButton").click()
    page.get_by_role("menuitem", name="Share").click()
    sheet = page.get_by_role("dialog", name="Share")
    sheet.get_by_role("checkbox", name="In the editor").check()
    link = sheet.get_by_role("textbox", name="Link", exact=True)
    expect(link).to_have_value(re.compile("edit=true#code="))
    address = link.input_value()
    page.goto("about:blank")
    page.goto(address)
    expect_written(page.frame_locator("iframe.ts-sandbox"), "mine")


def test_an_app_that_is_only_looked_at_never_loads_the_editor(page: Page, site: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{site}?script=examples/hello/app.py")
    expect(page.get_by_role("slider")).to_be_visible(timeout=START_MS)
    assert not any("playground" in url for url in asked)
    page.get_by_test_id("stMainMenuButton").click()
    page.get_by_role("menuitem", name="Edit").click()
    Editor(page).expect_text("app.py", "import streamlit")
    assert any("playground" in url for url in asked)
    Editor(page).close()
    expect(Editor(page).place).to_have_count(0)
    page.go_back()
    Editor(page).expect_text("app.py", "import streamlit")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_playground_is_accessible(page: Page, site: str, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]  # one of two words
    editor = begin(page, site)
    editor.type_at_end("app.py", "1 / 0\n")
    editor.expect_problem("app.py, line 7: ZeroDivisionError: division by zero")
    expect_no_violation(page)


def test_the_keyboard_leaves_the_editor_by_escape_and_tab(page: Page, site: str) -> None:
    editor = begin(page, site)
    editor.type_at_end("app.py", "")
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    field = editor.place.get_by_role("textbox", name="Editor of app.py")
    expect(field).not_to_be_focused()


def test_on_a_phone_code_and_app_have_the_screen_in_turn(page: Page, site: str) -> None:
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]  # a width and a height
    page.goto(site)
    page.get_by_role("button", name="Write an app").click()
    editor = Editor(page)
    editor.set("app.py", f"{FIRST}st.title('On a phone')")
    expect(page.get_by_test_id("stApp")).to_be_hidden()
    page.get_by_role("button", name="App", exact=True).click()
    expect_written(page, "first")
    expect(page.get_by_test_id("stMarkdown")).to_be_visible()
    expect(editor.place).to_be_hidden()
    expect_no_sideways_scroll(page)
    expect_no_violation(page)


def test_edit_leads_back_to_the_changes_of_an_earlier_visit(
    page: Page, site: str, world: World
) -> None:
    editor, frame = change_theirs(page, site, world)
    editor.expect_word("Draft kept")
    page.goto("about:blank")
    page.goto(f"{site}?script=https://scripts.example/theirs.py")
    expect_written(frame, "first")
    page.get_by_test_id("stMainMenuButton").click()
    page.get_by_role("menuitem", name="Edit").click()
    expect_written(frame, "mine")
    editor.expect_text("theirs.py", "mine")


def test_a_file_with_the_line_ends_of_windows_keeps_them(page: Page, site: str) -> None:
    editor, disk = edit_file(page, site, FIRST.replace("\n", "\r\n"))
    editor.expect_text("app.py", "first")
    expect(editor.place.get_by_role("status")).to_have_text("")
    editor.type_at_end("app.py", "st.write(2)")
    editor.save()
    editor.expect_word("Saved.")
    assert disk.read("app.py") == f"{FIRST}st.write(2)".replace("\n", "\r\n")


def test_save_after_a_reload_writes_the_draft(page: Page, site: str) -> None:
    editor, disk = edit_file(page, site, FIRST)
    editor.set("app.py", FIRST.replace("first", "mine"))
    editor.expect_word("Draft kept")
    page.goto(f"{site}?edit=true")
    Landing(page).open_file()
    expect_written(page, "mine")
    editor.expect_text("app.py", "mine")
    editor.save()
    editor.expect_word("Saved.")
    assert disk.read("app.py") == FIRST.replace("first", "mine")
    page.goto(site)
    expect(page.get_by_role("region", name="Drafts")).to_have_count(0)
