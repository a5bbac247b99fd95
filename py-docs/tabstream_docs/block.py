"""A block as its author writes it: options and a script, or options that name one."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from difflib import get_close_matches
from textwrap import dedent
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

#: What the options are called, in both tools, and what they may say.
OPTIONS = {
    "src": 'a script of the docs source, such as src="app.py"',
    "files": 'what else the script reads, such as files="rows.csv more.csv"',
    "requirements": 'packages, such as requirements="pandas>=3 attrs"',
    "show": "app, code app, app code; both is code app",
    "height": "a number of pixels, or a length of CSS such as 30em",
    "start": "near, click, now",
    "theme": "light, dark",
    "title": "what the app is called",
}

#: These are handed on to the element as they are.
ATTRIBUTES = ("requirements", "height", "start", "theme", "title")

Part = Literal["app", "code"]

#: What is on the page, in the order in which it is there.
SHOW: dict[str, tuple[Part, ...]] = {
    "app": ("app",),
    "code app": ("code", "app"),
    "app code": ("app", "code"),
    "both": ("code", "app"),
}
CHOICES = {
    "show": tuple(SHOW),
    "start": ("near", "click", "now"),
    "theme": ("light", "dark"),
}
LENGTH = re.compile(r"\d+(\.\d+)?([a-z]+|%)?|[a-z]+\(.+\)")
OPTION = re.compile(r"""([\w-]+)=("[^"]*"|'[^']*'|[^\s"'=]+)(?=\s|$)""")


class BlockError(Exception):
    """What an author has asked for and cannot have."""


@dataclass(frozen=True)
class Block:
    """What a block asks for."""

    #: The script in the block; empty when `src` names one.
    code: str
    src: str
    files: tuple[str, ...]
    show: tuple[Part, ...]
    attributes: dict[str, str] = field(default_factory=dict)


def read_options(info: str) -> dict[str, str]:
    """Read the options of a fence: ``src="app.py" height=400``."""
    rest = OPTION.sub("", info).strip()
    if rest:
        raise BlockError(
            f"{rest} is no option. An option is a name, = and a value in quotation marks, such as "
            'height="400".'
        )
    options: dict[str, str] = {}
    for name, value in OPTION.findall(info):
        if name in options:
            raise BlockError(f"{name} is there twice. Leave out one of them.")
        options[name] = value[1:-1] if value[0] in "\"'" else value
    return options


def read_block(options: Mapping[str, str], text: str) -> Block:
    """Read a block.

    Parameters
    ----------
    options
        By name, as they are written.
    text
        The lines of the block.

    Raises
    ------
    BlockError
        When an option is not known or says what it cannot, or when there is not one script.
    """
    for name, value in options.items():
        check_option(name, value)
    code = dedent(text).strip("\n")
    src = options.get("src", "").strip()
    if code.strip() and src:
        raise BlockError(
            f'The block has a script of its own and src="{src}", and runs one. Leave out the other.'
        )
    if not code.strip() and not src:
        raise BlockError('The block has no script. Write one into it, or name one: src="app.py".')
    return Block(
        code=f"{code}\n" if code.strip() else "",
        src=src,
        files=tuple(options.get("files", "").split()),
        show=SHOW[" ".join(options.get("show", "app").split())],
        attributes={name: options[name].strip() for name in ATTRIBUTES if options.get(name)},
    )


def check_option(name: str, value: str) -> None:
    """Refuse an option that is not known, or that says what it cannot."""
    if name not in OPTIONS:
        near = get_close_matches(name, OPTIONS, 1)
        hint = f" Did you mean {near[0]}?" if near else ""
        raise BlockError(f"{name} is no option.{hint} There are: {', '.join(OPTIONS)}.")
    value = " ".join(value.split())
    is_known = value in CHOICES.get(name, (value,))
    if not is_known or (name == "height" and not LENGTH.fullmatch(value)):
        raise BlockError(f'{name}="{value}" cannot be. It is one of: {OPTIONS[name]}.')
