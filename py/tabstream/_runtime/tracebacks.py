"""Exceptions as an author wants to read them: their own files, and the line at fault."""

from __future__ import annotations

import linecache
from pathlib import Path
from traceback import TracebackException
from typing import TYPE_CHECKING, Literal, TypeAlias

from tabstream._protocol import ExceptionCard, Location, SourceLine
from tabstream.errors import Error

if TYPE_CHECKING:
    from traceback import FrameSummary

#: How much of an error is shown: ``client.showErrorDetails``.
Details: TypeAlias = Literal["full", "stacktrace", "type", "none"]

#: Lines shown before and after the one at fault.
_NEIGHBOURS = 2

#: Where we are ourselves.
_PACKAGE = Path(__file__).parent.parent

_HIDDEN = "This app has encountered an error. The message is hidden by `client.showErrorDetails`."


def exception_message(
    error: BaseException,
    folder: str,
    *,
    details: Details = "full",
    width: str | int = "stretch",
) -> ExceptionCard:
    """Return the element that shows an exception.

    Parameters
    ----------
    error
        What was raised, or handed to ``st.exception``.
    folder
        The app's folder: frames of files elsewhere are left out.
    details
        How much an author lets be seen.
    width
        The element's width.
    """
    report = TracebackException.from_exception(error, compact=True)
    _keep_own_frames(report, folder)
    shows_trace = details in ("full", "stacktrace")
    return ExceptionCard(
        type=type(error).__name__ if details != "none" else "",
        text=_text(error) if details == "full" else _HIDDEN,
        is_markdown=isinstance(error, Error) and details == "full",
        is_warning=isinstance(error, Warning),
        location=_location(error, report, folder) if shows_trace else None,
        trace=_trace(report, says_what=details == "full") if shows_trace else (),
        width=width,
    )


def _text(error: BaseException) -> str:
    if isinstance(error, SyntaxError):
        return error.msg or ""
    return str(error)


def _keep_own_frames(report: TracebackException, folder: str) -> None:
    """Leave only the author's frames in a report and in what it was caused by."""
    report.stack[:] = [frame for frame in report.stack if _is_own(frame.filename, folder)]
    for part in (report.__cause__, report.__context__, *(report.exceptions or ())):
        if part is not None:
            _keep_own_frames(part, folder)


def _is_own(file: str, folder: str) -> bool:
    """Return whether a file is the author's: an app's folder may hold an environment, or us."""
    path = Path(file)
    return (
        path.is_relative_to(folder)
        and "site-packages" not in path.parts
        and not path.is_relative_to(_PACKAGE)
    )


def _trace(report: TracebackException, *, says_what: bool) -> tuple[str, ...]:
    """Return the traceback's lines; without what the errors say when that is to be hidden."""
    lines = report.format() if says_what else report.stack.format()
    # An error that was only made, not raised, has no frames and so nothing to trace.
    return tuple("".join(lines).rstrip().split("\n")) if report.stack else ()


def _location(error: BaseException, report: TracebackException, folder: str) -> Location | None:
    if isinstance(error, SyntaxError) and error.filename and error.lineno:
        line = _line(error.filename, error.lineno) or error.text or ""
        first = max(0, (error.offset or 1) - 1)
        last = max(first + 1, (error.end_offset or 0) - 1)
        if error.end_lineno not in (None, error.lineno):
            last = len(line)
        columns = (_units(line[:first]), _units(line[:last]))
        return _located(error.filename, error.lineno, columns, folder)
    if not report.stack:
        return None
    frame = report.stack[-1]
    return _located(frame.filename, frame.lineno or 1, _columns(frame), folder)


def _columns(frame: FrameSummary) -> tuple[int, int] | None:
    """Return where the part at fault begins and ends; Python counts bytes there."""
    if frame.colno is None or frame.end_colno is None:
        return None
    line = _line(frame.filename, frame.lineno or 1)
    content = line.encode()
    last = frame.end_colno if frame.end_lineno == frame.lineno else len(content)
    return (
        _units(content[: frame.colno].decode("utf-8", "ignore")),
        _units(content[:last].decode("utf-8", "ignore")),
    )


def _units(text: str) -> int:
    """Return a text's length as JavaScript counts it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _line(path: str, number: int) -> str:
    linecache.checkcache(path)
    return linecache.getline(path, number).rstrip("\n")


def _located(path: str, line: int, columns: tuple[int, int] | None, folder: str) -> Location:
    numbers = range(max(1, line - _NEIGHBOURS), line + _NEIGHBOURS + 1)
    linecache.checkcache(path)
    # Past the file's end there is no line; an empty one has its line break.
    lines = [(number, text) for number in numbers if (text := linecache.getline(path, number))]
    return Location(
        file=_relative(path, folder),
        line=line,
        columns=columns,
        source=tuple(SourceLine(number, text.rstrip("\n")) for number, text in lines),
    )


def _relative(path: str, folder: str) -> str:
    try:
        return Path(path).relative_to(folder).as_posix()
    except ValueError:
        return path
