"""The query parameters of an app as they cross: pairs of a name and a text, in order.

A name can stand in several pairs. Nothing changes a tuple of pairs; these functions make new ones.
"""

from __future__ import annotations

from typing import TypeAlias

Pairs: TypeAlias = tuple[tuple[str, str], ...]


def texts_of(pairs: Pairs, name: str) -> tuple[str, ...]:
    """Return the texts of a parameter, in order.

    Examples
    --------
    >>> texts_of((("day", "1"), ("rain", "yes"), ("day", "2")), "day")
    ('1', '2')
    """
    return tuple(text for own, text in pairs if own == name)


def with_texts(pairs: Pairs, name: str, texts: tuple[str, ...]) -> Pairs:
    """Return the pairs with a parameter set to `texts`, at its old place; to none removes it.

    Examples
    --------
    >>> with_texts((("day", "1"), ("rain", "yes"), ("day", "2")), "day", ("7",))
    (('day', '7'), ('rain', 'yes'))
    """
    names = [own for own, _ in pairs]
    place = names.index(name) if name in names else len(names)
    before = [pair for pair in pairs[:place] if pair[0] != name]
    after = [pair for pair in pairs[place:] if pair[0] != name]
    return (*before, *((name, text) for text in texts), *after)
