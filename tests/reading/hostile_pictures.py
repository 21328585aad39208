"""Pictures that unfold to more than anybody could look at."""

import io
import struct
import zlib
from collections.abc import Iterator

from PIL import Image

from tests.reading import papers

START = b"\x89PNG\r\n\x1a\n"


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(width: int, height: int, *chunks: bytes, depth: int = 8, colors: int = 0) -> bytes:
    head = struct.pack(">IIBBBBB", width, height, depth, colors, 0, 0, 0)
    return START + chunk(b"IHDR", head) + b"".join(chunks) + chunk(b"IEND", b"")


def pictures() -> Iterator[tuple[str, str, bytes]]:
    """Yield each trick with a name and its file."""
    dots = chunk(b"IDAT", zlib.compress(bytes(100_000)))
    for width, height in ((60_000, 60_000), (2**31 - 1, 1), (1, 2**31 - 1), (0, 0), (2**32 - 1, 9)):
        yield f"a PNG of {width} by {height}", "a.png", png(width, height, dots)
    yield "64 million dots of one bit", "a.png", papers.encoded(Image.new("1", (8_000, 8_000)))
    yield "36 million white dots", "a.png", papers.encoded(Image.new("1", (6_000, 6_000), 1))
    yield "one dot high", "a.png", papers.encoded(Image.new("L", (60_000, 1), 255))
    yield "one dot wide", "a.png", papers.encoded(Image.new("L", (1, 60_000), 255))
    yield "one dot", "a.png", papers.encoded(Image.new("L", (1, 1)))
    yield "16 bits a color", "a.png", papers.encoded(Image.new("I;16", (300, 300), 60_000))
    folded = zlib.compress(bytes(60_000_000))
    for name, before in ((b"zTXt", b"a\0\0"), (b"iCCP", b"a\0\0"), (b"iTXt", b"a\0\1\0\0\0")):
        yield f"{name.decode()} of 60 MB", "a.png", png(9, 9, chunk(name, before + folded), dots)
    yield "dots of 60 MB", "a.png", png(9, 9, chunk(b"IDAT", folded))
    yield "100,000 empty chunks", "a.png", png(9, 9, chunk(b"IDAT", b"") * 100_000)
    plain = papers.encoded(Image.new("L", (40, 40)), "JPEG")
    size = plain.index(b"\xff\xc0") + 5
    yield "a JPEG of 65,535 by 65,535", "a.jpg", plain[:size] + b"\xff" * 4 + plain[size + 4 :]
    yield "a JPEG of many scans", "a.jpg", plain[:-2] * 200
    yield "a JPEG of comments", "a.jpg", plain[:2] + b"\xff\xfe\xff\xff" * 9_000 + plain[2:]
    yield "four inks", "a.jpg", papers.encoded(Image.new("CMYK", (300, 300)), "JPEG")
    yield "a turn that is none", "a.jpg", _turned(99)
    for count in (200, 1_000):
        yield f"a film of {count} pictures", "a.webp", _film(count)


def _turned(orientation: int) -> bytes:
    exif = Image.Exif()
    exif[0x0112] = orientation
    return papers.encoded(Image.new("L", (300, 300)), "JPEG", exif=exif)


def _film(count: int) -> bytes:
    frames = [Image.new("L", (16, 16), number % 256) for number in range(count)]
    stream = io.BytesIO()
    frames[0].save(stream, "WEBP", save_all=True, append_images=frames[1:])
    return stream.getvalue()
