"""Every public name takes what Streamlit's takes."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

import pytest

from tabstream.testing import AppTest
from tabstream.testing.place import streamlit_is_ours

from .differences import SIGNATURES
from .signatures import Signatures, public_signatures

if TYPE_CHECKING:
    from .conftest import AskStreamlit

_MEANT = {name for difference in SIGNATURES for name in difference.names}


@pytest.fixture(scope="module")
def streamlits(ask_streamlit: AskStreamlit) -> Signatures:
    signatures: Signatures = ask_streamlit("signatures")
    return signatures


@pytest.fixture(scope="module")
def ours() -> Signatures:
    with streamlit_is_ours():
        return public_signatures(import_module("streamlit"), AppTest)


def test_every_public_name_exists(streamlits: Signatures, ours: Signatures) -> None:
    assert sorted(streamlits.keys() - ours.keys() - _MEANT) == []


def test_every_signature_is_streamlits(streamlits: Signatures, ours: Signatures) -> None:
    other = {
        name: {"real": streamlits[name], "ours": ours[name]}
        for name in sorted(streamlits.keys() & ours.keys())
        if streamlits[name] != ours[name] and name not in _MEANT
    }
    assert other == {}


def test_every_deliberate_difference_of_signatures_is_still_one(
    streamlits: Signatures, ours: Signatures
) -> None:
    needless = [
        name for name in sorted(_MEANT) if name in ours and ours[name] == streamlits.get(name)
    ]
    assert needless == []
