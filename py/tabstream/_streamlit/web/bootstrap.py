"""``streamlit.web.bootstrap``: names that are not there yet."""

from __future__ import annotations

from tabstream.not_there_yet import NotThereYet


class _Commands:
    MODULE = "streamlit.web.bootstrap"
    run = NotThereYet(
        "main_script_path, is_hello, args, flag_options, *, stop_immediately_for_testing=False",
        "`tabstream run <file>` opens a script.",
    )


run = _Commands.run
