"""Archives that pretend to be Word documents: bombs, entities, members that lie."""

import io
import struct
import zipfile
from collections.abc import Iterator

from tests.reading import papers

TYPES = b"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Override PartName="/word/document.xml" ContentType="application/x.document.main+xml"/>%s</Types>"""
W = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
PARAGRAPH = b"<w:p><w:r><w:t>Ada</w:t></w:r></w:p>"
DOCUMENT = b"<w:document %s><w:body>%s</w:body></w:document>"
LAUGHS = b"".join(
    b'<!ENTITY l%d "%s">' % (number, b"&l%d;" % (number - 1) * 10) for number in range(1, 12)
)


def archive(body: bytes = PARAGRAPH, **others: bytes) -> bytes:
    """Return a Word document with this body, or with this whole part if it has a root."""
    is_whole = body.startswith((b"<?", b"\xff\xfe"))
    part = body if is_whole else DOCUMENT % (W, body)
    return members({"[Content_Types].xml": TYPES % b"", "word/document.xml": part, **others})


def members(contents: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in contents.items():
            made.writestr(name, data)
    return stream.getvalue()


def archives() -> Iterator[tuple[str, str, bytes]]:
    """Yield each trick with a name and its file."""
    for trick, data in (*_bombs(), *_entities(), *_mazes(), *_lies()):
        yield trick, "a.docx", data
    for inside in ("content.xml", "xl/workbook.xml", "ppt/presentation.xml", "evil.sh"):
        yield f"an archive of {inside}", "a.zip", members({inside: b"x"})


def _bombs() -> Iterator[tuple[str, bytes]]:
    yield "a part of 60 MB", archive(b" " * 60_000_000)
    yield "a part of 40 MB", archive(PARAGRAPH * 1_000_000)
    yield (
        "types of 60 MB",
        members({"[Content_Types].xml": b" " * 60_000_000, "word/document.xml": b"<a/>"}),
    )
    headers = b"".join(
        b'<Override PartName="/word/h%d.xml" ContentType="application/header+xml"/>' % number
        for number in range(100)
    )
    parts = {
        f"word/h{number}.xml": DOCUMENT % (W, b"%d" % number * 600_000) for number in range(99)
    }
    yield (
        "100 headers of half a megabyte",
        members({"[Content_Types].xml": TYPES % headers, "word/document.xml": b"<a/>", **parts}),
    )
    yield "3,000 members", archive(**{f"word/{number}": b"" for number in range(3_000)})
    yield "an archive in an archive", archive(**{"word/inner.docx": archive()})


def _entities() -> Iterator[tuple[str, bytes]]:
    root = b'<?xml version="1.0"?><!DOCTYPE a [%s]><w:document ' + W + b">%s</w:document>"
    text = b"<w:p><w:r><w:t>&%s;</w:t></w:r></w:p>"
    yield "a billion laughs", archive(root % (b'<!ENTITY l0 "ha">' + LAUGHS, text % b"l11"))
    for where in (b"file:///etc/passwd", b"http://127.0.0.1:9/", b"/dev/zero"):
        outside = b'<!ENTITY out SYSTEM "%s">' % where
        yield f"an entity from {where.decode()}", archive(root % (outside, text % b"out"))
    yield "a parameter entity", archive(root % (b'<!ENTITY %% p SYSTEM "file:///x"> %p;', b""))
    wide = (root % (b'<!ENTITY l0 "ha">' + LAUGHS, text % b"l11")).decode()
    declared = wide.replace('"1.0"', '"1.0" encoding="utf-16"')
    yield "laughs in UTF-16", archive(declared.encode("utf-16"))
    include = b'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/>'
    yield "an inclusion", archive(include + PARAGRAPH)


def _mazes() -> Iterator[tuple[str, bytes]]:
    for name, tag, depth in (
        ("tables", b"w:tbl", 100_000),
        ("paragraphs", b"w:p", 250),
        ("runs", b"w:r", 250),
        ("paragraphs past the limit", b"w:p", 5_000),
    ):
        nested = b"<%s>" % tag * depth + b"</%s>" % tag * depth
        yield f"{depth} {name} in each other", archive(nested)
    yield "100,000 paragraphs", archive(PARAGRAPH * 100_000)
    yield (
        "a paragraph of 100,000 runs",
        archive(b"<w:p>" + b"<w:r><w:br/></w:r>" * 100_000 + b"</w:p>"),
    )
    yield (
        "100,000 attributes",
        archive(b"<w:p %s/>" % b" ".join(b'a%d=""' % number for number in range(100_000))),
    )
    style = b'<w:style w:styleId="a"><w:basedOn w:val="a"/></w:style>'
    sheet = b'<Override PartName="/word/s.xml" ContentType="application/x.styles+xml"/>'
    loop = b'<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr><w:r><w:t>Ada</w:t></w:r></w:p>'
    yield (
        "a style that stands on itself",
        members(
            {
                "[Content_Types].xml": TYPES % sheet,
                "word/document.xml": DOCUMENT % (W, loop),
                "word/s.xml": b"<w:styles %s>%s</w:styles>" % (W, style),
            }
        ),
    )
    comments = b"<!--a--><?pi a?>" * 50_000
    yield "100,000 comments", archive(comments + PARAGRAPH)


def _lies() -> Iterator[tuple[str, bytes]]:
    plain = archive()
    for name in ("../../../etc/cron.d/evil", "/etc/evil", "word/\\..\\evil", "CON", "a\x00b"):
        yield f"a member named {name!r}", archive(**{name: b"* * * * * evil"})
    yield (
        "parts named outside",
        members(
            {
                "[Content_Types].xml": TYPES.replace(b"/word/document.xml", b"/../../etc/passwd")
                % b"",
                "word/document.xml": b"<a/>",
            }
        ),
    )
    yield (
        "a part that is not there",
        members({"[Content_Types].xml": TYPES % b"", "word/other.xml": b"<a/>"}),
    )
    bomb = archive(b" " * 30_000_000)
    yield "a bomb that says it is small", bomb.replace(struct.pack("<I", 30_000_079), b"\x10\0\0\0")
    yield (
        "locked members",
        plain.replace(b"PK\x01\x02\x14\x03\x14\0\0", b"PK\x01\x02\x14\x03\x14\0\1"),
    )
    yield "an unknown way of folding", plain.replace(b"\x08\x00", b"\x63\x00")
    yield "a directory far away", plain[:-6] + b"\xff\xff\xff\x7f\0\0"
    yield "a comment as long as can be", plain[:-2] + b"\xff\xff" + b"a" * 65_535
    yield "noise before the archive", b"PK\x03\x04" + b"\0" * 5_000 + plain
    yield "the same part twice", _twice()
    yield "macros", papers.word("Ada").replace(b"docProps", b"vbaProje")


def _twice() -> bytes:
    stream = io.BytesIO(archive())
    with zipfile.ZipFile(stream, "a") as made:
        made.writestr("word/./document.xml", b"<a/>")
    return stream.getvalue()
