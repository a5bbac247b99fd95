"""Finding and keeping the results of one function: in memory, and beyond the page."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tabstream._runtime import current_run
from tabstream.caching.envelope import DamagedError, RefusedError
from tabstream.caching.explanation import describe_call
from tabstream.caching.hashing import UnhashableError, digest_of
from tabstream.caching.memory import Entry
from tabstream.caching.opened_files import changed_file, is_reading
from tabstream.caching.stored import opened, sealed

if TYPE_CHECKING:
    from tabstream.caching.calls import Call, CallReader
    from tabstream.caching.memory import MemoryCache
    from tabstream.caching.options import Options
    from tabstream.caching.record import Record
    from tabstream.caching.stores import Store
    from tabstream.caching.watching import Watch


class Keeper:
    """Finds and keeps the results of one function.

    Parameters
    ----------
    store
        How values are held.
    options
        What the author asked for.
    reader
        Reads the function's calls.
    record
        What is known of the function.
    cache
        The entries of this definition of it.
    """

    def __init__(
        self,
        store: Store[Any],
        options: Options,
        reader: CallReader,
        record: Record,
        cache: MemoryCache[Any],
    ) -> None:
        self._store = store
        self._options = options
        self._reader = reader
        self._record = record
        self._cache = cache

    def find(self, call: Call) -> tuple[Entry[Any], Any] | None:
        """Return the entry of a call and its value; None when there is none that holds.

        The call says then why one that was kept was refused.
        """
        entry = self._cache.get(call.key)
        if entry is None:
            return self._recall(call)
        value = None
        try:
            value = self._store.thaw(entry.value)
        except Exception as error:  # of a class that an edit has changed
            call.refused = f"what was kept cannot be read: {error}"
        else:
            call.refused = self._why_refused(call, entry, value)
        if call.refused:
            self._cache.clear(call.key, call.refused)
            return None
        return entry, value

    def keep(self, call: Call, value: Any, watch: Watch) -> Any:
        """Keep what a call came to; return it as its caller is to have it."""
        seconds = watch.seconds
        kept = self._store.freeze(value, watch.function)
        entry: Entry[Any] = Entry(
            kept,
            made=time.monotonic(),
            call=describe_call(call.arguments.values),
            seconds=seconds,
            drawn=tuple(watch.made.drawn),
            files=watch.files,
            # Now, before the caller can change the value.
            digest=self._value_digest(value) if self._options.finds_mutation else None,
            size=self._store.size(kept),
            parts=None if call.parts is None else call.parts.digest(),
        )
        self._put(call, entry)
        self._store_behind(call, entry)
        return self._store.thaw(kept)

    def is_changed(self, call: Call, entry: Entry[Any]) -> bool:
        """Whether the script has changed a kept object; then it outlives the page no more."""
        if entry.digest is None or entry.digest == self._value_digest(entry.value):
            return False
        if call.results is not None:
            call.results.drop(call.stored_key)
        return True

    def _why_refused(self, call: Call, entry: Entry[Any], value: Any) -> str | None:
        if expired := self._cache.expired(entry):
            # What the function draws can be recorded in a run only.
            is_running = current_run() is not None
            call.is_late = self._options.refreshes_later and is_running and not entry.drawn
            if not call.is_late:
                return expired
        if self._options.follows_code and (file := changed_file(entry.files)):
            return f"file `{Path(file).name}` changed"
        if self._options.validate is not None and not self._options.validate(value):
            return "`validate` refused what was kept"
        # What is made of it may outlive the page, or follow the code: it must not be out of date.
        if is_reading() and not self._options.follows_code and entry.parts is not None:
            self._reader.note_parts(call)
            if call.parts is not None and call.parts.digest() != entry.parts:
                return "something that it depends on changed"
        return None

    # ---- beyond the page -----------------------------------------------------------------------

    def _recall(self, call: Call) -> tuple[Entry[Any], Any] | None:
        """Return what an earlier visit has stored for a call, if it still holds."""
        if call.results is None:
            return None
        content = call.results.get(call.stored_key)
        if content is None or self._reader.note_parts(call):
            return None
        assert call.parts is not None
        try:
            entry, value = opened(content, call.stored_key, call.parts, self._cache.ttl)
        except RefusedError as error:
            call.refused = str(error)
            call.results.drop(call.stored_key)
            if isinstance(error, DamagedError):
                title = self._record.title
                call.results.tell(f"A result of `{title}()` is computed anew: {error}.")
            return None
        entry.value = self._store.unpickled(entry.value, value)
        entry.size = self._store.size(entry.value)
        entry.stored_key = call.stored_key
        entry.parts = call.parts.digest()
        if self._options.finds_mutation:
            entry.digest = self._value_digest(value)
        self._put(call, entry)
        return entry, value

    def _put(self, call: Call, entry: Entry[Any]) -> None:
        for left in self._cache.put(call.key, entry):
            if call.results is not None and left.stored_key is not None:
                call.results.drop(left.stored_key)

    def _store_behind(self, call: Call, entry: Entry[Any]) -> None:
        """Let an entry outlive the page; its bytes are made now, and written after the run."""
        parts = call.parts
        if call.results is None or parts is None:
            return
        try:
            value = self._store.pickled(entry.value)
        except Exception as error:
            self._record.unkept = f"what it returns cannot be pickled: {error}"
            return
        key = entry.stored_key = call.stored_key
        made = time.time()
        call.results.put(key, made, lambda: sealed(key, entry, parts, value, made))

    def _value_digest(self, value: object) -> bytes | None:
        try:
            return digest_of(value, self._options.hash_funcs)
        except UnhashableError:
            return None  # whether it was changed cannot be seen
