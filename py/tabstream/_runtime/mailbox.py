"""What waits to be run: newer events replace older ones, and no click is lost."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tabstream._protocol import Json, Run, Trigger


@dataclass(frozen=True, slots=True)
class RunRequest:
    """One run to come: several events of the view in one."""

    #: The newest event's number; the view knows by it what a run has taken in.
    id: int = 0
    #: None when no event brought values: those of the last run hold.
    widgets: dict[str, Json] | None = None
    #: How many of the ops that change values the view had taken in when it sent them.
    seen: int | None = None
    #: What is true in this run only, by widget id.
    triggers: dict[str, Json] = field(default_factory=dict)
    #: Triggers whose callbacks ran already, in a run that was cut short.
    answered: frozenset[str] = frozenset()
    page: str | None = None
    query: tuple[tuple[str, str], ...] | None = None

    def with_triggers_of(self, older: RunRequest) -> RunRequest:
        """Return this request with the triggers of an older one that nobody has seen."""
        return replace(
            self,
            triggers={**older.triggers, **self.triggers},
            answered=older.answered - self.triggers.keys(),
        )


class Mailbox:
    """The runs that events ask for, coalesced, and a Stop."""

    def __init__(self) -> None:
        self._waiting: RunRequest | None = None
        self._is_urgent = False
        self._stop = False

    def put(self, message: Run) -> None:
        """Add an event. Its values are newer than those that wait; older triggers are kept."""
        request = RunRequest(
            id=message.id,
            widgets=message.widgets,
            seen=message.seen,
            triggers=_triggers(message.trigger),
            page=message.page,
            query=message.query,
        )
        if self._waiting is not None:
            older = self._waiting
            request = replace(
                request.with_triggers_of(older),
                page=request.page if request.page is not None else older.page,
                query=request.query if request.query is not None else older.query,
            )
        self._waiting = request
        self._is_urgent |= not message.live

    def put_stop(self) -> None:
        """Ask the running script to end."""
        self._stop = True

    @property
    def has_mail(self) -> bool:
        """Whether a run waits."""
        return self._waiting is not None

    @property
    def wants_stop(self) -> bool:
        """Whether a person pressed Stop since the last run began."""
        return self._stop

    @property
    def wants_rerun(self) -> bool:
        """Whether an event waits that ends the running script.

        The values of a slider that is being dragged do not: with an event every few
        milliseconds no run would ever come to its end.
        """
        return self._is_urgent

    def take(self) -> RunRequest | None:
        """Return what is to be run next, if anything is, and forget it."""
        request, self._waiting = self._waiting, None
        self._is_urgent = False
        self._stop = False
        return request


def _triggers(trigger: Trigger | None) -> dict[str, Json]:
    return {} if trigger is None else {trigger.widget: trigger.value}
