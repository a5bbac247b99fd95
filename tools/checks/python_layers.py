"""Check which way the imports of the Python package point.

``python tools/checks/python_layers.py [py]``

Four rules. A module imports only from the layers below its own. From another folder it imports
the face (``__init__.py``), never a module within. No module imports itself by way of others. What
is not in Python's standard library is imported where it is used, so that importing tabstream
costs nothing and needs nothing.
"""

from __future__ import annotations

import argparse
import ast
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = "tabstream"

#: What an author of apps calls.
AUTHORS = "elements state caching navigation options"

#: What a layer may import, besides itself. ``errors`` and ``_version`` are leaves that all may
#: import, so they are not repeated.
LAYERS: dict[str, frozenset[str]] = {
    layer: frozenset(below.split())
    for layer, below in {
        "errors": "",
        "_version": "",
        "not_there_yet": "",
        "_protocol": "",
        "_host.port": "_protocol",
        "_host": "_host.port",
        "_host.network": "",
        "_host.packages": "",
        "_host.browser": "_host _host.network _host.port _protocol",
        "_host.memory": "_host _host.port _protocol",
        "_runtime": "_host _host.port _protocol",
        "state": "_runtime _host _host.port _protocol",
        "options": "_runtime _host _host.port _protocol",
        "elements": "not_there_yet _runtime _host _host.port _protocol",
        # These draw: a spinner, an element again, a menu.
        "caching": "elements _runtime _host _host.port _protocol",
        "navigation": "elements _runtime _host _host.port _protocol",
        # What is public under the name tabstream, and under the name streamlit.
        "__init__": f"{AUTHORS} not_there_yet _streamlit _runtime _protocol",
        "_streamlit": f"{AUTHORS} not_there_yet _runtime _protocol",
        "_alias": "",
        "_boot": f"_alias {AUTHORS} _runtime _host _host.port _protocol",
        "_image": "_boot _host.memory _host.browser caching",
        "testing": "_boot _alias _host.memory _host _host.port elements _runtime _protocol",
        "cli": "testing _boot _alias",
        "__main__": "testing _boot _alias _host.memory cli",
    }.items()
}
LEAVES = frozenset({"errors", "_version"})

#: Modules of these folders are imported one by one: each message, each host is its own subject,
#: and an app must not pay for those it does not use.
WITHOUT_FACE = ("_protocol", "_host", "_streamlit")

#: A folder within a folder that is public itself: authors know it as ``st.column_config``.
PUBLIC = frozenset({f"{PACKAGE}.elements.column_config"})

#: Exist in a browser only. Anywhere else, and at module level even there, importing them would
#: break plain CPython and the memory images.
BROWSER_MODULES = frozenset({"js", "pyodide", "pyodide_js", "_pyodide_core"})
BROWSER_LAYER = "_host.browser"

#: Runs beside a server on a person's machine, and needs its packages at once.
WITH_PACKAGES = "cli"


@dataclass(frozen=True)
class Import:
    """One import, as a file has it."""

    module: str
    line: int
    is_for_types: bool
    is_in_function: bool


def main() -> int:
    """Print what is wrong with the imports of a package."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("root", nargs="?", type=Path, default=Path(__file__).parents[2] / "py")
    problems = find_problems(parser.parse_args().root)
    for problem in problems:
        print(problem)
    return 1 if problems else 0


def find_problems(root: Path) -> list[str]:
    """List what is wrong with the imports of the package in a folder."""
    modules = {module_name(root, path): path for path in sorted((root / PACKAGE).rglob("*.py"))}
    imports = {name: list(read_imports(name, path, modules)) for name, path in modules.items()}
    problems = [
        f"{modules[name]}:{found.line}: {problem}"
        for name, all_found in imports.items()
        for found in all_found
        for problem in judge(name, found)
    ]
    return problems + [f"imports in a circle: {' -> '.join(c)}" for c in find_circles(imports)]


def module_name(root: Path, path: Path) -> str:
    """Name the module in a file, with a package as its ``__init__``."""
    return ".".join(path.relative_to(root).with_suffix("").parts)


def read_imports(name: str, path: Path, modules: dict[str, Path]) -> Iterator[Import]:
    """Read every import of a file, wherever in the file it is."""
    folder = name.split(".")[:-1]

    def visit(node: ast.AST, *, for_types: bool, in_function: bool) -> Iterator[Import]:
        match node:
            case ast.Import():
                for alias in node.names:
                    yield Import(alias.name, node.lineno, for_types, in_function)
            case ast.ImportFrom():
                above = folder[: len(folder) - node.level + 1] if node.level else []
                module = ".".join([*above, *([node.module] if node.module else [])])
                for alias in node.names:
                    # `from package import module` imports the module, not a name in the package.
                    inner = f"{module}.{alias.name}"
                    is_module = inner in modules or f"{inner}.__init__" in modules
                    target = inner if is_module else module
                    yield Import(target, node.lineno, for_types, in_function)
        is_function = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        guarded = isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)
        for child in ast.iter_child_nodes(node):
            yield from visit(
                child, for_types=for_types or guarded, in_function=in_function or is_function
            )

    yield from dict.fromkeys(
        visit(ast.parse(path.read_bytes()), for_types=False, in_function=False)
    )


def judge(name: str, found: Import) -> Iterator[str]:
    """Say what is wrong with one import."""
    layer = layer_of(name)
    top = found.module.split(".")[0]
    if top in BROWSER_MODULES:
        if layer != BROWSER_LAYER:
            yield f"only {PACKAGE}/_host/browser.py may import {top}"
        elif not (found.is_in_function or found.is_for_types):
            yield f"{top} may be imported inside functions only"
    elif top == "streamlit":
        yield "streamlit is our own alias: import tabstream"
    elif (
        top != PACKAGE
        and top not in sys.stdlib_module_names
        and layer != WITH_PACKAGES
        and not (found.is_in_function or found.is_for_types)
    ):
        yield f"{top} is no part of Python: import it inside the function that uses it"
    if top != PACKAGE:
        return
    target = layer_of(found.module)
    if layer not in LAYERS:
        yield f"{layer} is no known layer: add it to LAYERS in tools/checks/python_layers.py"
    elif target not in LAYERS[layer] | LEAVES | {layer} or (layer in LEAVES and target != layer):
        yield f"{layer} must not import {target}"
    elif not is_by_face(name, found.module):
        yield f"{found.module} is inside another folder: import that folder's face instead"


def layer_of(module: str) -> str:
    """Tell which layer a module belongs to."""
    parts = module.split(".")[1:]
    if not parts:
        return "__init__"
    if parts[0] == "_host" and len(parts) > 1 and parts[1] != "__init__":
        return ".".join(parts[:2])
    return parts[0]


def is_by_face(importer: str, module: str) -> bool:
    """Tell whether an import goes at most one step into a folder that is not the importer's."""
    target = module.split(".")
    if module in PUBLIC or (target[1:2] and target[1] in WITHOUT_FACE):
        return True
    shared = 0
    for ours, theirs in zip(importer.split(".")[:-1], target, strict=False):
        if ours != theirs:
            break
        shared += 1
    return len(target) - shared <= 1


def find_circles(imports: dict[str, list[Import]]) -> Iterator[list[str]]:
    """Find modules that import themselves by way of others. Imports for types do not count."""
    graph = {
        name: {
            target
            for found in all_found
            if not found.is_for_types
            for target in (found.module, f"{found.module}.__init__")
            if target in imports and target != name
        }
        for name, all_found in imports.items()
    }
    done: set[str] = set()

    def visit(name: str, path: list[str]) -> Iterator[list[str]]:
        if name in path:
            yield [*path[path.index(name) :], name]
        elif name not in done:
            for target in sorted(graph[name]):
                yield from visit(target, [*path, name])
            done.add(name)

    for name in sorted(graph):
        yield from visit(name, [])


if __name__ == "__main__":
    sys.exit(main())
