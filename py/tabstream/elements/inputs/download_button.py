"""Buttons that save a file, and what a file can be given as."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from tabstream._protocol import Buffer
from tabstream._protocol.elements.buttons import Download, DownloadButton
from tabstream._runtime import current_run
from tabstream.elements.inputs.base import check_on_change
from tabstream.elements.inputs.button_look import read_look
from tabstream.elements.inputs.buttons import ButtonElements
from tabstream.errors import StreamlitAPIException, StreamlitInvalidLayoutContextError

if TYPE_CHECKING:
    from tabstream._protocol.elements.buttons import ButtonType, IconPosition
    from tabstream._protocol.elements.text import Width
    from tabstream.elements.inputs.base import Args, Key, Kwargs, OnChange


class DownloadElements(ButtonElements):
    """The elements that give files to a person."""

    def download_button(
        self,
        label: str,
        data: Any,
        file_name: str | None = None,
        mime: str | None = None,
        key: Key | None = None,
        help: str | None = None,
        on_click: OnChange | None = "rerun",
        args: Args | None = None,
        kwargs: Kwargs | None = None,
        *,
        type: ButtonType = "secondary",
        icon: str | None = None,
        icon_position: IconPosition = "left",
        disabled: bool = False,
        use_container_width: bool | None = None,
        width: Width = "content",
        shortcut: str | None = None,
        wrap: bool | None = None,
    ) -> bool:
        r"""Draw a button that saves a file and return whether it was clicked just now.

        `tabstream.elements.inputs` describes the arguments that all widgets take.

        Parameters
        ----------
        data
            What is in the file: text, bytes, an open file, or a function without arguments that
            returns one of these. The function is called when the button was clicked, in the run
            that the click leads to; use it for what takes long to make.
        file_name
            The name of the file.
        mime
            Its MIME type; without a word it is found out by the name and the data.
        on_click
            What a click leads to beside that: "rerun" runs the script, "ignore" does nothing, and a
            function is called before the script runs. A file that is yet to be made is made by a
            run, whatever this says.
        type
            "primary" for the one that matters most, "secondary", or "tertiary", mere text.
        icon, icon_position
            An emoji or ``:material/name:``, to the "left" or "right" of the label.
        use_container_width
            The older spelling of ``width="stretch"``.
        shortcut
            Keys that press it, such as "Ctrl+K".
        wrap
            Whether a long label is broken into lines; None leaves that to the container.

        Examples
        --------
        >>> import tabstream as st
        >>> st.download_button("Save", "day,rain\n1,2.5\n", file_name="rain.csv")
        False
        """
        check_on_change(on_click, "on_click")
        if self.is_inside("form"):
            raise StreamlitInvalidLayoutContextError(
                "`st.download_button()` cannot be used inside `st.form()`. Put it below the form."
            )
        make = data if callable(data) else None
        content = b"" if make is not None else read_content(data)
        mime = mime or _guess_mime(data, file_name)
        file_name = file_name or _guess_name(data, mime)
        message = DownloadButton(
            **self.common(label, help=help, disabled=disabled, on_change=on_click),
            data=Buffer(content) if make is None else None,
            file_name=str(file_name),
            mime=str(mime),
            **read_look(
                type=type,
                icon=icon,
                icon_position=icon_position,
                use_container_width=use_container_width,
                width=width,
                shortcut=shortcut,
                wrap=wrap,
            ),
        )
        is_clicked = self.draw_trigger(message, key, on_click, args, kwargs)
        run = current_run()
        if is_clicked and make is not None and run is not None:
            made = Buffer(read_content(make()))
            self.announce(Download(made, message.file_name, message.mime, run.tree.run))
        return is_clicked and message.reruns


def read_content(data: Any) -> bytes:
    r"""Return the bytes of what an author gave as a file's content.

    Examples
    --------
    >>> read_content("Grün")
    b'Gr\xc3\xbcn'
    """
    if isinstance(data, str):
        return data.encode()
    if isinstance(data, bytes | bytearray):
        return bytes(data)
    if not hasattr(data, "read"):
        msg = (
            f"A file cannot be made of {type(data).__name__}: `data` can be text, bytes, an open "
            "file or a function that returns one of these. A table becomes text by "
            "`table.to_csv()`."
        )
        raise StreamlitAPIException(msg)
    place = data.tell()
    data.seek(0)
    content = data.read()
    data.seek(place)
    return read_content(content)


def _guess_mime(data: Any, file_name: str | None) -> str:
    name = file_name or _name_of(data)
    if name is not None and hasattr(data, "read"):
        import mimetypes

        guess, _ = mimetypes.guess_type(name)
        if guess is not None:
            return guess
    is_text = isinstance(data, str) or hasattr(data, "encoding")
    return "text/plain" if is_text else "application/octet-stream"


def _guess_name(data: Any, mime: str) -> str:
    name = _name_of(data)
    if name is not None:
        return Path(name).name
    import mimetypes

    return f"download{mimetypes.guess_extension(mime) or ''}"


def _name_of(data: Any) -> str | None:
    name = getattr(data, "name", None)
    return name if isinstance(name, str) else None
