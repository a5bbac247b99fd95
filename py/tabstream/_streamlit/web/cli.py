"""``streamlit.web.cli``: names that are not there yet."""

from __future__ import annotations

from tabstream.not_there_yet import NotThereYet

_RUN = "`tabstream run <file>` opens a script."


class _Commands:
    MODULE = "streamlit.web.cli"
    main = NotThereYet("*args, **kwargs", _RUN)
    main_run = NotThereYet("*args, **kwargs", _RUN)


main = _Commands.main
main_run = _Commands.main_run
