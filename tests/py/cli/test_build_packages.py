"""Which packages ``tabstream build`` puts into a folder, and where it gets those."""

from __future__ import annotations

import hashlib
import json
import subprocess
from importlib import util
from typing import TYPE_CHECKING, Any

import pytest
from tests.py.cli.small_site import entry_of, write_site
from wheels import write_wheel

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from click.testing import Result
    from tests.py.cli.conftest import Call, WriteApp

#: What the lock knows by an address.
FAR: tuple[tuple[str, list[str]], ...] = ("far", ["numpy", "farther"]), ("farther", [])


class Built:
    """An app that was built, or refused."""

    def __init__(self, result: Result, folder: Path) -> None:
        self.result = result
        self.folder = folder

    @property
    def lock(self) -> dict[str, Any]:
        """The packages of the folder's lock."""
        assert self.result.exit_code == 0, self.result.output
        content = json.loads((self.folder / "pyodide/pyodide-lock.json").read_text())
        packages: dict[str, Any] = content["packages"]
        return packages

    @property
    def index(self) -> Any:
        """What the page is told."""
        page = (self.folder / "index.html").read_text()
        return json.loads(page.partition('id="tabstream-index">')[2].partition("</script>")[0])

    def expect_refusal(self, *parts: str) -> None:
        """Check that nothing was written, and that one line says why."""
        assert (self.result.exit_code, self.result.stdout) == (2, "")
        assert self.result.stderr.count("\n") == 1
        for part in parts:
            assert part in self.result.stderr
        assert not self.folder.exists()


class World:
    """A site, an index of wheels, and packages on another host; the last two are folders."""

    def __init__(self, call: Call, write_app: WriteApp, tmp_path: Path) -> None:
        self._call = call
        self._write_app = write_app
        self.wheels = tmp_path / "wheels"
        self.far = tmp_path / "far"
        self.wheels.mkdir()
        self.far.mkdir()
        self._output = tmp_path / "out"
        elsewhere = {}
        for name, depends in FAR:
            file = self.far / f"{name}-1.0-wasm.whl"
            file.write_text(name)
            digest = hashlib.sha256(file.read_bytes()).hexdigest()
            elsewhere[name] = entry_of(name, file.as_uri(), depends, digest)
        write_site(tmp_path / "site", elsewhere)

    def build(self, source: str, *options: str, files: Mapping[str, str] | None = None) -> Built:
        """Build a script."""
        folder = self._write_app({"app.py": source, **(files or {})})
        return Built(self._call("build", folder, "-o", self._output, *options), self._output)


@pytest.fixture
def world(
    call: Call, write_app: WriteApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> World:
    world = World(call, write_app, tmp_path)
    monkeypatch.setenv("TABSTREAM_SITE", str(tmp_path / "site"))
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(world.wheels))
    return world


@pytest.mark.parametrize(
    ("source", "files", "packages"),
    [
        ("import streamlit, json", {}, set()),
        ("import pandas.io", {}, {"pandas", "numpy", "six"}),
        ("try:\n import six\nexcept ImportError: pass", {}, {"six"}),
        ("import helper", {"helper.py": "import six"}, {"six"}),
        ("x = 1", {"pages/one.py": "import six", "left.py": "import altair"}, {"six"}),
        ("x = 1", {"requirements.txt": "Six>=2\ntorch\nstreamlit\n"}, {"six"}),
        ("x = 1", {"pyscript.toml": "packages = ['numpy']"}, {"numpy"}),
        ("# /// script\n# dependencies = ['numpy']\n# ///\n", {}, {"numpy"}),
        ("import torch, tkinter", {}, set()),
    ],
)
def test_the_lock_is_pruned_to_what_the_app_needs(
    world: World, source: str, files: dict[str, str], packages: set[str]
) -> None:
    assert set(world.build(source, files=files).lock) == packages


def test_a_wheel_that_the_site_lacks_is_fetched_with_what_it_needs(world: World) -> None:
    needs = ["corner-kit[all]>=0.5", "numpy>=99", "streamlit", 'tomli; python_version < "3.14"']
    write_wheel(world.wheels, "Shapes", {"shapes/__init__.py": "", "_inner.py": ""}, needs)
    extra = ['six; extra == "all"', 'absent; extra == "more"']
    kit = write_wheel(world.wheels, "corner_kit", {"corners.py": ""}, extra)
    built = world.build("import shapes, corners")
    assert set(built.lock) == {"shapes", "corner-kit", "numpy", "six"}
    assert built.lock["shapes"]["depends"] == ["corner-kit", "numpy"]
    assert built.lock["corner-kit"] == {
        "name": "corner-kit",
        "version": "1.0",
        "file_name": kit.name,
        "sha256": hashlib.sha256(kit.read_bytes()).hexdigest(),
        "imports": ["corners"],
        "depends": ["six"],
        "install_dir": "site",
        "package_type": "package",
        "unvendored_tests": False,
    }
    assert (built.folder / "pyodide" / kit.name).read_bytes() == kit.read_bytes()
    index = built.index
    assert index["imports"]["corners"] == "corner-kit"
    assert index["versions"][kit.name] == built.lock["corner-kit"]["sha256"][:16]
    assert index["packages"]["corner-kit"]["size"] == kit.stat().st_size
    # The image of Python has the site's lock in it, which knows neither.
    assert index["lock"]["isOwn"]
    assert index["isClosed"]


def test_versions_that_several_ask_for_hold_together(world: World) -> None:
    write_wheel(world.wheels, "one", {"one.py": ""}, ["kit<2"])
    write_wheel(world.wheels, "kit", {"kit.py": ""})
    newer = write_wheel(world.wheels, "kit", {"kit.py": "newer = 1"})
    newer.rename(newer.with_name("kit-2.0-py3-none-any.whl"))
    write_wheel(world.wheels, "kit", {"kit.py": ""})
    built = world.build("import kit, one", files={"requirements.txt": "kit>=1\none"})
    assert built.lock["kit"]["version"] == "1.0"


def test_a_module_that_a_listed_package_brings_is_not_looked_for(world: World) -> None:
    write_wheel(world.wheels, "shapes", {"corners.py": ""})
    assert set(world.build("import corners", files={"requirements.txt": "shapes"}).lock) == {
        "shapes"
    }


def test_what_the_app_does_without_is_left_out_and_said(world: World) -> None:
    built = world.build("try:\n    import absent\nexcept ImportError:\n    absent = None\n")
    assert built.lock == {}
    assert built.result.stderr == (
        "app.py:2: absent is left out: pip finds no wheel of absent for any platform, or for "
        "Pyodide.\n"
    )


@pytest.mark.parametrize(
    ("source", "listed", "parts"),
    [
        (
            "import streamlit\nimport absent",
            "",
            ["app.py:2 imports absent, and absent cannot be fetched", "list that in requirements"],
        ),
        (
            "x = 1",
            "\nshapes>=2",
            [
                "requirements.txt:2 asks for shapes>=2, which cannot be fetched",
                "pip finds no wheel",
            ],
        ),
        ("x = 1", "needy", ["requirements.txt:1 asks for needy", "psycopg2 is needed, and "]),
    ],
)
def test_what_cannot_be_fetched_is_refused_by_name(
    world: World, source: str, listed: str, parts: list[str]
) -> None:
    write_wheel(world.wheels, "shapes", {"shapes.py": ""})
    write_wheel(world.wheels, "needy", {"needy.py": ""}, ["psycopg2"])
    built = world.build(source, files={"requirements.txt": listed})
    built.expect_refusal(*parts, "--no-vendor leaves it for each visit to fetch.")


def test_a_wheel_for_another_platform_is_none(world: World) -> None:
    wheel = write_wheel(world.wheels, "fast", {"fast.py": ""})
    wheel.rename(wheel.with_name("fast-1.0-cp314-cp314-win_amd64.whl"))
    world.build("import fast").expect_refusal("pip finds no wheel of fast")
    wheel = write_wheel(world.wheels, "fast", {"fast.py": ""})
    native = "fast-1.0-cp314-cp314-pyemscripten_2026_0_wasm32.whl"
    wheel.rename(wheel.with_name(native))
    assert world.build("import fast").lock["fast"]["file_name"] == native


def test_what_the_lock_knows_by_an_address_is_fetched_from_there(world: World) -> None:
    built = world.build("import far")
    assert set(built.lock) == {"far", "farther", "numpy"}
    assert built.lock["far"]["file_name"] == "far-1.0-wasm.whl"
    assert (built.folder / "pyodide/far-1.0-wasm.whl").read_text() == "far"
    assert set(built.index["packages"]) == {"far", "farther", "numpy"}


def test_an_address_that_does_not_answer_or_answers_something_else_is_refused(
    world: World,
) -> None:
    (world.far / "far-1.0-wasm.whl").write_text("a login")
    world.build("import far").expect_refusal("is not the far that the lock of the site names")
    (world.far / "far-1.0-wasm.whl").unlink()
    world.build("import far").expect_refusal("far cannot be fetched from file:///", "No such file")


def test_without_vendoring_the_rest_is_left_to_each_visit(world: World) -> None:
    built = world.build("import far, shapes, six", "--no-vendor")
    assert set(built.lock) == {"far", "farther", "numpy", "six", "micropip"}
    assert built.lock["far"]["file_name"].startswith("file:///")
    assert set(built.index["packages"]) == {"numpy", "six", "micropip"}
    assert built.index["imports"]["far"] == "far"
    assert not built.index["isClosed"]
    assert "isOwn" not in built.index["lock"]
    assert built.result.stderr == "Each visit fetches far, farther, shapes.\n"


def test_a_wheel_that_is_named_by_its_place_is_installed_by_each_visit(world: World) -> None:
    files = {"requirements.txt": "./own-1.0-py3-none-any.whl"}
    built = world.build("import own, brought", files=files)
    assert set(built.lock) == {"micropip"}
    left_out, late = built.result.stderr.splitlines()
    # That wheel may have it.
    assert left_out.startswith("app.py:1: brought is left out: ")
    assert late == "requirements.txt:1: each visit installs own by itself."


def test_without_pip_what_would_work_is_said(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tabstream.cli.building.fetch.find_spec", lambda _name: None)
    world.build("import shapes").expect_refusal("this Python has no pip", "ensurepip")
    assert util.find_spec("pip")


def test_pip_looks_where_the_app_says(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[str]] = []

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        asked.append(command)
        return subprocess.CompletedProcess(command, 1, "", "ERROR: a\nERROR: connection lost.")

    monkeypatch.setattr(subprocess, "run", run)
    listed = "--index-url https://a.example/simple\nshapes"
    config = "[packages]\nindexUrls = ['https://b.example']"
    files = {"requirements.txt": listed, ".streamlit/config.toml": config}
    built = world.build("x = 1", files=files)
    built.expect_refusal("connection lost.")
    (command,) = asked
    assert "--index-url https://a.example/simple --extra-index-url https://b.example" in " ".join(
        command
    )
    assert command[-1] == "shapes"
