"""Nothing is left out."""

from __future__ import annotations

from .cells import apps
from .interactions import INTERACTIONS
from .names import TOUCHED, WITH_OPTIONS, WITHOUT_OPTIONS

_TITLES = {name.partition("/")[2] for name in apps()}


def test_every_name_has_an_app_that_uses_it_as_it_comes() -> None:
    assert WITH_OPTIONS | WITHOUT_OPTIONS <= _TITLES


def test_every_name_with_options_has_an_app_that_passes_some() -> None:
    assert {f"{name}: options" for name in WITH_OPTIONS} <= _TITLES


def test_every_widget_is_touched() -> None:
    touched = {
        act[0]
        for interaction in INTERACTIONS
        for turn in (interaction.before, *interaction.turns)
        for act in turn
    }
    assert touched >= TOUCHED


def test_no_two_interactions_have_one_name() -> None:
    names = [interaction.name for interaction in INTERACTIONS]
    assert len(names) == len(set(names))
