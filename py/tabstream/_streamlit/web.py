"""``streamlit.web.cli``, ``streamlit.web.bootstrap``: what scripts import to start a server.

They do so under ``if __name__ == "__main__"`` and only where no app is running yet.
"""

from __future__ import annotations

from tabstream.not_there_yet import NotThereYet


class _Cli:
    MODULE = "streamlit.web.cli"
    main = NotThereYet("*args, **kwargs", "`tabstream run <file>` opens a script.")
    main_run = NotThereYet("*args, **kwargs", "`tabstream run <file>` opens a script.")


class _Bootstrap:
    MODULE = "streamlit.web.bootstrap"
    run = NotThereYet("*args, **kwargs", "`tabstream run <file>` opens a script.")


main = _Cli.main
main_run = _Cli.main_run
run = _Bootstrap.run
