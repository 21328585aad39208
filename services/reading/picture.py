"""Pictures: opened with care, drawn anew, and made ready for their letters to be recognised."""

import io
import warnings
from array import array
from dataclasses import dataclass
from itertools import pairwise
from math import cos, radians, sin

from PIL import Image, ImageFilter, ImageMath, ImageOps, UnidentifiedImageError

from services.errors import Invalid
from services.reading.transcript import Box, Kind

MOST_PIXELS = 40_000_000
FINE_DPI = 200
"""What Tesseract reads well and still quickly."""

_COARSE_DPI, _EXCESSIVE_DPI = 130, 260
_WHITE = 325
"""Above 255, so that the grain of paper and film is white as well."""

_MOST_ENLARGED = 4
_LEAST_SKEW = 0.3
_MOST_SKEW = 8
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


def draw_picture(data: bytes, kind: Kind, width: int) -> bytes:
    """Return the picture as PNG, at most that many dots across, with nothing but its dots."""
    picture = open_picture(data, kind)
    picture.thumbnail((width, width * 4))
    clean = Image.frombytes(picture.mode, picture.size, picture.tobytes())
    drawn = io.BytesIO()
    clean.save(drawn, "PNG")
    return drawn.getvalue()


@dataclass(frozen=True, slots=True)
class Ready:
    """A picture ready to be recognised: enlarged by `scale`, then turned by `angle` degrees."""

    picture: Image.Image
    scale: float
    angle: float

    def place(self, box: Box) -> Box:
        """Return where a box of this picture was in the picture as it came."""
        middle_x, middle_y = self.picture.width / 2, self.picture.height / 2
        across, down = (box[0] + box[2]) / 2 - middle_x, (box[1] + box[3]) / 2 - middle_y
        sine, cosine = sin(radians(self.angle)), cos(radians(self.angle))
        x = middle_x + across * cosine - down * sine
        y = middle_y + across * sine + down * cosine
        half_width, half_height = (box[2] - box[0]) / 2, (box[3] - box[1]) / 2
        return (
            (x - half_width) / self.scale,
            (y - half_height) / self.scale,
            (x + half_width) / self.scale,
            (y + half_height) / self.scale,
        )


def make_ready(picture: Image.Image, dpi: float) -> Ready:
    """Return the picture in even light, straight, and neither coarse nor needlessly fine."""
    grey = picture.convert("L")
    scale = 1.0 if _COARSE_DPI <= dpi <= _EXCESSIVE_DPI else min(FINE_DPI / dpi, _MOST_ENLARGED)
    if scale != 1:
        size = (max(1, round(grey.width * scale)), max(1, round(grey.height * scale)))
        grey = grey.resize(size, Image.Resampling.BICUBIC)
    even = _even(grey)
    angle = _skew(even)
    if abs(angle) > _LEAST_SKEW:
        return Ready(even.rotate(angle, Image.Resampling.BICUBIC, fillcolor=255), scale, angle)
    return Ready(even, scale, 0.0)


def _even(grey: Image.Image) -> Image.Image:
    """Divide the picture by its blurred background, so that shadows go and paper is white."""
    small = grey.reduce(8)
    paper = small.filter(ImageFilter.MaxFilter(5)).filter(ImageFilter.GaussianBlur(5))
    even = ImageMath.lambda_eval(
        lambda each: each["convert"](each["min"](each["grey"] * _WHITE / each["paper"], 255), "L"),
        grey=grey,
        paper=paper.resize(grey.size, Image.Resampling.BILINEAR).point(lambda dot: max(dot, 1)),
    )
    return Image.Image.convert(even, "L")


def _skew(grey: Image.Image) -> float:
    """Return by how many degrees the picture is to be turned for its lines to be level."""
    small = ImageOps.invert(grey.reduce(max(1, grey.width // 500)))
    best = max(range(-_MOST_SKEW, _MOST_SKEW + 1), key=lambda angle: _ripple(small, angle))
    return max((best + step / 4 for step in range(-3, 4)), key=lambda angle: _ripple(small, angle))


def _ripple(ink: Image.Image, angle: float) -> float:
    """Return how sharply ink and white change from row to row."""
    turned = ink.rotate(angle, Image.Resampling.BILINEAR).convert("F")
    rows = array("f", turned.resize((1, turned.height), Image.Resampling.BOX).tobytes())
    return sum((upper - lower) ** 2 for upper, lower in pairwise(rows))
