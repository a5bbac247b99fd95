"""Pack a pure wheel from a source archive, leaving out optional native code.

No build backend runs, and nothing is compressed: a build backend writes its own version into
the wheel, and compressors differ from one Python to the next, so either would change the hash.
"""

from __future__ import annotations

import base64
import hashlib
import re
import tarfile
import zipfile
from pathlib import Path, PurePosixPath

WHEEL = """\
Wheel-Version: 1.0
Generator: tools/packages/pure_wheel.py
Root-Is-Purelib: true
Tag: py3-none-any
"""

# The first moment that a zip archive can express.
EPOCH = (1980, 1, 1, 0, 0, 0)


def pack_pure_wheel(sdist: Path, into: Path) -> Path:
    """Pack the Python files of a source archive with a ``src`` folder into a wheel."""
    match = re.fullmatch(r"(?P<name>.+)-(?P<version>[^-]+)\.tar\.gz", sdist.name)
    if match is None:
        raise ValueError(f"{sdist.name} is not named like a source archive")
    stem = f"{match['name'].lower().replace('-', '_')}-{match['version']}"
    files = wheel_files(read_sdist(sdist), f"{stem}.dist-info")
    wheel = into / f"{stem}-py3-none-any.whl"
    write_archive(wheel, files)
    return wheel


def read_sdist(sdist: Path) -> dict[PurePosixPath, bytes]:
    """Read the files of a source archive, by their path below its one top folder."""
    contents = {}
    with tarfile.open(sdist, "r:gz") as archive:
        for member in archive.getmembers():
            file = archive.extractfile(member)
            if file is not None:
                contents[PurePosixPath(*PurePosixPath(member.name).parts[1:])] = file.read()
    return contents


def wheel_files(sdist: dict[PurePosixPath, bytes], dist_info: str) -> dict[str, bytes]:
    """Lay out the files of a wheel: the pure modules, and the metadata beside them."""
    files = {
        str(path.relative_to("src")): content
        for path, content in sdist.items()
        if path.parts[0] == "src"
        and (path.suffix == ".py" or path.name == "py.typed")
        and "egg-info" not in path.parts[1]
    }
    files[f"{dist_info}/METADATA"] = sdist[PurePosixPath("PKG-INFO")]
    files[f"{dist_info}/WHEEL"] = WHEEL.encode()
    for path, content in sdist.items():
        if len(path.parts) == 1 and path.name.startswith("LICENSE"):
            files[f"{dist_info}/licenses/{path.name}"] = content
    files[f"{dist_info}/RECORD"] = record(files, f"{dist_info}/RECORD")
    return files


def record(files: dict[str, bytes], own_name: str) -> bytes:
    """List every file with its hash and size, as the wheel format asks."""
    lines = []
    for name, content in sorted(files.items()):
        digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=")
        lines.append(f"{name},sha256={digest.decode()},{len(content)}\n")
    return "".join([*lines, f"{own_name},,\n"]).encode()


def write_archive(path: Path, files: dict[str, bytes]) -> None:
    """Write a zip archive whose bytes depend on the files alone."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for name, content in sorted(files.items()):
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.create_system = 3  # else the archive would tell which system packed it
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
