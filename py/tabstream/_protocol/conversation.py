"""The conversation between the view and the worker.

The view opens an app once, then asks for a run whenever something was touched::

    view                               worker
      | open {entry, argv, query, …}     |
      | -------------------------------> |
      | run {id, widgets, trigger}       |
      | -------------------------------> |
      |              run_started {run}   |  the script begins
      | <------------------------------- |
      |        ops {run, ops} + buffers  |  each op as soon as it is made
      | <------------------------------- |
      |          run_ended {run, how}    |
      | <------------------------------- |
      |    state_saved {} + buffer       |  when the session state has changed
      | <------------------------------- |

A ``run`` that arrives while a script runs ends it: the script stops at its next ``st.*`` call
(or in ``time.sleep``), and the newer run starts. ``stop`` ends it with nothing to follow.

The view holds every widget's value and sends them all with each run; the worker's copy is only
ever what the last run brought, plus what the script itself has set since.

The same messages are written as tagged unions in ``web/src/protocol/messages.ts``; the
recordings in ``tests/contract/`` are read by the tests of both.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar, Literal, TypeAlias, get_args

if TYPE_CHECKING:
    from tabstream._protocol.cache_report import CacheReport
    from tabstream._protocol.message import Buffer

#: What JSON can hold. A widget's value crosses in this form.
Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"

#: How a run ended: by itself, by ``st.stop()``, by an error of the script, by ``st.rerun()``, by a
#: newer event, by Stop, or before it began because the script does not compile.
RunEnd: TypeAlias = Literal[
    "done", "stopped_itself", "error", "rerun", "interrupted", "stopped", "compile_error"
]


# ---- to the worker -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Open:
    """Open an app: its files are in place; nothing runs yet."""

    type: ClassVar[str] = "open"
    #: The script, relative to the app's folder.
    entry: str
    #: The app's folder in the worker's file system.
    folder: str
    argv: tuple[str, ...] = ()
    #: The app's own query parameters, in order.
    query: tuple[tuple[str, str], ...] = ()
    page: str = ""
    #: Options set from outside the app's folder, such as ``{"theme.base": "dark"}``.
    config: dict[str, Json] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Trigger:
    """The one event that is true for a single run: a click, a sent chat message."""

    widget: str
    value: Json = True


@dataclass(frozen=True, slots=True)
class Run:
    """Run the script with these widget values."""

    type: ClassVar[str] = "run"
    id: int
    #: Every value that a person or the script has set, by widget id; a widget that is missing
    #: has its default.
    widgets: dict[str, Json] = field(default_factory=dict)
    #: How many ``set_value`` and ``drop_values`` ops the view had taken in then, so that an event
    #: that crosses with one on its way undoes nothing; None for all.
    seen: int | None = None
    trigger: Trigger | None = None
    #: A value that is still being dragged: it waits for the running script instead of ending it.
    live: bool = False
    page: str | None = None
    fragment: str | None = None
    #: The app's own query parameters, when they changed outside the script (Back, Forward).
    query: tuple[tuple[str, str], ...] | None = None


@dataclass(frozen=True, slots=True)
class Stop:
    """End the running script; nothing follows."""

    type: ClassVar[str] = "stop"


@dataclass(frozen=True, slots=True)
class FilesChanged:
    """Files of the app were written or removed; the next run reads them anew."""

    type: ClassVar[str] = "files_changed"
    paths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that a person picked; its bytes lie at `path` in the worker's file system."""

    type: ClassVar[str] = "upload"
    id: str
    name: str
    mime: str
    path: str


@dataclass(frozen=True, slots=True)
class ClearCaches:
    """Forget cached values: all, those of one function, or one of them."""

    type: ClassVar[str] = "clear_caches"
    #: The name of a function, as a `CacheReport` has it.
    function: str | None = None
    #: The id of one of its entries.
    entry: str | None = None


@dataclass(frozen=True, slots=True)
class WatchCaches:
    """Send a `CacheReport` now and after each run, or stop that."""

    type: ClassVar[str] = "watch_caches"
    on: bool


@dataclass(frozen=True, slots=True)
class PageHidden:
    """The page went out of sight: what has to outlive it is saved now."""

    type: ClassVar[str] = "page_hidden"


ToWorker: TypeAlias = (
    Open | Run | Stop | FilesChanged | Upload | ClearCaches | WatchCaches | PageHidden
)

_TO_WORKER: dict[str, type[Any]] = {cls.type: cls for cls in get_args(ToWorker)}


def decode_to_worker(content: dict[str, Any]) -> ToWorker:
    """Return the message that the JSON object `content` stands for."""
    values = dict(content)
    cls = _TO_WORKER[values.pop("type")]
    for name in ("argv", "paths"):
        if name in values:
            values[name] = tuple(values[name])
    if values.get("query") is not None:
        values["query"] = tuple((key, value) for key, value in values["query"])
    if values.get("trigger") is not None:
        values["trigger"] = Trigger(**values["trigger"])
    message: ToWorker = cls(**values)
    return message


# ---- from the worker ---------------------------------------------------------------------------
# Boot progress comes from the worker's TypeScript, before Python is there; see messages.ts.


@dataclass(frozen=True, slots=True)
class RunStarted:
    """The script begins."""

    type: ClassVar[str] = "run_started"
    #: The worker's own count.
    run: int
    #: The number of the newest event that the run takes in.
    request: int
    page: str = ""
    fragment: str | None = None


@dataclass(frozen=True, slots=True)
class Ops:
    """Changes of the tree, in order; see `tabstream._protocol.ops`."""

    type: ClassVar[str] = "ops"
    run: int
    ops: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class RunEnded:
    """The script ended; with "done", "stopped_itself" and "error" the tree is complete."""

    type: ClassVar[str] = "run_ended"
    run: int
    how: RunEnd
    #: What kept the script from compiling, as an ``exception`` element; otherwise None.
    error: Any = None


@dataclass(frozen=True, slots=True)
class Log:
    """A line for the log panel: what the script printed, or what the runtime has to say."""

    type: ClassVar[str] = "log"
    text: str
    level: Literal["print", "info", "warning", "error"] = "print"


@dataclass(frozen=True, slots=True)
class PageSettings:
    """What ``st.set_page_config`` and the app's config say of the page around the elements."""

    type: ClassVar[str] = "page_settings"
    title: str | None = None
    icon: str | None = None
    layout: Literal["centered", "wide"] = "centered"
    sidebar: Literal["auto", "expanded", "collapsed"] | int = "auto"
    menu_items: dict[str, str | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AppConfig:
    """The options of ``.streamlit/config.toml`` that the page needs, by dotted name."""

    type: ClassVar[str] = "app_config"
    options: dict[str, Json]


@dataclass(frozen=True, slots=True)
class Query:
    """The app set its query parameters."""

    type: ClassVar[str] = "query"
    query: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class StateSaved:
    """The session state after a run, for a worker that has to take this one's place."""

    type: ClassVar[str] = "state_saved"
    #: What `decode_saved` reads; None when there is nothing.
    content: Buffer | None
    #: The names of what cannot be kept, and why.
    unkept: dict[str, str]


@dataclass(frozen=True, slots=True)
class StateLost:
    """A value that came from the worker before cannot be read."""

    type: ClassVar[str] = "state_lost"
    name: str
    why: str


FromWorker: TypeAlias = (
    "RunStarted | Ops | RunEnded | Log | PageSettings | AppConfig | Query | CacheReport"
    " | StateSaved | StateLost"
)
