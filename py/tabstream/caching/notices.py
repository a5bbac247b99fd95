"""A kept object that the script has changed since: every later call would get the changed one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from tabstream.elements import main

if TYPE_CHECKING:
    from collections.abc import Callable


def warn_of_mutation(function: Callable[..., Any]) -> None:
    """Say on the page that a function's kept result is no longer what it returned."""
    name = function.__qualname__
    code = getattr(function, "__code__", None)
    where = f" in {Path(code.co_filename).name}, line {code.co_firstlineno}" if code else ""
    main.warning(
        f"What `{name}()`{where} returned is kept, and the script has changed it since. Every call "
        "gets the changed object.\n\n"
        "Change a copy of it instead (`.copy()`, `copy.deepcopy`), or use `st.cache_data`, which "
        "gives every caller a copy. If the change is meant, say "
        "`@st.cache(allow_output_mutation=True)`.",
        title="A cached object was changed",
    )
