"""A script's source: compiled once, run many times, and shifted along when it is edited."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from types import CodeType, ModuleType
from typing import TYPE_CHECKING, Any

from tabstream._runtime.magic import WRITER, add_magic

if TYPE_CHECKING:
    from collections.abc import Callable

    from tabstream._runtime.config import Config


@dataclass(frozen=True, slots=True)
class _Compiled:
    source: str
    code: CodeType


class Scripts:
    """The app's own source files: the compiled script, and the modules it imported.

    Parameters
    ----------
    folder
        The app's folder; modules from it are imported anew after they changed.
    config
        The app's options; some are about magic.
    write
        What magic lines call.
    """

    def __init__(self, folder: str, config: Config, write: Callable[..., Any]) -> None:
        self.folder = folder
        self._config = config
        self._write = write
        self._compiled: dict[str, _Compiled] = {}

    def compile(self, path: str) -> CodeType:
        """Return the code of a script, compiled once for each version of its source.

        Raises
        ------
        SyntaxError
            When the script does not compile.
        """
        source = Path(path).read_bytes().decode("utf-8-sig")
        compiled = self._compiled.get(path)
        if compiled is None or compiled.source != source:
            compiled = _Compiled(source, self._compile(path, source))
            self._compiled[path] = compiled
        return compiled.code

    def run(self, code: CodeType, path: str) -> None:
        """Run a compiled script from top to bottom in a ``__main__`` of its own."""
        module = ModuleType("__main__")
        module.__dict__.update({"__file__": path, WRITER: self._write})
        sys.modules["__main__"] = module
        exec(code, module.__dict__)

    def source(self, path: str) -> str | None:
        """Return the source that was last compiled from a file."""
        compiled = self._compiled.get(path)
        return compiled.source if compiled is not None else None

    def forget_modules(self) -> None:
        """Let every module of the app's folder be imported anew."""
        for name, module in list(sys.modules.items()):
            file = getattr(module, "__file__", None)
            if file is not None and name != "__main__" and Path(file).is_relative_to(self.folder):
                del sys.modules[name]
        import importlib

        importlib.invalidate_caches()

    def _compile(self, path: str, source: str) -> CodeType:
        import ast

        tree = ast.parse(source, path)
        if self._config.get("runner.magicEnabled"):
            tree = add_magic(
                tree,
                source,
                writes_docstring=self._config.get("magic.displayRootDocString"),
                writes_last=self._config.get("magic.displayLastExprIfNoSemicolon"),
            )
        return compile(tree, path, "exec", dont_inherit=True)


def line_map(old: str, new: str) -> dict[int, int]:
    r"""Return where each line of an old source stands in the new one, counted from 1.

    A changed line is taken for the same call as long as the edit kept the number of lines.

    Examples
    --------
    >>> line_map("a\nb\nc", "a\nX\nb\nC")
    {1: 1, 2: 3, 3: 4}
    """
    from difflib import SequenceMatcher

    moved = {}
    matcher = SequenceMatcher(None, old.splitlines(), new.splitlines(), autojunk=False)
    for tag, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        if tag == "equal" or (tag == "replace" and old_to - old_from == new_to - new_from):
            for offset in range(old_to - old_from):
                moved[old_from + offset + 1] = new_from + offset + 1
    return moved
