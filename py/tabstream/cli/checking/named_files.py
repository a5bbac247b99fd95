"""Files that a call surely reads and that are not in the app's folder."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from tabstream.cli.checking.problem import Problem, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tabstream.cli.checking.source import Source

READERS = {
    "pandas": "read_csv read_excel read_feather read_fwf read_json read_orc read_parquet"
    " read_pickle read_sas read_spss read_stata read_table read_xml",
    "polars": "read_csv read_excel read_ipc read_json read_ndjson read_parquet scan_csv"
    " scan_ndjson scan_parquet",
    "geopandas": "read_file read_parquet",
    "numpy": "load loadtxt genfromtxt fromfile",
    "PIL.Image": "open",
    "matplotlib.pyplot": "imread",
    "matplotlib.image": "imread",
    "joblib": "load",
    "streamlit": "image audio video logo pdf page_link switch_page",
    "tabstream": "image audio video logo pdf page_link switch_page",
    "pathlib": "Path",
    "": "open",
}
#: The name of the same argument, where a call gives it by name.
KEYWORDS = frozenset(
    {"file", "filename", "filepath_or_buffer", "io", "path", "path_or_buf", "path_or_buffer"}
    | {"source", "fname", "fp", "image", "data", "page"}
)
PATH_READERS = frozenset({"read_text", "read_bytes"})

#: A relative path with an ending: no address, no icon, no text with a colon or a brace in it.
FILE_NAME = re.compile(r"(?:\.{1,2}/)*\w[^\"'\\\n:*?<>|{}]{0,150}\.[A-Za-z]\w{0,7}")


def check_named_files(sources: list[Source], home: Path) -> Iterator[Problem]:
    """Tell which files are read by name and are not there.

    A name that the app also has in another place is left alone: it may be what a call before
    writes, or looks for.
    """
    fetched = list_fetched(home)
    reads = [(source, *read) for source in sources for read in find_reads(source)]
    read_here = {id(constant) for _, constant, _ in reads}
    mentioned = {
        node.value
        for source in sources
        for node, _ in source.nodes
        if isinstance(node, ast.Constant) and id(node) not in read_here
    }
    for source, constant, is_caught in reads:
        name = str(constant.value)
        path = PurePosixPath(name)
        if is_caught or name in mentioned or not FILE_NAME.fullmatch(name) or path.name in fetched:
            continue
        if why := why_missing(home, path):
            yield Problem(source.file, constant.lineno, why)


def find_reads(source: Source) -> Iterator[tuple[ast.Constant, bool]]:
    """Find the text literals that a call reads as files, and whether an error is caught."""
    known = find_readers(source)
    for node, is_caught in source.nodes:
        if not isinstance(node, ast.Call):
            continue
        call = ast.unparse(node.func) if isinstance(node.func, ast.Name | ast.Attribute) else ""
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Call() as path, attr=name)):
                # Path("a.txt").read_text()
                if name not in PATH_READERS or known.get(ast.unparse(path.func)) != "Path":
                    continue
                given = path.args[:1] if len(path.args) == 1 else []
            case _ if call in known and known[call] != "Path" and is_reading(node, known[call]):
                named = [word.value for word in node.keywords if word.arg in KEYWORDS]
                given = [*node.args[:1], *named]
            case _:
                continue
        for value in given:
            values = value.elts if isinstance(value, ast.List | ast.Tuple) else [value]
            for item in values:
                if isinstance(item, ast.Constant) and isinstance(item.value, str):
                    yield item, is_caught


def find_readers(source: Source) -> dict[str, str]:
    """Give what a file calls the readers, each as it is written there: ``pd.read_csv``."""
    known = {name: name for name in READERS[""].split()}
    for found in source.imports:
        if found.level:
            continue
        if not found.names:
            target = found.bound if not found.is_top else found.module
            for name in READERS.get(found.module, "").split():
                known[f"{target}.{name}"] = name
        for alias in found.names:
            inner = f"{found.module}.{alias.name}"
            bound = alias.asname or alias.name
            known.update({f"{bound}.{name}": name for name in READERS.get(inner, "").split()})
            if alias.name in READERS.get(found.module, "").split():
                known[bound] = alias.name
    return known


def is_reading(call: ast.Call, name: str) -> bool:
    """Tell whether a call of ``open`` reads; every other reader does."""
    if name != "open":
        return True
    modes = [*call.args[1:2], *(word.value for word in call.keywords if word.arg == "mode")]
    return all(
        isinstance(mode, ast.Constant) and set(str(mode.value)) <= set("rbt") for mode in modes
    )


def why_missing(home: Path, path: PurePosixPath) -> str | None:
    """Tell why a file cannot be read; None when it is there."""
    depth = 0
    for part in path.parts:
        depth += -1 if part == ".." else 1
        if depth < 0:
            return f"{path} is outside of the app's folder, and only the folder is in the browser."
    folder = home
    for part in path.parts:
        if part == "..":
            folder = folder.parent
            continue
        # By the list of names: a disk may take Data.csv for data.csv, and the browser does not.
        try:
            names = sorted(entry.name for entry in folder.iterdir())
        except OSError:  # no folder, or not ours to read
            names = []
        if part not in names:
            near = did_you_mean(part, names, f"{path.parent}/" if len(path.parts) > 1 else "")
            return f"there is no file {path} in the app's folder.{near}"
        folder /= part
    return None


def list_fetched(home: Path) -> set[str]:
    """List the names of the files that pyscript.toml has the page fetch."""
    try:
        files = tomllib.loads((home / "pyscript.toml").read_text(encoding="utf-8")).get("files", {})
    except (OSError, ValueError):
        return set()
    paths = (
        [str(part) for pair in files.items() for part in pair] if isinstance(files, dict) else []
    )
    return {PurePosixPath(path).name for path in paths}
