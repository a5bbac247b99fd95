"""A session: the run loop, from an event of the view to a complete tree.

One run, top to bottom:

1. take the newest request; reset the triggers, take the widgets' values,
2. call the callbacks of what changed,
3. compile the script, if its source is new, and run it in a fresh ``__main__``,
4. drop the state of widgets that were not drawn and remove stale elements, if the run was
   complete: it ended by itself, by ``st.stop()`` or by an error shown in place.

A newer event ends the script at its next checkpoint and step 1 begins again. Nothing here knows
what a slider is.
"""

from __future__ import annotations

import json
from collections import deque
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tabstream._protocol import (
    MAIN,
    AppConfig,
    DropValues,
    FilesChanged,
    Log,
    Open,
    Ops,
    Run,
    RunEnded,
    RunStarted,
    SetValue,
    StateLost,
    Stop,
    Upload,
    decode_to_worker,
    encode,
)
from tabstream._runtime.config import FILE as CONFIG_FILE
from tabstream._runtime.config import Config
from tabstream._runtime.context import SLOW_RUN, RunContext, running
from tabstream._runtime.mailbox import Mailbox, RunRequest
from tabstream._runtime.script import Scripts
from tabstream._runtime.session_state import SessionState
from tabstream._runtime.state_saver import StateSaver
from tabstream._runtime.tracebacks import exception_message
from tabstream._runtime.tree import Tree
from tabstream.errors import RerunException, ScriptControl

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from types import CodeType

    from tabstream._host import Host
    from tabstream._protocol import ExceptionCard, FromWorker, Op, RunEnd, ToWorker
    from tabstream._runtime.widgets import WidgetSpec

#: Seconds after which what waits for an idle moment is done all the same.
_MOST_PATIENCE = 1.0

#: With these ends of a run the tree is what the script wanted it to be.
_COMPLETE = frozenset({"done", "stopped_itself", "error"})


class Session:
    """One opened app: its values, its tree and its scripts.

    Parameters
    ----------
    host
        The place the app runs in.
    app
        What was opened.
    write
        What magic lines call.
    """

    def __init__(self, host: Host, app: Open, write: Callable[..., Any]) -> None:
        self.host = host
        self.app = app
        self.mailbox = Mailbox()
        self.tree = Tree(self._send_ops)
        self.state = SessionState(
            tell_view=lambda widget, value: self._send_ops((SetValue(widget, value),)),
            tell_dropped=lambda widgets: self._send_ops((DropValues(widgets),)),
            tell_lost=lambda name, why: self.send(StateLost(name, why)),
            handle_value=host.handle_value,
        )
        self.config = Config(app.folder, app.config)
        self.scripts = Scripts(app.folder, self.config, write)
        self.uploads: dict[str, Upload] = {}
        #: Secrets that are handed in, such as by a test, instead of those of ``secrets.toml``.
        self.secrets: Mapping[str, Any] = {}
        self.query: tuple[tuple[str, str], ...] = app.query
        #: What is done with a message that is not the run loop's own, by its type; the caches put
        #: theirs in.
        self.handlers: dict[type, Callable[[Any], None]] = {}
        #: Called after each run; matplotlib's figures are closed by one.
        self.after_run: list[Callable[[], None]] = []
        #: What waits until nothing else is to do, such as storing a result; each is short.
        self.idle_jobs: deque[Callable[[], None]] = deque()
        self._saver = StateSaver(self)
        self._run_count = 0
        #: What ``st.rerun()`` asked for.
        self._again: RunRequest | None = None
        #: The clicks of a run that was cut short before the script came to them.
        self._leftover = RunRequest()
        self._last_seconds = 0.0
        #: When nothing else was to do, by the host's clock.
        self._last_idle = host.clock()
        self._changed_files: set[str] = set()

    # ---- messages ------------------------------------------------------------------------------

    def send(self, message: FromWorker) -> None:
        """Send a message to the view, at once: no timer fires while Python runs."""
        text, buffers = encode(message)
        self.host.send(text, buffers)

    def log(self, text: str, level: Any = "info") -> None:
        """Say something in the log panel."""
        self.send(Log(text, level))

    def tell_options(self) -> None:
        """Tell the page the app's options."""
        self.send(AppConfig(self.config.for_page()))

    def restore(self, saved: bytes | None, refused: Sequence[str]) -> None:
        """Go on with the state of another Python, whose place this one takes.

        Parameters
        ----------
        saved
            What its `StateSaver` sent last.
        refused
            The names of values that have ended a Python: they are neither read nor pickled.
        """
        self._saver.refused = frozenset(refused)
        if saved is not None:
            self.state.restore(saved, self._saver.refused)

    def _send_ops(self, ops: tuple[Op, ...]) -> None:
        self.send(Ops(self._run_count, ops))

    def read_mail(self) -> None:
        """Take in every message that has arrived."""
        if mail := self.host.receive():
            for content in json.loads(mail):
                self.take_in(decode_to_worker(content))

    def take_in(self, message: ToWorker) -> None:
        """Do what a message says, or note it for the next run."""
        match message:
            case Run():
                self.mailbox.put(message)
            case Stop():
                self.mailbox.put_stop()
            case FilesChanged(paths=paths):
                self._changed_files.update(paths)
            case Upload():
                self.uploads[message.id] = message
            case _ if type(message) in self.handlers:
                with self._saying_what_fails():
                    self.handlers[type(message)](message)

    # ---- runs ----------------------------------------------------------------------------------

    def serve(self) -> bool:
        """Run the script for the newest event, or do what has waited; return whether more waits.

        The caller lets the event loop turn between two runs, so that a script that reruns itself
        for ever still hears of a newer event, also where Python cannot be suspended.
        """
        self.read_mail()
        request = self.mailbox.take()
        if request is None:
            if self._again is None or self._is_idle_job_due():
                return self._do_idle_job() or self._again is not None
            request = self._again
        self._again = None
        request = request.with_triggers_of(self._leftover)
        how = self._run(request)
        # A click that the script did not come to is not lost: the next run has it again.
        unseen = self.state.unseen_triggers if how == "interrupted" else {}
        self._leftover = RunRequest(triggers=unseen, answered=frozenset(unseen))
        if how == "rerun":
            self._again = RunRequest(id=request.id)
        return self._again is not None or self.mailbox.has_mail or bool(self.idle_jobs)

    def _is_idle_job_due(self) -> bool:
        """Whether what waits has waited for long: a script that reruns itself is never idle."""
        return bool(self.idle_jobs) and self.host.clock() - self._last_idle > _MOST_PATIENCE

    def _do_idle_job(self) -> bool:
        """Do one thing that has waited; return whether more waits. An event comes between two."""
        self._last_idle = self.host.clock()
        if self.idle_jobs:
            with self._saying_what_fails():
                self.idle_jobs.popleft()()
        return bool(self.idle_jobs)

    @contextmanager
    def _saying_what_fails(self) -> Iterator[None]:
        """Log an error of what no run waits for; code of the author's may be part of it."""
        try:
            yield
        except (Exception, SystemExit, KeyboardInterrupt, ScriptControl) as error:
            self.log(f"{type(error).__name__}: {error}", "error")

    def _run(self, request: RunRequest) -> RunEnd:
        self._run_count += 1
        self._saver.drop()
        self.send(RunStarted(self._run_count, request.id, self.app.page))
        started = self.host.clock()
        path = str(Path(self.app.folder, self.app.entry))
        try:
            code = self._compile(path)
        except Exception as error:
            # It does not compile, is gone or too deeply nested: nothing runs, and nothing that is
            # on the page goes.
            self.send(RunEnded(self._run_count, "compile_error", self._card(error)))
            return "compile_error"
        self.tree.begin(self._run_count, page=self.app.page)
        run = RunContext(
            self,
            self.tree,
            self.host,
            self.mailbox,
            number=self._run_count,
            is_eager=self._last_seconds > SLOW_RUN,
        )
        with running(run):
            how = self._run_script(run, request, code, path)
        complete = how in _COMPLETE
        self.tree.end(complete=complete)
        # After an error or a stop the widgets below it were not drawn, and keep their values.
        self.state.end(complete=how == "done")
        self._last_seconds = self.host.clock() - started
        self.send(RunEnded(self._run_count, how))
        for clean_up in self.after_run:
            clean_up()
        if how != "interrupted":  # the next run begins at once, and ends with a state of its own
            with self._saying_what_fails():
                self._saver.begin(at_once=how != "rerun")
        return how

    def _run_script(
        self, run: RunContext, request: RunRequest, code: CodeType, path: str
    ) -> RunEnd:
        if request.query is not None:
            self.query = request.query
        changed = self.state.begin(request.widgets, request.triggers, request.seen)
        try:
            self._call_back([spec for spec in changed if spec.id not in request.answered])
            self.scripts.run(code, path)
        except ScriptControl as control:
            return control.how
        except KeyboardInterrupt:
            return "stopped"
        except SystemExit:
            return "stopped_itself"
        except BaseException as error:
            run.containers.clear()
            run.tree.place(run.tree.roots[MAIN], self._card(error))
            return "error"
        return "done"

    def _call_back(self, changed: Sequence[WidgetSpec[Any]]) -> None:
        """Call the callbacks of the widgets that changed; an ``st.rerun()`` waits for the last."""
        wants_rerun = False
        for spec in changed:
            if spec.callback is not None:
                try:
                    spec.callback()
                except RerunException:
                    wants_rerun = True
        if wants_rerun:
            raise RerunException("rerun")

    # ---- the author's files --------------------------------------------------------------------

    def _compile(self, path: str) -> CodeType:
        """Return the script's code; after an edit the tree's call sites follow it."""
        if self._changed_files:
            if CONFIG_FILE in self._changed_files:
                self.config.read()
                self.tell_options()
            self._changed_files.clear()
            self.scripts.forget_modules()
        if self.config.problem:
            raise self.config.problem
        code = self.scripts.compile(path)
        if moves := self.scripts.take_moves():
            self.tree.move_sites(
                lambda file, line: moves[file].get(line, 0) if file in moves else line
            )
        return code

    def _card(self, error: BaseException) -> ExceptionCard:
        details = self.config.get("client.showErrorDetails")
        return exception_message(error, self.app.folder, details=details)
