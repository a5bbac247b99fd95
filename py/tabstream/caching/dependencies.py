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
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import MISSING, dataclass
from hashlib import blake2b
from pathlib import Path
from types import (
    BuiltinFunctionType,
    FunctionType,
    GetSetDescriptorType,
    MemberDescriptorType,
    MethodType,
    ModuleType,
    NoneType,
)
from typing import TYPE_CHECKING, Any

from tabstream.caching.bytecode import facts_of
from tabstream.caching.environment import version_of
from tabstream.caching.hashing import UnhashableError, digest_of
from tabstream.caching.own_modules import full_name, own_files, package_of, source_facts
from tabstream.elements import DeltaGenerator

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    HashFuncs = Mapping[type | str, Callable[[Any], Any]]


#: What is said of the attributes of a class is no part of what it does.
_ANNOTATIONS = ("__annot", "__conditional_annot")

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
    function: Callable[..., Any],
    folder: str,
    hash_funcs: HashFuncs | None = None,
    met: Iterable[Any] = (),
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
    met
        What may hold code in the arguments of the call.

    Raises
    ------
    UnhashablePartError
        When a value that it depends on has no digest.
    """
    walk = _Walk(f"{Path(folder)}{os.sep}", hash_funcs)
    walk.add(f"`{getattr(function, '__qualname__', function)}()`", function, function)
    walk.add_met(met)
    return Parts(walk.parts, walk.shown)


class _Walk:
    """One walk. What a part belongs to, its owner, tells parts of one name apart."""

    def __init__(self, folder: str, hash_funcs: HashFuncs | None) -> None:
        self.parts: dict[str, bytes] = {}
        self.shown: dict[str, object] = {}
        self._folder = folder
        self._hash_funcs = hash_funcs
        #: What has been walked; functions call each other in circles. It is held while the walk
        #: lasts, so that nothing else has its identity.
        self._seen: dict[int, object] = {}
        #: By the name of a part; of another owner's of that name a number is the difference.
        self._owners: dict[str, object] = {}

    # ---- functions -----------------------------------------------------------------------------

    def _add_function(self, function: FunctionType) -> None:
        """Add what a function does and all that it reads."""
        if id(function) in self._seen:
            return
        self._seen[id(function)] = function
        code = function.__code__
        name = f"`{function.__qualname__}()`"
        facts = facts_of(code)
        self._put(f"bytecode of {facts.title}", function, facts.digest)
        if function.__defaults__ or function.__kwdefaults__:
            for argument, value in _named_defaults(function).items():
                self.add(f"default of `{argument}` in {name}", function, value)
        for variable, cell in zip(code.co_freevars, function.__closure__ or (), strict=False):
            with suppress(ValueError):  # it has no value yet
                self.add(f"variable `{variable}` around {name}", function, cell.cell_contents)
        variables = function.__globals__
        for chain in facts.lookups:
            self._add_lookup(chain, variables)
        if facts.imports:
            package = variables.get("__package__") or ""
            for level, module in facts.imports:
                self._add_import(full_name(level, module, package))
        if "__wrapped__" in function.__dict__:
            self.add(name, function, function.__dict__["__wrapped__"])

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
        self.add(f"global `{name}`", (id(variables), name), value)

    # ---- values --------------------------------------------------------------------------------

    def add(self, part: str, owner: object, value: Any) -> None:
        """Add a value that something depends on, by what it is."""
        if type(value) in _SHOWN:  # most are, and need no further look
            self.shown[self._put(part, owner, digest_of(value, self._hash_funcs))] = value
            return
        match value:
            case FunctionType():
                self._add_code(part, owner, value)
            case MethodType():
                self._add_code(part, owner, value.__func__)
                if self._is_own_code(value.__func__):
                    self.add(f"{part}, its object", owner, value.__self__)
            case staticmethod() | classmethod():
                self.add(part, owner, value.__func__)
            case functools.partial():
                self.add(part, owner, value.func)
                self.add(f"{part}, its arguments", owner, (value.args, value.keywords))
            case BuiltinFunctionType():
                self._add_library(part, owner, value.__module__, value.__qualname__)
            case ModuleType():
                self._add_module(part, owner, value)
            case type():
                self._add_class(part, owner, value)
            case DeltaGenerator():  # a place to draw in is no input
                self._add_library(part, owner, type(value).__module__, type(value).__qualname__)
            case _ if (wrapped := _wrapped_by(value)) is not None:  # of a decorator's object
                self.add(part, owner, wrapped)
                self._add_class(f"decorator of {part}", owner, type(value))
            case _:
                self._add_value(part, owner, value)

    def _add_code(self, part: str, owner: object, function: Any) -> None:
        if self._is_own_code(function):
            self._add_function(function)
        else:
            name = getattr(function, "__qualname__", "")
            self._add_library(part, owner, getattr(function, "__module__", None), name)
            # A library's decorator may have made it of a function of the app, or of several.
            made_of = getattr(function, "__dict__", {})
            if "__wrapped__" in made_of:
                self.add(f"{part}, inside", owner, made_of["__wrapped__"])
            if isinstance(registry := made_of.get("registry"), Mapping):
                self.add_met(registry.values())

    def _add_value(self, part: str, owner: object, value: Any) -> None:
        """Add a value, and the code of the app that it holds or is made of."""
        met: list[Any] = []
        try:
            digest = digest_of(value, self._hash_funcs, met)
        except UnhashableError as error:
            place = f"`{error.where}` of {part}" if error.where else part
            raise UnhashablePartError(f"{place} (of type {error})") from error
        self._put(part, owner, digest)
        self.add_met(met)

    def add_met(self, met: Iterable[Any]) -> None:
        """Add the code of the app that values hold or are made of."""
        for value in met:
            if isinstance(value, FunctionType):
                if self._is_own_code(value):
                    self._add_function(value)
                continue
            cls = value if isinstance(value, type) else type(value)
            if self._is_own_class(cls):
                self._add_class(f"class `{cls.__qualname__}`", cls, cls)

    def _add_class(self, part: str, owner: object, cls: type) -> None:
        """Add the methods and attributes of a class of the app, and those of its bases."""
        if not self._is_own_class(cls):
            self._add_library(part, owner, cls.__module__, cls.__qualname__)
            return
        if id(cls) in self._seen:
            return
        self._seen[id(cls)] = cls
        for base in (*cls.__bases__, type(cls)):
            if base not in (object, type):
                self._add_class(f"base of {part}", (cls, base), base)
        for field in getattr(cls, "__dataclass_fields__", {}).values():
            facts = (field.default, field.default_factory)
            plain = (field.init, field.repr, field.compare, field.hash, field.kw_only)
            known = [*(fact for fact in facts if fact is not MISSING), *plain]
            self.add(f"field `{cls.__qualname__}.{field.name}`", (cls, field.name), known)
        for name, value in vars(cls).items():
            if name.startswith(_ANNOTATIONS):
                continue
            functions = list(_functions_behind(value))
            for function in functions:
                self.add(f"`{cls.__qualname__}.{name}`", (cls, name), function)
            if not functions and not _is_machinery(name, value):
                self.add(f"`{cls.__qualname__}.{name}`", (cls, name), value)

    # ---- modules -------------------------------------------------------------------------------

    def _add_module(self, part: str, owner: object, module: ModuleType) -> None:
        """Add a module as a whole: which of it is used cannot be seen."""
        if self._is_own_module(module):
            self._add_import(module.__name__)
        else:
            self._add_library(part, owner, module.__name__, "")

    def _add_import(self, name: str) -> None:
        """Add what an import runs: of the app's own modules, also what those import."""
        files = own_files(name, self._folder)
        if not files and name in sys.modules:
            self._add_library(f"module `{name}`", name, name, "")
        for module, file in files.items():
            part = f"module `{module}`"
            if self._owners.get(part) == file:
                continue
            digest, imports = source_facts(file)
            self._put(part, file, digest)
            package = package_of(module, file)
            for level, imported in imports:
                self._add_import(full_name(level, imported, package))

    def _add_library(self, part: str, owner: object, module: str | None, name: str) -> None:
        top = (module or builtins.__name__).partition(".")[0]
        self._put(part, owner, digest_of((module, name)))
        if version := version_of(top):
            self._put(f"package {top} {version}", top, digest_of(version))

    def _put(self, part: str, owner: object, digest: bytes) -> str:
        """Note a part; return its name, which another owner's part does not have."""
        name, number = part, 1
        while self._owners.setdefault(name, owner) is not owner and self._owners[name] != owner:
            number += 1
            name = f"{part} ({number})"
        self.parts[name] = digest
        return name

    # ---- whose ---------------------------------------------------------------------------------

    def _is_own_code(self, function: Any) -> bool:
        code = getattr(function, "__code__", None)
        return code is not None and self._is_own_file(code.co_filename)

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


def _wrapped_by(value: object) -> object:
    """Return what a decorator's object stands for; an object with `__getattr__` is not asked."""
    try:
        return object.__getattribute__(value, "__dict__").get("__wrapped__")
    except (AttributeError, TypeError):
        return None


def _functions_behind(value: object) -> Iterator[object]:
    """Return the functions of a member of a class: a method, a property, what a decorator made."""
    if isinstance(value, property):
        yield from (one for one in (value.fget, value.fset, value.fdel) if one is not None)
    elif isinstance(value, FunctionType | staticmethod | classmethod):
        yield value
    elif isinstance(value, functools.cached_property):
        yield value.func
    elif isinstance(value, functools.partialmethod):
        yield functools.partial(value.func, *value.args, **value.keywords)
    elif isinstance(value, functools.singledispatchmethod):
        yield from value.dispatcher.registry.values()
    elif (wrapped := _wrapped_by(value)) is not None:
        yield wrapped


def _is_machinery(name: str, value: object) -> bool:
    """Whether a member of a class is Python's own: a slot, a name, what an ABC keeps."""
    if name.startswith("__") or name == "_abc_impl":
        return True
    return isinstance(value, MemberDescriptorType | GetSetDescriptorType)
