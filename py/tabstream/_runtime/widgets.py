"""What makes a widget the same widget in the next run, and how its value crosses the wire."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import md5
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

from tabstream._protocol import Buffer, Widget, field_names
from tabstream._runtime.tree import WIDGET_PREFIX

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from tabstream._protocol import Json

T = TypeVar("T")

#: Fields that change how a widget looks and not which one it is.
_LOOK: frozenset[str] = frozenset({"disabled", "label_visibility", "reruns"})


@dataclass(frozen=True, slots=True)
class Callback:
    """What ``on_change`` or ``on_click`` named, with its arguments."""

    function: Callable[..., Any]
    args: Sequence[Any] = ()
    kwargs: Mapping[str, Any] = field(default_factory=dict)

    def __call__(self) -> None:
        """Call the function."""
        self.function(*self.args, **self.kwargs)


@dataclass(frozen=True, slots=True)
class ValueCodec(Generic[T]):
    """How a widget's value is read from the wire and written to it.

    Attributes
    ----------
    default
        The value on the wire of a widget that nobody has touched.
    decode
        From the wire to what the author gets. It raises ValueError for what the widget cannot
        have (any more); the default holds then.
    encode
        The other way, for what the script set. It answers `default` for what the widget cannot
        have, or raises an error that the author is to see.
    reads_clock
        Whether the default is today or now: the view is told, and the first one holds.
    """

    default: Json
    decode: Callable[[Any], T]
    encode: Callable[[T], Json]
    reads_clock: bool = False


@dataclass(frozen=True, slots=True)
class WidgetSpec(Generic[T]):
    """All that the session knows of a widget."""

    PREFIX: ClassVar[str] = WIDGET_PREFIX

    id: str
    #: The author's ``key=``, or None.
    key: str | None
    codec: ValueCodec[T]
    callback: Callback | None = None
    #: True for what is true in one run only: a button, a sent chat message.
    is_trigger: bool = False
    #: Whether ``st.session_state[key] = …`` may set the value.
    is_settable: bool = True
    #: Whether the value outlives a run that does not draw the widget.
    is_kept: bool = False

    @property
    def name(self) -> str:
        """The name of the value in the session state."""
        return self.key if self.key is not None else self.id


def widget_id(message: Widget, *, key: str | None, root: int, page: str) -> str:
    """Return the id of a widget: where it is the same, it is the same widget.

    Without a key all that the person sees makes the widget, and the root it stands in. With a
    key only the fields that the message's class names in `KEYED_BY` do: those whose change makes
    the old value meaningless.

    The id goes to the view and comes back in another session of the same app, when a worker had
    to be replaced; so it is a digest of the content and not Python's salted hash.
    """
    cls: type = type(message)
    if key is not None:
        names = message.KEYED_BY
        place: object = None
    else:
        names = tuple(name for name in field_names(cls) if name not in _LOOK)
        place = root
    values = [getattr(message, name) for name in names]
    # A download button stays the same when its file is made anew.
    own = [value for value in values if not isinstance(value, Buffer)]
    content = (message.kind, key, place, page, own)
    digest = md5(repr(content).encode(errors="surrogatepass"), usedforsecurity=False).hexdigest()
    return f"{WIDGET_PREFIX}{digest}-{key}"
