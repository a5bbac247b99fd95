"""What a function's code does: a digest of it, and the names that it looks up.

Only what runs counts. A comment, a blank line, a docstring or another name for a local variable
leaves the digest as it is; so does the place of the function in its file.
"""

from __future__ import annotations

import dis
import inspect
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from types import CodeType
from typing import TYPE_CHECKING

from tabstream.caching.hashing import digest_of

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Instructions that do nothing, or belong to how one interpreter runs the others.
_IDLE = frozenset({"CACHE", "EXTENDED_ARG", "NOP", "NOT_TAKEN", "PRECALL", "PUSH_NULL", "RESUME"})
_GLOBAL = frozenset({"LOAD_GLOBAL", "LOAD_NAME"})
_ATTRIBUTE = frozenset({"LOAD_ATTR", "LOAD_METHOD"})


#: ``*args``, ``**kwargs``, a generator, a coroutine, an asynchronous generator.
_KIND = (
    inspect.CO_VARARGS
    | inspect.CO_VARKEYWORDS
    | inspect.CO_GENERATOR
    | inspect.CO_COROUTINE
    | inspect.CO_ASYNC_GENERATOR
)


@dataclass(frozen=True, slots=True)
class CodeFacts:
    """What a code object and those within it do.

    Attributes
    ----------
    title
        What it is, for people: ``clean()`` in helper.py.
    digest
        Equal for code that does the same.
    lookups
        The global names that are read, each with the attributes taken of it at once:
        ``("helper", "LIMIT")``.
    imports
        The modules that are imported while it runs.
    """

    title: str
    digest: bytes
    lookups: tuple[tuple[str, ...], ...]
    imports: tuple[str, ...]


@lru_cache(maxsize=4096)
def facts_of(code: CodeType) -> CodeFacts:
    """Return what a code object does; read once for each.

    Examples
    --------
    >>> facts_of((lambda n: n * RATE).__code__).lookups
    (('RATE',),)
    """
    digest = blake2b(repr(_form(code)).encode(), digest_size=16)
    lookups: dict[tuple[str, ...], None] = {}
    imports: dict[str, None] = {}
    chain: tuple[str, ...] = ()
    for step in _steps(code):
        digest.update(f"{step.opname} {_operand(step)};".encode())
        if chain and step.opname in _ATTRIBUTE:
            chain = (*chain, step.argval)
            continue
        if chain:
            lookups[chain] = None
        chain = (step.argval,) if step.opname in _GLOBAL else ()
        if step.opname == "IMPORT_NAME":
            imports[step.argval] = None
        elif isinstance(step.argval, CodeType):
            inner = facts_of(step.argval)
            lookups |= dict.fromkeys(inner.lookups)
            imports |= dict.fromkeys(inner.imports)
    title = f"`{code.co_qualname}()` in {Path(code.co_filename).name}"
    return CodeFacts(title, digest.digest(), tuple(lookups), tuple(imports))


def _form(code: CodeType) -> tuple[object, ...]:
    """Return how it is called and what it catches, which no instruction says."""
    counts = (code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount)
    # A name of an argument can be used by a caller; that of another variable cannot.
    arguments = code.co_varnames[: sum(counts[::2])]
    return (*counts, arguments, code.co_flags & _KIND, code.co_exceptiontable)


def _steps(code: CodeType) -> Iterator[dis.Instruction]:
    return (step for step in dis.get_instructions(code) if step.opname not in _IDLE)


def _operand(step: dis.Instruction) -> object:
    if isinstance(step.argval, CodeType):
        return facts_of(step.argval).digest.hex()
    if step.opcode in dis.hasconst:
        return digest_of(step.argval).hex()
    if step.opcode in dis.hasname:
        return step.argval
    return step.arg
