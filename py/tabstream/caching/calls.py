"""A call of a cached function: what it is known by in memory, and what outlives the page."""

from __future__ import annotations

import inspect
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tabstream._runtime import current_run
from tabstream.caching.arguments import ArgumentReader
from tabstream.caching.dependencies import UnhashablePartError, parts_of
from tabstream.caching.hashing import Hasher
from tabstream.caching.results import results_of
from tabstream.caching.unhashable import unhashable_part

if TYPE_CHECKING:
    from collections.abc import Callable

    from tabstream.caching.arguments import Arguments
    from tabstream.caching.dependencies import Parts
    from tabstream.caching.options import Options
    from tabstream.caching.results import KeptResults


@dataclass(slots=True)
class Call:
    """One call of a cached function.

    Attributes
    ----------
    key
        What its entry in memory is found by.
    stored_key
        The name of its entry that outlives the page: the call, whatever the code is.
    results
        What outlives the page; None when this call's result does not.
    parts
        What the result depends on besides the arguments; None until it is asked for.
    refused
        Why what was kept for it is not served; None when nothing was kept.
    is_late
        Whether what is served has expired, and is to be computed anew after the run.
    """

    args: tuple[Any, ...]
    kwargs: dict[str, Any]
    arguments: Arguments
    key: bytes
    stored_key: str
    results: KeptResults | None
    parts: Parts | None = None
    refused: str | None = None
    is_late: bool = False


class CallReader:
    """Reads the calls of one function.

    Parameters
    ----------
    function
        The function.
    decorator
        The decorator's name.
    options
        What its author asked for.

    Attributes
    ----------
    name
        Decorator, module and qualified name: what a function is found by over edits and visits.
    """

    def __init__(self, function: Callable[..., Any], decorator: str, options: Options) -> None:
        self.name = f"{decorator} {function.__module__}.{function.__qualname__}"
        self._function = function
        self._options = options
        run = current_run()
        code = getattr(function, "__code__", None)
        script = code.co_filename if code is not None else __file__
        #: Kept, because a result may be refreshed when no run is going on.
        self._folder = run.session.app.folder if run is not None else str(Path(script).parent)
        self._reader = ArgumentReader(
            function, decorator, options.hash_funcs, counts_defaults=options.follows_code
        )

    def identity(self) -> tuple[str, ...]:
        """Return what makes it the same function in the next run: its name and its code."""
        if self._options.follows_code:  # then its code is a part of every key
            return (self.name,)
        hasher = Hasher()
        hasher.add(self._function)
        with suppress(OSError, TypeError):  # made by exec: its bytecode stands for it
            hasher.add(inspect.getsource(self._function))
        return (self.name, hasher.digest().hex())

    def read(self, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Call:
        """Return what a call is known by.

        Raises
        ------
        UnhashableParamError
            When an argument has no digest, or something that the key depends on.
        """
        arguments = self._reader.read(args, kwargs)
        digest = key = arguments.digest()
        parts = None
        if self._options.follows_code:
            try:
                parts = self._parts(arguments)
            except UnhashablePartError as error:
                raise unhashable_part(error, self._function) from error
            key = digest + parts.digest()
        stored_key = f"{self.name}\n{digest.hex()}"
        return Call(args, kwargs, arguments, key, stored_key, self._results(), parts)

    def note_parts(self, call: Call) -> str | None:
        """Note what a call depends on; return why that cannot be told, None when it can."""
        if call.parts is None:
            try:
                call.parts = self._parts(call.arguments)
            except UnhashablePartError as error:
                return f"it depends on {error}, which cannot be hashed"
            except Exception as error:  # of the author's objects: the call goes on without
                return f"what it depends on cannot be told: {error!r}"
        return None

    def _parts(self, arguments: Arguments) -> Parts:
        options = self._options
        return parts_of(self._function, self._folder, options.hash_funcs, arguments.met)

    def _results(self) -> KeptResults | None:
        run = current_run()
        if run is None or not self._options.is_stored:
            return None
        results = results_of(run.session)
        return results if results.is_on else None
