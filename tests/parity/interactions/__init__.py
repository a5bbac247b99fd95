"""Apps that are touched: what a person does, and what the app looks like after each turn."""

from __future__ import annotations

from .caching import CACHING
from .callbacks import CALLBACKS
from .flow import FLOW
from .forms import FORMS
from .identity import IDENTITY
from .inputs import INPUTS
from .interaction import Act, Interaction
from .layout import LAYOUT
from .state import STATE

#: Every interaction, in the order of the subjects.
INTERACTIONS: tuple[Interaction, ...] = (
    *INPUTS,
    *CALLBACKS,
    *FORMS,
    *IDENTITY,
    *STATE,
    *LAYOUT,
    *FLOW,
    *CACHING,
)

__all__ = ["INTERACTIONS", "Act", "Interaction"]
