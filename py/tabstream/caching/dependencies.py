"""What the result of a function depends on besides its arguments, found by walking its code.

A part is something that can change by itself: the bytecode of a function, a global variable, a
default, a package. Each has a name that a person understands and a digest. The walk goes on
through functions and classes of the app's own folder; of a library its name and version count.
"""

from __future__ import annotations

import builtins
import functools
import os
import sys
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from types import BuiltinFunctionType, FunctionType, MethodType, ModuleType, NoneType
from typing import TYPE_CHECKING, Any

from tabstream.caching.bytecode import facts_of
from tabstream.caching.environment import version_of
from tabstream.caching.hashing import UnhashableError, digest_of
from tabstream.elements import DeltaGenerator

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    HashFuncs = Mapping[type | str, Callable[[Any], Any]]


#: What a person is shown as it is.
_SHOWN = frozenset({bool, int, float, str, NoneType})


class UnhashablePartError(TypeError):
    """Something that a function depends on has no digest; it says what, and of which type."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What a result depends on.

    Attributes
    ----------
    digests
        One for each part, by its name.
    shown
        The values of those that a person can be shown: numbers and texts.
    """

    digests: dict[str, bytes]
    shown: dict[str, object]

    def digest(self) -> bytes:
        """Return the digest of all of them."""
        names = "\n".join(self.digests).encode()
        return blake2b(b"".join((names, *self.digests.values())), digest_size=16).digest()


def parts_of(
    function: Callable[..., Any], folder: str, hash_funcs: HashFuncs | None = None
) -> Parts:
    """Return the parts that a function's result depends on, by name.

    Parameters
    ----------
    function
        The function; what decorators wrapped is found, too.
    folder
        The app's folder: what lies in it is walked, all else is a library.
    hash_funcs
        The author's own rules for values; see `tabstream.caching.hashing.Hasher`.

    Raises
    ------
    UnhashablePartError
        When a value that it depends on has no digest.
    """
    walk = _Walk(f"{Path(folder)}{os.sep}", hash_funcs)
    walk.add_function(function)
    return Parts(walk.parts, walk.shown)


class _Walk:
    def __init__(self, folder: str, hash_funcs: HashFuncs | None) -> None:
        self.parts: dict[str, bytes] = {}
        self.shown: dict[str, object] = {}
        self._folder = folder
        self._hash_funcs = hash_funcs
        #: What has been walked; functions call each other in circles.
        self._seen: set[int] = set()

    # ---- functions -----------------------------------------------------------------------------

    def add_function(self, function: Any) -> None:
        """Add what a function does and all that it reads."""
        function = getattr(function, "__func__", function)
        code = getattr(function, "__code__", None)
        if code is None or id(function) in self._seen:
            return
        self._seen.add(id(function))
        name = f"`{function.__qualname__}()`"
        facts = facts_of(code)
        self.parts[f"bytecode of {facts.title}"] = facts.digest
        if function.__defaults__ or function.__kwdefaults__:
            for argument, value in _named_defaults(function).items():
                self.add(f"default of `{argument}` in {name}", value)
        for variable, cell in zip(code.co_freevars, function.__closure__ or (), strict=False):
            with suppress(ValueError):  # it has no value yet
                self.add(f"variable `{variable}` around {name}", cell.cell_contents)
        for chain in facts.lookups:
            self._add_lookup(chain, function.__globals__)
        for module in facts.imports:
            if module in sys.modules:
                self.add(f"module `{module}`", sys.modules[module])
        if hasattr(function, "__wrapped__"):
            self.add(name, function.__wrapped__)

    def _add_lookup(self, chain: tuple[str, ...], variables: Mapping[str, Any]) -> None:
        """Add what a global name leads to: of a module of the app, the attribute that is taken."""
        name, *attributes = chain
        if name not in variables:
            return  # built in, or a NameError that the function will raise itself
        value = variables[name]
        while isinstance(value, ModuleType) and attributes and self._is_own_module(value):
            attribute = attributes.pop(0)
            name = f"{name}.{attribute}"
            if not hasattr(value, attribute):
                return
            value = getattr(value, attribute)
        self.add(f"global `{name}`", value)

    # ---- values --------------------------------------------------------------------------------

    def add(self, part: str, value: Any) -> None:
        """Add a value that something depends on, by what it is."""
        if type(value) in _SHOWN:  # most are, and need no further look
            self.parts[part] = digest_of(value, self._hash_funcs)
            self.shown[part] = value
            return
        match value:
            case FunctionType() if self._is_own_file(value.__code__.co_filename):
                self.add_function(value)
            case MethodType():
                self.add_function(value.__func__)
                self.add(f"{part}, its object", value.__self__)
            case functools.partial():
                self.add(part, value.func)
                self.add(f"{part}, its arguments", (value.args, value.keywords))
            case FunctionType() | BuiltinFunctionType():
                self._add_library(part, value.__module__, value.__qualname__)
            case ModuleType():
                self._add_module(part, value)
            case type():
                self._add_class(part, value)
            case DeltaGenerator():  # a place to draw in is no input
                self._add_library(part, type(value).__module__, type(value).__qualname__)
            case _ if hasattr(value, "__wrapped__"):  # of a decorator that is an object
                self.add(part, value.__wrapped__)
            case _:
                self._add_value(part, value)

    def _add_value(self, part: str, value: Any) -> None:
        try:
            self.parts[part] = digest_of(value, self._hash_funcs)
        except UnhashableError as error:
            place = f"`{error.where}` of {part}" if error.where else part
            raise UnhashablePartError(f"{place} (of type {error})") from error
        if self._is_own_class(type(value)):
            self._add_class(part, type(value))

    def _add_class(self, part: str, cls: type) -> None:
        """Add the methods and attributes of a class of the app, and those of its bases."""
        if not self._is_own_class(cls):
            self._add_library(part, cls.__module__, cls.__qualname__)
            return
        if id(cls) in self._seen:
            return
        self._seen.add(id(cls))
        for base in cls.__bases__:
            if base is not object:
                self._add_class(f"base of {part}", base)
        for name, value in vars(cls).items():
            function = _function_behind(value)
            if function is not None:
                self.add_function(function)
            elif not name.startswith("__") and not hasattr(value, "__get__"):
                self.add(f"`{cls.__qualname__}.{name}`", value)

    def _add_module(self, part: str, module: ModuleType) -> None:
        """Add a module as a whole: which of it is used cannot be seen."""
        file = getattr(module, "__file__", None)
        if file is None or not self._is_own_file(file):
            self._add_library(part, module.__name__, "")
            return
        self.parts[part] = digest_of(Path(file).read_bytes())

    def _add_library(self, part: str, module: str | None, name: str) -> None:
        top = (module or builtins.__name__).partition(".")[0]
        self.parts[part] = digest_of((module, name))
        if version := version_of(top):
            self.parts[f"package {top} {version}"] = digest_of(version)

    # ---- whose ---------------------------------------------------------------------------------

    def _is_own_file(self, file: str) -> bool:
        return file.startswith(self._folder) and "site-packages" not in file

    def _is_own_module(self, module: ModuleType) -> bool:
        return self._is_own_file(getattr(module, "__file__", None) or "")

    def _is_own_class(self, cls: type) -> bool:
        if cls.__module__ == "__main__":
            return True
        module = sys.modules.get(cls.__module__)
        return module is not None and self._is_own_module(module)


def _named_defaults(function: FunctionType) -> dict[str, Any]:
    code = function.__code__
    defaults = function.__defaults__ or ()
    names = code.co_varnames[: code.co_argcount]
    positional = zip(names[len(names) - len(defaults) :], defaults, strict=True)
    return {**dict(positional), **(function.__kwdefaults__ or {})}


def _function_behind(value: object) -> FunctionType | None:
    """Return the function of a method, a static one, a class's own one or a property."""
    if isinstance(value, property):
        value = value.fget
    value = getattr(value, "__func__", value)
    return value if isinstance(value, FunctionType) else None
