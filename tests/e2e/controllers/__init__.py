"""Hands and eyes for the browser tests: `set` and `click` do what a person can."""

from controllers.accessibility import expect_no_sideways_scroll, expect_no_violation
from controllers.app import App
from controllers.consent import Consent
from controllers.disk import Disk
from controllers.editor import Editor
from controllers.healing import Healing
from controllers.landing import Landing
from controllers.origin import Origin
from controllers.share import Share
from controllers.stored import expect_stored

__all__ = [
    "App",
    "Consent",
    "Disk",
    "Editor",
    "Healing",
    "Landing",
    "Origin",
    "Share",
    "expect_no_sideways_scroll",
    "expect_no_violation",
    "expect_stored",
]
