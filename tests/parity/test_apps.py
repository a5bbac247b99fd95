"""Apps and interactions look the same under Streamlit and under ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .cells import apps
from .interactions import INTERACTIONS

if TYPE_CHECKING:
    from .conftest import Outcome


@pytest.mark.parametrize("app", apps())
def test_an_app_is_drawn_as_streamlit_draws_it(app: str, outcome: Outcome) -> None:
    _expect_the_same(app, outcome)


@pytest.mark.parametrize("app", [interaction.name for interaction in INTERACTIONS])
def test_an_app_answers_as_streamlit_answers(app: str, outcome: Outcome) -> None:
    _expect_the_same(app, outcome)


def test_every_deliberate_difference_is_still_one(outcome: Outcome) -> None:
    assert outcome.unused() == []


def _expect_the_same(app: str, outcome: Outcome) -> None:
    if mismatches := outcome.unexplained(app):
        pytest.fail("\n".join(map(str, mismatches)), pytrace=False)
