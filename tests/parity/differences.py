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
        What differs, as a pattern: ``slider.step``, ``tree``, ``*.wording``.
    reason
        Why ours is better for the people who use it.
    """

    app: str
    what: str
    reason: str


DIFFERENCES = (
    Difference(
        "*",
        "*.wording",
        "Our errors are in our own words and say what would work in a browser; what a script can "
        "rely on, the kind of the error and its place, is the same.",
    ),
    Difference(
        "*",
        "*select*.placeholder",
        "The message has the text that the page shows, so that one place decides what it is.",
    ),
    Difference(
        "*",
        "vega_lite_chart.key",
        "A key names a chart also where nothing in it can be selected: CSS and tests can find it.",
    ),
    Difference(
        "data/json: options",
        "warning.value",
        "As with errors: that a key was left out is said in our own words.",
    ),
    Difference(
        "flow/get_option: a saved file",
        "markdown.value",
        "A saved file updates the app at once: one person writes it and looks at it.",
    ),
    Difference(
        "media/image*",
        "image.value",
        "Pixels become a PNG, which loses nothing and needs no Pillow, and an SVG stays a file.",
    ),
    Difference(
        "mistakes/state, options and caching",
        "session_state",
        "A value that was refused for a button is forgotten; otherwise every later run fails, too.",
    ),
    Difference("write/write: pictures", "image.value", "As `st.image`: pixels become a PNG."),
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


def _names(prefix: str, names: str) -> tuple[str, ...]:
    return tuple(f"{prefix}.{name}" for name in names.split())


SIGNATURES = (
    SignatureDifference(
        ("st.pyplot", "st.delta_generator.DeltaGenerator.pyplot"),
        "Scripts of 2019 call it without a figure and mean the current one.",
    ),
    SignatureDifference(
        ("st.cache_data", "st.cache_resource"),
        "`explain` says where a value came from; `depends` lets `cache_data` follow the code.",
    ),
    SignatureDifference(
        _names(
            "AppTest",
            """
            audio_input button_group camera_input chat_input chat_message data_editor datetime_input
            feedback grid menu_button page_link pagination pills segmented_control switch_page
            """,
        ),
        "They come with their elements, and with pages.",
    ),
)
