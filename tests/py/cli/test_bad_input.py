"""What each command says when what it is given is no script: one line, and exit code 2."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.py.cli.conftest import Call, WriteApp

pytestmark = pytest.mark.parametrize("command", ["run", "link", "check", "build"])

#: What a command has to be given besides.
BESIDES = {"build": ["-o", "never-written"]}

NOTEBOOK = '{"cells": [], "metadata": {}, "nbformat": 4}'


@pytest.mark.parametrize(
    ("name", "content", "why", "remedy"),
    [
        ("data.csv", "a,b\n", "data.csv ends in .csv", "Name a .py file"),
        ("a.ipynb", NOTEBOOK, "a.ipynb is a Jupyter notebook", "Export it as Python"),
        ("a.py", NOTEBOOK, "a.py is a Jupyter notebook", "Export it as Python"),
        ("a.py", "<!DOCTYPE html><p>404", "a.py is a web page", "Download the raw file"),
        ("a.py", b"\x89PNG\r\n\0\0", "a.py is not text", "Name a .py file"),
        ("a.py", "ü = 1".encode("latin1"), "a.py is not text", "saved as UTF-8"),
        ("a.py", b"# coding: nonsense\n", "a.py is not text", "saved as UTF-8"),
        ("a.py", b" " * 5_000_001, "a.py is larger than 5 MB", "Name a .py file"),
    ],
)
def test_a_file_that_is_no_python(
    call: Call,
    write_app: WriteApp,
    command: str,
    name: str,
    content: str | bytes,
    why: str,
    remedy: str,
) -> None:
    expect_refusal(call, command, write_app({name: content}) / name, why, remedy)


@pytest.mark.parametrize(
    ("files", "why", "remedy"),
    [
        ({"data.csv": ""}, "is a folder without a .py file", "Name a Python script"),
        (
            dict.fromkeys(["a.py", "b.py", "c.py", "d.py", "e.py"], "x = 1"),
            "none of its scripts imports Streamlit: a.py, b.py, c.py, d.py and 1 more.",
            "Name the one that is meant.",
        ),
    ],
)
def test_a_folder_without_an_app(
    call: Call, write_app: WriteApp, command: str, files: dict[str, str], why: str, remedy: str
) -> None:
    expect_refusal(call, command, write_app(files), why, remedy)


@pytest.mark.parametrize("name", ["nowhere.py", "no/where.py", "app/app.py/there.py"])
def test_a_file_that_is_not_there(
    call: Call, write_app: WriteApp, monkeypatch: pytest.MonkeyPatch, command: str, name: str
) -> None:
    folder = write_app({"app.py": "x = 1"}).parent
    monkeypatch.chdir(folder)
    why = f"There is no file {name} in {folder}."
    expect_refusal(call, command, name, why, "Name a Python script")


def test_a_device(call: Call, command: str) -> None:
    expect_refusal(call, command, "/dev/null", "/dev/null is a device", "Name a Python script")


def test_what_may_not_be_read(call: Call, without_rights: Path, command: str) -> None:
    script = without_rights / "app.py"
    script.write_text("x = 1")
    script.chmod(0)
    why = "app.py cannot be read: Permission denied."
    expect_refusal(call, command, script, why, "Allow reading it")
    closed = without_rights / "closed"
    closed.mkdir(mode=0)
    why = "closed/app.py cannot be looked at: Permission denied."
    expect_refusal(call, command, closed / "app.py", why, "Allow reading it")
    expect_refusal(call, command, closed, "closed", "")


def expect_refusal(call: Call, command: str, name: str | Path, why: str, remedy: str) -> None:
    result = call(command, name, *BESIDES.get(command, []))
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith("Error: ")
    assert result.stderr.count("\n") == 1
    assert why in result.stderr
    assert remedy in result.stderr
