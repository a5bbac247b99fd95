"""What an image of an app's own packages has imported."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from tabstream import _image

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_what_is_not_the_apps_own_is_named_in_the_order_of_import(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "app").mkdir()
    (tmp_path / "app/own_module_of_the_app.py").touch()
    monkeypatch.syspath_prepend(tmp_path / "app")
    import json.tool

    import own_module_of_the_app  # type: ignore[import-not-found]  # written above

    names = _image.imported_modules(str(tmp_path / "app"))
    assert names.index("json") < names.index("json.tool")
    assert "tabstream" in names
    assert "own_module_of_the_app" not in names
    assert "sys" not in names
    assert not any(name.startswith("micropip") for name in names)
    assert json.tool.__name__ == "json.tool"
    assert own_module_of_the_app.__name__ in sys.modules


def test_a_module_that_cannot_be_imported_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "breaks_when_imported.py").write_text("1 / 0")
    (tmp_path / "works_when_imported.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    names = ["is_not_there", "breaks_when_imported", "works_when_imported"]
    _image.import_modules(json.dumps(names))
    assert [name for name in names if name in sys.modules] == ["works_when_imported"]
