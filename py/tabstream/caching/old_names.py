"""What the caches' parameters and functions were in Streamlit's earlier years."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

P = ParamSpec("P")
R = TypeVar("R")


def without(*names: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Let a function be called with parameters of earlier years, which mean nothing any more.

    Its signature does not tell of them: that is today's.

    Examples
    --------
    >>> @without("suppress_st_warning")
    ... def square(x):
    ...     return x * x
    >>> square(3, suppress_st_warning=True)
    9
    """

    def decorate(function: Callable[P, R]) -> Callable[P, R]:
        @functools.wraps(function)
        def call(*args: P.args, **kwargs: P.kwargs) -> R:
            meant: dict[str, Any] = {k: v for k, v in kwargs.items() if k not in names}
            return function(*args, **meant)

        return call

    return decorate


def clear_cache() -> None:
    """Forget the values of every cached function, as ``st.caching.clear_cache()`` did.

    Examples
    --------
    >>> clear_cache()
    """
    from tabstream.caching.clearing import clear_all

    clear_all()
