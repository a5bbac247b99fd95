"""``streamlit.errors``: every error that an author can meet."""

from __future__ import annotations

from tabstream.elements.argument_errors import *  # noqa: F403
from tabstream.elements.inputs.value_errors import *  # noqa: F403
from tabstream.errors import *  # noqa: F403
