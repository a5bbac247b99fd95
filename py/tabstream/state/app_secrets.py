"""``st.secrets``: what the app that runs keeps in ``.streamlit/secrets.toml``."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from weakref import WeakKeyDictionary

from tabstream._runtime import current_run
from tabstream.errors import StreamlitSecretNotFoundError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tabstream._runtime import Session

_SECRETS_FILE: Final = Path(".streamlit", "secrets.toml")


class Section(Mapping[str, Any]):
    """A section of the secrets; its values are items and attributes.

    Examples
    --------
    >>> database = Section("database", {"user": "may", "pool": {"size": 3}})
    >>> database.user, database["pool"].size
    ('may', 3)
    """

    def __init__(self, name: str, values: Mapping[str, Any]) -> None:
        self._name = name
        self._values = values

    def __getitem__(self, key: str) -> Any:
        if key not in self._values:
            raise KeyError(_no_secret(self._name, "key", key))
        value = self._values[key]
        return Section(f"{self._name}.{key}", value) if isinstance(value, Mapping) else value

    def __getattr__(self, name: str) -> Any:
        try:
            return self[name]
        except KeyError:
            raise AttributeError(_no_secret(self._name, "attribute", name)) from None

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __repr__(self) -> str:
        # A secret must not land in a log by accident.
        return f"Section({self._name!r}, keys={list(self)})"

    def to_dict(self) -> dict[str, Any]:
        """Return the section, and the ones in it, as dictionaries."""
        return {
            key: value.to_dict() if isinstance(value, Section) else value
            for key, value in self.items()
        }


class SecretsProxy(Mapping[str, Any]):
    """What the app keeps in ``.streamlit/secrets.toml``: values by name, and sections of them.

    What is outside any section is an environment variable, too.

    In a browser nothing is a secret before the person whose browser it is: an app that others open
    should ask them for their own.

    Examples
    --------
    >>> import tabstream as st
    >>> try:
    ...     token = st.secrets["token"]
    ... except FileNotFoundError:
    ...     token = st.text_input("Your token", type="password")
    """

    __slots__ = ()

    def __getitem__(self, key: str) -> Any:
        return _secrets()[key]

    def __getattr__(self, name: str) -> Any:
        try:
            return self[name]
        except (KeyError, FileNotFoundError):
            raise AttributeError(_no_secret("st.secrets", "attribute", name)) from None

    def __iter__(self) -> Iterator[str]:
        return iter(_secrets())

    def __len__(self) -> int:
        return len(_secrets())

    def __repr__(self) -> str:
        return repr(_secrets()) if self.load_if_toml_exists() else "Section('st.secrets', keys=[])"

    def load_if_toml_exists(self) -> bool:
        """Read the secrets if there are any, and return whether there are."""
        try:
            _secrets()
        except FileNotFoundError:
            return False
        return True

    def to_dict(self) -> dict[str, Any]:
        """Return all secrets as dictionaries."""
        return _secrets().to_dict()


#: The secrets of each app, with the time at which their file was written.
_read_secrets: WeakKeyDictionary[Session, tuple[int, Section]] = WeakKeyDictionary()


def _secrets() -> Section:
    """Return the secrets of the app that runs; in bare mode, those beside the current folder."""
    run = current_run()
    if run is None:
        return _read(_SECRETS_FILE)
    if run.session.secrets:
        return Section("st.secrets", run.session.secrets)
    file = Path(run.session.app.folder, _SECRETS_FILE)
    written = file.stat().st_mtime_ns if file.is_file() else 0
    known = _read_secrets.get(run.session)
    if known is None or known[0] != written:
        known = _read_secrets[run.session] = (written, _read(file))
    return known[1]


def _read(file: Path) -> Section:
    if not file.is_file():
        msg = (
            "There are no secrets: they are read from `.streamlit/secrets.toml` in the app's "
            "folder, and this app has no such file."
        )
        raise StreamlitSecretNotFoundError(msg)
    import tomllib

    try:
        values = tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        # Where, and not what: the line may hold a secret.
        msg = f"`.streamlit/secrets.toml` cannot be read: {error}."
        raise StreamlitSecretNotFoundError(msg) from None
    for name, value in values.items():
        if isinstance(value, str | int | float):
            os.environ[name] = str(value)
    return Section("st.secrets", values)


def _no_secret(where: str, what: str, name: str) -> str:
    return f'{where} has no {what} "{name}". Is it in `.streamlit/secrets.toml`?'


secrets: Final = SecretsProxy()
