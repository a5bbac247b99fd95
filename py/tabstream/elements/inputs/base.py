"""What all widgets that take a value have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, TypeAlias, TypeVar

from tabstream._runtime import current_run
from tabstream.elements.arguments import read_choice
from tabstream.elements.block import Block
from tabstream.elements.inputs.address import draw_bound
from tabstream.errors import (
    StreamlitMissingRequiredParameterError,
    StreamlitValueError,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from tabstream._protocol import Widget
    from tabstream._runtime import RunContext, ValueCodec
    from tabstream.elements.inputs.address import AddressForm

T = TypeVar("T")

Key: TypeAlias = "str | int"
OnChange: TypeAlias = "Callable[..., Any] | Literal['rerun', 'ignore']"
Args: TypeAlias = "Sequence[Any]"
Kwargs: TypeAlias = "Mapping[str, Any]"
LabelVisibility: TypeAlias = Literal["visible", "hidden", "collapsed"]
Bind: TypeAlias = "Literal['query-params'] | None"
PersistState: TypeAlias = "Literal['page', 'session'] | None"


class InputBlock(Block):
    """A block that draws widgets which take a value."""

    def draw_input(
        self,
        message: Widget,
        codec: ValueCodec[T],
        *,
        key: Key | None,
        on_change: OnChange | None,
        args: Args | None,
        kwargs: Kwargs | None,
        bind: Bind = None,
        address: AddressForm | None = None,
        persist_state: PersistState = None,
        has_default: bool = False,
        is_settable: bool = True,
    ) -> T:
        """Draw a widget here and return its value.

        Parameters
        ----------
        message, codec, key, on_change, args, kwargs, is_settable
            See `Block.draw_widget`.
        bind, persist_state
            As the author gave them.
        address
            How the value stands in the page's address.
        has_default
            Whether the author gave a default, which a value in the session state makes useless.
        """
        check_on_change(on_change)
        _check_lasting(bind, persist_state, key)

        def draw() -> T:
            return self.draw_widget(
                message,
                codec,
                key=key,
                on_change=None if message.disabled else on_change,
                args=args,
                kwargs=kwargs,
                is_settable=is_settable,
                is_kept=persist_state is not None,
            )

        run = current_run()
        if run is None or key is None:
            return draw()
        if has_default:
            _say_useless_default(run, str(key))
        if persist_state == "page":
            run.session.state.keep_on_page(str(key))
        if bind is None or address is None:
            return draw()
        return draw_bound(run.session, str(key), codec, address, draw)


def example_in_state(key: Key | None, kind: str) -> Any:
    """Return the value that the script has set for a widget of a kind; None when it has not.

    Who sets the value in the session state may leave out the widget's own, and with it what the
    widget is about: whole numbers or days, one of them or a range.
    """
    run = current_run()
    if run is None or key is None:
        return None
    name, state = str(key), run.session.state
    if state.is_set_by_script(name):
        state.examples[name] = (kind, state[name])
    elif name not in state:
        state.examples.pop(name, None)
    known, example = state.examples.get(name, (kind, None))
    return example if known == kind else None


def value_in_force(key: Key | None) -> Any:
    """Return the value that the session state has for a key, whoever set it; None without one."""
    run = current_run()
    if run is None or key is None or str(key) not in run.session.state:
        return None
    return run.session.state[str(key)]


def check_on_change(on_change: object, parameter: str = "on_change") -> None:
    """Refuse what is no reaction to a change."""
    if not (on_change is None or on_change in ("rerun", "ignore") or callable(on_change)):
        raise StreamlitValueError(parameter, ["'rerun'", "'ignore'", "a function"], on_change)


def _check_lasting(bind: object, persist_state: object, key: Key | None) -> None:
    read_choice("bind", bind, ("query-params", None))
    read_choice("persist_state", persist_state, ("page", "session", None))
    if key is None and bind is not None:
        raise StreamlitMissingRequiredParameterError("key", "the name of the query parameter")
    if key is None and persist_state is not None:
        raise StreamlitMissingRequiredParameterError("key", "a name under which to keep the value")


def _say_useless_default(run: RunContext, key: str) -> None:
    """Say, once, that a default means nothing where the session state has a value."""
    state = run.session.state
    if state.is_set_by_script(key) and key not in state.said:
        state.said.add(key)
        run.session.log(
            f"The widget with the key {key!r} has a default, but its value was also set in "
            "`st.session_state`. The default is not used; leave one of the two out.",
            "warning",
        )
