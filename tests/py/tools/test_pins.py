"""What is pinned fits together."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tools.notice import make_notice
from tools.packages.manifest import pinned_files, read_lock, read_shipped

ROOT = Path(__file__).parents[3]
LOCKS = ROOT / "tools/locks"
PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;]+)", re.MULTILINE)


def pins(name: str) -> set[tuple[str, str]]:
    return set(PIN.findall((LOCKS / name).read_text(encoding="utf-8")))


def test_every_shipped_file_is_pinned_by_a_sha256() -> None:
    for file in pinned_files(read_shipped(), read_lock()):
        assert re.fullmatch(r"[0-9a-f]{64}", file.sha256)
        assert file.version in file.name


def test_what_is_not_shipped_keeps_its_full_address_at_the_cdn() -> None:
    shipped, lock = read_shipped(), read_lock()
    for name, entry in lock["packages"].items():
        is_at_cdn = entry["file_name"].startswith(shipped.cdn)
        assert is_at_cdn == (name not in shipped.origins()), name


def test_nothing_shipped_needs_what_is_not_shipped() -> None:
    shipped, packages = read_shipped(), read_lock()["packages"]
    for name in shipped.origins():
        assert set(packages[name]["depends"]) <= set(shipped.origins()), name


def test_native_code_is_built_for_the_cores_abi() -> None:
    lock = read_lock()
    abi = lock["info"]["abi_version"]
    for file in pinned_files(read_shipped(), lock):
        assert file.name.endswith(("-none-any.whl", f"_{abi}_wasm32.whl"))


def test_tests_run_with_the_versions_that_the_site_ships() -> None:
    packages = read_lock()["packages"]
    data = pins("data.in")
    assert data
    for name, version in data:
        assert packages[name]["version"] == version


@pytest.mark.parametrize("environment", ["dev.txt", "parity.txt"])
def test_both_environments_have_those_versions(environment: str) -> None:
    assert pins("data.in") <= pins(environment)


def test_dev_has_everything_that_run_has_at_the_same_versions() -> None:
    assert pins("run.txt") <= pins("dev.txt")


@pytest.mark.parametrize("lock", sorted(LOCKS.glob("*.txt")), ids=lambda path: path.name)
def test_every_pin_has_a_hash_and_no_lock_names_a_host(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    requirements = re.split(r"\n(?=\S)", text.partition("\n")[2].strip())
    assert requirements
    for requirement in requirements:
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", requirement), requirement
    assert "//" not in text


def test_notice_is_up_to_date_and_names_everything_shipped() -> None:
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8")
    assert notice == make_notice()
    for file in pinned_files(read_shipped(), read_lock()):
        assert f"\n{file.package} {file.version}: " in notice
    assert "?" not in notice
