"""Pack a package for the browser. Runs inside Pyodide, whose Python the bytecode is for.

The archive has every module twice: as bytecode, which spares a boot the compiling, and as
source, which tracebacks and ``inspect`` show. It is imported from as it is, never unpacked, so
the bytecode lies where ``zipimport`` looks for it: beside the source. Nothing in it is compressed:
it is fetched packed as a whole, which makes it smaller by a quarter, and an import unpacks nothing.
Its bytes depend on the sources alone.
"""

import io
import py_compile
import zipfile
from pathlib import Path

#: The first moment that a zip archive can express.
EPOCH = (1980, 1, 1, 0, 0, 0)


def pack(root: str, names: list[str]) -> bytes:
    """Pack the files named, by their paths below a root."""
    files: dict[str, bytes] = {}
    for name in names:
        files[name] = Path(root, name).read_bytes()
        if name.endswith(".py"):
            files[f"{name}c"] = compile_module(root, name)
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_STORED) as target:
        for name, content in sorted(files.items()):
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.external_attr = 0o644 << 16
            target.writestr(entry, content)
    return archive.getvalue()


def compile_module(root: str, name: str) -> bytes:
    """Compile one module into bytecode that is taken without a look at the source's time."""
    compiled = "/tmp/module.pyc"
    py_compile.compile(
        f"{root}/{name}",
        cfile=compiled,
        dfile=name,
        doraise=True,
        invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
    )
    return Path(compiled).read_bytes()
