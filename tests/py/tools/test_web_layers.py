"""The check of the layers of web/src finds a wrong import, planted in a copy."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "web/src", tmp_path / "src"))


def plant(copy: Path, file: str, line: str) -> None:
    path = copy / file
    path.parent.mkdir(parents=True, exist_ok=True)
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    path.write_text(f"{before}\n{line}\n", encoding="utf-8")


def check(folder: Path) -> str:
    done = subprocess.run(
        ["node", "tools/checks/web-layers.mjs", str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    assert (done.returncode == 1) == bool(done.stdout)
    return done.stdout


def test_an_import_along_the_arrows_is_no_problem(copy: Path) -> None:
    before = check(copy)
    plant(copy, "view/new.tsx", 'import { Button } from "../kit/index.ts";')
    plant(copy, "tree/new.ts", 'import type { Op } from "../protocol/messages.ts";')
    plant(copy, "new-page.ts", 'import { tree } from "./tree/tree.ts";')
    assert check(copy) == before


def test_every_import_against_the_arrows_fails(copy: Path) -> None:
    wrong = [
        ("protocol", "tree"),
        ("kit", "protocol"),
        ("storage", "page"),
        ("tree", "view"),
        ("image", "worker"),
        ("sources", "page"),
        ("worker", "view"),
        ("worker", "app"),
        ("view", "app"),
        ("view", "page"),
        ("view", "storage"),
        ("app", "page"),
        ("app", "storage"),
        ("page", "view"),
        ("page", "app"),
        ("page", "embed"),
        ("embed", "view"),
        ("playground", "embed"),
    ]
    for layer, other in wrong:
        plant(copy, f"{layer}/new.ts", f'import "../{other}/{other}.ts";')
    problems = check(copy)
    for layer, other in wrong:
        assert f"{layer} must not import {other}" in problems


def test_nothing_imports_a_page(copy: Path) -> None:
    plant(copy, "page/new.ts", 'import { start } from "../main.ts";')
    assert "nothing imports a page" in check(copy)


def test_no_way_of_writing_an_import_hides_it(copy: Path) -> None:
    lines = [
        'import type { Page } from "../page/page.ts";',
        'export * from "../page/page.ts";',
        'export { open } from "../page/page.ts";',
        'const page = import("../page/page.ts");',
        'type Page = import("../page/page.ts").Page;',
        'const address = new URL("../page/page.ts", import.meta.url);',
        'import address from "../page/page.ts?worker&url";',
    ]
    for number, line in enumerate(lines):
        plant(copy, f"view/new{number}.tsx", line)
    problems = check(copy)
    for number, line in enumerate(lines):
        assert f"view/new{number}.tsx:2: view must not import page" in problems, line


def test_a_folder_is_entered_by_its_face(copy: Path) -> None:
    plant(copy, "page/new.ts", 'import { Rows } from "../storage/rows.ts";')
    assert "storage/rows.ts is inside storage" in check(copy)


def test_a_folder_that_nobody_has_placed_fails(copy: Path) -> None:
    plant(copy, "surprise/new.ts", 'import { tree } from "../tree/tree.ts";')
    assert "surprise is no known folder" in check(copy)


def test_what_is_outside_is_handed_in(copy: Path) -> None:
    lines = {
        "location": "export const here = window.location.href;",
        "title": 'document.title = "mine";',
        "fetch": 'export const data = await self.fetch("data.csv");',
        "localStorage": 'window.localStorage.setItem("a", "b");',
        "indexedDB": 'export const database = globalThis.indexedDB.open("mine");',
    }
    for name, line in lines.items():
        plant(copy, f"view/{name}.ts", line)
    problems = check(copy)
    for name in lines:
        assert f"view/{name}.ts must not use {name}" in problems


def lint(folder: Path, files: dict[str, str]) -> str:
    """Return what Biome finds wrong with files of web/src."""
    shutil.copy(ROOT / "biome.json", folder / "biome.json")
    for name, content in files.items():
        file = folder / "web/src" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content)
    done = subprocess.run(
        ["node", str(ROOT / "node_modules/@biomejs/biome/bin/biome"), "lint", "web"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    return done.stderr


def test_nor_is_it_used_by_its_bare_name(tmp_path: Path) -> None:
    source = "export const data = await fetch(location.href);\nlocalStorage.clear();\n"
    problems = lint(tmp_path, {"view/new.ts": source})
    for name in ("fetch", "location", "localStorage"):
        assert f"global variable {name}" in problems


def test_a_circle_fails(tmp_path: Path) -> None:
    files = {
        "tree/a.ts": 'import { b } from "./b.ts";\n\nexport const a = () => b;\n',
        "tree/b.ts": 'import { a } from "./a.ts";\n\nexport const b = () => a;\n',
    }
    assert "noImportCycles" in lint(tmp_path, files)
