"""PDFs that are bombs or mazes, written by hand object by object."""

import zlib
from collections.abc import Iterator

import pymupdf

from tests.reading import papers

HELVETICA = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
TEXT = b"BT /F 12 Tf 72 700 Td (Ada) Tj ET"


def made(*objects: bytes, trailer: bytes = b"") -> bytes:
    """Return a PDF of these objects, numbered from 1; the first is its root."""
    data = b"%PDF-1.7\n"
    places = []
    for number, each in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF"
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    return data + head + table + end % (len(objects) + 1, trailer, len(data))


def stream(data: bytes, entries: bytes = b"", packed: bool = False) -> bytes:
    if packed:
        data, entries = zlib.compress(data), entries + b"/Filter/FlateDecode"
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(data), entries, data)


def sheet(content: bytes, *more: bytes, resources: bytes = b"", page: bytes = b"") -> bytes:
    """Return a PDF of one page that draws the content; further objects count from 6."""
    entries = b"/Resources<</Font<</F 5 0 R>>%s>>/Contents 4 0 R%s" % (
        resources,
        page or b"/MediaBox[0 0 595 842]",
    )
    return made(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R%s>>" % entries,
        content if b"stream\n" in content else stream(content),
        HELVETICA,
        *more,
    )


def mazes() -> Iterator[tuple[str, str, bytes]]:
    """Yield each trick with a name and its file."""
    for trick, data in (*_trees(), *_loops(), *_bombs(), *_boxes(), *_guests()):
        yield trick, "a.pdf", data


def _trees() -> Iterator[tuple[str, bytes]]:
    root = b"<</Type/Catalog/Pages 2 0 R>>"
    yield "pages that are their own child", made(root, b"<</Type/Pages/Kids[2 0 R]/Count 1>>")
    yield (
        "pages in a circle",
        made(root, b"<</Type/Pages/Kids[3 0 R]/Count 9>>", b"<</Type/Pages/Kids[2 0 R]/Count 9>>"),
    )
    for count in (b"2147483647", b"-1", b"40", b"(a)", b"0"):
        yield (
            f"{count.decode()} pages that are not there",
            made(root, b"<</Type/Pages/Kids[]/Count %s>>" % count),
        )
    page = b"<</Type/Page/MediaBox[0 0 9 9]/Parent 2 0 R>>"
    kids = b"<</Type/Pages/Kids[%s]/Count 5000>>" % (b"3 0 R " * 5_000)
    yield "one page 5,000 times", made(root, kids, page)
    deep = [
        b"<</Type/Pages/Kids[%d 0 R]/Count 1/Parent %d 0 R>>" % (number + 1, number - 1)
        for number in range(2, 3_000)
    ]
    yield "a page 3,000 levels down", made(root, *deep, page)
    yield "a root that is a page", made(page)
    yield "no root", made(b"<<>>")
    yield "60 pages", papers.placed(*[[(72, 72, "Ada")]] * 60)
    yield "50 pages", papers.placed(*[[(72, 72, "Ada")]] * 50)


def _loops() -> Iterator[tuple[str, bytes]]:
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<<%s>>>>"
    yield (
        "a form that draws itself",
        sheet(b"/A Do", stream(b"/A Do", form % b"/A 6 0 R"), resources=b"/XObject<</A 6 0 R>>"),
    )
    for levels, width in ((4, 9), (9, 10), (30, 2)):
        forms = [
            stream(b"/A Do " * width, form % (b"/A %d 0 R" % (number + 1)))
            for number in range(6, 6 + levels)
        ]
        forms.append(stream(TEXT, form % b""))
        yield (
            f"forms {width} wide and {levels} deep",
            sheet(b"/A Do", *forms, resources=b"/XObject<</A 6 0 R>>"),
        )
    yield "a length that is itself", sheet(b"<</Length 4 0 R>>stream\nBT ET\nendstream")
    yield "a table before itself", sheet(TEXT).replace(b"/Root", b"/Prev 9/Root")
    yield (
        "an object stream in itself",
        sheet(TEXT, stream(b"6 0 <<>>", b"/Type/ObjStm/N 1/First 4/Extends 6 0 R")),
    )
    pattern = b"/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 9 9]/XStep %s/YStep %s"
    for step in (b"9", b".001", b"0"):
        own = pattern % (step, step) + b"/Resources<</Pattern<</P 6 0 R>>>>"
        draw = b"/Pattern cs /P scn 0 0 595 842 re f " + TEXT
        yield (
            f"a pattern of itself, step {step.decode()}",
            sheet(draw, stream(draw, own), resources=b"/Pattern<</P 6 0 R>>"),
        )
    letters = b"<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[1 0 0 1 0 0]/CharProcs"
    letters += b"<</a 7 0 R>>/Encoding<</Differences[65/a]>>/FirstChar 65/LastChar 65/Widths[9]"
    yield (
        "a letter drawn with itself",
        sheet(
            b"BT /G 9 Tf (A) Tj ET",
            letters + b"/Resources<</Font<</G 6 0 R>>>>>>",
            stream(b"9 0 d0 BT /G 9 Tf (AA) Tj ET"),
            resources=b"/Font<</G 6 0 R>>",
        ),
    )
    outlines = b"<</Type/Catalog/Pages 2 0 R/Outlines 2 0 R/First 1 0 R/Next 1 0 R>>"
    yield "outlines in a circle", made(outlines, b"<</Type/Pages/Kids[]/Count 1/Next 2 0 R>>")


def _bombs() -> Iterator[tuple[str, bytes]]:
    yield "a stream of 90 MB", sheet(stream(b" " * 90_000_000, packed=True))
    twice = zlib.compress(zlib.compress(bytes(90_000_000)))
    yield (
        "a stream packed twice",
        sheet(
            b"<</Length %d/Filter[/FlateDecode/FlateDecode]>>stream\n%s\nendstream"
            % (len(twice), twice)
        ),
    )
    yield (
        "a hundred filters",
        sheet(b"<</Length 5/Filter[%s]>>stream\n78 9c\nendstream" % (b"/ASCIIHexDecode " * 100)),
    )
    yield "a million letters", sheet(stream(b"BT /F 9 Tf " + b"(Ada) Tj " * 300_000, packed=True))
    yield "a million lines", sheet(stream(b"0 0 m 9 9 l S " * 1_000_000, packed=True))
    yield "a million saved states", sheet(stream(b"q " * 1_000_000 + TEXT, packed=True))
    yield (
        "a million curves in one path",
        sheet(stream(b"0 0 m " + b"1 2 3 4 5 6 c " * 1_000_000 + b"f", packed=True)),
    )
    yield "nested brackets", sheet(b"[" * 100_000 + TEXT)
    yield "a dictionary 100,000 deep", sheet(TEXT, b"<</A" * 100_000)
    for width, filters in (
        (30_000, b""),
        (30_000, b"/Filter/DCTDecode"),
        (100_000, b"/Filter/JPXDecode"),
    ):
        image = b"/Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8" % (
            width,
            width,
        )
        yield (
            f"a picture of {width} dots{filters.decode()}",
            sheet(
                b"595 0 0 842 0 0 cm /I Do",
                stream(bytes(1_000), image + b"/ColorSpace/DeviceRGB" + filters),
                resources=b"/XObject<</I 6 0 R>>",
            ),
        )
    yield (
        "a JBIG2 of noise",
        sheet(
            b"595 0 0 842 0 0 cm /I Do",
            stream(
                b"\x97JB2\r\n\x1a\n" * 99,
                b"/Type/XObject/Subtype/Image/Width 9/Height 9/Filter/JBIG2Decode",
            ),
            resources=b"/XObject<</I 6 0 R>>",
        ),
    )


def _boxes() -> Iterator[tuple[str, bytes]]:
    for box in (
        b"0 0 1e9 1e9",
        b"0 0 0 0",
        b"0 0 1 14400",
        b"9 9 -9 -9",
        b"0 0 nan inf",
        b"a b c d",
        b"",
    ):
        yield f"a page of {box.decode()}", sheet(TEXT, page=b"/MediaBox[%s]" % box)
    yield "a page that is enlarged", sheet(TEXT, page=b"/MediaBox[0 0 9 9]/UserUnit 1e30")
    yield "letters without end", sheet(b"BT /F 1e30 Tf 1e30 1e30 Td (Ada) Tj ET")
    yield "a turn by 13", sheet(TEXT, page=b"/MediaBox[0 0 9 9]/Rotate 13")


def _guests() -> Iterator[tuple[str, bytes]]:
    for action in (
        b"/S/JavaScript/JS(app.alert\\(1\\))",
        b"/S/Launch/F(/bin/sh)",
        b"/S/URI/URI(x)",
    ):
        yield (
            f"an action {action.decode()}",
            sheet(TEXT).replace(b"/Catalog", b"/Catalog/OpenAction<<%s>>" % action),
        )
    document = pymupdf.open(stream=papers.pdf("Ada"))
    document.embfile_add("../../evil.exe", b"MZ" * 1_000)
    yield "a program inside", document.tobytes()
    yield "a lock", pymupdf.open(stream=papers.pdf("Ada")).tobytes(encryption=5, user_pw="secret")
    yield (
        "a lock of a kind that is none",
        sheet(TEXT).replace(b"/Root", b"/Encrypt<</Filter/Standard/V 99/R 99/O(a)/U(a)/P 1>>/Root"),
    )
    yield (
        "a form of XML",
        sheet(TEXT).replace(
            b"/Catalog", b"/Catalog/AcroForm<</XFA(<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///x'>]>)>>"
        ),
    )
    notes = b"<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/Contents(Ada)/AP<</N 4 0 R>>>>" * 9_000
    yield "9,000 notes", sheet(TEXT, page=b"/MediaBox[0 0 595 842]/Annots[%s]" % notes)
