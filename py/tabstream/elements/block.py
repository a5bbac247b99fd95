"""Where elements go: the base of everything that offers ``title``, ``slider`` and the others.

An element is a method of a mixin in this folder: it turns its arguments into a message and hands it
to `Block.draw` or `Block.draw_widget`. `tabstream.elements.DeltaGenerator` gathers
the mixins, and is what every call returns.

A block is one of three things: a root (``st`` itself and ``st.sidebar``), a container, or the place
of a single element, where the next element takes the place of the last.
"""

from __future__ import annotations

import logging
import sys
from typing import TYPE_CHECKING, Any, ClassVar, Literal, NoReturn, Self, TypeVar

from tabstream._protocol import EVENT, MAIN, SIDEBAR, Container, Element, Widget
from tabstream._runtime import Branch, Callback, Node, RunContext, ValueCodec, current_run
from tabstream.errors import (
    MissingMethodError,
    StreamlitAPIException,
    StreamlitInvalidFormCallbackError,
    StreamlitValueError,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from types import TracebackType

    from tabstream.elements import DeltaGenerator

T = TypeVar("T")

_log = logging.getLogger(__name__)


class Block:
    """A root, a container, or the place of one element.

    Attributes
    ----------
    parent
        The block it stands in; None for a root.
    root
        The number of the root it belongs to.
    """

    #: The class that offers every element, and those of containers that offer something more, by
    #: the kind of their message. Filled by `tabstream.elements`, which knows them all.
    classes: ClassVar[dict[str, type[DeltaGenerator]]] = {}

    def __init__(
        self,
        node: Node | None = None,
        *,
        parent: Block | None = None,
        root: int = MAIN,
        is_container: bool = True,
    ) -> None:
        self._node = node
        self._parent = parent
        self._root: int = parent._root if parent is not None else root
        self._is_container = is_container

    @property
    def node(self) -> Node | None:
        """The node it stands for; None for a root, and in bare mode."""
        return self._node

    if not TYPE_CHECKING:  # it would make every name right for the type checker

        def __getattr__(self, name: str) -> NoReturn:
            """Say what was meant by a name that no element has."""
            if name.startswith("_"):  # such as what copy and pickle look for
                raise AttributeError(name)
            place = (
                "`st.sidebar`" if self._node is None and self._root == SIDEBAR else "A container"
            )
            if name in dir(sys.modules[__name__.partition(".")[0]]):
                what = f"it is a part of `st` itself: `st.{name}`."
            else:
                what = "there is no element of this name."
            raise MissingMethodError(f"{place} has no `{name}`: {what}")

    # ---- what the mixins call ------------------------------------------------------------------

    def draw(
        self, message: Element, *, key: str | int | None = None, form: str | None = None
    ) -> DeltaGenerator:
        """Draw an element here and return its place; `form` is the name of one, not a key."""
        run = current_run()
        if run is None:
            _say_bare()
            return self._block(message, None)
        run.checkpoint()
        text_key = _text_key(key)
        identity = text_key
        if form is not None:
            run.claim_form(form)
            identity = f"form {form}"
        elif text_key is not None:
            run.claim_key(text_key)
        where = self._where(run)
        node = where._put(run, message, identity=identity, key=text_key)
        if not where._is_container and not isinstance(message, Container):
            return where  # type: ignore[return-value]  # every block is made by `_block`
        return where._block(message, node)

    def draw_widget(
        self,
        message: Widget,
        codec: ValueCodec[T],
        *,
        key: str | int | None = None,
        on_change: Callable[..., Any] | str | None = None,
        args: Sequence[Any] | None = None,
        kwargs: Mapping[str, Any] | None = None,
        is_trigger: bool = False,
        is_settable: bool = True,
        is_kept: bool = False,
    ) -> T:
        """Draw a widget here and return its value."""
        run = current_run()
        if run is None:
            _say_bare()
            return codec.decode(codec.default)
        run.checkpoint()
        text_key = _text_key(key)
        callback = None
        if callable(on_change):
            callback = Callback(on_change, args or (), kwargs or {})
            if message.form is not None and not is_trigger:
                raise StreamlitInvalidFormCallbackError(_NO_CALLBACK_IN_FORM)
        for recorder in run.recorders:
            recorder.before_widget()
        where = self._where(run)
        id, value = run.register(
            message,
            codec,
            key=text_key,
            root=where._root,
            callback=callback,
            is_trigger=is_trigger,
            is_settable=is_settable,
            is_kept=is_kept,
        )
        where._put(run, message, identity=id, key=text_key)
        result: T = value
        return result

    def common(
        self,
        label: str,
        *,
        help: str | None = None,
        disabled: bool = False,
        label_visibility: str = "visible",
        on_change: Any = None,
    ) -> dict[str, Any]:
        """Return the fields that every widget's message has; see `tabstream._protocol.Widget`."""
        if label_visibility not in ("visible", "hidden", "collapsed"):
            raise StreamlitValueError(
                "label_visibility", ["'visible'", "'hidden'", "'collapsed'"], label_visibility
            )
        return {
            "label": str(label),
            "help": dedented(help),
            "disabled": bool(disabled),
            "label_visibility": label_visibility,
            "form": self.form_id,
            "reruns": on_change != "ignore",
        }

    def announce(self, message: Element) -> DeltaGenerator:
        """Draw what belongs to no place on the page: a toast, balloons."""
        run = current_run()
        if run is not None:
            run.checkpoint()
            run.tree.place(run.tree.roots[EVENT], message)
            run.drawn()
        return self._block(message, None)

    @property
    def form_id(self) -> str | None:
        """The id of the form that an element drawn here belongs to."""
        run = current_run()
        block: Block | None = self._where(run) if run is not None else self
        while block is not None:
            if block._node is not None and block._node.message.kind == "form":
                return str(block._node.message.id)  # type: ignore[attr-defined]  # a Form has one
            block = block._parent
        return None

    def is_inside(self, kind: str) -> bool:
        """Return whether an element drawn here stands in a container of this kind."""
        run = current_run()
        block: Block | None = self._where(run) if run is not None else self
        while block is not None:
            if block._node is not None and block._node.message.kind == kind:
                return True
            block = block._parent
        return False

    # ---- places --------------------------------------------------------------------------------

    def _where(self, run: RunContext) -> Block:
        """Return the block that an element drawn on this one goes to.

        ``st.title`` goes to the innermost ``with`` block; ``st.sidebar.title`` and
        ``column.title`` go where they say.
        """
        if self._node is None and self._parent is None and self._root == MAIN and run.containers:
            innermost: Block = run.containers[-1]
            return innermost
        return self

    def _put(
        self, run: RunContext, message: Element, *, identity: str | None, key: str | None
    ) -> Node | None:
        place = node = self._node
        if node is None:
            node = run.tree.place(run.tree.roots[self._root], message, identity=identity, key=key)
        elif node.parent is None:
            return None  # its place went away with an earlier run
        elif self._is_container and isinstance(node, Branch):
            node = run.tree.place(node, message, identity=identity, key=key)
        else:
            node = self._node = run.tree.replace(node, message, identity=identity, key=key)
        run.drawn()
        for recorder in run.recorders:
            recorder.record(self, place, message, node)
        return node

    def _block(self, message: Element, node: Node | None) -> DeltaGenerator:
        cls = self.classes.get(message.kind) or self.classes["element"]
        return cls(node, parent=self, is_container=isinstance(message, Container))

    def __enter__(self) -> Self:
        run = current_run()
        if run is not None:
            run.containers.append(self)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> Literal[False]:
        run = current_run()
        # The list may have been cleared by an error card on its way to the page's main part.
        if run is not None and run.containers and run.containers[-1] is self:
            run.containers.pop()
            if kind is None and isinstance(self._node, Branch):
                run.tree.close(self._node)
        return False


def _text_key(key: str | int | None) -> str | None:
    """Return an author's key as text, refusing what cannot be one."""
    if key is None:
        return None
    text = str(key)
    if not text:
        raise StreamlitValueError("key", ["any text that is not empty"], key)
    if text.startswith("$$ID"):
        msg = f"`key={key!r}` cannot be used: what starts with `$$ID` is for tabstream's own ids."
        raise StreamlitAPIException(msg)
    return text


def dedented(text: str | None) -> str | None:
    """Return help text without the indentation that it has in the script."""
    if text is None:
        return None
    from textwrap import dedent

    return dedent(str(text)).strip()


_has_said_bare = False


def _say_bare() -> None:
    """Say, once, that elements go nowhere when the script runs as ``python app.py``."""
    global _has_said_bare
    if not _has_said_bare:
        _has_said_bare = True
        _log.warning(
            "This script runs without an app: elements are not shown and widgets have their "
            "default values. Open it with `tabstream run <file>` to see it."
        )


_NO_CALLBACK_IN_FORM = (
    "With forms, callbacks can only be defined on the `st.form_submit_button`. Defining callbacks "
    "on other widgets inside a form is not allowed."
)
