"""A folder that `tabstream build` has written, in a browser: nothing else is there to help it."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from typing import TYPE_CHECKING

from controllers import App
from controllers.kept_site import KeptSite
from hosts import UNKNOWN_LINK, Host
from images.visitor import Visitor
from playwright.sync_api import expect
from server import PREFIX, ROOT
from wheels import write_wheel

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from build.conftest import Build
    from playwright.sync_api import Page

PANDAS = '''\
"""Rain, by month."""
import pandas as pd
import streamlit as st
from helper import name

st.set_page_config(page_title="Rain & shine", page_icon="🌦")
rain = pd.read_csv("data/rain of <1999>.csv")
months = st.slider("Months", 1, 3, 2)
st.text(f"{name}: {rain['mm'].head(months).sum()} mm")
st.text(st.get_option("client.showErrorDetails"))
st.line_chart(rain["mm"])
'''
FILES = {
    "app.py": PANDAS,
    "helper.py": "name = 'Rain'",
    "data/rain of <1999>.csv": "mm\n10\n20\n30\n",
    ".streamlit/config.toml": "[client]\nshowErrorDetails = 'type'\n",
    ".streamlit/secrets.toml": "token = 'do not tell'",
}


def test_a_pandas_app_runs_from_any_host_and_then_without_it(
    page: Page, build: Build, host_of: Callable[[Path], Host], elsewhere: list[str]
) -> None:
    page.add_init_script(UNKNOWN_LINK)
    folder = build(FILES)
    # Many a host leaves out what begins with a dot.
    for path in folder.rglob(".*"):
        path.unlink()
    host = host_of(folder)
    app = App(page, host.origin + PREFIX).open()
    app.texts.expect("Rain: 30 mm", "type")
    app.slider("Months").press("ArrowRight")
    app.texts.expect("Rain: 60 mm", "type")
    app.expect_charts(1)
    expect(page).to_have_title("Rain & shine")
    assert [path for path in host.requests if "images/pandas" in path]
    assert not missing(host, folder)

    KeptSite(page).expect_worker()
    KeptSite(page).expect("_app.json", "helper.py", "pyodide.asm.wasm", "vega-chunk")
    Visitor(page, host).expect_kept("pandas")
    host.faults = {"": "closed"}
    app.open().texts.expect("Rain: 30 mm", "type")
    app.expect_charts(1)
    app.expect_no_error()
    assert elsewhere == []


def test_what_the_site_lacks_is_in_the_folder(
    page: Page,
    tmp_path: Path,
    build: Build,
    host_of: Callable[[Path], Host],
    elsewhere: list[str],
) -> None:
    wheels = tmp_path / "wheels"
    needs = ["corner-kit>=1", "six", "streamlit", 'absent; sys_platform == "linux"']
    write_wheel(wheels, "shapes", {"shapes.py": "import corners, six\nname = 'shapes'"}, needs)
    write_wheel(wheels, "corner_kit", {"corners/__init__.py": ""})
    script = (
        "import streamlit as st\nimport pandas as pd\nimport shapes, corners\n"
        "try:\n    import absent\nexcept ImportError:\n    absent = None\n"
        "st.text(f'{shapes.name} {len(pd.DataFrame())} {absent}')\n"
    )
    files = {"app.py": script, "requirements.txt": "shapes<2\n"}
    folder = build(files, env={"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(wheels)})
    page.add_init_script(UNKNOWN_LINK)
    host = host_of(folder)
    app = App(page, host.origin + PREFIX).open()
    app.texts.expect("shapes 0 None")
    # Python came from the image of pandas, whose lock does not know the others.
    assert [path for path in host.requests if "images/pandas" in path]
    assert not missing(host, folder)
    KeptSite(page).expect_worker()
    KeptSite(page).expect("shapes-1.0", "corner_kit-1.0", "pyodide-lock.json")
    Visitor(page, host).expect_kept("pandas")
    host.faults = {"": "closed"}
    app.open().texts.expect("shapes 0 None")
    assert elsewhere == []


def test_the_page_says_what_the_app_is_before_python_is_there(
    page: Page, build: Build, host_of: Callable[[Path], Host]
) -> None:
    folder = build(FILES, "--base-url", "https://example.org/rain/?a=1&b=2")
    host = host_of(folder)
    host.faults = {"pyodide.asm.wasm.gzipped": "closed", "pyodide.asm.wasm": "closed"}
    page.goto(host.origin + PREFIX)
    expect(page.get_by_test_id("stFailure")).to_be_visible()
    expect(page).to_have_title("Rain & shine")
    icon = page.locator("link[rel=icon]").get_attribute("href")
    assert "🌦" in page.request.get(f"{host.origin}{PREFIX}{icon}").text()
    said = {
        name: page.locator(f'meta[property="og:{name}"]').get_attribute("content")
        for name in ("title", "description", "url")
    }
    assert said == {
        "title": "Rain & shine",
        "description": "Rain, by month.",
        "url": "https://example.org/rain/?a=1&b=2",
    }


def test_the_list_of_files_is_the_one_that_the_site_s_own_tool_writes(build: Build) -> None:
    folder = build({**FILES, "notes.md": "#", "data.csv.gz": "1"})
    worker = folder / "service-worker.js"
    ours = worker.read_text()
    subprocess.run(["node", "tools/offline.mjs", str(folder)], cwd=ROOT, check=True)
    assert worker.read_text() == ours
    listed = json.loads(re.sub(r"^self\.TABSTREAM_SITE=|;$", "", ours.partition("\n")[0]))
    for name in ("_app/app.py", "_app/notes.md", "_app/data.csv.gz", "_app.json"):
        assert name in listed["essential"]


def test_links_to_other_scripts_do_what_the_owner_says(
    page: Page, build: Build, host_of: Callable[[Path], Host], elsewhere: list[str]
) -> None:
    config = "[tabstream]\nlinks = 'none'\n"
    folder = build({"app.py": "import streamlit as st", ".streamlit/config.toml": config})
    host = host_of(folder)
    page.goto(f"{host.origin}{PREFIX}#code=1.abc")
    expect(page.get_by_role("alert")).to_be_visible()
    shutil.rmtree(folder)


def missing(host: Host, folder: Path) -> list[str]:
    """Return the paths that were asked for and are not there."""
    paths = [path.removeprefix(PREFIX) for path in host.requests]
    return [path for path in paths if path and not (folder / path).is_file()]
