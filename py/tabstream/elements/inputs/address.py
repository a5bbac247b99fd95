"""Widgets whose values stand in the page's address: ``bind="query-params"``.

Widget and address follow each other. Where the address changed since both last agreed, because a
link was opened or Back was pressed, the widget takes its value over; else the widget's value is
written to the address, and a value that is the default leaves it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from tabstream._protocol import Query
from tabstream._protocol.query import texts_of, with_texts

if TYPE_CHECKING:
    from collections.abc import Callable

    from tabstream._protocol import Json
    from tabstream._runtime import Session, ValueCodec

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class AddressForm:
    """How a value on the wire is written as texts of a query parameter.

    Attributes
    ----------
    write
        From the wire to texts.
    read
        The other way. It raises ValueError for what the widget cannot have.
    """

    write: Callable[[Any], tuple[str, ...]]
    read: Callable[[tuple[str, ...]], Json]


def draw_bound(
    session: Session,
    name: str,
    codec: ValueCodec[T],
    form: AddressForm,
    draw: Callable[[], T],
) -> T:
    """Draw a widget whose value stands in the query parameter `name`, and return its value."""
    given = texts_of(session.query, name)
    if given != session.state.bound.get(name, ()):
        session.state[name] = codec.decode(_read(codec, form, given))
    value = draw()
    wire = codec.encode(value)
    texts = () if wire == codec.default else form.write(wire)
    session.state.bound[name] = texts
    if texts != given:
        session.query = with_texts(session.query, name, texts)
        session.send(Query(session.query))
    return value


def _read(codec: ValueCodec[T], form: AddressForm, texts: tuple[str, ...]) -> Json:
    """Return what the address says on the wire; the default for nothing, and for nonsense."""
    if texts:
        try:
            wire = form.read(texts)
            codec.decode(wire)
        except ValueError:
            return codec.default
        return wire
    return codec.default


def _read_flag(texts: tuple[str, ...]) -> Json:
    return ("false", "true").index(texts[-1].lower()) == 1


def _read_names(texts: tuple[str, ...]) -> Json:
    return [text for text in texts if text]


#: True or false.
FLAG = AddressForm(lambda wire: ("true" if wire else "false",), _read_flag)
#: Text, which can be empty.
TEXT = AddressForm(lambda wire: (wire or "",), lambda texts: texts[-1])
#: Several texts, each a parameter of its own; one empty text for none of them.
NAMES = AddressForm(lambda wire: tuple(wire) or ("",), _read_names)


def one_name(default: str | None) -> AddressForm:
    """Return the form of one text of several; where there can be none of them, it is empty."""

    def read(texts: tuple[str, ...]) -> Json:
        if not texts[-1] and default is not None:
            raise ValueError(texts)
        return texts[-1] or None

    return AddressForm(TEXT.write, read)


def write_number(number: float) -> str:
    """Return a number without the fraction it does not have.

    Examples
    --------
    >>> write_number(3.0), write_number(0.5)
    ('3', '0.5')
    """
    return str(int(number)) if number == int(number) else str(number)
