"""The page around the elements: its title, its icon, its width."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal
from weakref import WeakKeyDictionary

from tabstream._protocol import Buffer, PageSettings
from tabstream._runtime import current_run
from tabstream.elements.arguments import read_choice
from tabstream.elements.pictures import read_picture
from tabstream.errors import (
    MediaFileStorageError,
    StreamlitAPIException,
    StreamlitInvalidURLError,
    StreamlitValueError,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tabstream._runtime import Session

_LAYOUTS: tuple[Literal["centered", "wide"], ...] = ("centered", "wide")
_SIDEBAR_STATES = ("auto", "expanded", "collapsed", "locked")
_ADDRESSES = ("https://", "http://", "mailto:")
_MENU_ITEMS = ("Get help", "Report a bug", "About")

#: What each session's page has been told.
_told: WeakKeyDictionary[Session, PageSettings] = WeakKeyDictionary()


def set_page_config(
    page_title: str | None = None,
    page_icon: Any = None,
    layout: Literal["centered", "wide"] | None = None,
    initial_sidebar_state: Literal["auto", "expanded", "collapsed", "locked"] | int | None = None,
    menu_items: Mapping[str, str | None] | None = None,
) -> None:
    """Set the page's title, icon, width, sidebar and menu.

    It can be called at any time and more than once: what is None stays as it is.

    Parameters
    ----------
    page_title
        The title of the browser's tab.
    page_icon
        An emoji, ":shark:", ":material/name:", "random" for some emoji, or a picture as `image`
        takes it. A file that cannot be opened is no icon: the log says so, and the app goes on.
    layout
        "centered" or "wide".
    initial_sidebar_state
        "auto", "expanded", "collapsed", "locked", or its width in pixels.
    menu_items
        Addresses for "Get help" and "Report a bug", markdown for "About"; None to leave one out.

    Examples
    --------
    >>> import tabstream as st
    >>> st.set_page_config(page_title="Sales", page_icon="📈", layout="wide")
    >>> place = st.title("Sales")
    """
    changes: dict[str, Any] = {}
    if page_title is not None:
        changes["title"] = str(page_title)
    if page_icon is not None:
        icon = _read_icon(page_icon)
        if icon is not None:
            changes["icon"] = icon
    if layout is not None:
        changes["layout"] = read_choice("layout", layout, _LAYOUTS)
    if initial_sidebar_state is not None:
        changes["sidebar"] = _read_sidebar(initial_sidebar_state)
    if menu_items is not None:
        changes["menu_items"] = _read_menu(menu_items)
    run = current_run()
    if run is None:
        return
    settings = replace(_told.get(run.session, PageSettings()), **changes)
    if settings != _told.get(run.session):
        _told[run.session] = settings
        run.session.send(settings)


def _read_icon(icon: Any) -> str | None:
    """Return an icon as an emoji, a name between colons, or an address; None without a picture."""
    if icon == "random":
        from random import choice

        return choice("🎈🌱🌊🍋🍓🐙🐳🦉🦊🚲🚀🎨🎲🎧📚🔭🧭🪁")
    if isinstance(icon, str) and (len(icon) < 12 or icon.startswith(":")) and "." not in icon:
        return icon
    try:
        source, mime = read_picture(icon)
    except (MediaFileStorageError, StreamlitAPIException) as error:
        if not isinstance(icon, str | Path):
            raise
        # An app is not worth less for want of its icon, and this is its first line.
        _say_no_icon(error)
        return None
    if isinstance(source, Buffer):
        from base64 import b64encode

        return f"data:{mime};base64,{b64encode(source.data).decode()}"
    return source


def _say_no_icon(error: Exception) -> None:
    run = current_run()
    if run is not None:
        run.session.log(f"`st.set_page_config` leaves out `page_icon`. {error}", "warning")


def _read_sidebar(state: Any) -> Any:
    if isinstance(state, int) and not isinstance(state, bool) and state > 0:
        return state
    if state not in _SIDEBAR_STATES:
        supported = [*map(repr, _SIDEBAR_STATES), "a number of pixels above 0"]
        raise StreamlitValueError("initial_sidebar_state", supported, state)
    # The page has no sidebar that stays open against a person's will: it is open at first.
    return "expanded" if state == "locked" else state


def _read_menu(items: Mapping[str, str | None]) -> dict[str, str | None]:
    names = {name.lower(): name for name in _MENU_ITEMS}
    menu: dict[str, str | None] = {}
    for key, value in items.items():
        name = names.get(key.lower())
        if name is None:
            raise StreamlitValueError("menu_items", map(repr, _MENU_ITEMS), key)
        if name != "About" and value is not None and not value.startswith(_ADDRESSES):
            raise StreamlitInvalidURLError(value)
        menu[name] = value
    return menu
