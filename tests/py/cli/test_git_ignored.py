"""What is ignored is what git ignores: compared with git itself, in made-up folders."""

from __future__ import annotations

import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.py.cli.links import read_link

from tabstream.cli.app_folder import walk
from tabstream.cli.git_ignored import GitIgnored

if TYPE_CHECKING:
    from tests.py.cli.conftest import Call, WriteApp

FOLDERS = ["a", "b", "data", "x.csv"]
NAMES = [*FOLDERS, "y.py", "out", "b "]
RULES = [
    "*.csv",
    "!x.csv",
    "out/",
    "/a",
    "a/",
    "data/*",
    "!data/b",
    "**/b",
    "data/**",
    "a/**/b",
    "a/**/",
    "*",
    "!*/",
    "!y.py",
    "#c",
    "\\!x",
    "/data/x.csv",
    "out",
    "[ab]",
    "[!a]*",
    "?.py",
    "data/**/x.csv",
    "!",
    "!a/",
    "/*",
    "a/b",
    "/",
    "!/data/",
    "**/data",
    "\\",
    "a\\",
    "A",
    "!b",
]

rules = st.lists(st.sampled_from([*RULES, "b\\ ", "out  ", "", " "]), max_size=4)
paths = st.builds(
    lambda folders, name: "/".join([*folders, name]),
    st.lists(st.sampled_from(FOLDERS), max_size=3),
    st.sampled_from(NAMES),
)
ends = st.sampled_from(["\n", "\r\n"])


def git(folder: Path, *args: str) -> str:
    # The person's own configuration may ignore more, and is not the project's.
    alone = {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null", "HOME": "/"}
    command = ["git", "-C", str(folder), *args]
    return subprocess.run(command, check=True, capture_output=True, text=True, env=alone).stdout


@settings(max_examples=60, deadline=None)
@given(st.lists(paths, max_size=12), rules, rules, st.dictionaries(paths, rules, max_size=3), ends)
def test_what_is_ignored_is_what_git_ignores(
    files: list[str], top: list[str], excluded: list[str], below: dict[str, list[str]], end: str
) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        git(folder, "init", "--quiet")
        (folder / ".git/info/exclude").write_text(end.join(excluded))
        for file in files:
            write(folder / file, "")
        for path, lines in {".": top, **below}.items():
            write(folder / path / ".gitignore", end.join(lines))
        listed = git(folder, "ls-files", "--others", "--exclude-standard", "-z").split("\0")[:-1]
        ignored = GitIgnored(folder)
        kept = walk(
            folder,
            lambda found: (
                found.name.parts[0] != ".git"
                and not ignored.has(found.path, is_folder=found.is_folder)
            ),
        )
        assert sorted(found.name.as_posix() for found in kept) == sorted(listed)


def write(path: Path, content: str) -> None:
    """Write a file, unless another one is in the way."""
    if not path.is_dir() and not any(above.is_file() for above in path.parents):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, newline="")


def test_rules_hold_from_the_top_of_the_repository_and_no_higher(
    call: Call, write_app: WriteApp
) -> None:
    repository = write_app({"top/.gitignore": "*.csv\n", ".gitignore": "*.txt\n"}) / "top"
    git(repository, "init", "--quiet")
    for name in ["app.py", "a.csv", "a.txt"]:
        write(repository / "deep/app" / name, "import streamlit\n")
    result = call("link", repository / "deep/app")
    assert list(read_link(result.stdout)[2]) == ["a.txt", "app.py"]
    assert "Left out: a.csv (ignored by git)." in result.stderr


def test_without_a_repository_the_folders_own_rules_hold(call: Call, write_app: WriteApp) -> None:
    folder = write_app({".gitignore": "*", "app/.gitignore": "a.txt", "app/app.py": "1"}) / "app"
    write(folder / "a.txt", "")
    assert list(read_link(call("link", folder / "app.py").stdout)[2]) == ["app.py"]


def test_nothing_of_an_ignored_folder_is_shared(call: Call, write_app: WriteApp) -> None:
    folder = write_app({".gitignore": "scratch/\n", "scratch/app.py": "import streamlit\n"})
    git(folder, "init", "--quiet")
    result = call("link", folder / "scratch")
    assert result.exit_code == 2
    assert "app.py cannot go into a link, for it is ignored by git." in result.stderr
