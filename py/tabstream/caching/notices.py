"""What a cache says on the page: an object that was changed, and where a value came from."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from tabstream._runtime import current_run
from tabstream.elements import main

if TYPE_CHECKING:
    from collections.abc import Callable

#: Of the site that the app is opened with.
_DOCS = "docs/caching.html"


def warn_of_mutation(function: Callable[..., Any], call: str) -> None:
    """Say on the page that a function's kept result is no longer what it returned."""
    name = function.__qualname__
    code = getattr(function, "__code__", None)
    where = f" in {Path(code.co_filename).name}, line {code.co_firstlineno}" if code else ""
    run = current_run()
    if run is not None and run.recorders:  # what is drawn there is drawn again by every later call
        run.session.log(f"What `{name}({call})`{where} returned was changed.", "warning")
        return
    main.warning(
        f"What `{name}({call})`{where} returned is kept, and the script has changed it since. "
        "Every call gets the changed object.\n\n"
        "Change a copy of it instead (`.copy()`, `copy.deepcopy`), or use `st.cache_data`, which "
        "gives every caller a copy. If the change is meant, say "
        f"`@st.cache(allow_output_mutation=True)`. [How caching works]({_DOCS})",
        title="A cached object was changed",
    )


def explain(words: str) -> None:
    """Say below the last element where a value came from.

    Inside of another cached function it goes to the log: what is drawn there is drawn again when
    it is no longer true.
    """
    run = current_run()
    if run is not None and run.recorders:
        run.session.log(words)
    else:
        main.caption(words)
