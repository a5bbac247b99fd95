"""Rules for pandas' tables, columns and indexes: every cell, label, name and type."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tabstream.caching.hashing.errors import full_name, key_step
from tabstream.caching.hashing.tokens import framed, name_token, text_content

if TYPE_CHECKING:
    from tabstream.caching.hashing.hasher import Walk


def frame_token(walk: Walk, value: Any) -> bytes:
    """Return the token of a table.

    Columns of numbers of one type are walked together, the others one by one.
    """
    dtypes = list(value.dtypes)
    labels = list(value.columns)
    parts: list[Any] = [*_around(value), value.columns]
    steps = [".index", ".attrs", "", ".columns"]
    together: dict[str, list[int]] = {}
    for at, dtype in enumerate(dtypes):
        if _is_numeric(dtype):
            together.setdefault(dtype.str, []).append(at)
        else:
            parts.append(_array_of(value.iloc[:, at]))
            steps.append(key_step(labels[at]))
    for columns in together.values():
        some = value if len(columns) == len(dtypes) else value.iloc[:, columns]
        # Turned, a table of one type is the memory in which pandas holds it.
        parts.append(some.to_numpy().T)
        steps.append("")
    head = name_token(",".join(map(str, dtypes)))
    return _named(b"R", value, head + walk.parts(parts, steps.__getitem__))


def series_token(walk: Walk, value: Any) -> bytes:
    """Return the token of a column."""
    parts = (*_around(value), _array_of(value))
    steps = (".index", ".attrs", "", "")
    return _named(b"S", value, walk.parts(parts, steps.__getitem__))


def index_token(walk: Walk, value: Any) -> bytes:
    """Return the token of an index."""
    parts: list[Any] = [list(value.names), getattr(value, "freqstr", None)]
    if hasattr(value, "levels"):
        # By the labels: how the levels number them depends on where the index comes from.
        parts += [value.get_level_values(at) for at in range(value.nlevels)]
    elif hasattr(value, "step"):
        parts += [value.start, value.stop, value.step]
    else:
        parts.append(_array_of(value))
    return _named(b"I", value, walk.parts(parts, lambda _: ""))


def extension_token(walk: Walk, value: Any) -> bytes:
    """Return the token of an array of one of pandas' own types, or of another library's."""
    dtype = value.dtype
    head = name_token(repr(dtype))
    parts: list[Any]
    if hasattr(value, "categories"):
        parts = [value.categories, bool(value.ordered), value.codes]
    elif hasattr(value, "asi8"):  # times
        parts = [value.asi8]
    elif hasattr(value, "left"):  # intervals
        parts = [value.left, value.right]
    elif hasattr(dtype, "numpy_dtype") and hasattr(value, "_mask"):
        # Beneath what is missing lies any number.
        missing = value.isna()
        zero = dtype.numpy_dtype.type(0)
        parts = [missing, value.to_numpy(dtype=dtype.numpy_dtype, na_value=zero)]
    elif dtype.type is str:
        texts = value.to_numpy(dtype=object, na_value="").tolist()
        parts = [value.isna()]
        head += framed(b"=", text_content(texts))
    else:
        parts = [value.to_numpy(dtype=object)]
    return _named(b"Y", value, head + walk.parts(parts, lambda _: ""))


def _around(value: Any) -> tuple[Any, ...]:
    """Return what a table or column has besides its cells; subclasses name more of it."""
    carried = [getattr(value, name, None) for name in value._metadata]
    return value.index, dict(value.attrs), carried


def _named(tag: bytes, value: Any, content: bytes) -> bytes:
    return framed(tag, name_token(full_name(type(value))) + content)


def _is_numeric(dtype: Any) -> bool:
    return type(dtype).__module__.partition(".")[0] == "numpy" and dtype.kind in "biufcmM"


def _array_of(value: Any) -> Any:
    """Return the cells: numpy's array where they lie in one."""
    return value.array if hasattr(value.dtype, "construct_array_type") else value.to_numpy()
