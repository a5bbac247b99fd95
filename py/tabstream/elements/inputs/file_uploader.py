"""Files to pick, or to drop."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from tabstream._protocol.elements.inputs import FileUploader
from tabstream._runtime import ValueCodec, current_run
from tabstream.elements.arguments import STRETCH, read_width
from tabstream.elements.inputs.base import InputBlock
from tabstream.elements.inputs.uploaded_file import uploads_of
from tabstream.errors import (
    StreamlitInvalidParameterTypeError,
    StreamlitValueError,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tabstream._protocol.elements.text import Width
    from tabstream.elements.inputs.base import Args, Key, Kwargs, LabelVisibility, OnChange
    from tabstream.elements.inputs.uploaded_file import UploadedFile

AcceptMultipleFiles: TypeAlias = "bool | Literal['directory']"

#: Kinds of files by the first part of their MIME types.
_MEDIA = frozenset({"audio", "image", "text", "video"})

#: File names that end differently and mean the same.
_TWINS = (
    (".htm", ".html"),
    (".jpg", ".jpeg"),
    (".mp4", ".mpeg4"),
    (".mpg", ".mpeg"),
    (".tif", ".tiff"),
)


class FileUploaderElements(InputBlock):
    """The elements that take files."""

    def file_uploader(
        self,
        label: str,
        type: str | Sequence[str] | None = None,
        accept_multiple_files: AcceptMultipleFiles = False,
        key: Key | None = None,
        help: str | None = None,
        on_change: OnChange | None = "rerun",
        args: Args | None = None,
        kwargs: Kwargs | None = None,
        *,
        max_upload_size: int | None = None,
        disabled: bool = False,
        label_visibility: LabelVisibility = "visible",
        width: Width = "stretch",
    ) -> UploadedFile | list[UploadedFile] | None:
        """Draw a field for files and return the file, or None while there is none.

        The files stay in the browser: they are handed to the script, and to nobody else.

        `tabstream.elements.inputs` describes the arguments that all widgets take.

        Parameters
        ----------
        type
            What is accepted: how file names end, such as "csv", a MIME type such as "image/png", a
            kind such as "image", or a list of these.
        accept_multiple_files
            Whether several files can be picked; a list is returned then. "directory" lets a whole
            directory be picked.
        max_upload_size
            The greatest size of a file in megabytes; without a word, the option
            ``server.maxUploadSize``.

        Examples
        --------
        >>> import tabstream as st
        >>> readings = st.file_uploader("Readings", type="csv")
        >>> if readings is not None:
        ...     st.write(readings.getvalue())
        """
        is_list = bool(accept_multiple_files)
        message = FileUploader(
            **self.common(
                label,
                help=help,
                disabled=disabled,
                label_visibility=label_visibility,
                on_change=on_change,
            ),
            types=_read_types(type),
            accepts=_read_accepts(accept_multiple_files),
            max_size_mb=_read_max_size(max_upload_size),
            width=read_width(width, STRETCH),
        )

        def decode(wire: list[str]) -> Any:
            run = current_run()
            opened = [uploads_of(run.session).open(id) for id in wire] if run is not None else []
            files = [file for file in opened if file is not None]
            return files if is_list else files[0] if files else None

        chosen: UploadedFile | list[UploadedFile] | None = self.draw_input(
            message,
            ValueCodec([], decode, lambda _: []),
            key=key,
            on_change=on_change,
            args=args,
            kwargs=kwargs,
            is_settable=False,
        )
        return chosen


def _read_accepts(accept_multiple_files: object) -> Literal["one", "many", "directory"]:
    if accept_multiple_files == "directory":
        return "directory"
    return "many" if accept_multiple_files else "one"


def _read_types(type: object) -> tuple[str, ...]:
    """Return what is accepted, in the words of HTML.

    Examples
    --------
    >>> _read_types(["csv", "image", ".JPG"])
    ('.csv', 'image/*', '.jpg', '.jpeg')
    """
    given = [type] if isinstance(type, str) else list(type or ())  # type: ignore[call-overload]
    types = [_read_type(word) for word in given if word]
    twins = [
        other
        for pair in _TWINS
        for one, other in (pair, pair[::-1])
        if one in types and other not in types
    ]
    return (*types, *twins)


def _read_type(word: object) -> str:
    if not isinstance(word, str):
        raise StreamlitInvalidParameterTypeError("type", ["text", "a list of texts", "None"], word)
    word = word.strip().lower()
    if word in _MEDIA:
        return f"{word}/*"
    return word if "/" in word or word.startswith(".") else f".{word}"


def _read_max_size(max_upload_size: object) -> int:
    if max_upload_size is None:
        run = current_run()
        return int(run.session.config.get("server.maxUploadSize")) if run is not None else 200
    if not isinstance(max_upload_size, int) or max_upload_size <= 0:
        expected = ["a number of megabytes, 1 or more", "None"]
        raise StreamlitValueError("max_upload_size", expected, max_upload_size)
    return max_upload_size
