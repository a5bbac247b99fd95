"""``streamlit.logger``: Python's own loggers."""

from __future__ import annotations

import logging


def get_logger(name: str) -> logging.Logger:
    """Return the logger of that name.

    Examples
    --------
    >>> get_logger("app").name
    'app'
    """
    return logging.getLogger(name)


def set_log_level(level: str | int) -> None:
    """Set from which level on messages are logged."""
    logging.getLogger().setLevel(level.upper() if isinstance(level, str) else level)
