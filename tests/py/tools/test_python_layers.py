"""The check of the layers of py/ finds a wrong import, planted in a copy of the package."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tools.checks.python_layers import find_problems

ROOT = Path(__file__).parents[3]


def copy_package(root: Path) -> None:
    litter = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "py/tabstream", root / "tabstream", ignore=litter)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    copy_package(tmp_path)
    return tmp_path


def plant(copy: Path, file: str, line: str) -> None:
    path = copy / "tabstream" / file
    path.parent.mkdir(parents=True, exist_ok=True)
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    path.write_text(f"{before}\n{line}\n", encoding="utf-8")


def check(root: Path) -> str:
    return "\n".join(find_problems(root))


def test_an_import_along_the_arrows_is_no_problem(copy: Path) -> None:
    before = check(copy)
    plant(copy, "elements/new.py", "import tabstream._protocol.ops\nimport tabstream._runtime")
    plant(copy, "_runtime/new.py", "from tabstream._host import Host\nimport tabstream.errors")
    plant(copy, "_host/browser.py", "def look() -> None:\n    import js")
    assert check(copy) == before


def test_a_problem_makes_the_check_fail(copy: Path) -> None:
    plant(copy, "errors/base.py", "import tabstream._runtime")
    script = ROOT / "tools/checks/python_layers.py"
    done = subprocess.run(
        [sys.executable, str(script), str(copy)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "errors must not import _runtime" in done.stdout


AGAINST_THE_ARROWS = [
    ("errors/base.py", "tabstream._protocol", "errors must not import _protocol"),
    ("_version.py", "tabstream.errors", "_version must not import errors"),
    ("_protocol/message.py", "tabstream._runtime", "_protocol must not import _runtime"),
    ("_protocol/ops.py", "tabstream._host", "_protocol must not import _host"),
    ("_host/port.py", "tabstream._runtime", "_host.port must not import _runtime"),
    ("_host/memory.py", "tabstream.elements", "_host.memory must not import elements"),
    ("_host/memory.py", "tabstream._host.browser", "_host.memory must not import _host.browser"),
    ("_runtime/tree.py", "tabstream.elements", "_runtime must not import elements"),
    ("_runtime/tree.py", "tabstream._host.memory", "_runtime must not import _host.memory"),
    ("_runtime/tree.py", "tabstream._boot", "_runtime must not import _boot"),
    ("elements/new.py", "tabstream._boot", "elements must not import _boot"),
    ("elements/new.py", "tabstream._host.browser", "elements must not import _host.browser"),
    ("elements/new.py", "tabstream.caching", "elements must not import caching"),
    ("elements/new.py", "tabstream", "elements must not import __init__"),
    ("state/new.py", "tabstream.elements", "state must not import elements"),
    ("caching/new.py", "tabstream.navigation", "caching must not import navigation"),
    ("navigation.py", "tabstream.testing", "navigation must not import testing"),
    ("navigation.py", "tabstream.caching", "navigation must not import caching"),
    ("_streamlit/new.py", "tabstream.testing", "_streamlit must not import testing"),
    ("_alias.py", "tabstream.elements", "_alias must not import elements"),
    ("_boot.py", "tabstream._host.browser", "_boot must not import _host.browser"),
    ("_boot.py", "tabstream.testing", "_boot must not import testing"),
    ("testing/new.py", "tabstream._host.browser", "testing must not import _host.browser"),
    ("testing/new.py", "tabstream.cli", "testing must not import cli"),
    ("__init__.py", "tabstream.cli", "__init__ must not import cli"),
    ("cli/new.py", "tabstream._runtime", "cli must not import _runtime"),
    (
        "surprise/new.py",
        "tabstream.errors",
        "surprise is no known layer: add it to LAYERS in tools/checks/python_layers.py",
    ),
]


@pytest.fixture(scope="module")
def problems(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Plant all of them in one copy and check that."""
    root = tmp_path_factory.mktemp("planted")
    copy_package(root)
    for file, module, _ in AGAINST_THE_ARROWS:
        plant(root, file, f"import {module}")
    return check(root)


@pytest.mark.parametrize(("file", "module", "problem"), AGAINST_THE_ARROWS)
def test_an_import_against_the_arrows_fails(
    problems: str, file: str, module: str, problem: str
) -> None:
    found = re.findall(rf"/tabstream/{re.escape(file)}:\d+: (.*)", problems)
    assert problem in found, module


def test_no_way_of_writing_an_import_hides_it(copy: Path) -> None:
    lines = [
        "from tabstream import _boot",
        "from .. import _boot",
        "from .._boot import App",
        "def draw() -> None:\n    from tabstream._boot import App",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from tabstream._boot import App",
    ]
    for number, line in enumerate(lines):
        plant(copy, f"elements/new{number}.py", line)
    found = check(copy)
    for number, line in enumerate(lines):
        pattern = rf"elements/new{number}\.py:\d: elements must not import _boot"
        assert re.search(pattern, found), line


@pytest.mark.parametrize("module", ["js", "pyodide.ffi", "pyodide_js"])
def test_the_browser_is_imported_in_one_file_alone(copy: Path, module: str) -> None:
    plant(copy, "_runtime/new.py", f"def look() -> None:\n    import {module}")
    assert "only tabstream/_host/browser.py may import" in check(copy)


def test_the_browser_is_imported_inside_functions_alone(copy: Path) -> None:
    plant(copy, "_host/browser.py", "import js")
    assert "js may be imported inside functions only" in check(copy)


def test_a_folder_is_entered_by_its_face(copy: Path) -> None:
    plant(copy, "elements/new.py", "from tabstream._runtime.tree import Tree")
    assert "import that folder's face instead" in check(copy)


def test_a_circle_of_imports_fails(copy: Path) -> None:
    plant(copy, "_runtime/one.py", "import tabstream._runtime.two")
    plant(copy, "_runtime/two.py", "def later() -> None:\n    import tabstream._runtime.one")
    assert "imports in a circle: tabstream._runtime.one -> tabstream._runtime.two" in check(copy)


def test_a_package_is_imported_where_it_is_used(copy: Path) -> None:
    before = check(copy)
    plant(copy, "elements/new.py", "def draw() -> None:\n    import pandas")
    assert check(copy) == before
    plant(copy, "elements/newer.py", "import pandas")
    assert "pandas is no part of Python" in check(copy)
    plant(copy, "_runtime/newer.py", "def draw() -> None:\n    import streamlit")
    assert "streamlit is our own alias" in check(copy)
