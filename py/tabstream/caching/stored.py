"""An entry of the cache as it outlives the page, and whether it still holds."""

from __future__ import annotations

import pickle
import time
from pathlib import Path
from typing import Any

from tabstream.caching.dependencies import Parts
from tabstream.caching.envelope import Envelope, Facts, RefusedError, seal, unseal
from tabstream.caching.environment import mismatch, versions
from tabstream.caching.explanation import ago, changed_parts
from tabstream.caching.memory import Entry
from tabstream.caching.opened_files import changed_file, contents_of, stamp_of

#: An entry without a ``ttl`` holds for a day: what it was made of may lie outside the app.
DAY = 86_400.0


def sealed(key: str, entry: Entry[Any], parts: Parts, value: bytes, made: float) -> bytes | None:
    """Return an entry as bytes; None when a file that it was made of has changed meanwhile.

    Parameters
    ----------
    key
        The name that it is stored under.
    parts
        What it depends on, from before it was computed.
    value
        The value, pickled before the caller had it.
    made
        When it was computed, in seconds since the epoch.
    """
    if changed_file(entry.files) is not None:
        return None
    facts = Facts(
        key=key,
        made=made,
        seconds=entry.seconds,
        call=entry.call,
        parts={name: digest.hex() for name, digest in parts.digests.items()},
        shown=parts.shown,
        files=contents_of(entry.files),
        versions=versions(),
    )
    return seal(Envelope(facts, pickle.dumps(entry.drawn), value))


def opened(content: bytes, key: str, parts: Parts, ttl: float | None) -> tuple[Entry[bytes], Any]:
    """Return a stored entry, its value pickled, and its value.

    Raises
    ------
    RefusedError
        When it does not hold any more; the text says why.
    """
    envelope = unseal(content, key)
    facts = envelope.facts
    age = _age(facts.made, DAY if ttl is None else ttl)
    digests = {name: bytes.fromhex(digest) for name, digest in facts.parts.items()}
    before = Parts(digests, dict(facts.shown))
    if reason := mismatch(facts.versions) or changed_parts(before, parts) or _changed(facts):
        raise RefusedError(reason)
    try:
        value = pickle.loads(envelope.value)
        drawn = pickle.loads(envelope.drawn)
    except Exception as error:
        msg = f"what was stored cannot be read: {error}"
        raise RefusedError(msg) from error
    # Reading it may have imported a package that was not there before.
    if reason := mismatch(facts.versions):
        raise RefusedError(reason)
    entry = Entry(
        envelope.value,
        made=time.monotonic() - age,
        call=facts.call,
        seconds=facts.seconds,
        drawn=drawn,
        files={path: stamp_of(path) for path in facts.files},
    )
    return entry, value


def _age(made: float, ttl: float) -> float:
    age = time.time() - made
    if age >= ttl:
        msg = f"expired {ago(age - ttl)} ago"
        raise RefusedError(msg)
    if age < 0:
        msg = "it was stored in the future: a clock was changed"
        raise RefusedError(msg)
    return age


def _changed(facts: Facts) -> str | None:
    now = contents_of(facts.files)
    for path, content in facts.files.items():
        if now[path] != (None if content is None else tuple(content)):
            return f"file `{Path(path).name}` changed"
    return None
