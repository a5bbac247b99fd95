"""What a value is, asked without importing the library that it comes from."""

from __future__ import annotations


def comes_from(value: object, package: str, name: str | None = None) -> bool:
    """Return whether a value's class, or one that it derives from, was written in a package.

    With a `name`, the class must have that name.

    Examples
    --------
    >>> from fractions import Fraction
    >>> comes_from(Fraction(1, 2), "numbers", "Rational")
    True
    >>> comes_from(0.5, "numbers")
    False
    """
    return any(
        cls.__module__.partition(".")[0] == package and name in (None, cls.__name__)
        for cls in type(value).__mro__
    )
