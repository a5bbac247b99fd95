"""``st.write``: it looks at what it is given and chooses the element.

The questions are asked in this order; the first that is answered with yes decides::

    text                          →  markdown, joined with its neighbours
    what a stream brought         →  its parts, one by one
    exception                     →  exception
    container, place              →  help
    table: pandas, numpy, …       →  dataframe
    chart or figure               →  the element of its library
    SymPy, Pillow                 →  latex, image
    dict, list and their kin      →  json
    open text, generator          →  markdown, write_stream
    function, class, module, …    →  help
    HTML of its own               →  html, when HTML is allowed
    what can become a table       →  dataframe
    anything else                 →  its text as code, joined with its neighbours
"""

from __future__ import annotations

import re
from collections import ChainMap, UserDict, UserList
from collections.abc import ItemsView, KeysView, Mapping, ValuesView
from io import StringIO
from types import (
    AsyncGeneratorType,
    BuiltinFunctionType,
    FunctionType,
    GeneratorType,
    MappingProxyType,
    MethodType,
    ModuleType,
)
from typing import TYPE_CHECKING, Any, TypeAlias

from tabstream.elements._frames import is_table_like
from tabstream.elements.block import Block
from tabstream.elements.help import ADDRESS
from tabstream.elements.types import comes_from
from tabstream.elements.write_stream import Streamed
from tabstream.errors import StreamlitAPIException

if TYPE_CHECKING:
    from collections.abc import Callable

    from tabstream.elements import DeltaGenerator

    #: Draws a value; the number is the place that it has among the author's arguments.
    Drawer: TypeAlias = Callable[[DeltaGenerator, Any, int], object]


class WriteElements(Block):
    """The element that is many."""

    def write(self, *args: Any, unsafe_allow_html: bool = False) -> None:
        """Write anything: text, numbers, tables, charts, pictures, errors.

        Parameters
        ----------
        *args
            What to write. Texts, numbers and other plain values that follow each other make one
            paragraph.
        unsafe_allow_html
            Whether HTML counts: in texts, and of objects that describe themselves in HTML.

        Examples
        --------
        >>> import tabstream as st
        >>> x = 7
        >>> st.write(x, "squared is", x * x)
        >>> st.write({"red": 3, "blue": 4})
        """
        place: DeltaGenerator = self  # type: ignore[assignment]  # every block has every element
        if len(args) == 1 and isinstance(args[0], str):
            place.markdown(args[0], unsafe_allow_html)
            return
        if len(args) > 1 and self._node is not None and not self._is_container:
            raise StreamlitAPIException(_ONE_ONLY)
        words: list[str] = []

        def write_words() -> None:
            if words:
                place.markdown(" ".join(words), unsafe_allow_html)
                words.clear()

        for number, value in enumerate(args):
            draw = _drawer_of(value, allows_html=unsafe_allow_html)
            if draw is None:
                words.append(value if isinstance(value, str) else as_code(str(value)))
            else:
                write_words()
                draw(place, value, number)
        write_words()


def _drawer_of(value: Any, *, allows_html: bool) -> Drawer | None:
    """Return what draws a value; None when it is written as text."""
    if type(value) in _PLAIN:
        return None
    for is_one, draw in _RULES:
        if is_one(value):
            return draw
    if allows_html and hasattr(value, "_repr_html_"):
        return lambda place, value, _: place.html(value)
    if hasattr(value, "to_pandas") or hasattr(value, "__dataframe__"):
        return lambda place, value, _: place.dataframe(value)
    # It has no text of its own, only an address in memory.
    if re.fullmatch(ADDRESS, str(value)):
        return _help
    return None


def as_code(text: str) -> str:
    r"""Return a text as code in markdown.

    Examples
    --------
    >>> as_code("1"), as_code("a`b"), as_code("a\nb")
    ('`1`', '``a`b``', '```\na\nb\n```')
    """
    longest = max(map(len, re.findall("`+", text)), default=0)
    if "\n" in text:
        fence = "`" * max(3, longest + 1)
        return f"{fence}\n{text}\n{fence}"
    fence = "`" * (longest + 1)
    # A space keeps the text's own backticks apart from the fence; markdown takes it away again.
    margin = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{margin}{text}{margin}{fence}"


# ---- the questions -----------------------------------------------------------------------------

#: What is most often written and is nothing but its text.
_PLAIN: frozenset[type] = frozenset({str, int, float, bool, type(None), bytes, complex, tuple, set})

_SEQUENCES = (list, map, enumerate, UserList, ItemsView, KeysView, ValuesView)
_MAPPINGS = (dict, MappingProxyType, UserDict, ChainMap)
_EXPLAINED = (FunctionType, BuiltinFunctionType, MethodType, ModuleType, type)


def _is_any(*types: type) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, types)


def _is_from(package: str, name: str | None = None) -> Callable[[Any], bool]:
    return lambda value: comes_from(value, package, name)


def _is_own_mapping(value: Any) -> bool:
    """Return whether it is one of ours: ``st.session_state``, ``st.secrets``, …."""
    return comes_from(value, "tabstream") and isinstance(value, Mapping)


def _is_named_tuple(value: Any) -> bool:
    return isinstance(value, tuple) and hasattr(value, "_asdict")


def _is_generator(value: Any) -> bool:
    if isinstance(value, GeneratorType | AsyncGeneratorType):
        return True
    if isinstance(value, FunctionType | MethodType):
        import inspect

        return inspect.isgeneratorfunction(value) or inspect.isasyncgenfunction(value)
    return False


def _is_dataclass(value: Any) -> bool:
    return hasattr(type(value), "__dataclass_fields__")


def _is_plotly(value: Any) -> bool:
    return comes_from(value, "plotly", "BaseFigure") or comes_from(value, "plotly", "Figure")


# ---- and the answers ---------------------------------------------------------------------------


def _by(name: str) -> Drawer:
    """Return what draws a value by the element of that name."""
    return lambda place, value, _: getattr(place, name)(value)


def _help(place: DeltaGenerator, value: Any, number: int) -> None:
    place._explain(value, number)


def _json_of_sequence(place: DeltaGenerator, value: Any, _: int) -> None:
    place.json(list(value))


def _json_of_mapping(place: DeltaGenerator, value: Any, _: int) -> None:
    place.json(dict(value))


def _json_of_named_tuple(place: DeltaGenerator, value: Any, _: int) -> None:
    place.json(value._asdict())


def _parts(place: DeltaGenerator, value: Streamed, _: int) -> None:
    for part in value:
        place.write(part)


def _text_of_file(place: DeltaGenerator, value: StringIO, _: int) -> None:
    place.markdown(value.getvalue())


_RULES: tuple[tuple[Callable[[Any], bool], Drawer], ...] = (
    (_is_any(Streamed), _parts),
    (_is_any(BaseException), _by("exception")),
    (_is_any(Block), _help),
    (is_table_like, _by("dataframe")),
    (_is_from("altair", "TopLevelMixin"), _by("altair_chart")),
    (_is_from("matplotlib", "Figure"), _by("pyplot")),
    (_is_plotly, _by("plotly_chart")),
    (_is_from("graphviz"), _by("graphviz_chart")),
    (_is_from("sympy"), _by("latex")),
    (_is_from("PIL", "Image"), _by("image")),
    (_is_from("keras", "Model"), _by("graphviz_chart")),
    (_is_any(*_SEQUENCES), _json_of_sequence),
    (_is_any(*_MAPPINGS), _json_of_mapping),
    (_is_own_mapping, _json_of_mapping),
    (_is_named_tuple, _json_of_named_tuple),
    (_is_from("pydantic", "BaseModel"), _by("json")),
    (_is_from("pydeck", "Deck"), _by("pydeck_chart")),
    (_is_any(StringIO), _text_of_file),
    (_is_generator, _by("write_stream")),
    (_is_from("openai", "Stream"), _by("write_stream")),
    (_is_any(*_EXPLAINED), _help),
    (_is_dataclass, _help),
)

_ONE_ONLY = (
    "`write` got several values for a place that holds one element. Write them into a container "
    "there: `place.container().write(…)`."
)
