"""What is different while an app runs inside a test, and is put back after it."""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tabstream._alias import install
from tabstream._boot import interruptible_sleep

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path
    from types import ModuleType

#: The modules that ``import streamlit`` reaches inside an app, from one run to the next.
_ours: dict[str, ModuleType] = {}


@contextmanager
def inside_app(script: Path, argv: Sequence[str]) -> Iterator[None]:
    """Make this process the app's: its ``sys.argv`` and path, ``import streamlit``, and its sleep.

    A test may run beside Streamlit itself, and has a ``__main__`` of its own; neither is touched.
    """
    before = sys.argv, sys.path.copy(), sys.modules["__main__"], time.sleep
    sys.argv = [str(script), *argv]
    sys.path.insert(0, str(script.parent))
    time.sleep = interruptible_sleep
    try:
        with streamlit_is_ours():
            yield
    finally:
        sys.argv, sys.path[:], sys.modules["__main__"], time.sleep = before


@contextmanager
def streamlit_is_ours() -> Iterator[None]:
    """Let ``import streamlit`` reach tabstream, whatever it reaches otherwise."""
    theirs = _take_streamlit()
    before = sys.meta_path.copy()
    sys.modules.update(_ours)
    install()
    # Not the whole list is put back: what an app imports may have added a finder of its own.
    added = [finder for finder in sys.meta_path if finder not in before]
    try:
        yield
    finally:
        for finder in added:
            sys.meta_path.remove(finder)
        _ours.update(_take_streamlit())
        sys.modules.update(theirs)


def _take_streamlit() -> dict[str, ModuleType]:
    names = [name for name in sys.modules if name.partition(".")[0] == "streamlit"]
    return {name: sys.modules.pop(name) for name in names}
