"""Letters recognised in a picture, by Tesseract."""

import subprocess
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from statistics import fmean
from time import monotonic

import pytesseract
from PIL import Image

from services.errors import Invalid
from services.reading.clean import clean
from services.reading.columns import in_reading_order
from services.reading.picture import FINE_DPI, make_ready, open_picture
from services.reading.transcript import Box, Kind, Page, TextLine, Transcript

_COMMAND = f"tesseract stdin stdout --psm 3 --dpi {FINE_DPI} tsv -l".split()
_FIRST = "eng"
_NO_LANGUAGE = {"osd", "equ"}
"""What Tesseract lists among its languages: how a page is turned, and formulas."""
_MISSING = "Pictures can be read only where Tesseract is installed on the server."
LATE = "Recognising its letters took too long. Please send fewer or smaller pictures."
_FAINT = 60
_HARD = "The picture was hard to read. Please check every line, or take it in better light."
_A4_INCHES = 11.69
_WORD = "5"
_WIDE_GAP = 1.5
_NOISE = 15


@dataclass(frozen=True, slots=True)
class Word:
    """A recognised word."""

    text: str
    box: Box
    confidence: float


def read_picture(data: bytes, kind: Kind, until: float) -> Transcript:
    """Recognise a picture as one page, as high as a sheet of A4."""
    picture = open_picture(data, kind)
    dpi = max(picture.size) / _A4_INCHES
    lines = recognise(picture, dpi, 0, until)
    mean = confidence_of(lines)
    page = Page(width=picture.width / dpi * 72, height=picture.height / dpi * 72, confidence=mean)
    notes = (_HARD,) if mean < _FAINT else ()
    return Transcript(kind=kind, pages=(page,), lines=tuple(lines), notes=notes)


def recognise(picture: Image.Image, dpi: float, page: int, until: float) -> list[TextLine]:
    """Return the lines in reading order, each with its place in points on the page."""
    ready = make_ready(picture, dpi)
    found = [_line(words, page) for words in _lines(_words(_tesseract(ready.picture, until)))]
    points = 72 / dpi
    return [
        line.model_copy(update={"box": tuple(edge * points for edge in ready.place(line.box))})
        for line in in_reading_order([line for line in found if line.text])
        if line.box
    ]


def confidence_of(lines: list[TextLine]) -> float:
    """Return the mean confidence, each letter counting the same."""
    weights = [(len(line.text), line.confidence or 0) for line in lines]
    letters = sum(weight for weight, _ in weights)
    return round(sum(weight * each for weight, each in weights) / letters, 1) if letters else 0.0


def _tesseract(grey: Image.Image, until: float) -> str:
    # Through pipes, for a child may write no file.
    body = b"P5 %d %d 255\n" % grey.size + grey.tobytes()
    try:
        done = subprocess.run(  # noqa: S603 - a fixed command
            [*_COMMAND, languages()],
            input=body,
            capture_output=True,
            timeout=max(0, until - monotonic()),
        )
    except subprocess.TimeoutExpired:
        raise Invalid(LATE) from None
    return done.stdout.decode(errors="replace")


@cache
def languages() -> str:
    """Return all languages that are installed, English first: each more takes its time."""
    try:
        found = set(pytesseract.get_languages()) - _NO_LANGUAGE
    except pytesseract.TesseractNotFoundError:
        raise Invalid(_MISSING) from None
    return "+".join(sorted(found, key=lambda name: (name != _FIRST, name)))


def _words(table: str) -> Iterator[list[Word]]:
    """Yield the words of each of Tesseract's lines."""
    lines: dict[tuple[str, ...], list[Word]] = defaultdict(list)
    for row in table.splitlines():
        fields = row.split("\t")
        if fields[0] == _WORD and fields[-1].strip() and float(fields[10]) >= _NOISE:
            left, top, width, height = map(float, fields[6:10])
            box = (left, top, left + width, top + height)
            lines[tuple(fields[2:5])].append(Word(fields[11], box, float(fields[10])))
    yield from lines.values()


def _lines(lines: Iterator[list[Word]]) -> Iterator[list[Word]]:
    """Yield the lines, parted where so wide a gap is that two columns or a date stand apart."""
    for words in lines:
        height = fmean(word.box[3] - word.box[1] for word in words)
        part = words[:1]
        for word in words[1:]:
            if word.box[0] - part[-1].box[2] > _WIDE_GAP * height:
                yield part
                part = []
            part.append(word)
        yield part


def _line(words: list[Word], page: int) -> TextLine:
    lefts, tops, rights, bottoms = zip(*(word.box for word in words), strict=True)
    return TextLine(
        text=clean(" ".join(word.text for word in words)),
        page=page,
        box=(min(lefts), min(tops), max(rights), max(bottoms)),
        confidence=round(fmean(word.confidence for word in words), 1),
    )
