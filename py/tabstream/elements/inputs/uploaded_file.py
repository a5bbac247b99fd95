"""A file that a person gave to the app."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

if TYPE_CHECKING:
    from tabstream._protocol import Upload
    from tabstream._runtime import Session


class UploadedFile(BytesIO):
    """A file that a person gave to the app: bytes in memory, to be read like any file.

    Every run gets a new object that is read from its start. Two of them are equal when a person
    picked the file once.

    Attributes
    ----------
    file_id
        What tells it from other files.
    name
        The name it has where it comes from.
    type
        Its MIME type.
    size
        The number of its bytes.
    """

    def __init__(self, file_id: str, name: str, type: str, content: bytes) -> None:
        # Until someone writes to it, it shares the bytes with all others made of them.
        super().__init__(content)
        self.file_id = file_id
        self.name = name
        self.type = type
        self.size = len(content)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, UploadedFile) and self.file_id == other.file_id

    def __hash__(self) -> int:
        return hash(self.file_id)

    def __repr__(self) -> str:
        return (
            f"UploadedFile(file_id={self.file_id!r}, name={self.name!r}, type={self.type!r}, "
            f"size={self.size})"
        )


class Uploads:
    """The bytes of the files that the widgets of a session hold.

    A file is read once and its copy in the worker's file system removed, as it would lie in memory
    twice. Bytes that no widget holds any more are let go when a run has ended.

    Parameters
    ----------
    session
        The session whose view the files come from.
    """

    def __init__(self, session: Session) -> None:
        self._sent = session.uploads
        self._state = session.state
        self._contents: dict[str, bytes] = {}
        session.after_run.append(self._let_go)

    def open(self, file_id: str) -> UploadedFile | None:
        """Return a file from its start; None when it is not there any more."""
        upload = self._sent.get(file_id)
        if upload is None:
            return None
        if file_id not in self._contents:
            self._contents[file_id] = _taken(upload)
        return UploadedFile(file_id, upload.name, upload.mime, self._contents[file_id])

    def _let_go(self) -> None:
        values = self._state.values_in_view
        lists = [value for value in values if isinstance(value, list)]
        held = {item for items in lists for item in items if isinstance(item, str)}
        for file_id in self._contents.keys() - held:
            del self._contents[file_id], self._sent[file_id]


def _taken(upload: Upload) -> bytes:
    path = Path(upload.path)
    content = path.read_bytes()
    path.unlink()
    return content


_uploads: WeakKeyDictionary[Session, Uploads] = WeakKeyDictionary()


def uploads_of(session: Session) -> Uploads:
    """Return the uploads of a session."""
    if session not in _uploads:
        _uploads[session] = Uploads(session)
    return _uploads[session]
