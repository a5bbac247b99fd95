"""A cached function while it runs: what it draws, what it reads, and how long it takes."""

from __future__ import annotations

import time
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tabstream._runtime import current_run
from tabstream.caching.opened_files import reading
from tabstream.caching.replay import recording
from tabstream.elements import main

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tabstream.caching.opened_files import Stamp
    from tabstream.caching.options import Options
    from tabstream.caching.replay import Recording


@dataclass(frozen=True, slots=True)
class Watch:
    """What is seen of a function while it runs."""

    function: Callable[..., Any]
    made: Recording
    files: dict[str, Stamp]
    #: By ``time.monotonic``.
    began: float

    @property
    def seconds(self) -> float:
        """The time since it began."""
        return time.monotonic() - self.began


@contextmanager
def watching(function: Callable[..., Any], options: Options) -> Iterator[Watch]:
    """Record what a function draws and which files it reads, while a spinner turns."""
    name = function.__qualname__
    record = recording(name, warns_of_widgets=options.warns_of_widgets)
    with _spinner(name, options), record as made, reading() as files:
        yield Watch(function, made, files, time.monotonic())


def _spinner(name: str, options: Options) -> AbstractContextManager[Any]:
    run = current_run()
    # The outermost call alone shows that it is busy.
    if run is None or not options.show_spinner or run.recorders:
        return nullcontext()
    text = f"Running `{name}(...)`."
    if isinstance(options.show_spinner, str):
        text = options.show_spinner
    return main.spinner(text, show_time=options.show_time, _cache=True)
