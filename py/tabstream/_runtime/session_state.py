"""The values of a session: those of the widgets, and those that the script keeps.

Every value has a name: the author's key, or a keyless widget's id. An entry remembers which widget
made it, because the same name can mean another widget later (a slider whose range changed): its
old value is then nobody's and the default holds. What the script set itself belongs to no widget
until one with that key takes it over.

The view's copy (`wire`) is what the view holds for each widget. A widget that is missing there has
its default. When the script sets a value, the copy and the view are told; when a run brings other
values than the copy has, those widgets were changed by a person.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tabstream._runtime.widgets import WidgetSpec
from tabstream.errors import (
    StreamlitValueAssignmentNotAllowedError,
    StreamlitWidgetAlreadyInstantiatedError,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from tabstream._protocol import Json

_MISSING = object()


@dataclass(slots=True)
class _Entry:
    value: Any
    #: The id of the widget whose value this is; None for what the script set.
    widget: str | None = None


class SessionState:
    """The values of one session, from its first run to its last.

    Parameters
    ----------
    tell_view
        Called with a widget's id and value when the script set it.
    tell_dropped
        Called with the ids of widgets that are gone: the view forgets their values.
    """

    def __init__(
        self,
        tell_view: Callable[[str, Json], None],
        tell_dropped: Callable[[tuple[str, ...]], None],
    ) -> None:
        self._tell_view = tell_view
        self._tell_dropped = tell_dropped
        self._entries: dict[str, _Entry] = {}
        self._wire: dict[str, Json] = {}
        self._triggers: dict[str, Json] = {}
        #: Every widget of the last complete run and of this one.
        self._specs: dict[str, WidgetSpec[Any]] = {}
        #: The widgets drawn in this run, by the name of their value.
        self._drawn: dict[str, str] = {}

    # ---- a run ---------------------------------------------------------------------------------

    def begin(
        self, widgets: Mapping[str, Json] | None, triggers: Mapping[str, Json]
    ) -> list[WidgetSpec[Any]]:
        """Take the values of a new run; return the widgets that changed, in the view's order."""
        self._drawn = {}
        self._triggers = dict(triggers)
        changed = []
        if widgets is not None:
            changed = [
                spec
                for id in (*widgets, *(self._wire.keys() - widgets.keys()))
                if (spec := self._specs.get(id)) is not None
                and widgets.get(id, spec.codec.default)
                != self._wire.get(id, spec.codec.default)
            ]
            self._wire = dict(widgets)
        for spec in changed:
            self._entries[spec.name] = _Entry(self._decoded(spec), spec.id)
        clicked = [self._specs[id] for id in self._triggers if id in self._specs]
        for spec in clicked:
            self._entries[spec.name] = _Entry(spec.codec.decode(self._triggers[spec.id]), spec.id)
        return changed + clicked

    def end(self, *, complete: bool) -> None:
        """End a run: after a complete one, values of widgets it did not draw are dropped."""
        for name, entry in list(self._entries.items()):
            spec = self._specs.get(entry.widget or "")
            if spec is not None and spec.is_trigger:
                entry.value = spec.codec.decode(spec.codec.default)
            if complete and entry.widget is not None and self._drawn.get(name) != entry.widget:
                if spec is None or not spec.is_kept:
                    del self._entries[name]
        if complete:
            drawn = set(self._drawn.values())
            self._specs = {
                id: spec for id, spec in self._specs.items() if id in drawn or spec.is_kept
            }
            dropped = tuple(id for id in self._wire if id not in self._specs)
            for id in dropped:
                del self._wire[id]
            if dropped:
                self._tell_dropped(dropped)

    @property
    def unseen_triggers(self) -> dict[str, Json]:
        """The clicks of this run that the script did not come to."""
        drawn = set(self._drawn.values())
        return {id: value for id, value in self._triggers.items() if id not in drawn}

    def register(self, spec: WidgetSpec[Any]) -> Any:
        """Take note of a widget drawn in this run and return its value."""
        entry = self._entries.get(spec.name)
        if entry is not None and entry.widget is None and not spec.is_settable:
            raise _not_settable(spec.name)
        self._specs[spec.id] = spec
        self._drawn[spec.name] = spec.id
        if spec.is_trigger:
            value = spec.codec.decode(self._triggers.get(spec.id, spec.codec.default))
        elif entry is not None and entry.widget is None:
            value = self._take_over(spec, entry.value)
        else:
            value = self._decoded(spec)
        self._entries[spec.name] = _Entry(value, spec.id)
        return value

    def _decoded(self, spec: WidgetSpec[Any]) -> Any:
        codec = spec.codec
        if spec.id not in self._wire:
            return codec.decode(codec.default)
        try:
            return codec.decode(self._wire[spec.id])
        except ValueError:
            # Such as an option that is gone: the view shows the default again, too.
            del self._wire[spec.id]
            self._tell_view(spec.id, codec.default)
            return codec.decode(codec.default)

    def _take_over(self, spec: WidgetSpec[Any], value: Any) -> Any:
        wire = spec.codec.encode(value)
        if wire != self._wire.get(spec.id, spec.codec.default):
            self._wire[spec.id] = wire
            self._tell_view(spec.id, wire)
        return spec.codec.decode(wire)

    # ---- what the author sees ------------------------------------------------------------------

    def __getitem__(self, name: str) -> Any:
        return self._entries[name].value

    def __setitem__(self, name: str, value: Any) -> None:
        if name in self._drawn:
            msg = (
                f"`st.session_state.{name}` cannot be modified after the widget with key `{name}` "
                "is instantiated. Set it before the widget is drawn, or in a callback."
            )
            raise StreamlitWidgetAlreadyInstantiatedError(msg)
        entry = self._entries.get(name)
        spec = self._specs.get(entry.widget or "") if entry is not None else None
        if spec is not None and not spec.is_settable:
            raise _not_settable(name)
        self._entries[name] = _Entry(value)

    def __delitem__(self, name: str) -> None:
        entry = self._entries.pop(name)
        if entry.widget is not None and entry.widget in self._wire:
            # The widget starts again from its default.
            del self._wire[entry.widget]
            spec = self._specs.get(entry.widget)
            if spec is not None:
                self._tell_view(spec.id, spec.codec.default)

    def __contains__(self, name: object) -> bool:
        return name in self._entries

    def names(self) -> Iterator[str]:
        """Yield the names an author can know: all but the ids of keyless widgets."""
        return (name for name in list(self._entries) if not name.startswith(WidgetSpec.PREFIX))

    def clear(self) -> None:
        """Forget every value that the author can name."""
        for name in list(self.names()):
            del self[name]


def _not_settable(name: str) -> StreamlitValueAssignmentNotAllowedError:
    return StreamlitValueAssignmentNotAllowedError(
        f"Values for the widget with `key` '{name}' cannot be set using `st.session_state`: "
        "only a person can click, upload or edit."
    )
