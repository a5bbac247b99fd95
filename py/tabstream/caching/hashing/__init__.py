"""Digests of values: equal values give equal digests, also in another process.

A value is walked by type, and each part is written as a *token*: bytes that tell where they end and
begin with what they are, so that ``1``, ``"1"`` and ``True`` stay apart, and ``["ab"]`` from
``["a", "b"]``. A container's token is made of those of its parts, and cut down to a digest when it
is long.

====================  ==========================================================================
`hasher.py`           the walk: the author's rules, what holds itself, what is met twice
`tokens.py`           tokens of plain values, one by one and by the column
`containers.py`       lists, dicts, sets, functions, classes, modules, files: one rule for a type
`reduced.py`          all else, by what `copy` and `pickle` would take it apart into
`arrays.py`           numpy's arrays, and why large ones have a digest of their own
`frames.py`           pandas' tables, columns and indexes
`rules.py`            which rule is whose
`errors.py`           what has no digest, and where it lies
====================  ==========================================================================
"""

from tabstream.caching.hashing.errors import UnhashableError, UserHashError
from tabstream.caching.hashing.hasher import Hasher, digest_of

__all__ = ["Hasher", "UnhashableError", "UserHashError", "digest_of"]
