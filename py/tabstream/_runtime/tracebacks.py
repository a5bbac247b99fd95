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
        trace=_trace(report) if shows_trace else (),
        width=width,
    )


def _text(error: BaseException) -> str:
    if isinstance(error, SyntaxError):
        return error.msg or ""
    return str(error)


def _keep_own_frames(report: TracebackException, folder: str) -> None:
    """Leave only the author's frames in a report and in what it was caused by."""
    own = [frame for frame in report.stack if Path(frame.filename).is_relative_to(folder)]
    report.stack[:] = own
    for cause in (report.__cause__, report.__context__):
        if cause is not None:
            _keep_own_frames(cause, folder)


def _trace(report: TracebackException) -> tuple[str, ...]:
    lines = "".join(report.format()).rstrip().split("\n")
    # An error that was only made, not raised, has no frames and so nothing to trace.
    return tuple(lines) if report.stack else ()


def _location(error: BaseException, report: TracebackException, folder: str) -> Location | None:
    if isinstance(error, SyntaxError) and error.filename and error.lineno:
        first = (error.offset or 1) - 1
        last = (error.end_offset or 0) - 1
        columns = (first, max(last, first + 1))
        return _located(error.filename, error.lineno, columns, folder)
    if not report.stack:
        return None
    frame = report.stack[-1]
    return _located(frame.filename, frame.lineno or 1, _columns(frame), folder)


def _columns(frame: FrameSummary) -> tuple[int, int] | None:
    if frame.colno is None or frame.end_colno is None or frame.end_lineno != frame.lineno:
        return None
    return frame.colno, frame.end_colno


def _located(
    path: str, line: int, columns: tuple[int, int] | None, folder: str
) -> Location:
    linecache.checkcache(path)
    numbers = range(max(1, line - _NEIGHBOURS), line + _NEIGHBOURS + 1)
    lines = [(number, linecache.getline(path, number)) for number in numbers]
    return Location(
        file=_relative(path, folder),
        line=line,
        columns=columns,
        source=tuple(SourceLine(number, text.rstrip("\n")) for number, text in lines if text),
    )


def _relative(path: str, folder: str) -> str:
    try:
        return Path(path).relative_to(folder).as_posix()
    except ValueError:
        return path
