"""The ` ```tabstream ` fence, for Python-Markdown."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

if TYPE_CHECKING:
    from collections.abc import Callable

    from markdown import Markdown

    from tabstream_docs.block import Part

NAME = "tabstream"

#: `python tabstream` is the same as `tabstream`: whatever else shows the page colours it as Python.
FENCE = re.compile(
    r"(?P<indent> *)(?P<fence>`{3,}|~{3,}) *"
    r"(?P<name>(?:python +)?tabstream(?=\s|$)|[^\s`]*)(?P<info>[^`]*)"
)

#: What may have an indented block in it: a list's item, a note, a tab, a footnote, a definition.
OPENS_BLOCK = re.compile(r" *([-*+]|\d+[.)]|!!!|\?\?\?\+?|===|\[\^[^\]]+\]:|:) ")

#: What is set in by that much is code.
CODE_DEPTH = 4

#: After the lines were normalised (30), before other fences (25) and raw HTML (20) are looked for.
PRIORITY = 27


@dataclass(frozen=True)
class Fence:
    """A fence of a page."""

    #: What follows the name.
    info: str
    text: str
    #: Of the opening line, the page's first being 1.
    line: int
    #: Otherwise the rest of the page is in it.
    is_closed: bool


@dataclass(frozen=True)
class Drawing:
    """What stands in the place of a fence."""

    parts: tuple[Part, ...]
    html: str
    code: str


class FenceExtension(Extension):
    """Draws fences.

    Parameters
    ----------
    draw
        Makes the HTML. It knows the page, which Python-Markdown does not.
    """

    def __init__(self, draw: Callable[[Fence], Drawing]) -> None:
        super().__init__()
        self._draw = draw

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # Python-Markdown's name
        """Add what looks for the fences."""
        # An element that is not known would be wrapped in a paragraph, which cannot hold it.
        md.block_level_elements.append("tabstream-app")
        md.preprocessors.register(FencePreprocessor(md, self._draw), NAME, PRIORITY)


class FencePreprocessor(Preprocessor):
    """Puts what is drawn aside, where nothing else takes it for Markdown.

    Of itself Python-Markdown finds fences at the beginning of a line only. Here they may be
    indented, within an item of a list or a note: what remains in the lines is a mere mark, and
    that is found anywhere.
    """

    def __init__(self, md: Markdown, draw: Callable[[Fence], Drawing]) -> None:
        super().__init__(md)
        self._draw = draw

    def run(self, lines: list[str]) -> list[str]:
        """Replace the fences."""
        done: list[str] = []
        at = 0
        while at < len(lines):
            found = FENCE.fullmatch(lines[at])
            if not found or not is_fence(lines, at, found["indent"]):
                done.append(lines[at])
                at += 1
                continue
            end = find_end(lines, at, found["fence"])
            if found["name"].split()[-1:] == [NAME]:
                text = dedent_by(len(found["indent"]), lines[at + 1 : end])
                fence = Fence(found["info"], "\n".join(text), at + 1, is_closed=end is not None)
                marks = self._marks(self._draw(fence))
                done += [(found["indent"] + line).rstrip() for line in marks]
                at = len(lines) if end is None else end + 1
            else:
                # Nothing within another fence is one: it may show how such a block is written.
                after = at + 1 if end is None else end + 1
                done += lines[at:after]
                at = after
        return done

    def _marks(self, drawing: Drawing) -> list[str]:
        lines = [""]
        for part in drawing.parts:
            if part == "app":
                lines += [self.md.htmlStash.store(drawing.html), ""]
            else:
                lines += [*self._highlight(drawing.code), ""]
        return lines

    def _highlight(self, code: str) -> list[str]:
        """Let whatever highlights the page's other fences do so with this one."""
        name = "fenced_code_block"
        if name not in self.md.preprocessors:
            html = f'<pre><code class="language-python">{escape(code, quote=False)}</code></pre>'
            return [self.md.htmlStash.store(html)]
        longest = max((len(run) for run in re.findall("`{3,}", code)), default=2)
        marks = "`" * (longest + 1)
        lines: list[str] = self.md.preprocessors[name].run(
            [f"{marks}python", *code.splitlines(), marks]
        )
        return [line for line in lines if line]


def find_end(lines: list[str], at: int, fence: str) -> int | None:
    """Find the line that closes a fence."""
    for number in range(at + 1, len(lines)):
        line = lines[number].strip()
        if line.startswith(fence) and not line.strip(fence[0]):
            return number
    return None


def is_fence(lines: list[str], at: int, indent: str) -> bool:
    """Tell a fence from indented code that shows one: around a fence is what may be indented."""
    if len(indent) < CODE_DEPTH:
        return True
    depth = len(indent)
    for line in reversed(lines[:at]):
        depth_here = len(line) - len(line.lstrip())
        if line.strip() and depth_here < depth:
            if OPENS_BLOCK.match(line):
                # Within the block, too, code is what is set in by that much.
                return len(indent) - depth_here < 2 * CODE_DEPTH
            depth = depth_here
    return False


def dedent_by(depth: int, lines: list[str]) -> list[str]:
    """Take away the indentation of the fence. A line that has less of it loses what it has."""
    return [line[min(depth, len(line) - len(line.lstrip())) :] for line in lines]
