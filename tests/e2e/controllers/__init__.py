"""Hands and eyes for the browser tests: `set` and `click` do what a person can."""

from controllers.app import App

__all__ = ["App"]
