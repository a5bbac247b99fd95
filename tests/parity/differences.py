"""Where ours differs from Streamlit on purpose, and why. An entry that is not needed fails."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Difference:
    """A deliberate difference.

    Attributes
    ----------
    app
        The apps it is seen in, as a pattern of their names.
    what
        What differs, as a pattern: ``slider.step``, ``tree``, ``Streamlit*.wording``.
    reason
        Why ours is better for the people who use it.
    """

    app: str
    what: str
    reason: str


DIFFERENCES = (
    Difference(
        "*",
        "Streamlit*.wording",
        "Our errors are in our own words and say what would work in a browser; what a script can "
        "rely on, the kind of the error and its place, is the same.",
    ),
)


@dataclass(frozen=True)
class SignatureDifference:
    """Public names whose signature is another one on purpose, or that are not here yet.

    Attributes
    ----------
    names
        The names.
    reason
        Why.
    """

    names: tuple[str, ...]
    reason: str


SIGNATURES: tuple[SignatureDifference, ...] = ()
