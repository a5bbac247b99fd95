"""What a function's code does: a digest of it, and the names that it looks up.

Only what runs counts. A comment, a blank line, a docstring or another name for a local variable
leaves the digest as it is; so does the place of the function in its file.
"""

from __future__ import annotations

import dis
import inspect
from collections import deque
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from types import CodeType

from tabstream.caching.hashing import digest_of

#: Instructions that do nothing, or belong to how one interpreter runs the others.
_IDLE = frozenset({"CACHE", "EXTENDED_ARG", "NOP", "NOT_TAKEN", "PRECALL", "PUSH_NULL", "RESUME"})
_SAID_OF_CLASSES = frozenset({"__doc__", "__firstlineno__"})
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
        What is imported while it runs: how many packages up it is looked for, and the name; of
        ``from a import b`` also ``a.b``, which may be a module.
    """

    title: str
    digest: bytes
    lookups: tuple[tuple[str, ...], ...]
    imports: tuple[tuple[int, str], ...]


def facts_of(code: CodeType) -> CodeFacts:
    """Return what a code object does; read once for each.

    Examples
    --------
    >>> facts_of((lambda n: n * RATE).__code__).lookups
    (('RATE',),)
    """
    # Equal code of two files is equal for Python.
    return _facts_of(code, code.co_filename)


@lru_cache(maxsize=4096)
def _facts_of(code: CodeType, file: str) -> CodeFacts:
    digest = blake2b(repr(_form(code)).encode(), digest_size=16)
    lookups: dict[tuple[str, ...], None] = {}
    imports: dict[tuple[int, str], None] = {}
    imported = (0, "")
    last: deque[object] = deque(maxlen=3)
    chain: tuple[str, ...] = ()
    for step in _steps(code):
        digest.update(f"{step.opname} {_operand(step)};".encode())
        last.append(step.argval)
        if chain and step.opname in _ATTRIBUTE:
            chain = (*chain, step.argval)
            continue
        if chain:
            lookups[chain] = None
        chain = (step.argval,) if step.opname in _GLOBAL else ()
        if step.opname == "IMPORT_NAME":
            imported = (_level(last), step.argval)
            imports[imported] = None
        elif step.opname == "IMPORT_FROM":
            imports[imported[0], f"{imported[1]}.{step.argval}".strip(".")] = None
        elif isinstance(step.argval, CodeType):
            inner = facts_of(step.argval)
            lookups |= dict.fromkeys(inner.lookups)
            imports |= dict.fromkeys(inner.imports)
    title = f"`{code.co_qualname}()` in {Path(file).name}"
    return CodeFacts(title, digest.digest(), tuple(lookups), tuple(imports))


def _level(last: deque[object]) -> int:
    """Return how many packages up an import looks: that is loaded two steps before it."""
    level = last[0] if last else 0
    return level if isinstance(level, int) else 0


def _form(code: CodeType) -> tuple[object, ...]:
    """Return how it is called and what it catches, which no instruction says."""
    counts = (code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount)
    # A name of an argument can be used by a caller; that of another variable cannot.
    arguments = code.co_varnames[: sum(counts[::2])]
    return (*counts, arguments, code.co_flags & _KIND, code.co_exceptiontable)


def _steps(code: CodeType) -> list[dis.Instruction]:
    """Return the instructions that do something; where a class stands and its docstring do not."""
    steps: list[dis.Instruction] = []
    for step in dis.get_instructions(code):
        if step.opname == "STORE_NAME" and step.argval in _SAID_OF_CLASSES and steps:
            steps.pop()  # what is stored there
        elif step.opname not in _IDLE:
            steps.append(step)
    return steps


def _operand(step: dis.Instruction) -> object:
    if isinstance(step.argval, CodeType):
        return facts_of(step.argval).digest.hex()
    if step.opcode in dis.hasconst:
        return digest_of(step.argval).hex()
    if step.opcode in dis.hasname:
        return step.argval
    return step.arg
