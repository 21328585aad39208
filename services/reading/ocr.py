"""Letters recognised in a picture, by Tesseract."""

import subprocess
from collections import defaultdict
from time import monotonic

from PIL import Image

from services.errors import Invalid
from services.reading.clean import clean
from services.reading.columns import in_reading_order
from services.reading.picture import open_picture
from services.reading.transcript import Box, Kind, Page, TextLine, Transcript

A4_INCHES = 11.69

_COMMAND = ["tesseract", "stdin", "stdout", "--psm", "3", "--dpi", "200", "-l", "eng", "tsv"]
_MISSING = "Pictures can be read only where Tesseract is installed on the server."
_LATE = "There was no time left to read it."


def recognise(
    grey: Image.Image, dpi: float, page: int, scale: float, until: float
) -> tuple[list[TextLine], float | None]:
    """Return the lines, their places scaled, and the mean confidence."""
    body = b"P5 %d %d 255\n" % grey.size + grey.tobytes()
    try:
        done = subprocess.run(  # noqa: S603 - a fixed command
            _COMMAND,
            input=body,
            capture_output=True,
            timeout=max(0.1, until - monotonic()),
            check=True,
        )
    except FileNotFoundError:
        raise Invalid(_MISSING) from None
    except subprocess.TimeoutExpired:
        raise Invalid(_LATE) from None
    words: dict[tuple[str, ...], list[tuple[Box, float, str]]] = defaultdict(list)
    for row in done.stdout.decode().splitlines()[1:]:
        fields = row.split("\t")
        if fields[0] != "5" or not fields[11].strip():
            continue
        left, top, width, height = (float(field) * scale for field in fields[6:10])
        words[tuple(fields[2:5])].append(
            ((left, top, left + width, top + height), float(fields[10]), fields[11])
        )
    lines = []
    for line in words.values():
        boxes = [word[0] for word in line]
        lefts, tops, rights, bottoms = zip(*boxes, strict=True)
        lines.append(
            TextLine(
                text=clean(" ".join(word[2] for word in line)),
                page=page,
                box=(min(lefts), min(tops), max(rights), max(bottoms)),
                confidence=round(sum(word[1] for word in line) / len(line), 1),
            )
        )
    known = [word[1] for line in words.values() for word in line]
    return lines, round(sum(known) / len(known), 1) if known else 0.0


def read_picture(data: bytes, kind: Kind, until: float) -> Transcript:
    """Recognise a picture as one page."""
    picture = open_picture(data, kind)
    dpi = max(picture.size) / A4_INCHES
    scale = 72 / dpi
    lines, confidence = recognise(picture.convert("L"), dpi, 0, scale, until)
    page = Page(width=picture.width * scale, height=picture.height * scale, confidence=confidence)
    return Transcript(kind=kind, pages=(page,), lines=tuple(in_reading_order(lines)))
