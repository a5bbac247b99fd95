"""What is compared of an element: where it stands in Streamlit's message, and where in ours.

A path such as ``proto.flex_container.border`` is read attribute by attribute. Streamlit's messages
have numbers where ours have names; `named` translates them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from .charts import drawn_by

if TYPE_CHECKING:
    from collections.abc import Callable

#: Whose app it is.
Side: TypeAlias = Literal["real", "ours"]


@dataclass(frozen=True)
class Field:
    """One thing to compare.

    Attributes
    ----------
    name
        How a mismatch is reported.
    real, ours
        Where it is found.
    translate
        What Streamlit's value means.
    look
        What is looked at of the value, on both sides.
    """

    name: str
    real: str
    ours: str
    translate: Callable[[Any], Any] | None = None
    look: Callable[[Any], Any] | None = None

    def read(self, node: Any, side: Side) -> Any:
        """Return the field's value of a node."""
        value = node
        for part in (self.real if side == "real" else self.ours).split("."):
            value = getattr(value, part)
        if side == "real" and self.translate is not None:
            value = self.translate(value)
        if self.look is not None:
            value = self.look(value)
        # A message of Streamlit has empty text and 0 where nothing was given.
        return value or None


def named(*names: str | None) -> Callable[[Any], Any]:
    """Return what translates the number of an enumeration."""
    return names.__getitem__


def same(*names: str) -> tuple[Field, ...]:
    """Return fields that both call the same, as attributes of the node."""
    return tuple(Field(name, name, name) for name in names)


def in_proto(*names: str) -> tuple[Field, ...]:
    """Return fields that both call the same, in the message only."""
    return tuple(Field(name, f"proto.{name}", f"proto.{name}") for name in names)


_VISIBILITY = Field(
    "label_visibility",
    "proto.label_visibility.value",
    "proto.label_visibility",
    named("visible", "hidden", "collapsed"),
)
_WIDGET = (*same("label", "help", "disabled", "form_id"), _VISIBILITY)
_BUTTON = (
    *same("label", "help", "disabled", "form_id"),
    Field("style", "proto.type", "proto.type"),
    *in_proto("icon", "shortcut"),
    Field("icon_position", "proto.icon_position", "proto.icon_position", named("left", "right")),
)
_HEADING = same("tag", "anchor", "hide_anchor", "divider", "help", "icon")
_MARKDOWN = same("help", "allow_html", "is_caption")
_ALERT = same("icon", "title")
_EXPANDER = (*same("label", "icon"), Field("expanded", "proto.expanded", "proto.expanded"))

FIELDS: dict[str, tuple[Field, ...]] = {
    "title": _HEADING,
    "header": _HEADING,
    "subheader": _HEADING,
    "text": same("help"),
    "markdown": _MARKDOWN,
    "caption": _MARKDOWN,
    "latex": same("help"),
    "code": same("language", "show_line_numbers", "wrap_lines"),
    "json": same("expanded", "max_expand_depth"),
    "help_info": (*same("name", "doc_string"), Field("kind", "proto.type", "proto.type")),
    "metric": (
        *same("label", "delta", "help", "icon"),
        *in_proto("format", "delta_description"),
        _VISIBILITY,
        Field("border", "proto.show_border", "proto.border"),
        Field("arrow", "proto.direction", "proto.arrow", named("down", "up", "off")),
        Field(
            "color",
            "proto.color",
            "proto.color",
            named("red", "green", "gray", "orange", "yellow", "blue", "violet", "primary"),
        ),
    ),
    "dataframe": same("editing_mode"),
    "vega_lite_chart": (Field("chart", "proto.spec", "proto.spec", look=drawn_by),),
    "image": same("captions"),
    "audio": same("start_time", "end_time", "loop", "autoplay"),
    "video": same("start_time", "end_time", "loop", "autoplay", "muted"),
    "success": _ALERT,
    "info": _ALERT,
    "warning": _ALERT,
    "error": _ALERT,
    "exception": (
        # Streamlit names its own errors with their module.
        Field("kind", "proto.type", "proto.type", lambda name: name.rpartition(".")[2]),
        *same("is_markdown", "is_warning"),
    ),
    "progress": same("text"),
    "toast": (*same("icon"), Field("duration", "proto.duration", "proto.duration")),
    "button": (*_BUTTON, Field("submits", "proto.is_form_submitter", "proto.submits")),
    "download_button": _BUTTON,
    "link_button": (
        *same("label", "help", "disabled", "url"),
        Field("style", "proto.type", "proto.type"),
        *in_proto("icon"),
    ),
    "checkbox": _WIDGET,
    "toggle": _WIDGET,
    "radio": (*_WIDGET, *same("options", "index", "horizontal", "captions")),
    "selectbox": (*_WIDGET, *same("options", "index", "placeholder", "accept_new_options")),
    "multiselect": (
        *_WIDGET,
        *same("options", "indices", "placeholder", "max_selections", "accept_new_options"),
    ),
    "slider": (*_WIDGET, *same("min", "max", "step", "format")),
    "select_slider": (*_WIDGET, *same("options")),
    "text_input": (
        *_WIDGET,
        *same("max_chars", "placeholder", "autocomplete", "icon"),
        Field(
            "content",
            "proto.type",
            "proto.type",
            named("default", "password", "email", "url", "phone", "search"),
        ),
    ),
    "text_area": (*_WIDGET, *same("max_chars", "placeholder")),
    "number_input": (*_WIDGET, *same("min", "max", "step", "format", "placeholder", "icon")),
    "date_input": (*_WIDGET, *same("min", "max", "is_range", "format")),
    "time_input": (*_WIDGET, *same("step", "format")),
    "color_picker": _WIDGET,
    "file_uploader": (
        *_WIDGET,
        *same("allowed_type", "accept_multiple_files", "max_upload_size_mb"),
    ),
    # ---- containers
    "column": (
        *same("weight", "gap"),
        Field("border", "proto.show_border", "proto.border"),
        Field(
            "vertical_alignment",
            "proto.vertical_alignment",
            "proto.vertical_alignment",
            named("top", "center", "bottom"),
        ),
    ),
    "tab": same("label"),
    "expander": _EXPANDER,
    "status": (*_EXPANDER, *same("state")),
    "popover": (
        Field("style", "proto.popover.type", "proto.type"),
        *(
            Field(name, f"proto.popover.{name}", f"proto.{name}")
            for name in ("label", "help", "icon", "disabled")
        ),
    ),
    "form": tuple(
        Field(name, f"proto.form.{name}", f"proto.{name}")
        for name in ("clear_on_submit", "enter_to_submit", "border")
    ),
    "flex_container": (
        Field("border", "proto.flex_container.border", "proto.border"),
        Field("wraps", "proto.flex_container.wrap", "proto.wrap"),
        Field(
            "direction",
            "proto.flex_container.direction",
            "proto.direction",
            named(None, "vertical", "horizontal"),
        ),
    ),
}
