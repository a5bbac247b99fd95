"""What a memory image needs of Python: a first run before it is taken, and a waking after.

An image is the memory of an interpreter that has imported tabstream and run a small app: at another
time, in another place. Whatever came from there must not be taken for what is here.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

_APP = "/tmp/tabstream-warm-up"

#: It holds functions of JavaScript, which no image can keep; and where there is an image of
#: packages, they are installed.
_INSTALLER = ("micropip", "tabstream._host.packages")


def warm_up(source: str) -> None:
    """Run an app once, so that all it imports and computes at first is part of the image.

    Parameters
    ----------
    source
        The app's script. Nothing of its run is left but what libraries keep for themselves.

    Raises
    ------
    RuntimeError
        When the app ends in an error: an image of that would be of no use.
    """
    import gc
    import shutil
    from contextlib import suppress
    from pathlib import Path

    # What the worker calls before an app is opened.
    import tabstream._host.browser  # noqa: F401
    from tabstream.caching import forget_functions

    before = sys.modules["__main__"]
    folder = Path(_APP)
    folder.mkdir(parents=True)
    folder.joinpath("app.py").write_text(source, encoding="utf-8")
    try:
        _run_twice(_APP)
    finally:
        sys.modules["__main__"] = before
        shutil.rmtree(folder)
        forget_functions()
    with suppress(AttributeError):
        sys.last_value = None
    sys.path_importer_cache.clear()
    gc.collect()


def imported_modules(folder: str) -> list[str]:
    """Name what is imported and could be imported again without the app that is open.

    Parameters
    ----------
    folder
        Where the app's own modules are.

    Returns
    -------
    list[str]
        Modules with a file, in the order in which they were imported: neither the app's own, nor
        what stands for JavaScript, nor what only installs packages.
    """
    return [
        name
        for name, module in list(sys.modules.items())
        if (file := getattr(module, "__file__", None))
        and not file.startswith(f"{folder}/")
        and not name.startswith(_INSTALLER)
    ]


def import_modules(names: str) -> None:
    """Import what an app has imported, for an image of its packages.

    Parameters
    ----------
    names
        As JSON: the names of the modules. One that cannot be imported by itself is left out, since
        an app that wants it imports it after all.
    """
    import gc
    import importlib
    import json
    from contextlib import suppress

    for name in json.loads(names):
        with suppress(Exception):
            importlib.import_module(name)
    sys.path_importer_cache.clear()
    gc.collect()


def _run_twice(folder: str) -> None:
    """Run the app as a page would: once, and again for an event."""
    import json

    from tabstream._boot import open_app
    from tabstream._host.memory import MemoryHost

    host = MemoryHost()
    opened = {"type": "open", "entry": "app.py", "folder": folder, "argv": []}
    session = open_app(host, json.dumps(opened | {"query": [], "page": "", "config": {}}))
    for number in (1, 2):
        host.deliver(json.dumps(_event(number)))
        while session.serve():
            pass
    if errors := list(_errors(host.sent)):
        msg = f"The app of an image ended in an error: {errors[0]}"
        raise RuntimeError(msg)


def _event(number: int) -> dict[str, Any]:
    nothing = dict.fromkeys(("trigger", "page", "fragment", "query"))
    return {"type": "run", "id": number, "widgets": {}, "seen": 0, "live": False, **nothing}


def _errors(sent: list[tuple[str, list[Any]]]) -> Iterator[str]:
    return (text for text, _ in sent if '"exception"' in text or '"compile_error"' in text)


def wake(language: str, runtime: str) -> None:
    """Make a restored interpreter this browser's own.

    The C library's time zone is set already.

    Parameters
    ----------
    language
        The browser's, such as ``de-DE``.
    runtime
        What runs Python, as ``sys._emscripten_info`` has it.
    """
    import os
    import random

    os.environ["LANG"] = f"{language.replace('-', '_')}.UTF-8"
    info = sys._emscripten_info  # type: ignore[attr-defined]  # there is one inside Pyodide
    values = {name: getattr(info, name) for name in type(info).__match_args__}
    sys._emscripten_info = type(info)(  # type: ignore[attr-defined]
        tuple((values | {"runtime": runtime}).values())
    )
    _follow_time_zone()
    # Else every visitor would have the same random numbers.
    random.seed()
    if "numpy.random" in sys.modules:
        # Words of its own would come from code that nothing else needs at a start.
        sys.modules["numpy.random"].seed([random.getrandbits(32) for _ in range(4)])


def _follow_time_zone() -> None:
    """Set the names of the ``time`` module, as CPython does when it starts.

    It looks at the first of January and half a year later (``init_timezone`` in
    Modules/timemodule.c).
    """
    import time

    year = (365 * 24 + 6) * 3600
    january = int(time.time()) // year * year
    winter, summer = (time.localtime(when) for when in (january, january + year // 2))
    if winter.tm_gmtoff > summer.tm_gmtoff:  # the south
        winter, summer = summer, winter
    time.timezone, time.altzone = -winter.tm_gmtoff, -summer.tm_gmtoff
    time.daylight = int(winter.tm_gmtoff != summer.tm_gmtoff)
    time.tzname = (winter.tm_zone, summer.tm_zone)
