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


@dataclass(slots=True)
class _Compiled:
    source: str
    code: CodeType
    #: When the file was written and how long it was: while both are the same, so is the source. To
    #: open a file takes longer in a browser than to run a small script.
    written: tuple[int, int]


_NEVER = (-1, -1)


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
        #: Where the script's lines went, by file, for whoever asks next.
        self._moves: dict[str, dict[int, int]] = {}
        #: The sources of the modules as they last ran, by file.
        self._imported: dict[str, str] = {}
        self._modules_seen = 0
        self._has_forgotten = False

    def compile(self, path: str) -> CodeType:
        """Return the code of a script, compiled once for each version of its source.

        Raises
        ------
        SyntaxError
            When the script does not compile, or is no text.
        """
        written = _written(path)
        compiled = self._compiled.get(path)
        if compiled is not None and compiled.written == written:
            return compiled.code
        source = _source_of(path)
        if compiled is not None and compiled.source == source:
            compiled.written = written
            return compiled.code
        new = self._compiled[path] = _Compiled(source, self._compile(path, source), written)
        if compiled is not None:
            self._moves[path] = line_map(compiled.source, source)
        return new.code

    def run(self, code: CodeType, path: str) -> None:
        """Run a compiled script from top to bottom in a ``__main__`` of its own."""
        module = ModuleType("__main__")
        module.__dict__.update({"__file__": path, WRITER: self._write})
        sys.modules["__main__"] = module
        try:
            exec(code, module.__dict__)
        finally:
            self._note_imports()

    def take_moves(self) -> dict[str, dict[int, int]]:
        """Return where the lines of each edited file went since the last call."""
        moves, self._moves = self._moves, {}
        if self._has_forgotten:
            self._has_forgotten = False
            for file, old in self._imported.items():
                new = _read(file)
                if new != old:
                    moves[file] = line_map(old, new)
                    self._imported[file] = new
        return moves

    def forget_modules(self) -> None:
        """Let every module of the app's folder be imported anew, because a file was saved."""
        for name, _ in self._own_modules():
            del sys.modules[name]
        for compiled in self._compiled.values():
            compiled.written = _NEVER  # the clock of the browser's file system is coarse
        self._has_forgotten = True
        import importlib

        importlib.invalidate_caches()

    def _note_imports(self) -> None:
        """Keep the sources of what was imported: after an edit they tell where lines went."""
        if len(sys.modules) == self._modules_seen:
            return
        self._modules_seen = len(sys.modules)
        for _, file in self._own_modules():
            if file not in self._imported:
                self._imported[file] = _read(file)

    def _own_modules(self) -> list[tuple[str, str]]:
        """List the imported modules of the app's folder, each with its file.

        A package without an ``__init__.py`` has a folder only; it holds on to its modules, too.
        """
        folder = str(Path(self.folder, "x"))[:-1]
        return [
            (name, file)
            for name, module in list(sys.modules.items())
            if (file := _file_of(module)) is not None
            and file.startswith(folder)
            and name != "__main__"
        ]

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


def _file_of(module: ModuleType) -> str | None:
    file = getattr(module, "__file__", None)
    return file if file is not None else next(iter(getattr(module, "__path__", ())), None)


def _written(path: str) -> tuple[int, int]:
    found = Path(path).stat()
    return found.st_mtime_ns, found.st_size


def _source_of(path: str) -> str:
    """Return a file's text, in the encoding that its first lines name, as Python reads it."""
    from importlib.util import decode_source

    content = Path(path).read_bytes()
    try:
        return decode_source(content)
    except UnicodeDecodeError as error:
        found = error
    except SyntaxError:
        # Python looks into the first two lines for the encoding, and expects UTF-8 there.
        try:
            content.decode()
        except UnicodeDecodeError as error:
            found = error
        else:
            raise  # an encoding that there is not
    line = content.count(b"\n", 0, found.start) + 1
    msg = (
        f"{Path(path).name} is not written in {found.encoding}: line {line} has the byte "
        f"0x{content[found.start]:02x}. Save it as UTF-8, or name its encoding in the first line, "
        "such as `# coding: latin-1`."
    )
    raise SyntaxError(msg)


def _read(file: str) -> str:
    """Return a file's text; nothing for one that is gone or is no text."""
    try:
        return _source_of(file)
    except (OSError, SyntaxError):
        return ""


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
