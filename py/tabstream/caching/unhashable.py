"""What is said of a value that no digest can be made of, with the ways out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tabstream.errors import UnhashableParamError

if TYPE_CHECKING:
    from collections.abc import Callable

    from tabstream.caching.dependencies import UnhashablePartError
    from tabstream.caching.hashing import UnhashableError


def unhashable_argument(
    name: str, error: UnhashableError, function: Callable[..., Any], decorator: str
) -> UnhashableParamError:
    """Return the error for an argument of a call."""
    function_name = function.__name__
    place = f"argument '{name}'" if not error.where else f"`{name}{error.where}` of an argument"
    msg = (
        f"Cannot hash {place} (of type {error}) in '{function_name}'.\n\n"
        "To address this, leave the argument out of the key by a leading underscore in the "
        "function's signature:\n\n"
        f"```\n@st.{decorator}\ndef {function_name}(_{name}, ...):\n    ...\n"
        "```\n\nor name a function that makes something hashable of it, with `hash_funcs`."
    )
    return UnhashableParamError(msg)


def unhashable_part(
    error: UnhashablePartError, function: Callable[..., Any]
) -> UnhashableParamError:
    """Return the error for something that a function depends on."""
    msg = (
        f"Cannot hash {error}, on which `{function.__name__}()` depends.\n\n"
        "To address this, name a function that makes something hashable of it, with "
        "`hash_funcs`; or hand it in as an argument whose name begins with an underscore, "
        "which is no part of the key; or keep such an object by `st.cache_resource`."
    )
    return UnhashableParamError(msg)
