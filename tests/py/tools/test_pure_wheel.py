"""Packing a wheel from a source archive, without its native part."""

from __future__ import annotations

import hashlib
import io
import subprocess
import sys
import tarfile
import zipfile
from typing import TYPE_CHECKING

import pytest
from tools.packages.pure_wheel import pack_pure_wheel

if TYPE_CHECKING:
    from pathlib import Path

SDIST = {
    "Rain-1.0/PKG-INFO": "Metadata-Version: 2.1\nName: Rain\nVersion: 1.0\n",
    "Rain-1.0/LICENSE.txt": "Free as rain.\n",
    "Rain-1.0/setup.py": "raise SystemExit('a build backend must not run')\n",
    "Rain-1.0/src/rain/__init__.py": "def fall() -> str:\n    return 'drip'\n",
    "Rain-1.0/src/rain/py.typed": "",
    "Rain-1.0/src/rain/_fast.c": "int main() {}\n",
    "Rain-1.0/src/rain.egg-info/junk.py": "",
    "Rain-1.0/tests/test_rain.py": "",
}


@pytest.fixture
def sdist(tmp_path: Path) -> Path:
    path = tmp_path / "Rain-1.0.tar.gz"
    with tarfile.open(path, "w:gz") as archive:
        for name, content in SDIST.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content.encode()))
    return path


def test_the_wheel_holds_the_python_files_and_no_native_code(sdist: Path, tmp_path: Path) -> None:
    wheel = pack_pure_wheel(sdist, tmp_path)
    assert wheel.name == "rain-1.0-py3-none-any.whl"
    assert zipfile.ZipFile(wheel).namelist() == [
        "rain-1.0.dist-info/METADATA",
        "rain-1.0.dist-info/RECORD",
        "rain-1.0.dist-info/WHEEL",
        "rain-1.0.dist-info/licenses/LICENSE.txt",
        "rain/__init__.py",
        "rain/py.typed",
    ]


def test_the_same_archive_gives_the_same_bytes(sdist: Path, tmp_path: Path) -> None:
    hashes = set()
    for name in ("one", "two"):
        folder = tmp_path / name
        folder.mkdir()
        hashes.add(hashlib.sha256(pack_pure_wheel(sdist, folder).read_bytes()).hexdigest())
    assert len(hashes) == 1


def test_pip_installs_the_wheel(sdist: Path, tmp_path: Path) -> None:
    wheel = pack_pure_wheel(sdist, tmp_path)
    target = tmp_path / "target"
    options = ["--quiet", "--no-index", "--no-deps", "--target", str(target)]
    subprocess.run([sys.executable, "-m", "pip", "install", *options, str(wheel)], check=True)
    script = "import rain; print(rain.fall())"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=target, capture_output=True, text=True, check=True
    )
    assert done.stdout == "drip\n"
