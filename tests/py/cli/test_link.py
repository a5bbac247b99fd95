"""``tabstream link``: what is in the address that it prints, and what never is."""

from __future__ import annotations

import json
import os
import random
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.py.cli.links import read_link

if TYPE_CHECKING:
    from tests.py.cli.conftest import Call, WriteApp

ROOT = Path(__file__).parents[3]
CONTRACT = ROOT / "tests/contract/links"
APP = "import streamlit as st\nst.write(1)\n"


def noise(size: int) -> bytes:
    return random.Random(size).randbytes(size)


def test_a_link_carries_the_script_and_its_folder_byte_for_byte(
    call: Call, write_app: WriteApp
) -> None:
    files = {"app.py": APP.encode(), "data/a.csv": b"1\r\n2\n", "logo.png": noise(999), "e": b""}
    result = call("link", write_app(files) / "app.py")
    assert result.exit_code == 0
    assert read_link(result.stdout) == ("http://localhost:8501/", "app.py", files)
    assert result.stderr == "It opens on this machine; --site names a site for others.\n"


@pytest.mark.parametrize("path", sorted(CONTRACT.glob("*.json")), ids=lambda path: path.stem)
def test_what_is_in_a_link_is_what_the_page_would_put_in(
    call: Call, write_app: WriteApp, path: Path
) -> None:
    recorded = json.loads(path.read_text(encoding="utf-8"))
    result = call("link", write_app(recorded["files"]) / recorded["entry"], "--site", "http://h")
    site, entry, files = read_link(result.stdout)
    if os.environ.get("TABSTREAM_RECORD"):
        recorded["code"] = result.stdout.strip().partition("#code=")[2]
        path.write_text(json.dumps(recorded, indent=1) + "\n", encoding="utf-8")
    assert entry == recorded["entry"]
    assert list(files) == recorded["shared"]
    # Another zlib may pack the same content into other bytes.
    assert read_link(f"{site}#code={recorded['code']}") == (site, entry, files)
    assert {name: content.decode() for name, content in files.items()} == {
        name: recorded["files"][name] for name in recorded["shared"]
    }


def test_what_is_left_out_is_said_in_one_line(call: Call, write_app: WriteApp) -> None:
    files = {
        "app.py": APP,
        ".gitignore": "big/\n",
        ".env": "A=1",
        ".streamlit/secrets.toml": "a = 1",
        "big/a.csv": "1",
        "my-env/pyvenv.cfg": "",
        "my-env/lib/site.py": "",
        "back\\slash.txt": "1",
        **{f"{number}.pyc": "" for number in range(5)},
    }
    folder = write_app(files)
    (folder / "elsewhere").symlink_to(ROOT / "docs")
    result = call("link", folder, "--site", "https://example.org/apps/")
    assert list(read_link(result.stdout)[2]) == ["app.py"]
    assert result.stderr == (
        "Left out: .env, .gitignore (hidden); 0.pyc, 1.pyc, 2.pyc and 3 more (made by tools); "
        "back\\slash.txt (of a name with a backslash); big/ (ignored by git); "
        "elsewhere/ (links to folders); .streamlit/secrets.toml (secrets).\n"
    )


@pytest.mark.parametrize(
    ("site", "address"),
    [
        ("https://example.org", "https://example.org/"),
        ("https://example.org/apps/", "https://example.org/apps/"),
        ("http://[::1]:80/a?theme=dark#x", "http://[::1]:80/a?theme=dark"),
    ],
)
def test_the_link_is_for_the_site_that_is_named(
    call: Call, write_app: WriteApp, site: str, address: str
) -> None:
    result = call("link", write_app({"app.py": APP}), "--site", site)
    assert read_link(result.stdout)[0] == address
    assert result.stderr == ""


@pytest.mark.parametrize("site", ["example.org", "file:///a", "", "https://", "https://a b", "["])
def test_what_is_no_address_of_a_site_is_refused(
    call: Call, write_app: WriteApp, site: str
) -> None:
    result = call("link", write_app({"app.py": APP}), "--site", site)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "is not the address of a site" in result.stderr


def test_an_app_of_200_lines_fits_into_4_kilobytes(call: Call, write_app: WriteApp) -> None:
    apps = ["examples/simulation/app.py", "tests/e2e/images/app_facts.py"]
    source = "".join((ROOT / app).read_text(encoding="utf-8") for app in apps)
    assert source.count("\n") >= 200
    result = call("link", write_app({"app.py": source}))
    assert len(result.stdout) < 4_096


def test_a_link_that_is_too_long_is_refused_with_its_size_and_the_biggest_files(
    call: Call, write_app: WriteApp
) -> None:
    files: dict[str, str | bytes] = {"app.py": APP}
    files |= {"a.bin": noise(20_000), "b.bin": noise(90_000), "c": "", "d": "1"}
    result = call("link", write_app(files))
    assert (result.exit_code, result.stdout) == (2, "")
    assert "A link to app.py would have 146," in result.stderr
    assert "80,000 are the most" in result.stderr
    assert "The biggest files: b.bin (90 kB), a.bin (20 kB), app.py (35 bytes)." in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_link_that_unpacks_to_more_than_the_page_takes_is_refused(
    call: Call, write_app: WriteApp
) -> None:
    result = call("link", write_app({"app.py": APP, "zeros.bin": bytes(10_000_001)}))
    assert result.exit_code == 2
    assert "more than 10.0 MB" in result.stderr
    assert "zeros.bin (10.0 MB)" in result.stderr


def test_a_folder_of_countless_files_is_refused(call: Call, write_app: WriteApp) -> None:
    folder = write_app({"app.py": APP, **{f"{number}.txt": "" for number in range(2_001)}})
    result = call("link", folder)
    assert result.exit_code == 2
    assert "more than 2,000 files" in result.stderr


@pytest.mark.parametrize(
    ("files", "why"),
    [
        ({".app.py": APP}, "for it is hidden"),
        ({".app.py": APP, ".gitignore": "*.py"}, "for it is hidden"),
        ({"a.py": APP, ".gitignore": "*.py"}, "for it is ignored by git"),
    ],
)
def test_a_script_that_is_to_stay_at_home_is_no_link(
    call: Call, write_app: WriteApp, files: dict[str, str], why: str
) -> None:
    result = call("link", write_app(files) / next(iter(files)))
    assert (result.exit_code, result.stdout) == (2, "")
    assert why in result.stderr


def test_a_file_that_cannot_be_read_is_an_error_and_not_left_out(
    call: Call, without_rights: Path
) -> None:
    (without_rights / "app.py").write_text(APP)
    (without_rights / "data.csv").write_text("1")
    (without_rights / "data.csv").chmod(0)
    result = call("link", without_rights / "app.py")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "data.csv belongs to the app and cannot be read: Permission denied." in result.stderr
    (without_rights / "data.csv").chmod(0o600)
    (without_rights / "data").mkdir(mode=0)
    assert "data belongs to the app" in call("link", without_rights / "app.py").stderr
    (without_rights / "data").chmod(0o700)
    (without_rights / ".gitignore").touch(mode=0)
    result = call("link", without_rights / "app.py")
    assert ".gitignore cannot be read: Permission denied." in result.stderr
