"""Text that arrives bit by bit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tabstream._protocol.elements.text import Markdown
from tabstream.elements._frames import is_table_like
from tabstream.elements.block import Block
from tabstream.elements.types import comes_from
from tabstream.errors import StreamlitAPIException, StreamlitInvalidParameterTypeError

if TYPE_CHECKING:
    from collections.abc import (
        AsyncGenerator,
        AsyncIterator,
        Callable,
        Generator,
        Iterable,
        Iterator,
    )

    from tabstream.elements import DeltaGenerator


class Streamed(list[Any]):
    """What a stream brought, when it was not only text: `write` writes it as it came."""


class StreamElements(Block):
    """The element that grows while it is written."""

    def write_stream(
        self,
        stream: Callable[..., Any] | Generator[Any, Any, Any] | Iterable[Any] | AsyncGenerator[Any],
        *,
        cursor: str | None = None,
    ) -> list[Any] | str:
        """Write what a generator yields, as it comes.

        Texts grow one paragraph; anything else is written as `write` does.

        Parameters
        ----------
        stream
            A generator, a function that makes one, any other iterable, or the stream of a
            language model.
        cursor
            A text, such as "▌", at the end while more is on its way.

        Returns
        -------
        str or list
            The whole text; when not only text came, the list of texts and values.

        Examples
        --------
        >>> import tabstream as st
        >>> def words():
        ...     yield "Hello, "
        ...     yield "world"
        >>> st.write_stream(words)
        'Hello, world'
        """
        place: DeltaGenerator = self  # type: ignore[assignment]  # every block has every element
        written = Streamed()
        text = ""
        paragraph: DeltaGenerator | None = None

        def end_paragraph() -> None:
            nonlocal text, paragraph
            if paragraph is not None:
                paragraph.draw(_markdown(text, is_unfinished=False))
                written.append(text)
            text, paragraph = "", None

        for chunk in _iterate(stream):
            content = _text_of(chunk)
            if not isinstance(content, str):
                end_paragraph()
                place.write(content)
                written.append(content)
            elif content:
                text += content
                message = _markdown(text + (cursor or ""), is_unfinished=True)
                paragraph = (paragraph or place).draw(message)
        end_paragraph()
        if not written:
            return ""
        return written[0] if len(written) == 1 and isinstance(written[0], str) else written


def _markdown(text: str, *, is_unfinished: bool) -> Markdown:
    # The text is not stripped: a space at its end belongs before the next word.
    return Markdown(text, False, None, "auto", "left", True, True, is_unfinished)


def _iterate(stream: Any) -> Iterator[Any]:
    if isinstance(stream, str) or is_table_like(stream):
        streams = ["a generator", "a function that makes one", "a list", "a model's stream"]
        raise StreamlitInvalidParameterTypeError("stream", streams, stream)
    if callable(stream) and not hasattr(stream, "__iter__"):
        import inspect

        if inspect.isgeneratorfunction(stream) or inspect.isasyncgenfunction(stream):
            stream = stream()
    if hasattr(stream, "__aiter__"):
        return _wait_for(aiter(stream))
    try:
        return iter(stream)
    except TypeError as error:
        msg = (
            f"`st.write_stream` cannot write a `{type(stream).__name__}` bit by bit. It takes a "
            "generator, a function that makes one, a list, or the stream of a language model; "
            "`st.write` takes anything."
        )
        raise StreamlitAPIException(msg) from error


def _wait_for(stream: AsyncIterator[Any]) -> Iterator[Any]:
    """Yield what an async generator yields."""
    import asyncio

    try:
        # In the worker a loop is always running, and it can be waited for from inside.
        loop, is_own = asyncio.get_running_loop(), False
    except RuntimeError:
        loop, is_own = asyncio.new_event_loop(), True
    try:
        while True:
            try:
                yield loop.run_until_complete(anext(stream))
            except StopAsyncIteration:
                return
            except RuntimeError as error:
                if "stack switch" in str(error):  # what Pyodide says where it cannot wait
                    raise StreamlitAPIException(_CANNOT_WAIT) from error
                raise
    finally:
        if is_own:
            loop.close()


def _text_of(chunk: Any) -> Any:
    """Return the text in a chunk of a language model's stream; anything else as it is."""
    if comes_from(chunk, "openai", "ChatCompletionChunk"):
        return (chunk.choices[0].delta.content or "") if chunk.choices else ""
    if comes_from(chunk, "langchain_core", "AIMessageChunk"):
        return chunk.content
    return chunk


_CANNOT_WAIT = (
    "This browser cannot wait for an async generator while the script runs. An ordinary generator "
    "works everywhere; Chrome 137, Firefox 153 and Safari 27 can wait."
)
