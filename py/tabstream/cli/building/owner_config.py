"""What an app's owner says in config.toml that concerns a built folder.

[tabstream]
links = "none"                    what a link to a script of others does: run, ask or none
linkHosts = ["gist.github.com"]   the only hosts; "link" for a script in the link itself
frames = "all"                    whose apps have a frame of their own: those of others, or all

[packages]
indexUrls = ["https://packages.example.org/simple"]
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tabstream.cli.bad_input import BadInput

if TYPE_CHECKING:
    from collections.abc import Mapping

CONFIG = ".streamlit/config.toml"
ACTIONS = ("run", "ask", "none")
FRAMES = ("others", "all")
HOST = re.compile(r"[\w.:-]+")


@dataclass(frozen=True)
class LinkRule:
    """The rule, as web/src/page/link-rule.ts reads it."""

    action: str
    hosts: tuple[str, ...]
    frames: str = "others"


def read_config(content: bytes | None) -> dict[str, Any]:
    """Read the content of a config.toml; None when there is none."""
    try:
        return tomllib.loads((content or b"").decode())
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadInput(
            f"{CONFIG} cannot be read: {error}. Mend it, or remove it for the defaults."
        ) from error


def read_index_urls(config: Mapping[str, Any]) -> list[str]:
    """Read where packages are looked for, beside what a requirements.txt names."""
    section = config.get("packages")
    urls = section.get("indexUrls") if isinstance(section, dict) else None
    return [url for url in urls if isinstance(url, str)] if isinstance(urls, list) else []


def read_link_rule(config: Mapping[str, Any]) -> LinkRule | None:
    """Read the rule; None when there is none."""
    section = config.get("tabstream")
    if not isinstance(section, dict) or not {"links", "linkHosts", "frames"} & section.keys():
        return None
    action, hosts = section.get("links", "run"), section.get("linkHosts", [])
    if action not in ACTIONS:
        raise BadInput(
            f'{CONFIG} says tabstream.links = {action!r}, which is no rule. Use "run", "ask" or '
            '"none".'
        )
    are_hosts = isinstance(hosts, list) and all(
        isinstance(host, str) and HOST.fullmatch(host) for host in hosts
    )
    if not are_hosts:
        raise BadInput(
            f"{CONFIG} says tabstream.linkHosts = {hosts!r}, which is no list of hosts. Use "
            '["gist.github.com", "link"] or the like.'
        )
    frames = section.get("frames", "others")
    if frames not in FRAMES:
        raise BadInput(f'{CONFIG} says tabstream.frames = {frames!r}. Use "others" or "all".')
    return LinkRule(action, tuple(hosts), frames)
