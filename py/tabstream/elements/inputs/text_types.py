"""What a type of text means for its field: an icon, an example, what a browser may fill in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tabstream.errors import (
    StreamlitBadTimeStringError,
    StreamlitInvalidParameterTypeError,
    StreamlitValueError,
    StreamlitValueOutOfRangeError,
)

if TYPE_CHECKING:
    from tabstream._protocol.elements.inputs import TextType

#: Milliseconds without a key press after which ``live=True`` sends the text.
_PAUSE_MS = 250
_LONGEST_PAUSE_MS = 60_000

_UNITS_MS = {"ms": 1, "s": 1_000, "m": 60_000, "min": 60_000, "h": 3_600_000, "d": 86_400_000}


@dataclass(frozen=True, slots=True)
class TextField:
    """What holds for a type of text where the author says nothing."""

    icon: str | None = None
    placeholder: str | None = None
    autocomplete: str = ""
    #: A regular expression and what to say when text does not match it.
    pattern: tuple[str, str] | None = None


TEXT_FIELDS: dict[TextType, TextField] = {
    "default": TextField(),
    "password": TextField(autocomplete="new-password"),
    "email": TextField(
        ":material/mail:",
        "you@example.com",
        "email",
        (r"^[^@\s]+@[^@\s]+\.[^@\s]+$", "This is not an email address."),
    ),
    "url": TextField(
        ":material/link:",
        "https://example.com",
        "url",
        (
            r"^([hH][tT][tT][pP][sS]?:\/\/)?[^\s\/.]+(\.[^\s\/.]+)+([\/?#]\S*)?$",
            "This is not an address.",
        ),
    ),
    "phone": TextField(":material/call:", "+1 234 567 8900", "tel"),
    "search": TextField(":material/search:", "Search", "off"),
}


def read_pattern(validate: object, type: TextType) -> tuple[str | None, str | None]:
    """Return the regular expression that text must match, and what to say when it does not."""
    if validate is None:
        return TEXT_FIELDS[type].pattern or (None, None)
    if isinstance(validate, str):
        return validate or None, None
    if not isinstance(validate, tuple):
        raise StreamlitInvalidParameterTypeError("validate", ["text", "a tuple", "None"], validate)
    match validate:
        case (str(pattern), str(text)):
            return pattern or None, text
        case _:
            expected = ["a regular expression", "a regular expression and a message, both text"]
            raise StreamlitValueError("validate", expected, validate)


def read_pause(live: object) -> int | None:
    """Return after how many milliseconds without a key press the text is sent; None for never.

    Examples
    --------
    >>> read_pause("0.5s"), read_pause(True), read_pause(False)
    (500, 250, None)
    """
    if isinstance(live, bool):
        return _PAUSE_MS if live else None
    if not isinstance(live, str):
        expected = ["a bool", "text with a unit, such as '300ms' or '0.5s'"]
        raise StreamlitInvalidParameterTypeError("live", expected, live)
    pause_ms = _milliseconds(live)
    if not 0 <= pause_ms <= _LONGEST_PAUSE_MS:
        raise StreamlitValueOutOfRangeError("live", live, "'0ms'", "'1m'")
    return round(pause_ms)


def _milliseconds(text: str) -> float:
    import re

    if text.strip() == "0":
        return 0
    part = rf"\s*([+-]?\d+(?:\.\d+)?)\s*({'|'.join(sorted(_UNITS_MS, reverse=True))})\s*"
    if not re.fullmatch(f"(?:{part})+", text):
        raise StreamlitBadTimeStringError(
            f"`live={text!r}` is no duration: write a number and its unit, as in '300ms' or '0.5s'."
        )
    return sum(float(number) * _UNITS_MS[unit] for number, unit in re.findall(part, text))
