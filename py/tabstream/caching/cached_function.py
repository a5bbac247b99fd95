"""A function whose results are kept: the call, whatever the kind of cache.

A call is looked for in memory, then among the results of earlier visits, and else computed.
"""

from __future__ import annotations

import functools
import inspect
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Generic, ParamSpec, TypeVar

from tabstream._runtime import current_run
from tabstream.caching.calls import CallReader
from tabstream.caching.clearing import cache_of, clear_function
from tabstream.caching.explanation import ago, describe_call, duration
from tabstream.caching.keeping import Keeper
from tabstream.caching.notices import explain, warn_of_mutation
from tabstream.caching.opened_files import note
from tabstream.caching.record import Record, records
from tabstream.caching.replay import replay
from tabstream.caching.watching import watching

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tabstream.caching.calls import Call
    from tabstream.caching.options import Options
    from tabstream.caching.stores import Store
    from tabstream.caching.watching import Watch

P = ParamSpec("P")
R = TypeVar("R")

#: There is nothing for a call; None may be a value.
_MISS: Any = object()


class CachedFunction(Generic[P, R]):
    """A function whose results are kept.

    Its entries belong to the interpreter, not to the session: they outlive a rerun, and a script
    that defines the same function again finds them, as long as its code is the same.
    """

    def __init__(self, function: Callable[P, R], store: Store[R], options: Options) -> None:
        functools.update_wrapper(self, function)
        self._function = function
        self._is_async = inspect.iscoroutinefunction(function)
        if self._is_async:  # nothing awaits it after the run
            options = replace(options, refreshes_later=False)
        self._options = options
        self._reader = CallReader(function, store.name, options)
        self._cache = cache_of(self._reader.identity(), options.limits)
        # The entries are older than this run's definition of the function, and of its callback.
        self._cache.on_release = options.on_release
        self._record = _record_of(function, store.name, self._reader.name)
        self._keeper = Keeper(store, options, self._reader, self._record, self._cache)

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R:
        """Return the function's value for these arguments, computed or kept."""
        # What is awaited is kept, not the coroutine: that can be awaited only once.
        answer: Any = self._answer_async if self._is_async else self._answer
        value: R = answer(self._reader.read(args, kwargs))
        return value

    def __get__(self, instance: Any, owner: type | None = None) -> Any:
        """Bind a method: its object is the first argument."""
        if instance is None:
            return self
        bound = functools.partial(self, instance)
        bound.clear = functools.partial(self.clear, instance)  # type: ignore[attr-defined]
        return bound

    def clear(self, *args: Any, **kwargs: Any) -> None:
        """Forget the value for these arguments; without any, forget all of the function's."""
        if not args and not kwargs:
            clear_function(self._record)
            return
        call = self._reader.read(args, kwargs)
        self._cache.clear(call.key)
        if call.results is not None:  # it may be stored although it was not asked for yet
            call.results.drop(call.stored_key)

    # ---- a call --------------------------------------------------------------------------------

    def _answer(self, call: Call) -> R:
        value: R = self._kept(call)
        return self._compute(call) if value is _MISS else value

    def _compute(self, call: Call) -> R:
        with self._watched(call) as watch:
            value = self._function(*call.args, **call.kwargs)
        return self._keep(call, value, watch)

    async def _answer_async(self, call: Call) -> R:
        import asyncio

        under_way = self._cache.under_way
        value: R
        while (value := self._kept(call)) is _MISS:
            if call.key not in under_way:
                return await self._compute_async(call)
            # Who awaits the same call meanwhile takes what comes of it.
            await asyncio.wait([under_way[call.key]])
        return value

    async def _compute_async(self, call: Call) -> R:
        import asyncio

        function: Any = self._function
        done = self._cache.under_way[call.key] = asyncio.get_running_loop().create_future()
        try:
            with self._watched(call) as watch:
                value = await function(*call.args, **call.kwargs)
            return self._keep(call, value, watch)
        finally:
            del self._cache.under_way[call.key]
            done.set_result(None)

    def _kept(self, call: Call) -> Any:
        """Return what is kept for a call and draw what it drew; `_MISS` when nothing is."""
        found = self._keeper.find(call)
        if found is None:
            return _MISS
        entry, value = found
        if call.is_late:
            self._refresh_later(call)
        replay(entry.drawn)
        note(entry.files)
        if self._keeper.is_changed(call, entry):
            warn_of_mutation(self._function, describe_call(call.arguments.values))
        self._record.count_hit(entry.seconds)
        if self._options.explains:
            self._explain(call, f"from the cache, computed {ago(self._cache.age(entry))} ago")
        return value

    @contextmanager
    def _watched(self, call: Call) -> Iterator[Watch]:
        """Watch the function while it is called, which is a miss."""
        # Now, before the function can change what it depends on.
        unknown = self._reader.note_parts(call)
        self._record.unkept = unknown if call.results is not None else None
        self._record.count_miss(call, self._cache)
        with watching(self._function, self._options) as watch:
            yield watch

    def _keep(self, call: Call, value: R, watch: Watch) -> R:
        value = self._keeper.keep(call, value, watch)
        if self._options.explains:
            seconds = self._cache.entries[call.key].seconds
            self._explain(call, f"computed in {duration(seconds)}; {self._record.last_miss}")
        return value

    def _explain(self, call: Call, where_from: str) -> None:
        title = self._record.title
        explain(f"`{title}({describe_call(call.arguments.values)})`: {where_from}")

    # ---- after the run -------------------------------------------------------------------------

    def _refresh_later(self, call: Call) -> None:
        """Let a call be computed anew when nothing else is to do, once."""
        run = current_run()
        if run is not None and call.key not in self._cache.under_way:
            self._cache.under_way[call.key] = call
            run.session.idle_jobs.append(functools.partial(self._refresh, call, run.session.log))

    def _refresh(self, call: Call, log: Callable[[str, str], None]) -> None:
        try:
            again = self._reader.read(call.args, call.kwargs)
            again.results = call.results
            if again.key == call.key:  # the script may have changed an argument since
                self._compute(again)
        except Exception as error:
            log(f"`{self._record.title}()` could not be refreshed: {error!r}", "warning")
        finally:
            del self._cache.under_way[call.key]


def _record_of(function: Callable[..., Any], decorator: str, name: str) -> Record:
    """Return a function's record, which tells of this definition of it from now on."""
    if name not in records:
        records[name] = Record(name, function.__qualname__, decorator)
    record = records[name]
    record.code = getattr(inspect.unwrap(function), "__code__", None)
    return record
