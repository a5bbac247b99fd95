"""``tabstream build --single-file``: what is in the file, and what is refused."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import re
from html import unescape
from typing import TYPE_CHECKING

import pytest
from tests.py.cli.small_site import FILES, write_site

if TYPE_CHECKING:
    from pathlib import Path

    from tests.py.cli.conftest import Call, WriteApp

APP = 'import streamlit as st\nimport six\nst.write(":material/home: </script>")\n'
BLOCK = re.compile(r'<script type="application/octet-stream" data-(\w+)="([^"]*)"( data-gzip)?>')


@pytest.fixture
def output(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file to write; the site is there."""
    monkeypatch.setenv("TABSTREAM_SITE", str(write_site(tmp_path / "site")))
    return tmp_path / "app.html"


def blocks_of(html: str) -> dict[tuple[str, str], bytes]:
    """Unpack the blocks of a file as the page does."""
    found = {}
    for block in BLOCK.finditer(html):
        text = html[block.end() : html.index("</script>", block.end())]
        content = base64.b64decode(text, validate=True)
        found[block[1], unescape(block[2])] = gzip.decompress(content) if block[3] else content
    return found


def test_the_file_has_what_an_app_may_ask_for_and_no_more(
    call: Call, write_app: WriteApp, output: Path
) -> None:
    files = {"app.py": APP, 'data/"a" & <b>.csv': "1" * 999, ".env": "A=1"}
    result = call("build", write_app(files), "-o", output, "--single-file")
    assert result.exit_code == 0, result.output
    assert result.stderr == "Left out: .env (hidden).\n"
    html = output.read_text()
    blocks = blocks_of(html)
    assert {
        name: content.decode() for (kind, name), content in blocks.items() if kind == "app"
    } == {name: content for name, content in files.items() if name != ".env"}
    carried = {name for kind, name in blocks if kind == "file"}
    assert carried == {
        *("LICENSE", "NOTICE", "licenses.md", "icons/home.svg"),
        *(f"assets/{name}" for name in ("a.woff2", "app.css", "app.js", "grid.js", "unit.js")),
        *("assets/worker.js", "pyodide/python.wasm", "pyodide/six-1.0-wasm.whl"),
        "pyodide/pyodide-lock.json.gzipped",
    }
    assert blocks["file", "assets/app.css"].decode() == FILES["assets/app.css"]
    assert "<title>app</title>" in html
    # An image would make it twice as large.
    index = json.loads(html.partition('id="tabstream-index">')[2].partition("</script>")[0])
    assert (index["images"], list(index["packages"])) == ([], ["six"])


def test_the_one_script_of_the_file_is_named_in_its_policy(
    call: Call, write_app: WriteApp, output: Path
) -> None:
    call("build", write_app({"app.py": APP}), "-o", output, "--single-file")
    html = output.read_text()
    (script,) = re.findall(r"<script>(.*?)</script>", html)
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}' blob: 'wasm-unsafe-eval';" in html
    assert "default-src 'none'" in html


def test_a_file_that_is_there_already_is_not_touched(
    call: Call, write_app: WriteApp, output: Path
) -> None:
    app = write_app({"app.py": APP})
    output.write_text("mine")
    result = call("build", app, "-o", output, "--single-file")
    assert (result.exit_code, result.stdout, output.read_text()) == (2, "", "mine")
    assert "is there already and is not touched. Name another file." in result.stderr
    result = call("build", app, "-o", output.parent, "--single-file")
    assert result.exit_code == 2
    assert f"is a folder, and --single-file writes a file. Name one in it, such as {output}." in (
        result.stderr
    )


def test_a_site_of_an_earlier_version_is_said_to_be_no_whole_one(
    call: Call, write_app: WriteApp, output: Path
) -> None:
    (output.parent / "site/single-file.js").unlink()
    result = call("build", write_app({"app.py": APP}), "-o", output, "--single-file")
    assert result.exit_code == 2
    assert "is no whole site: its single-file.js cannot be read" in result.stderr
    assert sorted(path.name for path in output.parent.iterdir()) == ["app", "site"]
