"""Installs what an app needs and the site's own lock does not have; micropip does the work."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeAlias

from tabstream._version import STREAMLIT_VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

#: ``MicropipRequirement`` in web/src/protocol/worker.ts.
Wanted: TypeAlias = "dict[str, Any]"


async def install_found(wheels: str) -> bool:
    """Install the wheels of an earlier visit, and return whether that worked; no index is asked.

    Parameters
    ----------
    wheels
        A JSON array of addresses.
    """
    import micropip  # type: ignore[import-not-found]  # exists only inside Pyodide

    _stand_for_streamlit()
    try:
        await micropip.install(json.loads(wheels), deps=False)
    except Exception:  # moved, taken back, another file than it was: they are looked for anew
        return False
    return True


async def install(requirements: str, index_urls: str) -> str:
    """Install requirements and say how it went; see ``web/src/worker/packages.ts``.

    Parameters
    ----------
    requirements
        A JSON array of what is wanted.
    index_urls
        A JSON array of the indexes to look in; an empty one leaves that to micropip.
    """
    _stand_for_streamlit()
    wanted: list[Wanted] = json.loads(requirements)
    urls: list[str] | None = json.loads(index_urls) or None
    needed = [one for one in wanted if not _may_miss(one)]
    notes: list[str] = []
    failed = await _install_needed(needed, urls)
    if failed is None:
        for one in _missing(one for one in wanted if _may_miss(one)):
            if problem := await _try_install([one], urls):
                where = f"{one['file']}:{one['line']}"
                notes.append(f"{where}: {one['requirement']} could not be installed: {problem}")
    return json.dumps({"failed": failed, "notes": notes, "wheels": _installed_wheels()})


def _stand_for_streamlit() -> None:
    """Answer for Streamlit: what is made for it asks for it."""
    import micropip

    micropip.add_mock_package("streamlit", STREAMLIT_VERSION, modules={})


def _installed_wheels() -> list[str]:
    """Return the addresses of the wheels that micropip installed, as it notes them itself."""
    from importlib.metadata import distributions

    addresses = {
        one.read_text("PYODIDE_URL")
        for one in distributions()
        if one.read_text("INSTALLER") == "micropip"
    }
    return sorted(address for address in addresses if address)


def _may_miss(one: Wanted) -> bool:
    """Return whether the app may start without it."""
    return one["isOptional"] or one["module"] is not None


async def _install_needed(needed: Sequence[Wanted], urls: list[str] | None) -> Wanted | None:
    """Install all at once; when that fails, one by one, to name the one at fault."""
    if not needed or await _try_install(needed, urls) is None:
        return None
    for one in needed:
        if problem := await _try_install([one], urls):
            detail = f"{one['file']}:{one['line']} asks for it. {problem}"
            return {"what": one["requirement"], "detail": detail}
    return None


async def _try_install(wanted: Sequence[Wanted], urls: list[str] | None) -> str | None:
    """Return why it did not work; None when it did."""
    import micropip

    try:
        await micropip.install([one["requirement"] for one in wanted], index_urls=urls)
    except Exception as error:  # whatever an index or a wheel may hold
        return str(error).strip().partition("\n")[0] or type(error).__name__
    return None


def _missing(wanted: Iterable[Wanted]) -> list[Wanted]:
    """Leave out what an earlier package has brought along."""
    from importlib.util import find_spec

    def is_there(module: str) -> bool:
        try:
            return find_spec(module) is not None
        except (ImportError, ValueError):
            return False

    return [one for one in wanted if one["module"] is None or not is_there(one["module"])]
