"""Arguments that many elements share: read, and refused with a word about what would work."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from tabstream.errors import (
    StreamlitAPIException,
    StreamlitInvalidHeightError,
    StreamlitInvalidParameterTypeError,
    StreamlitInvalidWidthError,
    StreamlitValueError,
)

if TYPE_CHECKING:
    from tabstream._protocol.elements.layout import Gap
    from tabstream._protocol.elements.text import Alignment, Height, Width

T = TypeVar("T")

SIZES = ("xxsmall", "xsmall", "small", "medium", "large", "xlarge", "xxlarge")

#: The words that a width or a height can be.
STRETCH = ("stretch",)
STRETCH_OR_CONTENT = ("stretch", "content")

_ALIGNMENTS: tuple[Alignment, ...] = ("left", "center", "right", "justify")

#: One emoji as a person sees it: a flag, a key, or pictures with their skin tones, joined.
_PICTURE = (
    "[\u00a9\u00ae\u203c\u2049\u2122\u2139\u2194-\u21aa\u231a-\u23ff\u24c2\u25aa-\u25fe"
    "\u2600-\u27bf\u2934\u2935\u2b05-\u2b55\u3030\u303d\u3297\u3299\U0001f000-\U0001faff]"
    "[\ufe0e\ufe0f]?[\U0001f3fb-\U0001f3ff]?[\U000e0020-\U000e007f]*"
)
_EMOJI = f"(?:[\U0001f1e6-\U0001f1ff]{{2}}|[0-9#*]\ufe0f?\u20e3|{_PICTURE}(?:\u200d{_PICTURE})*)"


def read_width(width: object, words: tuple[str, ...] = STRETCH_OR_CONTENT) -> Width:
    """Return a width, or raise when it is none."""
    if width in words:
        return str(width)
    if isinstance(width, int) and width > 0:
        return width
    raise StreamlitInvalidWidthError(width, _in_words(words))


def read_height(height: object, words: tuple[str, ...] = STRETCH_OR_CONTENT) -> Height:
    """Return a height, or raise when it is none."""
    if height in words:
        return str(height)
    if isinstance(height, int) and height > 0:
        return height
    raise StreamlitInvalidHeightError(height, _in_words(words))


def _in_words(words: tuple[str, ...]) -> list[str]:
    return [*map(repr, words), "a number of pixels above 0"]


def read_choice(parameter: str, value: object, choices: tuple[T, ...]) -> T:
    """Return the one of `choices` that `value` is, or raise when it is none of them."""
    for choice in choices:
        if choice == value:
            return choice
    raise StreamlitValueError(parameter, map(repr, choices), value)


def read_alignment(alignment: object) -> Alignment:
    """Return how text is aligned, or raise when it cannot be aligned so."""
    return read_choice("text_alignment", alignment, _ALIGNMENTS)


def read_gap(gap: object) -> Gap:
    """Return a gap between elements, or raise when it is none."""
    if gap is None or (isinstance(gap, int) and gap >= 0):
        return gap
    if gap in SIZES:
        return str(gap)
    raise StreamlitValueError("gap", [*map(repr, SIZES), "None", "a number of pixels"], gap)


def read_icon(icon: str | None) -> str | None:
    """Return an icon, or raise when it is neither an emoji nor a Material icon.

    Examples
    --------
    >>> read_icon(":material/thumb_up:")
    ':material/thumb_up:'
    """
    if not icon:
        return None
    if not isinstance(icon, str):
        raise StreamlitInvalidParameterTypeError("icon", ["a text"], icon)
    import re

    if icon == "spinner" or re.fullmatch(rf":material/[a-z0-9_]+:|{_EMOJI}", icon):
        return icon
    msg = (
        f"`{icon}` cannot be used as an icon. An icon is a single emoji, such as 👍, or a Material "
        "icon by its name, such as `:material/thumb_up:`."
    )
    raise StreamlitAPIException(msg)


def split_icon(text: str) -> tuple[str | None, str]:
    """Take the icon that a text begins with apart from the rest.

    Examples
    --------
    >>> split_icon("✅ Saved")
    ('✅', 'Saved')
    """
    import re

    found = re.match(rf"(:material/[a-z0-9_]+:|{_EMOJI}) ?", text)
    if not found:
        return None, text
    try:
        return read_icon(found[1]), text[found.end() :]
    except StreamlitAPIException:  # a name that no icon has
        return None, text


def read_text(body: object) -> str:
    r"""Return what an author wrote, without the indentation that it has in the script.

    Examples
    --------
    >>> read_text('''
    ...     # Sales
    ...       in euros
    ... ''')
    '# Sales\n  in euros'
    """
    text = str(body)
    if "\n" in text and text.lstrip("\n")[:1].isspace():
        from textwrap import dedent

        text = dedent(text)
    return text.strip()
