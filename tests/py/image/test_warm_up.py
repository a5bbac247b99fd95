"""A first run that is part of a memory image, and leaves nothing else behind."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tabstream import _image
from tabstream._runtime import current_run

ROOT = Path(__file__).parents[3]

CORE = (ROOT / "tools/images/apps/core.py").read_text("utf-8")


@pytest.fixture(autouse=True)
def own_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(_image, "_APP", str(tmp_path / "warm-up"))


def test_the_run_leaves_nothing_behind(tmp_path: Path) -> None:
    _image.warm_up(CORE)
    main, argv, path, folder = sys.modules["__main__"], sys.argv, list(sys.path), os.getcwd()
    before = set(sys.modules)
    _image.warm_up(CORE)
    assert sys.modules["__main__"] is main
    assert (sys.argv, sys.path, os.getcwd()) == (argv, path, folder)
    assert set(sys.modules) == before
    assert current_run() is None
    assert list(tmp_path.iterdir()) == []


def test_no_cached_function_of_the_app_is_known_any_more() -> None:
    from tabstream.caching.record import records

    _image.warm_up(CORE)
    assert not [name for name in records if "compute" in name]


def test_the_app_runs_twice() -> None:
    _image.warm_up("import builtins\nbuiltins.image_runs = getattr(builtins, 'image_runs', 0) + 1")
    import builtins

    assert builtins.__dict__.pop("image_runs") == 2


@pytest.mark.parametrize("source", ["1 / 0", "import", "import streamlit as st\nst.nothing()"])
def test_an_app_that_fails_makes_no_image(source: str) -> None:
    with pytest.raises(RuntimeError, match="ended in an error"):
        _image.warm_up(source)
