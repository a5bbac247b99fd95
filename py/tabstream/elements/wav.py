"""Numbers as a WAV file."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Any

from tabstream.errors import StreamlitAPIException

if TYPE_CHECKING:
    from numpy.typing import NDArray


def encode_wav(samples: NDArray[Any], sample_rate: int) -> bytes:
    """Return a WAV file of 16 bits; the loudest number becomes as loud as it can be.

    Parameters
    ----------
    samples
        One dimension for one channel; two, a row for each channel, for several.
    sample_rate
        The numbers a second.
    """
    import numpy as np

    if samples.ndim not in (1, 2):
        msg = (
            f"An array of {samples.ndim} dimensions is no sound. It has one dimension, or two with "
            "a row for each channel."
        )
        raise StreamlitAPIException(msg)
    channels = samples.shape[0] if samples.ndim == 2 else 1
    loudest = float(np.max(np.abs(samples), initial=0)) or 1.0
    # In the file the channels take turns.
    data = (samples.T.astype(float) / loudest * 32767).astype("<i2").tobytes()
    block = channels * 2
    return (
        struct.pack(
            "<4sI8sIHHIIHH4sI",
            b"RIFF",
            36 + len(data),
            b"WAVEfmt ",
            16,
            1,
            channels,
            sample_rate,
            sample_rate * block,
            block,
            16,
            b"data",
            len(data),
        )
        + data
    )
