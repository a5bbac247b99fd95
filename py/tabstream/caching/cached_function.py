"""A function whose results are kept: the call, whatever the kind of cache."""

from __future__ import annotations

import functools
import inspect
import time
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, ParamSpec, Protocol, TypeVar

from tabstream._runtime import current_run
from tabstream.caching.hashing import Hasher, UnhashableError, digest_of
from tabstream.caching.memory import MemoryCache
from tabstream.caching.mutation import warn_of_mutation
from tabstream.caching.opened_files import are_unchanged, note, reading
from tabstream.caching.replay import recording, replay
from tabstream.errors import UnhashableParamError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from tabstream.caching.dependencies import UnhashablePartError
    from tabstream.caching.memory import Entry
    from tabstream.caching.opened_files import Stamp
    from tabstream.caching.replay import Recording

P = ParamSpec("P")
R = TypeVar("R")


class Store(Protocol[R]):
    """How a kind of cache holds a value."""

    #: The decorator's name, for messages.
    name: str

    def freeze(self, value: R, function: Callable[..., Any]) -> Any:
        """Return what is kept for a value."""

    def thaw(self, kept: Any) -> R:
        """Return the value for a caller."""


class CachedFunction(Generic[P, R]):
    """A function whose results are kept.

    Its entries belong to the interpreter, not to the session: they outlive a rerun, and a script
    that defines the same function again finds them, as long as its code is the same.
    """

    def __init__(
        self,
        function: Callable[P, R],
        store: Store[R],
        *,
        ttl: float | None = None,
        max_entries: int | None = None,
        hash_funcs: Mapping[type | str, Callable[[Any], Any]] | None = None,
        show_spinner: bool | str = True,
        show_time: bool = False,
        validate: Callable[[R], bool] | None = None,
        on_release: Callable[[R], None] | None = None,
        follows_code: bool = False,
        finds_mutation: bool = False,
    ) -> None:
        functools.update_wrapper(self, function)
        self._function = function
        self._store = store
        self._hash_funcs = hash_funcs
        self._show_spinner = show_spinner
        self._show_time = show_time
        self._validate = validate
        self._follows_code = follows_code
        self._finds_mutation = finds_mutation
        self._signature = inspect.signature(function)
        self._cache = _cache_of(self._identity(), ttl, max_entries)
        # The entries are older than this run's definition of the function, and of its callback.
        self._cache.on_release = on_release
        self._is_async = inspect.iscoroutinefunction(function)

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R:
        """Return the function's value for these arguments, computed or kept."""
        # What is awaited is kept, not the coroutine: that can be awaited only once.
        call: Any = self._call_async if self._is_async else self._call
        value: R = call(args, kwargs)
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
        self._cache.clear(self._key(args, kwargs) if args or kwargs else None)

    def _call(self, args: tuple[Any, ...], kwargs: dict[str, Any]) -> R:
        key = self._key(args, kwargs)
        entry = self._entry(key)
        if entry is None:
            with self._watched() as (made, files):
                value = self._function(*args, **kwargs)
            entry = self._keep(key, value, made, files)
        return self._store.thaw(entry.value)

    async def _call_async(self, args: tuple[Any, ...], kwargs: dict[str, Any]) -> R:
        key = self._key(args, kwargs)
        entry = self._entry(key)
        if entry is None:
            function: Any = self._function
            with self._watched() as (made, files):
                value = await function(*args, **kwargs)
            entry = self._keep(key, value, made, files)
        return self._store.thaw(entry.value)

    @contextmanager
    def _watched(self) -> Iterator[tuple[Recording, dict[str, Stamp]]]:
        """Record what the function draws and which files it reads, while a spinner turns."""
        name = self._function.__qualname__
        with self._spinner(), recording(name) as made, reading() as files:
            yield made, files

    def _entry(self, key: bytes) -> Entry[Any] | None:
        """Return what is kept and still good, and draw what the function drew."""
        entry = self._cache.get(key)
        if entry is None:
            return None
        if self._follows_code and not are_unchanged(entry.files):
            self._cache.clear(key)
            return None
        if self._validate is not None and not self._validate(self._store.thaw(entry.value)):
            self._cache.clear(key)
            return None
        replay(entry.drawn)
        note(entry.files)
        if entry.digest is not None and entry.digest != self._value_digest(entry.value):
            warn_of_mutation(self._function)
        return entry

    def _keep(
        self, key: bytes, value: R, made: Recording, files: Mapping[str, Stamp]
    ) -> Entry[Any]:
        kept = self._store.freeze(value, self._function)
        # Now, before the caller can change the value.
        digest = self._value_digest(value) if self._finds_mutation else None
        return self._cache.put(key, kept, tuple(made.drawn), files, digest)

    def _value_digest(self, value: object) -> bytes | None:
        try:
            return digest_of(value, self._hash_funcs)
        except UnhashableError:
            return None  # whether it was changed cannot be seen

    def _key(self, args: tuple[Any, ...], kwargs: dict[str, Any]) -> bytes:
        """Return the digest of the arguments; one with an underscore before its name counts not.

        Positional and keyword forms of a call are one; an argument left to its default is a form
        of its own.
        """
        hasher = Hasher(self._hash_funcs)
        bound = self._signature.bind(*args, **kwargs)
        for name, value in bound.arguments.items():
            if name.startswith("_"):
                continue
            hasher.add(name)
            try:
                hasher.add(value)
            except UnhashableError as error:
                raise self._unhashable(name, error) from error
        if self._follows_code:
            hasher.add(self._parts())
        return hasher.digest()

    def _parts(self) -> dict[str, bytes]:
        """Return what the result depends on besides the arguments."""
        from tabstream.caching.dependencies import UnhashablePartError, parts_of

        run = current_run()
        code = getattr(self._function, "__code__", None)
        script = code.co_filename if code is not None else __file__
        folder = run.session.app.folder if run is not None else str(Path(script).parent)
        try:
            return parts_of(self._function, folder, self._hash_funcs)
        except UnhashablePartError as error:
            raise self._unhashable_part(error) from error

    def _identity(self) -> tuple[str, ...]:
        """Return what makes it the same function in the next run: its name and its code."""
        function = self._function
        if self._follows_code:  # then its code is a part of every key
            return (self._store.name, function.__module__, function.__qualname__)
        hasher = Hasher()
        hasher.add(function)
        with suppress(OSError, TypeError):  # made by exec: its bytecode stands for it
            hasher.add(inspect.getsource(function))
        return (self._store.name, function.__module__, function.__qualname__, hasher.digest().hex())

    def _spinner(self) -> Any:
        from tabstream.elements import main

        run = current_run()
        # The outermost call alone shows that it is busy.
        if run is None or not self._show_spinner or run.recorders:
            return nullcontext()
        text = f"Running `{self._function.__qualname__}(...)`."
        if isinstance(self._show_spinner, str):
            text = self._show_spinner
        return main.spinner(text, show_time=self._show_time, _cache=True)

    def _unhashable(self, name: str, error: UnhashableError) -> UnhashableParamError:
        msg = (
            f"Cannot hash argument '{name}' (of type {error}) in '{self._function.__name__}'.\n\n"
            "To address this, leave the argument out of the key by a leading underscore in the "
            "function's signature:\n\n"
            f"```\n@st.{self._store.name}\ndef {self._function.__name__}(_{name}, ...):\n    ...\n"
            "```\n\nor name a function that makes something hashable of it, with `hash_funcs`."
        )
        return UnhashableParamError(msg)

    def _unhashable_part(self, error: UnhashablePartError) -> UnhashableParamError:
        name = self._function.__name__
        msg = (
            f"Cannot hash {error}, on which `{name}()` depends.\n\n"
            "To address this, name a function that makes something hashable of it, with "
            "`hash_funcs`; or hand it in as an argument whose name begins with an underscore, "
            "which is no part of the key; or keep such an object by `st.cache_resource`."
        )
        return UnhashableParamError(msg)


#: The entries of every cached function, by what the function is.
_caches: dict[tuple[Any, ...], MemoryCache[Any]] = {}


def _cache_of(
    identity: tuple[str, ...], ttl: float | None, max_entries: int | None
) -> MemoryCache[Any]:
    # Another ttl or max_entries starts afresh.
    key = (*identity, ttl, max_entries)
    if key not in _caches:
        _caches[key] = MemoryCache(time.monotonic, ttl, max_entries)
    return _caches[key]


def clear_all(store: str | None = None) -> None:
    """Forget the values of every function, or of those of one decorator."""
    for identity, cache in _caches.items():
        if store is None or identity[0] == store:
            cache.clear()
