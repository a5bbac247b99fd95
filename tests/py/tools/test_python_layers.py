"""The check of the layers of py/ finds a wrong import, planted in a copy of the package."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tools.checks.python_layers import find_problems

ROOT = Path(__file__).parents[3]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copytree(
        ROOT / "py/tabstream",
        tmp_path / "tabstream",
        ignore=shutil.ignore_patterns("__pycache__"),
    )
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
    plant(copy, "errors.py", "import tabstream._runtime")
    script = ROOT / "tools/checks/python_layers.py"
    done = subprocess.run(
        [sys.executable, str(script), str(copy)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "errors must not import _runtime" in done.stdout


@pytest.mark.parametrize(
    ("file", "module", "problem"),
    [
        ("errors.py", "tabstream._protocol", "errors must not import _protocol"),
        ("_version.py", "tabstream.errors", "_version must not import errors"),
        ("_protocol/message.py", "tabstream._runtime", "_protocol must not import _runtime"),
        ("_protocol/ops.py", "tabstream._host", "_protocol must not import _host"),
        ("_host/port.py", "tabstream._runtime", "_host.port must not import _runtime"),
        ("_host/memory.py", "tabstream.elements", "_host.memory must not import elements"),
        ("_host/memory.py", "tabstream._host.browser", "must not import _host.browser"),
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
        ("_alias.py", "tabstream.elements", "_alias must not import elements"),
        ("_boot.py", "tabstream._host.browser", "_boot must not import _host.browser"),
        ("_boot.py", "tabstream.testing", "_boot must not import testing"),
        ("testing.py", "tabstream._host.browser", "testing must not import _host.browser"),
        ("testing.py", "tabstream.cli", "testing must not import cli"),
        ("__init__.py", "tabstream.cli", "__init__ must not import cli"),
        ("cli/new.py", "tabstream._runtime", "cli must not import _runtime"),
        ("surprise/new.py", "tabstream.errors", "surprise is no known layer"),
    ],
)
def test_an_import_against_the_arrows_fails(
    copy: Path, file: str, module: str, problem: str
) -> None:
    plant(copy, file, f"import {module}")
    assert problem in check(copy)


@pytest.mark.parametrize(
    "line",
    [
        "from tabstream import _boot",
        "from .. import _boot",
        "from .._boot import App",
        "def draw() -> None:\n    from tabstream._boot import App",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from tabstream._boot import App",
    ],
)
def test_no_way_of_writing_an_import_hides_it(copy: Path, line: str) -> None:
    plant(copy, "elements/new.py", line)
    assert "elements must not import _boot" in check(copy)


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
