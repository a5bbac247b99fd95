"""What ``tabstream check`` says of the packages that an app lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tabstream.cli.checking.declared import read_declarations

if TYPE_CHECKING:
    from pathlib import Path

    from tests.py.cli.conftest import Call, WriteApp

APP = "import streamlit as st\n"
BLOCK = '# /// script\n# dependencies = [\n#   "humanize>=4",\n#   "torch",\n# ]\n# ///\n' + APP


def said_of(
    call: Call, write_app: WriteApp, monkeypatch: pytest.MonkeyPatch, files: dict[str, str]
) -> tuple[int, list[str]]:
    monkeypatch.setenv("TABSTREAM_SITE", "/nowhere")
    monkeypatch.chdir(write_app({"app.py": APP, **files}))
    result = call("check", "app.py")
    return result.exit_code, result.stdout.splitlines()


@pytest.mark.parametrize(
    ("files", "said"),
    [
        (
            {"requirements.txt": "pandas\n\nTensorFlow >= 2 # for the model\n"},
            "requirements.txt:3: note: TensorFlow is passed over: ",
        ),
        ({"app.py": BLOCK}, "app.py:4: note: torch is passed over: "),
        ({"pyscript.toml": 'packages = [\n"psycopg2"]'}, "pyscript.toml:2: note: psycopg2 is pass"),
        (
            {"requirements.txt": "-r more/a.txt", "more/a.txt": "psycopg2\n-r ../requirements.txt"},
            "more/a.txt:1: note: psycopg2 is passed over: ",
        ),
        (
            {"requirements.txt": "a @ git+https://example.org/a"},
            "requirements.txt:1: note: a is passed over: a browser cannot check out and build it; "
            "give a wheel's address.",
        ),
        (
            {"requirements.txt": "./fast-1.0-cp314-cp314-win_amd64.whl"},
            "requirements.txt:1: note: fast is passed over: that wheel is built for win_amd64; "
            "give a wheel for any platform.",
        ),
        (
            {"requirements.txt": "-r gone.txt"},
            "requirements.txt:1: note: -r gone.txt is passed over: there is no file gone.txt.",
        ),
        (
            {"requirements.txt": "-e ."},
            "requirements.txt:1: note: -e . is passed over: an editable install needs a build; ",
        ),
        (
            {"requirements.txt": "my package"},
            "requirements.txt:1: note: my package is passed over: it is not a requirement as pip ",
        ),
        ({"pyscript.toml": "a = 1\nb =\n"}, "pyscript.toml:2: note: pyscript.toml is passed over"),
    ],
)
def test_a_listed_package_that_cannot_run_is_a_note_with_its_line(
    call: Call,
    write_app: WriteApp,
    monkeypatch: pytest.MonkeyPatch,
    files: dict[str, str],
    said: str,
) -> None:
    code, lines = said_of(call, write_app, monkeypatch, files)
    # The page passes over it, and the app may do without: only an import surely stops it.
    assert code == 0
    assert [line for line in lines if line.startswith(said)] == lines
    assert len(lines) == 1


@pytest.mark.parametrize(
    "listed",
    [
        "streamlit>=1.60\npandas\n",
        'pywin32; sys_platform == "win32"\ntorch; platform_machine == "x86_64"\n',
        "--index-url https://packages.example.org/simple\n--pre\nhumanize\n",
        "humanize==4.1 \\\n  --hash=sha256:12ab\n",
        "tools[all]>=1,<2\n./own-1.0-py3-none-any.whl\n",
    ],
)
def test_a_listed_package_that_may_run_is_left_alone(
    call: Call, write_app: WriteApp, monkeypatch: pytest.MonkeyPatch, listed: str
) -> None:
    assert said_of(call, write_app, monkeypatch, {"requirements.txt": listed}) == (0, [])


def test_the_first_file_that_names_a_package_is_believed(write_app: WriteApp) -> None:
    requirements = "--extra-index-url https://b.example.org\nHumanize<3\ntools[b,a]\n"
    script = write_app({"app.py": BLOCK, "requirements.txt": requirements}) / "app.py"
    found = read_declarations(script, BLOCK)
    packages = [(one.name, one.versions, one.extras) for one in found.packages]
    assert packages == [("humanize", ">=4", ()), ("torch", "", ()), ("tools", "", ("a", "b"))]
    assert found.index_urls == ("PYPI", "https://b.example.org")
    assert names_of(script) == ["app.py", "app.py", "requirements.txt"]


def names_of(script: Path) -> list[str]:
    found = read_declarations(script, script.read_text())
    return [one.where.file.name for one in found.packages]
