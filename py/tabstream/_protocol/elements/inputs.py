"""The messages of the widgets that take a value.

What each says beside its fields is its value on the wire. A widget whose value nobody has set has
its `default`.
"""

from __future__ import annotations

from typing import ClassVar, Literal, TypeAlias

from tabstream._protocol.elements.text import Height, Width
from tabstream._protocol.message import Widget, message

FilterMode: TypeAlias = Literal["fuzzy", "contains", "prefix"]
SliderType: TypeAlias = Literal["int", "float", "date", "time", "datetime", "timedelta"]
TextType: TypeAlias = Literal["default", "password", "email", "url", "phone", "search"]

# ---- yes and no ---------------------------------------------------------------------------------


@message
class Checkbox(Widget):
    """A checkbox or a switch. Its value is true or false."""

    kind: ClassVar[str] = "checkbox"
    default: bool
    is_toggle: bool
    wrap: bool | None
    width: Width


# ---- options ------------------------------------------------------------------------------------
# On the wire an option is its name: `names` has them where two options look the same, else the
# `options`, as a person reads them, are the names too.


@message
class Radio(Widget):
    """Options side by side or below each other. Its value is a name, or null."""

    kind: ClassVar[str] = "radio"
    options: tuple[str, ...]
    names: tuple[str, ...]
    #: What stands below each option; empty text for nothing. It can be shorter than `options`.
    captions: tuple[str, ...]
    default: str | None
    horizontal: bool
    width: Width


@message
class Selectbox(Widget):
    """One of many options. Its value is a name, new text where that is allowed, or null."""

    kind: ClassVar[str] = "selectbox"
    KEYED_BY: ClassVar[tuple[str, ...]] = ("accept_new_options",)
    options: tuple[str, ...]
    names: tuple[str, ...]
    default: str | None
    placeholder: str
    icon: str | None
    accept_new_options: bool
    #: How typing finds options; None when it does not.
    filter_mode: FilterMode | None
    required: bool
    #: Whether a person can go back to nothing: there was nothing at first.
    is_clearable: bool
    width: Width


@message
class Multiselect(Widget):
    """Some of many options. Its value is a list of names and, where allowed, new texts."""

    kind: ClassVar[str] = "multiselect"
    KEYED_BY: ClassVar[tuple[str, ...]] = ("max_selections", "accept_new_options")
    options: tuple[str, ...]
    names: tuple[str, ...]
    default: tuple[str, ...]
    max_selections: int | None
    placeholder: str
    accept_new_options: bool
    filter_mode: FilterMode | None
    #: "Select all" is offered for two options up to so many; None for any number.
    select_all_up_to: int | None
    wrap: bool | None
    width: Width


@message
class SelectSlider(Widget):
    """A slider over options. Its value is a list of one name, or of two for a range."""

    kind: ClassVar[str] = "select_slider"
    options: tuple[str, ...]
    names: tuple[str, ...]
    default: tuple[str, ...]
    width: Width


# ---- numbers, text, colours ---------------------------------------------------------------------


@message
class Slider(Widget):
    """A slider with one thumb or two. Its value is a list of one number or two.

    Dates and moments are microseconds since 1970 as a clock on the wall shows them, times of day
    microseconds since midnight, and time differences microseconds.
    """

    kind: ClassVar[str] = "slider"
    KEYED_BY: ClassVar[tuple[str, ...]] = ("min", "max", "step")
    min: float
    max: float
    step: float
    default: tuple[float, ...]
    data_type: SliderType
    #: printf style or a name such as "percent"; moment.js style for dates and times.
    format: str
    width: Width


@message
class NumberInput(Widget):
    """A number to type or to step. Its value is a number, or null."""

    kind: ClassVar[str] = "number_input"
    min: float | None
    max: float | None
    step: float
    default: float | None
    data_type: Literal["int", "float"]
    #: printf style.
    format: str
    placeholder: str | None
    icon: str | None
    required: bool
    width: Width


@message
class TextInput(Widget):
    """A line of text. Its value is text, or null where there was none at first."""

    kind: ClassVar[str] = "text_input"
    KEYED_BY: ClassVar[tuple[str, ...]] = ("max_chars", "pattern", "pattern_message")
    default: str | None
    max_chars: int | None
    type: TextType
    autocomplete: str
    placeholder: str | None
    icon: str | None
    required: bool
    #: The regular expression, JavaScript's, that text must match before it is sent.
    pattern: str | None
    #: What to say when it does not.
    pattern_message: str | None
    #: After so long without a key press the text is sent; None when only Enter or leaving sends it.
    live_after_ms: int | None
    width: Width


@message
class TextArea(Widget):
    """Lines of text. Its value is text, or null where there was none at first."""

    kind: ClassVar[str] = "text_area"
    KEYED_BY: ClassVar[tuple[str, ...]] = ("max_chars",)
    default: str | None
    max_chars: int | None
    placeholder: str | None
    required: bool
    #: None for three lines.
    height: Height | None
    width: Width


@message
class ColorPicker(Widget):
    """A colour. Its value is "#rrggbb", or "#rgb" as the author wrote it."""

    kind: ClassVar[str] = "color_picker"
    default: str
    width: Width


# ---- days and hours -----------------------------------------------------------------------------


@message
class DateInput(Widget):
    """A day, or two of them. Its value is a list of none, one or two days, "2024-05-01".

    The default's "today" is sent as a value before the widget appears; in a form that is cleared
    the view puts its own in.
    """

    kind: ClassVar[str] = "date_input"
    default: tuple[str, ...]
    is_range: bool
    #: None for ten years before today, and after.
    min: str | None
    max: str | None
    #: Such as "YYYY/MM/DD".
    format: str
    required: bool
    #: Whether a person can go back to nothing: there was nothing at first.
    is_clearable: bool
    width: Width


@message
class TimeInput(Widget):
    """A time of day. Its value is "08:30" or "08:30:15", or null.

    The default's "now" is sent as a value before the widget appears; in a form that is cleared the
    view puts its own in.
    """

    kind: ClassVar[str] = "time_input"
    default: str | None
    #: In seconds; seconds are shown where it is no whole number of minutes.
    step: int
    format: Literal["12h", "24h", "localized"]
    required: bool
    #: Whether a person can go back to nothing: there was nothing at first.
    is_clearable: bool
    width: Width


# ---- files --------------------------------------------------------------------------------------


@message
class FileUploader(Widget):
    """Files of a person. Its value is the list of the ids under which they were sent."""

    kind: ClassVar[str] = "file_uploader"
    KEYED_BY: ClassVar[tuple[str, ...]] = ("types", "accepts", "max_size_mb")
    #: ".csv", "image/png" or "image/*"; empty for all.
    types: tuple[str, ...]
    accepts: Literal["one", "many", "directory"]
    max_size_mb: int
    width: Width
