"""``tabstream build``: what is in the folder, what its page is told, and what is refused."""

from __future__ import annotations

import json
import re
from html import unescape
from typing import TYPE_CHECKING, Any

import pytest
from tests.py.cli.small_site import FILES, write_site

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from click.testing import Result
    from tests.py.cli.conftest import Call, WriteApp

APP = "import streamlit as st\nimport pandas\n"


@pytest.fixture
def output(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder to write; the site is there."""
    monkeypatch.setenv("TABSTREAM_SITE", str(write_site(tmp_path / "site")))
    return tmp_path / "out"


@pytest.fixture
def build(call: Call, write_app: WriteApp, output: Path) -> Build:
    return Build(call, write_app, output)


class Build:
    """Build an app, and look at what came of it."""

    def __init__(self, call: Call, write_app: WriteApp, output: Path) -> None:
        self._call = call
        self._write_app = write_app
        self.output = output

    def __call__(self, files: Mapping[str, str | bytes], *options: str) -> Result:
        folder = self._write_app(files)
        return self._call("build", folder, "-o", self.output, *options)

    def names(self) -> set[str]:
        """Name the files that were written."""
        paths = (path for path in self.output.rglob("*") if path.is_file())
        return {path.relative_to(self.output).as_posix() for path in paths}

    def json(self, name: str) -> Any:
        """Read one of them."""
        return json.loads((self.output / name).read_text())

    def page(self) -> str:
        """Read the page."""
        return (self.output / "index.html").read_text()

    def index(self) -> Any:
        """Read what the page is told of packages."""
        found = re.search(r'id="tabstream-index">(.*?)</script>', self.page())
        assert found
        return json.loads(found[1])

    def expect_refusal(self, result: Result, *parts: str) -> None:
        """Check that nothing was written, and that one line says why."""
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr.startswith("Error: ")
        assert result.stderr.count("\n") == 1
        for part in parts:
            assert part in result.stderr
        left = sorted(path.name for path in self.output.parent.iterdir())
        assert [name for name in left if name.startswith(".")] == []


def test_the_folder_has_the_app_and_no_more_of_the_site_than_it_needs(build: Build) -> None:
    files = {"app.py": APP, "data/a.csv": "1", "notes.md": "#"}
    result = build(files)
    assert result.exit_code == 0, result.output
    needed = {"numpy", "pandas", "six"}
    assert build.names() == {
        *(
            name
            for name in FILES
            if not re.search(r"^(examples|icons|images)/|\.br$|^single", name)
        ),
        "images/pandas-2.image",
        *(f"pyodide/{name}-1.0-wasm.whl" for name in needed),
        "pyodide/pyodide-lock.json",
        "pyodide/pyodide-lock.json.gzipped",
        *("_app/app.py", "_app/data/a.csv", "_app/notes.md", "_app.json", ".nojekyll"),
    }
    assert set(build.json("pyodide/pyodide-lock.json")["packages"]) == needed
    assert re.fullmatch(
        r"\S+/out runs app.py: \d kB, packages: numpy, pandas, six\.\n.*\n", result.stdout
    )
    assert result.stderr == ""


def test_the_page_is_told_of_the_packages_that_are_there(build: Build) -> None:
    build({"app.py": APP})
    index = build.index()
    assert set(index["packages"]) == set(index["imports"]) == {"numpy", "pandas", "six"}
    assert [image["path"] for image in index["images"]] == ["images/pandas-2.image"]
    assert set(index["versions"]) == {
        *(f"{name}-1.0-wasm.whl" for name in index["packages"]),
        *("pyodide-lock.json", "python.wasm"),
    }
    lock = build.output / "pyodide/pyodide-lock.json"
    assert index["lock"] == {"file": lock.name, "size": lock.stat().st_size}
    assert index["packed"] == {lock.name: lock.with_name(f"{lock.name}.gzipped").stat().st_size}
    # No `<` that could end the block before its time.
    assert "<" not in json.dumps(index)


@pytest.mark.parametrize(
    ("source", "image"),
    [
        ("import streamlit", "core-1"),
        ("import matplotlib.pyplot", "core-1"),
        ("import pandas", "pandas-2"),
        ("import altair, matplotlib", "altair-3"),
    ],
)
def test_the_image_is_the_largest_of_which_the_app_needs_everything(
    build: Build, source: str, image: str
) -> None:
    build({"app.py": source})
    assert {name for name in build.names() if "images/" in name} == {f"images/{image}.image"}


def test_icons_are_there_where_the_app_names_some(build: Build) -> None:
    build({"app.py": "import streamlit as st\nst.write(f':material/{1}:')"})
    assert "icons/home.svg" in build.names()


def test_every_file_of_the_app_is_found_by_the_note_in_the_page(build: Build) -> None:
    files = {"app.py": APP, "ä #?.csv": "1", ".streamlit/config.toml": "[theme]\nbase='dark'\n"}
    build(files)
    found = re.search(r'<meta name="tabstream-app" content="_app\.json\?v=\w{16}">', build.page())
    assert found
    note = build.json("_app.json")
    assert (note["entry"], note["argv"]) == ("app.py", [])
    assert {one["path"] for one in note["files"]} == set(files)
    for one in note["files"]:
        place, _, version = one["at"].partition("?v=")
        assert (build.output / place).read_text() == files[one["path"]]
        assert re.fullmatch(r"[\w./-]+", place, re.ASCII)
        assert not re.search(r"(^|/)\.", place)
        assert re.fullmatch(r"\w{16}", version)
    assert str(build.output.parent) not in json.dumps(note)


def test_what_is_nobody_elses_business_stays_at_home_and_is_said(build: Build) -> None:
    files = {
        "app.py": APP,
        ".streamlit/secrets.toml": "a = 1",
        ".env": "A=1",
        ".gitignore": "private/\n",
        "private/a.csv": "1",
        "old/_app.json": "{}",
        "old/index.html": "",
        "old/service-worker.js": "",
    }
    result = build(files)
    assert {name for name in build.names() if name.startswith("_app")} == {
        "_app.json",
        "_app/app.py",
    }
    assert result.stderr == (
        "Left out: .env, .gitignore (hidden); old/ (built sites); private/ (ignored by git); "
        ".streamlit/secrets.toml (secrets).\n"
    )


TITLED = '''"""Sales <b>&</b> more.

And so on.
"""
import streamlit as st
st.set_page_config("A \\" & <title>", page_icon="🦈")
'''


def test_the_page_says_what_the_script_says_of_itself(build: Build) -> None:
    build({"app.py": TITLED}, "--base-url", 'https://h.example/a/?"b')
    page = build.page()
    said = dict(re.findall(r'<meta (?:name|property)="([\w:]+)" content="([^"]*)"', page))
    assert {name: unescape(text) for name, text in said.items()} | {} == {
        "description": "Sales <b>&</b> more.",
        "og:type": "website",
        "og:title": 'A " & <title>',
        "og:description": "Sales <b>&</b> more.",
        "og:url": 'https://h.example/a/?"b',
    }
    assert "<title>A &quot; &amp; &lt;title&gt;</title>" in page
    assert '<link rel="canonical" href="https://h.example/a/?&quot;b">' in page
    assert '<link rel="icon" href="./app-icon.svg" />' in page
    assert "🦈" in (build.output / "app-icon.svg").read_text()
    manifest = build.json("site.webmanifest")
    assert (manifest["name"], manifest["start_url"]) == ('A " & <title>', "./")
    assert [icon["src"] for icon in manifest["icons"]] == ["app-icon.svg"]


@pytest.mark.parametrize(
    ("source", "title", "icon"),
    [
        ("x = 1", "app", "data:image/svg+xml,x"),
        (
            "import streamlit as s\ns.set_page_config(page_title=name())",
            "app",
            "data:image/svg+xml,x",
        ),
        ("set_page_config(page_title=' ', page_icon='A')", "app", "data:image/svg+xml,x"),
        ("st.set_page_config(page_icon=':material/home:')", "app", "./app-icon.svg"),
        ("st.set_page_config(page_icon=':material/gone:')", "app", "data:image/svg+xml,x"),
        ("st.set_page_config(page_icon='https://h/i.png?\"')", "app", "https://h/i.png?&quot;"),
        ("st.set_page_config('One')", "One", "data:image/svg+xml,x"),
    ],
)
def test_what_cannot_be_read_without_running_it_is_the_files_name_and_the_sites_icon(
    build: Build, source: str, title: str, icon: str
) -> None:
    assert build({"app.py": source}).exit_code == 0
    assert f"<title>{title}</title>" in build.page()
    assert f'<link rel="icon" href="{icon}" />' in build.page()


@pytest.mark.parametrize(
    ("config", "action", "hosts"),
    [
        ("[theme]\nbase = 'dark'", "run", ""),
        ("[tabstream]\nlinks = 'none'", "none", ""),
        ("[tabstream]\nlinkHosts = ['gist.github.com', 'link']", "run", "gist.github.com link"),
    ],
)
def test_the_owner_rules_over_links_in_config_toml(
    build: Build, config: str, action: str, hosts: str
) -> None:
    build({"app.py": APP, ".streamlit/config.toml": config})
    assert f'<meta name="tabstream-links" content="{action}" />' in build.page()
    assert f'<meta name="tabstream-link-hosts" content="{hosts}" />' in build.page()


def test_the_owner_can_give_every_app_a_frame_in_config_toml(build: Build) -> None:
    build({"app.py": APP, ".streamlit/config.toml": "[tabstream]\nframes = 'all'"})
    assert '<meta name="tabstream-frames" content="all" />' in build.page()


@pytest.mark.parametrize(
    ("config", "why"),
    [
        ("[tabstream]\nlinks = 'never'", "tabstream.links = 'never', which is no rule"),
        ("[tabstream]\nlinkHosts = 'a'", "tabstream.linkHosts = 'a', which is no list of hosts"),
        ("[tabstream]\nlinkHosts = ['a b']", "which is no list of hosts"),
        ("[tabstream]\nframes = 'none'", "tabstream.frames = 'none'"),
        ("[tabstream", "config.toml cannot be read: "),
    ],
)
def test_a_rule_that_cannot_be_read_is_refused(build: Build, config: str, why: str) -> None:
    result = build({"app.py": APP, ".streamlit/config.toml": config})
    build.expect_refusal(result, why)
    assert not build.output.exists()


def test_a_folder_with_something_in_it_is_not_touched(build: Build) -> None:
    build.output.mkdir()
    (build.output / "mine.txt").write_text("mine")
    build.expect_refusal(build({"app.py": APP}), "is not empty", "Name a folder that is empty")
    assert build.names() == {"mine.txt"}


def test_a_file_in_the_place_of_the_folder_is_not_touched(build: Build) -> None:
    build.output.write_text("mine")
    build.expect_refusal(build({"app.py": APP}), "is a file, and a folder is to be written")


def test_an_empty_folder_is_filled_and_a_missing_one_is_made(build: Build) -> None:
    build.output.mkdir()
    assert build({"app.py": APP}).exit_code == 0
    build.output = build.output / "a/b"
    assert build({"app.py": APP}).exit_code == 0
    assert "index.html" in build.names()


def test_a_folder_within_that_of_the_app_is_no_part_of_it(
    build: Build, call: Call, write_app: WriteApp
) -> None:
    folder = write_app({"app.py": APP})
    assert call("build", folder, "-o", folder / "site").exit_code == 0
    assert call("build", folder, "-o", folder / "again").exit_code == 0
    note = json.loads((folder / "again/_app.json").read_text())
    assert [one["path"] for one in note["files"]] == ["app.py"]


def test_a_place_that_is_not_ours_is_refused(
    call: Call, without_rights: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TABSTREAM_SITE", str(write_site(without_rights / "site")))
    (without_rights / "app").mkdir()
    (without_rights / "app/app.py").write_text("x = 1")
    closed = without_rights / "closed"
    closed.mkdir(mode=0o555)
    result = call("build", without_rights / "app", "-o", closed / "site")
    assert result.exit_code == 2
    assert "closed/site cannot be written: Permission denied" in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_script_that_is_no_python_is_refused_with_its_line(build: Build) -> None:
    result = build({"app.py": "import streamlit\nif x\n"})
    build.expect_refusal(result, "app.py:2: expected ':'.", "Mend it first.")
    assert not build.output.exists()


def test_what_is_no_address_is_no_base_url(build: Build) -> None:
    result = build({"app.py": APP}, "--base-url", "example.org")
    build.expect_refusal(result, "--base-url example.org is not the address of a site.")


def test_an_app_that_is_too_large_is_refused_with_its_biggest_files(
    build: Build, write_app: WriteApp
) -> None:
    folder = write_app({"app.py": APP})
    for number in range(5):
        with (folder / f"{number}.bin").open("wb") as big:
            big.truncate(45_000_000)
    build.expect_refusal(build({}), "too much for a site", "0.bin (45.0 MB), 1.bin")


def test_a_file_that_the_page_would_not_read_is_refused(build: Build, write_app: WriteApp) -> None:
    with (write_app({"app.py": APP}) / "big.bin").open("wb") as big:
        big.truncate(50_000_001)
    build.expect_refusal(build({}), "big.bin has 50.0 MB, and 50.0 MB are the most", ".gitignore")


def test_half_a_site_is_said_to_be_one(build: Build, output: Path) -> None:
    (output.parent / "site/pyodide/packages.json").write_text("{")
    build.expect_refusal(build({"app.py": APP}), "is no whole site: its pyodide/packages.json")


def test_the_empty_folder_that_one_is_in_can_be_filled(
    build: Build, monkeypatch: pytest.MonkeyPatch, call: Call, write_app: WriteApp
) -> None:
    folder = write_app({"app.py": APP})
    build.output.mkdir()
    monkeypatch.chdir(build.output)
    assert call("build", folder, "-o", ".").exit_code == 0
    assert "index.html" in build.names()
