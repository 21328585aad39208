"""Pictures: opened with care, and made ready for their letters to be recognised."""

import io
import warnings

from PIL import Image, ImageOps, UnidentifiedImageError

from services.errors import Invalid
from services.reading.transcript import Kind

MOST_PIXELS = 40_000_000

_FORMATS = {Kind.PNG: "PNG", Kind.JPEG: "JPEG", Kind.WEBP: "WEBP"}
_DAMAGED = "This picture is damaged. Please save or take it once more and try again."
_TOO_LARGE = "This picture has more than 40 million dots. Please save it smaller and try again."


def open_picture(data: bytes, kind: Kind) -> Image.Image:
    """Return the picture upright on white, or raise `Invalid`."""
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            picture = Image.open(io.BytesIO(data), formats=[_FORMATS[kind]])
            picture.load()
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise Invalid(_TOO_LARGE) from None
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError):
        raise Invalid(_DAMAGED) from None
    upright = ImageOps.exif_transpose(picture)
    if not upright.has_transparency_data:
        return upright.convert("RGB")
    white = Image.new("RGBA", upright.size, "white")
    return Image.alpha_composite(white, upright.convert("RGBA")).convert("RGB")


def from_samples(width: int, height: int, samples: bytes) -> Image.Image:
    """Return a grey picture from its dots."""
    return Image.frombytes("L", (width, height), samples)


def draw_picture(data: bytes, kind: Kind, width: int) -> bytes:
    """Return the picture as PNG, at most that many dots across, with nothing but its dots."""
    picture = open_picture(data, kind)
    picture.thumbnail((width, width * 4))
    clean = Image.frombytes(picture.mode, picture.size, picture.tobytes())
    drawn = io.BytesIO()
    clean.save(drawn, "PNG")
    return drawn.getvalue()
