"""What an author asks of a cache; the decorators say what each option means."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tabstream.caching.memory import Limits

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


@dataclass(frozen=True, slots=True)
class Options:
    """What an author asks of a cache."""

    limits: Limits = field(default_factory=Limits)
    hash_funcs: Mapping[type | str, Callable[[Any], Any]] | None = None
    show_spinner: bool | str = True
    show_time: bool = False
    validate: Callable[[Any], bool] | None = None
    on_release: Callable[[Any], None] | None = None
    #: Whether the key has the function's code in it and what that depends on.
    follows_code: bool = False
    finds_mutation: bool = False
    #: Whether results outlive the page.
    is_stored: bool = False
    #: Whether what has expired is served once more, and computed anew when nothing else is to do.
    refreshes_later: bool = False
    warns_of_widgets: bool = True
    explains: bool = False
