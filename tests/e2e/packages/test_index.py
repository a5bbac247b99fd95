from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from controllers.app import START_MS
from hosts import OPEN_TO_ALL, Host
from playwright.sync_api import expect
from wheels import write_index, write_wheel

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from controllers.own_app import OwnApp

APP = """\
import streamlit as st
import shapes
import corners
import guessed
import local

try:
    import absent
except ImportError:
    absent = None
st.text(f"{shapes.name} {corners.name} {guessed.name} {local.name} {absent}")
"""


@pytest.fixture
def index(tmp_path: Path, start_host: Callable[[Host], Host]) -> Host:
    """A package index with a few wheels, open to all."""
    folder = tmp_path / "simple"
    needs = ["corner-kit", "streamlit>=1.60"]
    write_wheel(folder / "shapes", "shapes", {"shapes.py": "name = 'shapes'"}, needs)
    write_wheel(folder / "corner-kit", "corner_kit", {"corners/__init__.py": "name = 'corners'"})
    write_wheel(folder / "guessed", "guessed", {"guessed.py": "name = 'guessed'"})
    write_index(folder)
    return start_host(Host({"/simple/": folder}, OPEN_TO_ALL))


def test_what_the_lock_lacks_comes_from_the_index_that_the_app_names(
    own_app: OwnApp, index: Host, tmp_path: Path
) -> None:
    local = write_wheel(tmp_path, "local", {"local.py": "name = 'local'"})
    own_app.open_files(
        {
            "app.py": APP,
            "requirements.txt": f"--index-url {index.origin}/simple\nshapes==1.0\n./{local.name}\n",
            local.name: list(local.read_bytes()),
        }
    )
    own_app.expect_started()
    own_app.texts.expect("shapes corners guessed local None")
    asked = {path for path in index.requests if not path.endswith(".whl")}
    # `corners` came with shapes, and tabstream stands for Streamlit: nobody is asked for them.
    assert asked == {f"/simple/{name}/" for name in ("shapes", "corner-kit", "guessed", "absent")}
    [note] = own_app.said("log")
    assert note["text"].startswith("app.py:8: absent could not be installed: ")


def first_visit(own_app: OwnApp, index: Host) -> tuple[dict[str, str], dict[str, Any]]:
    """Open an app with a requirement; return its files, and what the requirement came to."""
    files = {
        "app.py": "import streamlit as st\nimport shapes\nst.text(shapes.name)",
        "requirements.txt": f"--index-url {index.origin}/simple\nshapes",
    }
    own_app.open_files(files)
    own_app.expect_started()
    [said] = own_app.said("resolved")
    return files, said["resolved"]


def test_the_next_visit_asks_no_index(own_app: OwnApp, index: Host) -> None:
    files, resolved = first_visit(own_app, index)
    index.requests.clear()
    own_app.open_files(files, resolved=resolved)
    own_app.expect_started()
    own_app.texts.expect("shapes")
    assert sorted(path.rpartition("/")[2] for path in index.requests) == [
        "corner_kit-1.0-py3-none-any.whl",
        "shapes-1.0-py3-none-any.whl",
    ]
    assert own_app.said("resolved") == []


def test_a_part_that_a_saved_file_brings_is_not_taken_for_the_whole(
    own_app: OwnApp, index: Host
) -> None:
    first_visit(own_app, index)
    app = "import streamlit as st\nimport shapes\nimport guessed\nst.text(guessed.name)"
    own_app.save_files({"app.py": app})
    own_app.texts.expect("guessed")
    assert len(own_app.said("resolved")) == 1


def test_what_is_no_longer_there_is_looked_for_anew(
    own_app: OwnApp, index: Host, tmp_path: Path
) -> None:
    files, resolved = first_visit(own_app, index)
    moved = [address.replace("/simple/", "/moved/") for address in resolved["wheels"]]
    own_app.open_files(files, resolved={**resolved, "wheels": moved})
    own_app.expect_started()
    own_app.texts.expect("shapes")


def test_a_requirement_that_no_index_has_is_named_and_can_be_tried_again(
    own_app: OwnApp, index: Host, tmp_path: Path
) -> None:
    config = f'[packages]\nindexUrls = ["{index.origin}/simple"]'
    app = "import streamlit as st\nimport late\nst.text(late.name)"
    own_app.open_files(
        {"app.py": app, "requirements.txt": "shapes\nlate>=1", ".streamlit/config.toml": config}
    )
    failure = own_app.page.get_by_test_id("stFailure")
    expect(failure).to_contain_text("late>=1 could not be installed", timeout=START_MS)
    expect(failure).to_contain_text("requirements.txt:2 asks for it.")

    write_wheel(tmp_path / "simple/late", "late", {"late.py": "name = 'late'"})
    write_index(tmp_path / "simple")
    failure.get_by_role("button", name="Retry").click()
    expect(own_app.root.get_by_test_id("stText")).to_have_text("late", timeout=START_MS)
