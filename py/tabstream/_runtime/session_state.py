"""The values of a session: those of the widgets, and those that the script keeps.

Every value has a name: the author's key, or a keyless widget's id. An entry remembers which widget
made it, because the same name can mean another widget later (a slider whose range changed): its
old value is then nobody's and the default holds. What the script set itself belongs to no widget
until one with that key takes it over.

The copy (`_wire`) is what the view holds for each widget, by id. A widget that is missing there has
its default. Two rules keep both sides equal at every moment:

- Whatever Python changes in the copy, it tells the view: a value that the script set, one that no
  longer fits and gives way to the default, one that is dropped with its widget. These tellings are
  counted.
- A run brings the view's values, and how many tellings the view had taken in when it sent them.
  Those still on their way are applied on top, so that an event that crosses with one undoes
  nothing. What differs from the copy then was changed by a person.

Example: two linked sliders. The person drags ``a``, and the script sets ``b`` for each of its
values::

    view                          copy
    a=1  -- a=1 b=0, seen 0 --->  a=1 b=0
    a=2  -- a=2 b=0, seen 0 -.    the script sets b=10
    b=10 <- telling 1: b=10 -+--
                             `->  a=2 b=10, as telling 1 was not seen

Without the count the second run would find ``b`` moved back by a person, and answer that.

A session outlives its worker: the state after the last run is handed to the next one. A value that
came so is unpickled when somebody asks for it, which is when the script has imported and defined
what its pickle names. One that cannot be read then has never been there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tabstream._runtime.saved_state import SavedValue, decode_saved, unpickle_value
from tabstream._runtime.widgets import WidgetSpec
from tabstream.errors import (
    StreamlitValueAssignmentNotAllowedError,
    StreamlitWidgetAlreadyInstantiatedError,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

    from tabstream._protocol import Json

_ABSENT: Any = object()


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
    tell_lost
        Called with the name of a value that came from the worker before and cannot be read, and
        with the reason.
    handle_value
        Called with the name of a value before it is unpickled, and with None afterwards.

    Attributes
    ----------
    bound
        The query parameters that belong to widgets, and their texts when both last agreed.
    examples
        Values that the script set before a widget was drawn, with the kind of the widget: they
        tell it what it is about.
    said
        The keys of which the author has been told something, so that it is told once.
    """

    def __init__(
        self,
        tell_view: Callable[[str, Json], None],
        tell_dropped: Callable[[tuple[str, ...]], None],
        tell_lost: Callable[[str, str], None] = lambda _name, _why: None,
        handle_value: Callable[[str | None], None] = lambda _name: None,
    ) -> None:
        self._tell_view = tell_view
        self._tell_dropped = tell_dropped
        self._tell_lost = tell_lost
        self._handle_value = handle_value
        self._entries: dict[str, _Entry] = {}
        #: What came from the worker before and nobody has asked for yet, pickled.
        self._saved: dict[str, SavedValue] = {}
        self._wire: dict[str, Json] = {}
        self._triggers: dict[str, Json] = {}
        #: Every widget of the last complete run and of this one.
        self._specs: dict[str, WidgetSpec[Any]] = {}
        #: The widgets drawn in this run, by the name of their value.
        self._drawn: dict[str, str] = {}
        #: How many times the view was told something, and what it may not have taken in yet.
        self._tellings = 0
        self._on_their_way: list[tuple[int, str, Json]] = []
        #: Names whose values are kept only until the person goes to another page.
        self._of_page: set[str] = set()
        self.bound: dict[str, tuple[str, ...]] = {}
        self.examples: dict[str, tuple[str, Any]] = {}
        self.said: set[str] = set()

    # ---- a run ---------------------------------------------------------------------------------

    def begin(
        self,
        widgets: Mapping[str, Json] | None,
        triggers: Mapping[str, Json],
        seen: int | None = None,
    ) -> list[WidgetSpec[Any]]:
        """Take the values of a new run; return the widgets that changed, in the view's order.

        Parameters
        ----------
        widgets
            The view's values, by widget id; None when no event brought any.
        triggers
            What is true in this run only, by widget id.
        seen
            How many tellings the view had taken in when it sent the values; None for all.
        """
        self._drawn = {}
        self._triggers = dict(triggers)
        changed = []
        if widgets is not None:
            new = self._with_tellings(widgets, self._tellings if seen is None else seen)
            changed = [
                spec
                for id in (*new, *(self._wire.keys() - new.keys()))
                if (spec := self._specs.get(id)) is not None
                and new.get(id, spec.codec.default) != self._wire.get(id, spec.codec.default)
            ]
            self._wire = new
        for spec in changed:
            self._entries[spec.name] = _Entry(self._decoded(spec), spec.id)
        clicked = [self._specs[id] for id in self._triggers if id in self._specs]
        for spec in clicked:
            self._entries[spec.name] = _Entry(spec.codec.decode(self._triggers[spec.id]), spec.id)
        return changed + clicked

    def end(self, *, complete: bool) -> None:
        """End a run: after a complete one, values of widgets it did not draw are dropped."""
        for entry in self._entries.values():
            spec = self._specs.get(entry.widget or "")
            if spec is not None and spec.is_trigger:
                entry.value = spec.codec.decode(spec.codec.default)
        if complete:
            drawn = set(self._drawn.values())
            specs = self._specs.values()
            self._forget({spec.id for spec in specs if not self._is_kept(spec, drawn)})

    def leave_page(self) -> None:
        """Drop what was kept only until the person goes to another page."""
        names, self._of_page = self._of_page, set()
        self._forget({id for id, spec in self._specs.items() if spec.name in names})

    def keep_on_page(self, name: str) -> None:
        """Note that a kept value is dropped when the person goes to another page."""
        self._of_page.add(name)

    def _is_kept(self, spec: WidgetSpec[Any], drawn: set[str]) -> bool:
        # A kept widget gives way to another one that has its key now.
        return spec.id in drawn or (spec.is_kept and spec.name not in self._drawn)

    def _forget(self, ids: set[str]) -> None:
        for id in ids:
            del self._specs[id]
        # With them go the values of widgets that the first run of a new worker did not draw.
        values: tuple[dict[str, Any], ...] = (self._entries, self._saved)
        for named in values:
            for name, one in list(named.items()):
                if one.widget is not None and one.widget not in self._specs:
                    del named[name]
        # Also what the view brought of widgets that the first run of a new worker did not draw.
        dropped = tuple(id for id in self._wire if id not in self._specs)
        if dropped:
            self._drop(dropped)

    @property
    def unseen_triggers(self) -> dict[str, Json]:
        """The clicks of this run that the script did not come to."""
        drawn = set(self._drawn.values())
        return {id: value for id, value in self._triggers.items() if id not in drawn}

    def forget_click(self, id: str) -> None:
        """Take a click back: the widget cannot be clicked any more."""
        self._triggers.pop(id, None)

    def register(self, spec: WidgetSpec[Any]) -> Any:
        """Take note of a widget drawn in this run and return its value."""
        if self._saved:
            self._recall_for(spec)
        if not spec.is_settable:
            self.refuse_set(spec.name)
        entry = self._entries.get(spec.name)
        self._hold_first_default(spec)
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

    def _hold_first_default(self, spec: WidgetSpec[Any]) -> None:
        """Keep the default that the person saw first, as long as the widget is the same.

        A keyed widget can be drawn with another default later, and the clock makes another one
        each time; nobody has touched it, and yet its value must not change by itself.
        """
        known = self._specs.get(spec.id)
        if spec.id in self._wire or spec.is_trigger:
            return
        if known is None:
            if spec.codec.reads_clock:
                self._tell(spec.id, spec.codec.default)
        elif known.codec.default != spec.codec.default:
            self._tell(spec.id, known.codec.default)

    def _decoded(self, spec: WidgetSpec[Any]) -> Any:
        codec = spec.codec
        wire = self._wire.get(spec.id, codec.default)
        try:
            value = codec.decode(wire)
        except ValueError:
            # Such as an option that is gone: the view shows the default again, too.
            self._tell(spec.id, codec.default)
            return codec.decode(codec.default)
        if spec.is_settable and spec.id in self._wire and (left := codec.encode(value)) != wire:
            # Some of it is gone, such as options of several: they do not come back by themselves.
            self._tell(spec.id, left)
        return value

    def _take_over(self, spec: WidgetSpec[Any], value: Any) -> Any:
        wire = spec.codec.encode(value)
        if wire != self._wire.get(spec.id, spec.codec.default):
            self._tell(spec.id, wire)
        return spec.codec.decode(wire)

    # ---- the view's copy -----------------------------------------------------------------------

    def _tell(self, id: str, value: Json) -> None:
        self._wire[id] = value
        self._tellings += 1
        self._on_their_way.append((self._tellings, id, value))
        self._tell_view(id, value)

    def _drop(self, ids: tuple[str, ...]) -> None:
        self._tellings += 1
        for id in ids:
            del self._wire[id]
            self._on_their_way.append((self._tellings, id, _ABSENT))
        self._tell_dropped(ids)

    def _with_tellings(self, widgets: Mapping[str, Json], seen: int) -> dict[str, Json]:
        """Return the view's values as they are once it has taken in all that it was told."""
        self._on_their_way = [telling for telling in self._on_their_way if telling[0] > seen]
        values = dict(widgets)
        for _, id, value in self._on_their_way:
            if value is _ABSENT:
                values.pop(id, None)
            else:
                values[id] = value
        return values

    @property
    def values_in_view(self) -> Iterable[Json]:
        """What the view holds, of all widgets that were ever changed."""
        return self._wire.values()

    # ---- from worker to worker -----------------------------------------------------------------

    def to_save(self) -> Iterator[tuple[str, Any, str | None]]:
        """Yield what the next worker would need: names, values, and the widgets they belong to.

        That of a keyless widget is in the view, and the script cannot name it. That of a keyed one
        is needed, too: with ``if "size" not in st.session_state`` above it, it would be set anew.
        """
        for name, saved in self._saved.items():
            yield name, saved, saved.widget
        for name, entry in self._entries.items():
            if not name.startswith(WidgetSpec.PREFIX):
                spec = self._specs.get(entry.widget or "")
                # What outlives its widget is not to go because the next worker has not drawn that.
                is_free = spec is not None and spec.is_kept and name not in self._drawn
                yield name, entry.value, None if is_free else entry.widget

    def restore(self, content: bytes, refused: Collection[str] = ()) -> None:
        """Take the state of the worker before, as its `StateSaver` sent it, but for some names."""
        for name, saved in decode_saved(content).items():
            if saved.plain:
                self._entries[name] = _Entry(saved.content, saved.widget)
            elif name not in refused:
                self._saved[name] = saved

    def _recall(self, name: str) -> None:
        """Unpickle a value that came from the worker before, because somebody asks for it."""
        saved = self._saved.pop(name, None)
        if saved is None:
            return
        self._handle_value(name)
        try:
            value = unpickle_value(saved.content)
        except Exception as error:
            if saved.widget is None:  # a widget's value is in the view, too
                self._tell_lost(name, f"{type(error).__name__}: {error}")
        else:
            self._entries[name] = _Entry(value, saved.widget)
        finally:
            self._handle_value(None)

    def _recall_for(self, spec: WidgetSpec[Any]) -> None:
        saved = self._saved.get(spec.name)
        if saved is not None and saved.widget is not None:
            del self._saved[spec.name]  # the view's is newer
        else:
            self._recall(spec.name)

    # ---- what the author sees ------------------------------------------------------------------

    def __getitem__(self, name: str) -> Any:
        if self._saved:
            self._recall(name)
        return self._entries[name].value

    def __setitem__(self, name: str, value: Any) -> None:
        if name in self._drawn:
            raise StreamlitWidgetAlreadyInstantiatedError(
                f"`st.session_state[{name!r}]` cannot be set any more in this run: the widget with "
                "that key has been drawn already. Set it above the widget, or in a callback."
            )
        self._entries[name] = _Entry(value)
        self._saved.pop(name, None)

    def __delitem__(self, name: str) -> None:
        self._recall(name)
        entry = self._entries.pop(name)
        spec = self._specs.get(entry.widget or "")
        if spec is not None and spec.id in self._wire:
            self._tell(spec.id, spec.codec.default)

    def __contains__(self, name: object) -> bool:
        if self._saved and isinstance(name, str):
            self._recall(name)
        return name in self._entries

    def spec(self, widget: str) -> WidgetSpec[Any]:
        """Return what is known of a widget by its id."""
        return self._specs[widget]

    def value(self, widget: str) -> Any:
        """Return what the script got from a widget in the last run."""
        spec = self._specs[widget]
        if spec.is_trigger:
            return spec.codec.decode(self._triggers.get(widget, spec.codec.default))
        return self._entries[spec.name].value

    def put(self, name: str, value: Any) -> None:
        """Set a value between two runs, as a test does."""
        self._entries[name] = _Entry(value)
        self._saved.pop(name, None)

    def is_set_by_script(self, name: str) -> bool:
        """Return whether the script set the value and no widget has taken it over."""
        if self._saved:
            self._recall(name)
        entry = self._entries.get(name)
        return entry is not None and entry.widget is None

    def is_bound(self, parameter: str) -> bool:
        """Return whether a query parameter belongs to a widget that is there."""
        return parameter in self.bound and parameter in self._entries

    def refuse_set(self, name: str) -> None:
        """Raise when the script set the value of what only a person can change; it is forgotten."""
        if self.is_set_by_script(name):
            del self._entries[name]
            raise StreamlitValueAssignmentNotAllowedError(
                f"`st.session_state[{name!r}]` cannot be set: it is the key of something that only "
                "a person can change, by a click, an upload or an edit. Use another key for your "
                "own value."
            )

    def names(self) -> Iterator[str]:
        """Yield the names an author can know: all but the ids of keyless widgets."""
        for name in list(self._saved):
            self._recall(name)
        return (name for name in list(self._entries) if not name.startswith(WidgetSpec.PREFIX))

    def clear(self) -> None:
        """Forget every value that the author can name."""
        for name in list(self.names()):
            del self[name]
