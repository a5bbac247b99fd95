"""Pictures: whatever an author calls one."""

from __future__ import annotations

import sys
from io import BytesIO
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from PIL import Image

from tabstream._protocol import Buffer

if TYPE_CHECKING:
    from pathlib import Path

    from showing import Page, Show

    from tabstream._protocol.elements.media import Picture


def pixels(page: Page) -> Any:
    """The pixels of the page's only picture."""
    (picture,) = page.message.pictures
    assert picture.mime == "image/png"
    return np.asarray(Image.open(BytesIO(picture.source.data)))


def only(page: Page) -> Picture:
    picture: Picture
    (picture,) = page.message.pictures
    return picture


@pytest.mark.parametrize("address", ["https://x.org/a.png", "data:image/png;base64,AA=="])
def test_an_address_is_left_to_the_browser(show: Show, address: str) -> None:
    picture = only(show(f"st.image({address!r}, caption='c', alt='a')"))
    assert (picture.source, picture.mime) == (address, "")
    assert (picture.caption, picture.alt) == ("c", "a")


def test_a_path_is_looked_for_in_the_apps_folder(show: Show, tmp_path: Path) -> None:
    Image.new("RGB", (1, 1)).save(tmp_path / "a.jpg")
    page = show("from pathlib import Path\nst.image('a.jpg')\nst.image(Path('a.jpg'))")
    content = Buffer((tmp_path / "a.jpg").read_bytes())
    for message in page.messages:
        assert (message.pictures[0].source, message.pictures[0].mime) == (content, "image/jpeg")


@pytest.mark.parametrize("format", ["PNG", "JPEG", "GIF", "WEBP", "BMP", "ICO"])
def test_bytes_and_open_files_are_known_by_how_they_begin(
    show: Show, tmp_path: Path, format: str
) -> None:
    Image.new("RGB", (16, 16)).save(tmp_path / "picture", format)
    page = show("""
        import io
        from pathlib import Path
        content = Path(__file__).with_name("picture").read_bytes()
        st.image(content)
        st.image(io.BytesIO(content))
        with Path(__file__).with_name("picture").open("rb") as file:
            st.image(file)
    """)
    mimes = {picture.mime for message in page.messages for picture in message.pictures}
    assert mimes == {"image/x-icon" if format == "ICO" else f"image/{format.lower()}"}


def test_a_file_that_no_browser_shows_becomes_a_png(show: Show, tmp_path: Path) -> None:
    Image.new("RGB", (2, 1), "red").save(tmp_path / "a.tiff")
    assert pixels(show("st.image('a.tiff')")).tolist() == [[[255, 0, 0]] * 2]


@pytest.mark.parametrize("text", ["<svg></svg>", '<?xml version="1.0"?>\n<svg width="9"/>'])
def test_the_text_of_an_svg_is_a_picture(show: Show, text: str) -> None:
    picture = only(show(f"st.image({text!r})"))
    assert (picture.source, picture.mime) == (Buffer(text.encode()), "image/svg+xml")


@pytest.mark.parametrize(
    ("array", "expected"),
    [
        ("np.array([[0, 128], [255, 1]], 'uint8')", [[0, 128], [255, 1]]),
        ("np.array([[0, 300]])[:, :1]", [[0]]),
        ("np.array([[0.0, 0.5, 1.0]])", [[0, 127, 255]]),
        ("np.array([[np.nan, 1.0]])", [[0, 255]]),
        ("np.array([[True, False]])", [[255, 0]]),
        ("np.array([[[1, 2, 3]]], 'uint8')", [[[1, 2, 3]]]),
        ("np.array([[[1, 2, 3, 4]]], 'int64')", [[[1, 2, 3, 4]]]),
        ("np.array([[[7]]], 'uint16')", [[7]]),
        (
            "np.arange(12).reshape(2, 2, 3)[::-1]",
            [[[6, 7, 8], [9, 10, 11]], [[0, 1, 2], [3, 4, 5]]],
        ),
    ],
)
def test_an_array_of_numbers_is_a_picture(show: Show, array: str, expected: Any) -> None:
    assert pixels(show(f"import numpy as np\nst.image({array})")).tolist() == expected


def test_an_arrays_colours_can_be_in_the_other_order(show: Show) -> None:
    page = show("import numpy as np\nst.image(np.array([[[1, 2, 3]]]), channels='BGR')")
    assert pixels(page).tolist() == [[[3, 2, 1]]]


def test_numbers_out_of_range_are_cut_off_when_asked(show: Show) -> None:
    page = show("import numpy as np\nst.image(np.array([[-1, 300]]), clamp=True)")
    assert pixels(page).tolist() == [[0, 255]]


def test_an_array_needs_no_pillow(show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "PIL", None)
    page = show("import numpy as np\nst.image(np.zeros((1, 1, 3)), output_format='JPEG')")
    assert page.outline == ["image"]


@pytest.mark.parametrize(
    ("mode", "format", "mime"),
    [
        ("RGB", "auto", "image/png"),
        ("RGBA", "auto", "image/png"),
        ("CMYK", "auto", "image/png"),
        ("P", "auto", "image/png"),
        ("RGB", "PNG", "image/png"),
        ("RGB", "JPEG", "image/jpeg"),
        ("RGBA", "jpg", "image/jpeg"),
    ],
)
def test_a_pillow_image_is_a_picture_in_the_format_asked_for(
    show: Show, mode: str, format: str, mime: str
) -> None:
    page = show(
        f"import PIL.Image as P\nst.image(P.new({mode!r}, (1, 1)), output_format={format!r})"
    )
    assert only(page).mime == mime


def test_an_animation_stays_one(show: Show, tmp_path: Path) -> None:
    frames = [Image.new("RGB", (1, 1), colour) for colour in ("red", "blue")]
    frames[0].save(tmp_path / "a.gif", save_all=True, append_images=frames[1:])
    picture = only(
        show("""
        import PIL.Image
        with PIL.Image.open(__file__.replace("app.py", "a.gif")) as animation:
            st.image(animation)
    """)
    )
    assert picture.mime == "image/gif"
    assert isinstance(picture.source, Buffer)
    assert getattr(Image.open(BytesIO(picture.source.data)), "n_frames", 1) == 2


def test_pictures_can_come_in_a_list(show: Show) -> None:
    page = show("""
        import numpy as np
        st.image(["https://x.org/a.png"] * 2, caption=["a", "b"], alt=["c", None], width=30)
        st.image(np.zeros((3, 2, 2, 3)))
        st.image([])
    """)
    first, second, third = page.messages
    assert [(picture.caption, picture.alt) for picture in first.pictures] == [
        ("a", "c"),
        ("b", None),
    ]
    assert (first.width, len(second.pictures), len(third.pictures)) == (30, 3, 0)


@pytest.mark.parametrize(
    ("arguments", "width"),
    [
        ("", "content"),
        ("width='stretch'", "stretch"),
        ("width=50", 50),
        ("width=None", "content"),
        ("use_container_width=True", "stretch"),
        ("use_container_width=False, width=50", 50),
        ("use_column_width=True", "stretch"),
        ("use_column_width='always'", "stretch"),
        ("use_column_width='auto'", "content"),
        ("use_column_width='never'", "content"),
    ],
)
def test_the_width_can_be_said_in_the_words_of_any_year(
    show: Show, arguments: str, width: str | int
) -> None:
    assert show(f"st.image('https://x.org/a.png', {arguments})").message.width == width


@pytest.mark.parametrize(
    ("call", "error", "says"),
    [
        ("st.image('gone.png')", "MediaFileStorageError", "`gone.png`"),
        ("st.image(b'abc')", "StreamlitAPIException", "WebP"),
        ("st.image(5)", "StreamlitAPIException", "`int`"),
        ("st.image(np.zeros(3))", "StreamlitValueError", "2 dimensions"),
        ("st.image(np.zeros((2, 2, 2)))", "StreamlitAPIException", "(2, 2, 2)"),
        ("st.image(np.array([[300]]))", "StreamlitAPIException", "clamp=True"),
        ("st.image(np.array([[1.5]]))", "StreamlitAPIException", "0.0 to 1.0"),
        ("st.image(['a:', 'b:'], caption='c')", "StreamlitAPIException", "1 texts for 2 pictures"),
        ("st.image(['a:', 'b:'], link='c')", "StreamlitAPIException", "`link`"),
        ("st.image('https://x.org/a.png', width=-1)", "StreamlitInvalidWidthError", "above 0"),
    ],
)
def test_what_is_no_picture_is_refused(show: Show, call: str, error: str, says: str) -> None:
    card = show(f"import numpy as np\n{call}").error
    assert card.type == error
    assert says in card.text
