"""Keys that press a button."""

from __future__ import annotations

from tabstream.errors import StreamlitAPIException, StreamlitInvalidParameterTypeError

#: Other words for a key -> the page's word.
_SYNONYMS = {
    "command": "cmd",
    "control": "ctrl",
    "esc": "escape",
    "option": "alt",
    "return": "enter",
}
_MODIFIERS = frozenset({"alt", "cmd", "ctrl", "meta", "mod", "shift"})
_NAMED_KEYS = frozenset(
    {
        "backspace",
        "delete",
        "down",
        "end",
        "enter",
        "escape",
        "home",
        "left",
        "pagedown",
        "pageup",
        "right",
        "space",
        "tab",
        "up",
    }
)
#: The app's own keys: clear the caches, run again.
_RESERVED = frozenset({"c", "r"})


def read_shortcut(shortcut: str | None) -> str | None:
    """Return a shortcut in the page's words, or raise when it is none.

    Examples
    --------
    >>> read_shortcut("Option + Esc")
    'alt+escape'
    """
    if shortcut is None:
        return None
    if not isinstance(shortcut, str):
        raise StreamlitInvalidParameterTypeError("shortcut", ["text such as 'Ctrl+K'"], shortcut)
    words = [word.strip().lower() for word in shortcut.split("+")]
    words = list(dict.fromkeys(_SYNONYMS.get(word, word) for word in words if word))
    keys = [word for word in words if word not in _MODIFIERS]
    if len(keys) != 1 or not _is_key(keys[0]):
        msg = (
            f"`shortcut={shortcut!r}` is no shortcut. It is one key, a letter, a digit, 'F2' or a "
            "name such as 'Enter', with modifiers before it if need be: 'Ctrl+K'."
        )
        raise StreamlitAPIException(msg)
    if keys[0] in _RESERVED:
        msg = f"`shortcut={shortcut!r}` cannot be used: the keys C and R belong to the app's menu."
        raise StreamlitAPIException(msg)
    return "+".join([*(word for word in words if word in _MODIFIERS), keys[0]])


def _is_key(word: str) -> bool:
    if word in _NAMED_KEYS:
        return True
    if word[0] == "f" and word[1:].isdecimal():
        return 1 <= int(word[1:]) <= 24
    return len(word) == 1 and word.isalnum()
