"""An app with packages that are in no image of the site comes to start from one of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hosts import OPEN_TO_ALL, SITE_FOLDERS, Host
from images.visitor import CUT, Visitor, is_plain
from playwright.sync_api import expect
from server import PREFIX
from wheels import write_index, write_wheel

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

#: Native code that makes objects of Python before it is imported, and a wheel from an index.
APP = """\
import random
import sys
import matplotlib.pyplot as plt
import shapes
import streamlit as st

figure, axes = plt.subplots()
axes.plot([1, 3, 2])
st.pyplot(figure)
st.text(f"{shapes.name} {'micropip' in sys.modules} {random.random()}")
"""
OWN = f"{PREFIX}own/"


@pytest.fixture
def index(tmp_path: Path, start_host: Callable[[Host], Host]) -> Host:
    """A package index with a wheel."""
    folder = tmp_path / "simple"
    write_wheel(folder / "shapes", "shapes", {"shapes.py": "name = 'shapes'"})
    write_index(folder)
    return start_host(Host({"/simple/": folder}, OPEN_TO_ALL))


@pytest.fixture
def host(tmp_path: Path, index: Host, start_host: Callable[[Host], Host]) -> Host:
    """A host that has the app beside the site."""
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "app.py").write_text(APP)
    (folder / "requirements.txt").write_text(f"--index-url {index.origin}/simple\nshapes\n")
    return start_host(Host({OWN: folder, **SITE_FOLDERS}))


def drawn(page: Page) -> list[str]:
    """Return what the app says, when its figure is there."""
    expect(page.get_by_test_id("stImage").locator("img")).to_have_js_property("complete", True)
    return page.get_by_test_id("stText").inner_text().split()


def test_the_next_visit_asks_for_no_package_and_a_broken_image_is_no_failure(
    visitor: Visitor, index: Host
) -> None:
    app = f"{PREFIX}?script=own/app.py"
    visitor.visit(app)
    first = drawn(visitor.page)
    assert first[:2] == ["shapes", "True"]
    visitor.expect_kept("core", "own")

    # Packages, and where they come from, are not needed any more; nor is what installs them.
    visitor.host.faults = {".whl": "missing", ".image": "missing"}
    index.faults = {"": "closed"}
    requests = visitor.visit(app)
    assert not is_plain(requests)
    second = drawn(visitor.page)
    assert second[:2] == ["shapes", "False"]
    assert second[2] != first[2]

    visitor.host.faults.clear()
    index.faults.clear()
    visitor.page.evaluate(CUT)
    visitor.visit(app)
    assert drawn(visitor.page)[0] == "shapes"
    assert "own" not in visitor.kept
