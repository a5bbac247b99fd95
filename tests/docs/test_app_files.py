"""Which files of the docs source an app has, and where they go."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tabstream_docs.app_files import find_app
from tabstream_docs.block import BlockError, read_block

if TYPE_CHECKING:
    from pathlib import Path

    from tabstream_docs.app_files import App


def write(root: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)


def find(root: Path, text: str = "", **options: str) -> App:
    """Find the app of a block on a page of the folder `guide`."""
    (root / "guide").mkdir(exist_ok=True)
    return find_app(read_block(options, text), root / "guide", root)


def test_a_script_takes_along_what_it_imports_and_what_it_names(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "guide/app.py": "import pandas, own\nfrom pack.inner import x\nopen('rows.csv')",
            "guide/own.py": "open('data/more.csv')",
            "guide/rows.csv": "",
            "guide/data/more.csv": "",
            "guide/pack/__init__.py": "",
            "guide/pack/inner.py": "from . import beside\nfrom .deeper.last import y",
            "guide/pack/beside.py": "",
            "guide/pack/deeper/last.py": "",
            "guide/requirements.txt": "",
            "guide/not_wanted.csv": "",
        },
    )
    app = find(tmp_path, src="app.py")
    assert app.address == "_tabstream_apps/guide/app.py"
    assert sorted(app.copied) == [
        f"_tabstream_apps/guide/{name}"
        for name in (
            *("app.py", "data/more.csv", "own.py", "pack/__init__.py", "pack/beside.py"),
            *("pack/deeper/last.py", "pack/inner.py", "requirements.txt", "rows.csv"),
        )
    ]
    # The page looks beside the script by itself.
    assert app.handed == {}


def test_a_script_in_the_page_is_handed_what_lies_beside_its_source(tmp_path: Path) -> None:
    write(tmp_path, {"guide/rows.csv": "", "guide/own.py": "", "rows.csv": ""})
    app = find(tmp_path, "import own\nopen('rows.csv')\nopen('../rows.csv')")
    assert app.handed == {
        "own.py": "_tabstream_apps/guide/own.py",
        "rows.csv": "_tabstream_apps/guide/rows.csv",
    }


def test_what_no_text_tells_is_listed(tmp_path: Path) -> None:
    write(tmp_path, {"guide/app.py": "", "guide/a/1.csv": "", "guide/b.csv": ""})
    app = find(tmp_path, src="app.py", files="a/1.csv  b.csv")
    assert app.handed == {
        "a/1.csv": "_tabstream_apps/guide/a/1.csv",
        "b.csv": "_tabstream_apps/guide/b.csv",
    }


def test_secrets_stay_at_home(tmp_path: Path) -> None:
    write(tmp_path, {"guide/.streamlit/secrets.toml": "", "guide/.env.txt": ""})
    app = find(tmp_path, "open('.streamlit/secrets.toml')\nopen('.env.txt')")
    assert app.copied == {}
    with pytest.raises(BlockError, match="none whose name begins with a dot"):
        find(tmp_path, "x", files=".streamlit/secrets.toml")


def test_a_slash_leads_to_the_top_and_dots_lead_out_of_the_docs(tmp_path: Path) -> None:
    root = tmp_path / "docs"
    write(root, {"top.py": "", "../examples/app.py": ""})
    assert find(root, src="/top.py").address == "_tabstream_apps/top.py"
    outside = find(root, src="../../examples/app.py")
    assert outside.address == "_tabstream_apps/__/examples/app.py"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"src": "gone.py"}, r'src="gone.py" is not there: .*guide.gone\.py was looked for'),
        ({"src": "folder"}, 'src="folder" cannot be read'),
        ({"src": "latin.py"}, 'src="latin.py" cannot be read as Python in UTF-8'),
        ({"src": "app.py", "files": "gone.csv"}, "gone.csv of `files` is not there"),
        ({"src": "app.py", "files": "../top.csv"}, "below the script's folder"),
    ],
)
def test_a_file_that_is_not_there_is_named(
    tmp_path: Path, options: dict[str, str], said: str
) -> None:
    write(tmp_path, {"guide/app.py": "", "guide/folder/x": "", "top.csv": ""})
    (tmp_path / "guide/latin.py").write_bytes(b"# \xe9")
    with pytest.raises(BlockError, match=said):
        find(tmp_path, **options)
