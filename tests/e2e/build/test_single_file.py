"""One HTML file that `tabstream build --single-file` has written, opened from the disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from controllers import App
from playwright.sync_api import expect

if TYPE_CHECKING:
    from build.conftest import Build
    from playwright.sync_api import Page

SCRIPT = '''\
"""Rain </script> and shine."""
import pandas as pd
import streamlit as st
from helper import name

st.set_page_config(page_title="Rain", page_icon=":material/home:")
rain = pd.read_csv("data/ä & b.csv")
months = st.slider("Months", 1, 3, 2)
st.text(f"{name}: {rain['mm'].head(months).sum()} mm {st.query_params.get('q')}")
st.line_chart(rain["mm"])
st.latex("x^2")
st.markdown(":material/home: Home")
st.download_button("Save", b"1,2", "rain.csv")
'''
FILES = {
    "app.py": SCRIPT,
    "helper.py": "name = '</script><!-- {script} {head}'",
    "data/ä & b.csv": "mm\n10\n20\n30\n",
}


def test_the_file_has_all_that_the_app_needs(
    page: Page, build: Build, elsewhere: list[str]
) -> None:
    file = build(FILES, "--single-file", output="rain.html")
    assert file.stat().st_size < 25_000_000
    refused: list[str] = []
    page.on("console", lambda said: refused.append(said.text))
    app = App(page, f"{file.as_uri()}?q=dry").open()
    expect(page).to_have_title("Rain")
    app.texts.expect("</script><!-- {script} {head}: 30 mm dry")
    app.slider("Months").press("ArrowRight")
    app.texts.expect("</script><!-- {script} {head}: 60 mm dry")
    app.expect_charts(1)
    expect(app.root.locator(".katex-html")).to_be_visible()
    expect(app.root.get_by_test_id("stMarkdown").locator("svg")).to_be_visible()
    with page.expect_download() as saved:
        app.button("Save").click()
    assert saved.value.suggested_filename == "rain.csv"
    app.expect_no_error()
    assert [text for text in refused if "Content Security Policy" in text] == []
    assert elsewhere == []
