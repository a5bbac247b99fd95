"""What an interaction is: an app, and what is done to it turn by turn."""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import dedent
from typing import Any, TypeAlias

#: One thing done before the next run: an accessor of ``AppTest``, the number or the key of the
#: element, a verb, and its arguments: ``("slider", 0, "set_value", 7)``. For the mappings the
#: verb is "set" and the second item the key: ``("session_state", "rain", "set", 5)``.
Act: TypeAlias = tuple[Any, ...]

#: What is done before one run; nothing, for a plain rerun.
Turn: TypeAlias = list[Act]

#: Accessors that are mappings.
MAPPINGS = frozenset({"session_state", "query_params", "secrets"})


@dataclass(frozen=True)
class Interaction:
    """An app and the turns of a person; the app is looked at after the first run and each turn.

    Attributes
    ----------
    name
        The rule that the interaction shows.
    app
        The script.
    turns
        What is done, run by run.
    before
        What is done before the first run.
    """

    name: str
    app: str
    turns: tuple[Turn, ...]
    before: Turn

    def __init__(self, name: str, app: str, *turns: Turn, before: Turn | None = None) -> None:
        object.__setattr__(self, "name", name)
        object.__setattr__(self, "app", dedent(app).lstrip("\n"))
        object.__setattr__(self, "turns", turns)
        object.__setattr__(self, "before", before or [])


def act(app: Any, do: Act) -> None:
    """Do one thing to an app, whichever library's ``AppTest`` it is."""
    accessor, which, verb, *args = do
    if accessor in MAPPINGS:
        getattr(app, accessor)[which] = args[0]
        return
    elements = getattr(app, accessor)
    element = elements[which] if isinstance(which, int) else elements(key=which)
    getattr(element, verb)(*args)
