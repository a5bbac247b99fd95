"""Names that a script asks of Streamlit, and that tabstream does not have or not yet."""

from __future__ import annotations

import ast
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import TYPE_CHECKING, Any

from tabstream._alias import MODULES
from tabstream.cli.checking.problem import Problem, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tabstream.cli.checking.source import Import, Source

OURS = ("streamlit", "tabstream")
#: Objects whose attributes are as fixed as those of the module.
CONTAINERS = ("sidebar", "bottom")
UNKNOWN = object()


def check_names(source: Source) -> Iterator[Problem]:
    """Tell which names of Streamlit a file uses that are not there."""
    # `hasattr(st, "fragment")`, and `st.mine = 1`: the script has an answer of its own.
    answered = find_answered(source)
    for found in source.imports:
        if found.module.partition(".")[0] in OURS and not found.level and not found.is_guarded:
            for name, line, message in check_import(found):
                if name not in answered:
                    yield Problem(source.file, line, message)
    modules = find_aliases(source)
    told = set()
    for node, is_caught in source.nodes:
        if not isinstance(node, ast.Attribute) or is_caught:
            continue
        chain = chain_of(node)
        if chain and chain[0] in modules and not answered & set(chain[1:]):
            problem = check_chain(modules[chain[0]], chain)
            # `st.sidebar.x.y` has `st.sidebar.x` within, which would be told again.
            if problem and (node.lineno, problem) not in told:
                told.add((node.lineno, problem))
                yield Problem(source.file, node.lineno, problem)


def check_import(found: Import) -> Iterator[tuple[str, int, str]]:
    """Tell what an import asks for and does not get, by name."""
    module = find_module(found.module)
    if module is None:
        near = did_you_mean(found.module, MODULES)
        yield found.module, found.line, f"tabstream has no {found.module}.{near}"
        return
    for alias in found.names:
        there = find_attribute(found.module, module, alias.name) if alias.name != "*" else None
        problem = f"{found.module}.{alias.name}{why_not_yet(there)}" if why_not_yet(there) else ""
        if there is UNKNOWN:
            near = did_you_mean(alias.name, names_of(module))
            problem = f"{found.module} has no name {alias.name}.{near}"
        if problem:
            yield alias.name, alias.lineno, problem


def find_aliases(source: Source) -> dict[str, str]:
    """Find the names that stand for one of our modules wherever they are used in a file."""
    modules: dict[str, str] = {}
    others = set()
    for found in source.imports:
        is_ours = not found.level and found.module.partition(".")[0] in OURS
        pairs = [(found.bound, found.module.partition(".")[0] if found.is_top else found.module)]
        if found.names:
            pairs = [
                (item.asname or item.name, f"{found.module}.{item.name}") for item in found.names
            ]
        for name, target in pairs:
            if is_ours and modules.get(name, target) == target and find_module(target) is not None:
                modules[name] = target
            else:
                others.add(name)
    for node, _ in source.nodes:
        match node:
            case ast.Name(id=name, ctx=ast.Store() | ast.Del()) | ast.arg(arg=name):
                others.add(name)
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                others.add(name)
            case ast.ClassDef(name=name) | ast.ExceptHandler(name=str(name)):
                others.add(name)
            case ast.MatchAs(name=str(name)) | ast.MatchStar(name=str(name)):
                others.add(name)
    return {name: target for name, target in modules.items() if name not in others}


def find_answered(source: Source) -> set[str]:
    """Find the attributes that a file looks for before it uses them, or that it sets itself."""
    names = set()
    for node, _ in source.nodes:
        match node:
            case ast.Call(
                func=ast.Name(id="hasattr" | "getattr" | "setattr"),
                args=[_, ast.Constant(value=str(name)), *_],
            ):
                names.add(name)
            case ast.Attribute(attr=name, ctx=ast.Store() | ast.Del()):
                names.add(name)
    return names


def chain_of(node: ast.expr) -> list[str]:
    """Give ``["st", "sidebar", "slider"]`` for such an expression; empty for another one."""
    names: list[str] = []
    while isinstance(node, ast.Attribute):
        names.insert(0, node.attr)
        node = node.value
    return [node.id, *names] if isinstance(node, ast.Name) else []


def check_chain(module: str, chain: list[str]) -> str | None:
    """Tell what is wrong with the first name of a chain that is not there; None if all are."""
    here: Any = find_module(module)
    path = chain[0]
    for name in chain[1:]:
        found = find_attribute(module, here, name)
        if found is UNKNOWN:
            near = did_you_mean(name, names_of(here), f"{path}.")
            return f"{path}.{name} is not there: tabstream has no such name.{near}"
        path = f"{path}.{name}"
        if why := why_not_yet(found):
            return path + why
        if not isinstance(found, ModuleType) and name not in CONTAINERS:
            return None
        module, here = f"{module}.{name}", found
    return None


def why_not_yet(found: Any) -> str:
    """Tell what works instead of a name that only says so itself; empty for all others."""
    # By the docstring: `help` tells it, too.
    head, sign, instead = (getattr(found, "__doc__", None) or "").partition("Not there yet.")
    return f" is not there yet.{instead}" if sign and not head else ""


def find_module(name: str) -> ModuleType | None:
    """Find the module that Streamlit's or our own name leads to."""
    ours = MODULES.get(name, name)
    if ours.partition(".")[0] != "tabstream":
        return None
    try:
        return import_module(ours) if find_spec(ours) else None
    except ImportError:  # a part of the name is no package
        return None


def find_attribute(module: str, here: Any, name: str) -> Any:
    """Find what an attribute of a module or of a container is; UNKNOWN when it has none."""
    if name.startswith("__"):
        return None
    found = getattr(here, name, UNKNOWN)
    if found is UNKNOWN and isinstance(here, ModuleType):
        return find_module(f"{module}.{name}") or UNKNOWN
    return found


def names_of(here: Any) -> list[str]:
    """List what an author may ask of a module or of a container."""
    return [name for name in dir(here) if not name.startswith("_")]
