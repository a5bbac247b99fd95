"""What a container does not offer is said with what would work."""

from __future__ import annotations

import copy
from typing import Any

import pytest

import tabstream as st
from tabstream.errors import StreamlitAPIException


def test_a_function_of_st_itself_is_named() -> None:
    place: Any = st.sidebar
    with pytest.raises(StreamlitAPIException, match=r"`st\.sidebar` has no `rerun`.*`st\.rerun`"):
        place.rerun()
    place = st.container()
    with pytest.raises(StreamlitAPIException, match=r"A container has no `stop`.*`st\.stop`"):
        place.stop()


def test_a_name_that_nobody_has_is_said_to_be_none() -> None:
    container: Any = st.container()
    with pytest.raises(StreamlitAPIException, match="there is no element of this name"):
        container.nope()
    assert not hasattr(container, "nope")


def test_a_container_can_be_copied() -> None:
    assert copy.copy(st.container()) is not None
