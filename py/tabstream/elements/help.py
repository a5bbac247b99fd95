"""What an object is and how it is used."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, Any

from tabstream._protocol.elements.text import Help, HelpMember
from tabstream.elements.arguments import STRETCH, read_width
from tabstream.elements.block import Block
from tabstream.elements.call_text import argument_texts

if TYPE_CHECKING:
    from tabstream._protocol.elements.text import Width
    from tabstream.elements import DeltaGenerator

#: The package itself: ``st.help()`` explains it. It is loading while this line runs.
_THE_PACKAGE = sys.modules[__name__.partition(".")[0]]

#: How an object looks that has no text of its own.
ADDRESS = r"(?s)<.+ at 0x[0-9a-fA-F]+>"

#: Characters of a value's text that are worth showing.
_LONGEST_VALUE = 1000


class HelpElements(Block):
    """The element that explains an object."""

    def help(self, obj: Any = _THE_PACKAGE, *, width: Width = "stretch") -> DeltaGenerator:
        """Explain an object: its type, its documentation and what it has.

        Parameters
        ----------
        obj
            Anything.
        width
            "stretch", or pixels.

        Examples
        --------
        >>> import tabstream as st
        >>> card = st.help(str.join)
        """
        return self._explain(obj, 0, read_width(width, STRETCH))

    def _explain(self, obj: Any, argument: int, width: Width = "stretch") -> DeltaGenerator:
        """Draw the explanation of an object that is an argument of the author's call."""
        texts = argument_texts()
        name = texts[argument] if argument < len(texts) else ""
        # A text or a number explains itself.
        name = "" if name == repr(obj) else name
        return self.draw(explanation(obj, name, width))


def explanation(obj: Any, name: str, width: Width) -> Help:
    """Return the message that explains an object."""
    import inspect

    is_leaf = inspect.isroutine(obj) or obj is None
    return Help(
        name=name,
        type="class" if inspect.isclass(obj) else type(obj).__name__,
        value=_value(obj),
        doc=inspect.getdoc(obj) or "",
        members=() if is_leaf else _members(obj),
        width=width,
    )


def _value(obj: Any) -> str:
    """Return an object's text; of what can be called, how."""
    import inspect

    if inspect.ismodule(obj):
        return ""
    if inspect.isclass(obj) or inspect.isroutine(obj):
        return _call_of(obj)
    # An object that has only an address in memory is shown by how it is made.
    return _text(obj) or _call_of(type(obj))


def _call_of(obj: Any) -> str:
    import inspect

    try:
        signature = str(inspect.signature(obj))
    except (TypeError, ValueError):
        signature = "(...)"  # written in C, and it does not say
    module = getattr(obj, "__module__", None)
    name = getattr(obj, "__qualname__", type(obj).__name__)
    return f"{module}.{name}{signature}" if module else f"{name}{signature}"


def _text(obj: Any) -> str:
    """Return an object's text; empty when it is but an address, another one in each run."""
    text = repr(obj)
    if re.fullmatch(ADDRESS, text):
        return ""
    return text if len(text) <= _LONGEST_VALUE else f"{text[:_LONGEST_VALUE]}…"


def _members(obj: Any) -> tuple[HelpMember, ...]:
    """Return an object's public attributes, and then what can be called."""
    import inspect

    values, routines = [], []
    for name in dir(obj):
        if name.startswith("_"):
            continue
        try:
            # Properties are not computed: they may take long, fail, or change something.
            value = inspect.getattr_static(obj, name)
        except AttributeError:
            continue
        if isinstance(value, staticmethod | classmethod):
            value = value.__func__
        doc = (inspect.getdoc(value) or "").partition("\n")[0]
        kind = "class" if inspect.isclass(value) else type(value).__name__
        if inspect.isroutine(value) or inspect.isclass(value):
            routines.append(HelpMember(name, kind, "", doc))
        elif inspect.ismodule(value):
            continue
        elif inspect.isdatadescriptor(value) or isinstance(value, property):
            values.append(HelpMember(name, kind, "", doc))
        else:
            values.append(HelpMember(name, kind, _text(value), ""))
    return (*values, *routines)
