"""The site that the docs' apps run with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from docs_folder import SITE

from tabstream_docs.built_site import NoSiteError, Site, find_site

if TYPE_CHECKING:
    from pathlib import Path


def write_site(folder: Path, release: str = "1") -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in SITE.items():
        (folder / name).write_text(text + release)
    return folder


def test_an_address_is_a_folder_whether_or_not_it_ends_like_one(tmp_path: Path) -> None:
    for named in ("https://a.test/apps", "https://a.test/apps/"):
        site = find_site(named, tmp_path)
        assert site.loader("../") == "https://a.test/apps/tabstream-embed.js"
        site.copy_into(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_counted_from_the_configuration_and_copied(tmp_path: Path) -> None:
    write_site(tmp_path / "dist")
    site = find_site("dist", tmp_path)
    assert site.loader("../") == "../_tabstream/tabstream-embed.js"
    site.copy_into(tmp_path / "built")
    copied = {file.name: file.read_text() for file in (tmp_path / "built/_tabstream").iterdir()}
    assert copied == {name: f"{text}1" for name, text in SITE.items()}


def test_a_copy_stays_until_there_is_another_release(tmp_path: Path) -> None:
    site = Site(folder=write_site(tmp_path / "dist"))
    site.copy_into(tmp_path)
    (tmp_path / "_tabstream/mark").touch()
    site.copy_into(tmp_path)
    assert (tmp_path / "_tabstream/mark").exists()
    write_site(tmp_path / "dist", "2")
    site.copy_into(tmp_path)
    assert not (tmp_path / "_tabstream/mark").exists()
    assert (tmp_path / "_tabstream/service-worker.js").read_text() == "12"


def test_what_an_interrupted_copy_left_is_no_copy(tmp_path: Path) -> None:
    site = Site(folder=write_site(tmp_path / "dist"))
    (tmp_path / "_tabstream.part").mkdir()
    (tmp_path / "_tabstream.part/half").touch()
    site.copy_into(tmp_path)
    assert sorted(file.name for file in (tmp_path / "_tabstream").iterdir()) == sorted(SITE)


def test_a_folder_that_is_no_site_is_refused_with_what_would_do(tmp_path: Path) -> None:
    with pytest.raises(NoSiteError, match=r"dist is no built tabstream site: .* has no index.html"):
        find_site("dist", tmp_path)


def test_without_a_name_the_site_of_the_installed_package_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "tabstream"
    package.mkdir()
    (package / "__init__.py").touch()
    monkeypatch.delitem(__import__("sys").modules, "tabstream", raising=False)
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(NoSiteError, match="No tabstream site is named"):
        find_site("", tmp_path)
    write_site(package / "_site")
    assert find_site("", tmp_path) == Site(folder=package / "_site")
