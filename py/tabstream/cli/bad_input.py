"""What a person is told when a command cannot do what was asked."""

from __future__ import annotations

import click


class BadInput(click.ClickException):
    """What was asked for cannot be had: one line says what, why, and what would work."""

    exit_code = 2


def why_unreadable(error: OSError) -> str:
    """Give the system's reason, without the path that the message has already."""
    return error.strerror or type(error).__name__
