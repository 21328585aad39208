"""Files made to harm whoever reads them: more than 240, each with a name that tells its trick."""

import random
from collections.abc import Iterator

from tests.reading import papers
from tests.reading.hostile_archives import archives
from tests.reading.hostile_pdf import mazes
from tests.reading.hostile_pictures import pictures

File = tuple[str, str, bytes]
"""The trick, the name it is sent under, and what is in it."""

LINES = [f"Led a team of {number} nurses and cut errors by a third" for number in range(12)]


def good() -> dict[str, bytes]:
    """Return a small file of each kind that is read."""
    page = papers.scan(papers.pdf("Ada Lovelace"), 8)
    return {
        "a.pdf": papers.pdf(*LINES),
        "a.docx": papers.word(*LINES),
        "a.png": papers.encoded(page),
        "a.jpg": papers.encoded(page, "JPEG"),
        "a.webp": papers.encoded(page, "WEBP"),
        "a.json": papers.json_resume(basics={"name": "Ada"}, work=[{"position": "Analyst"}]),
        "a.txt": "\n".join(LINES).encode("utf-16"),
    }


def corpus() -> Iterator[File]:
    """Yield every hostile file."""
    files = good()
    for name, data in files.items():
        yield from _cut(name, data)
        yield from ((f"changed {seed} {name}", name, mutated(data, seed)) for seed in range(8))
        yield from (
            (f"{name} as {other}", other, data)
            for other in files
            if other.rpartition(".")[2] != name.rpartition(".")[2]
        )
    yield from _starts()
    yield from _polyglots(files)
    yield from _texts()
    yield from archives()
    yield from mazes()
    yield from pictures()


def mutated(data: bytes, seed: int) -> bytes:
    """Return the data with some bytes changed, doubled, moved or left out."""
    chance = random.Random(seed)
    changed = bytearray(data)
    for _ in range(chance.choice((1, 4, 30))):
        at = chance.randrange(len(changed) or 1)
        match chance.randrange(5):
            case 0:
                changed[at : at + 1] = bytes([chance.randrange(256)])
            case 1:
                changed[at : at + chance.randrange(1, 40)] = b""
            case 2:
                changed[at:at] = changed[at : at + chance.randrange(1, 200)]
            case 3:
                changed[at : at + 4] = chance.choice((b"\xff" * 4, b"\0" * 4, b"9999", b"-1 0"))
            case 4:
                other = chance.randrange(len(changed) or 1)
                changed[at : at + 16] = changed[other : other + 16]
    return bytes(changed)


def _cut(name: str, data: bytes) -> Iterator[File]:
    for tenth in range(1, 10):
        yield f"{name} cut at {tenth} tenths", name, data[: len(data) * tenth // 10]


def _starts() -> Iterator[File]:
    chance = random.Random(1)
    for magic in (
        b"%PDF-1.7",
        b"PK\x03\x04",
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff\xe0",
        b"RIFF\xff\xff\xff\xffWEBP",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        b"{\\rtf1",
        b"<!DOCTYPE html>",
        b"GIF89a",
        b"II*\x00",
        b"BM",
        b"\x1f\x8b\x08",
        b"7z\xbc\xaf",
        b"MZ\x90\0",
        b"\x7fELF",
        b"%!PS-Adobe",
        b"\0\0\0\x18ftypheic",
        b"#!/bin/sh",
    ):
        yield f"{magic!r} alone", "a", magic
        yield f"{magic!r} and zeros", "a", magic + bytes(5000)
        yield f"{magic!r} and noise", "a", magic + chance.randbytes(5000)


def _polyglots(files: dict[str, bytes]) -> Iterator[File]:
    for first, second in (
        ("a.pdf", "a.docx"),
        ("a.docx", "a.pdf"),
        ("a.jpg", "a.pdf"),
        ("a.png", "a.docx"),
        ("a.webp", "a.png"),
    ):
        yield f"{first} and {second} in one", first, files[first] + files[second]
        yield f"{first} and {second} in one, named so", second, files[first] + files[second]
    yield "a page of the web before a PDF", "a.pdf", b"<html><script>1</script>" + files["a.pdf"]
    yield "two PDFs in one", "a.pdf", files["a.pdf"] * 2


def _texts() -> Iterator[File]:
    yield "nothing", "a.txt", b""
    yield "only a mark of order", "a.txt", b"\xff\xfe"
    yield "half a letter", "a.txt", b"\xff\xfea"
    yield "zeros", "a.txt", bytes(100_000)
    yield "one line of 9 MB", "a.txt", b"a" * 9_000_000
    yield "9 million lines", "a.txt", b"\n" * 9_000_000
    yield "2 million lines", "a.md", b"a\n" * 2_000_000
    yield "11 MB", "a.txt", b"a" * 11_000_000
    yield "turned letters", "a.txt", "\u202eevil\u202c\u2066x".encode() * 100
    yield "lone halves of letters", "a.txt", b"\xed\xa0\x80" * 100
    yield "deep JSON", "a.json", b'{"work":' + b"[" * 1_000_000
    yield "deep JSON that ends", "a.json", b'{"work":' + b"[" * 900 + b"]" * 900 + b"}"
    yield "a number of a million digits", "a.json", b'{"basics":' + b"9" * 1_000_000 + b"}"
    yield "JSON of the wrong shapes", "a.json", b'{"basics":[],"work":{"a":1},"education":"x"}'
    yield "JSON in a JSON", "a.json", b'{"basics":{"name":"\\ud800\\u0000","label":NaN}}'
    yield "the same name a million times", "a.json", b'{"work":[' + b'{"a":1},' * 900_000 + b"1]}"
