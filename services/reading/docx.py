"""Word documents: headers, body and footers, as a person reads them."""

from collections.abc import Iterator, Sequence
from typing import Any

from lxml import etree

from services.errors import Invalid
from services.reading.bounds import bounded
from services.reading.package import Package
from services.reading.paragraph import Styles, lines_of, local
from services.reading.running import is_page_number
from services.reading.transcript import Kind, TextLine, Transcript

_DAMAGED = "This Word document is damaged. Please save it once more and try again."
_ORDER = ("header+xml", "main+xml", "footnotes+xml", "footer+xml")
_UNREAD = {"Fallback", "del", "moveFrom"}

FEWEST_FACTS = 3
"""Cells that a row of facts has, at the least; of two, one may be a margin."""

MOST_FACT = 80
"""Letters in a cell that holds but a fact."""


def read_docx(data: bytes) -> Transcript:
    """Return the lines of the headers, the body, the notes and the footers."""
    package = Package(data)
    contents = [
        (each.get("ContentType", ""), each.get("PartName", "").lstrip("/"))
        for each in _parse(package.read("[Content_Types].xml"))
        if local(each) == "Override"
    ]
    if not any(kind.endswith("main+xml") for kind, _ in contents):
        raise Invalid(_DAMAGED)
    sheets = [package.read(name) for kind, name in contents if kind.endswith(".styles+xml")]
    styles = Styles(_parse(sheets[0]) if sheets else ())
    lines = bounded(
        line
        for end in _ORDER
        for line in _part(
            [package.read(name) for kind, name in contents if kind.endswith(end)], styles
        )
        if end == "main+xml" or not is_page_number(line.text)
    )
    return Transcript(kind=Kind.DOCX, lines=tuple(lines))


def _part(sources: Sequence[bytes], styles: Styles) -> Iterator[TextLine]:
    """Yield the lines of the body, or of all headers, or of all footers.

    The header of the first page often says the same as that of the others.
    """
    said: set[str] = set()
    for source in sources:
        lines = list(_lines(_parse(source), styles))
        yield from (line for line in lines if line.text not in said)
        said.update(line.text for line in lines)


def _parse(xml: bytes) -> Any:
    if b"<!DOCTYPE" in xml:
        raise Invalid("This document holds definitions that no resume needs, so it was not read.")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        root = etree.fromstring(xml, parser)
    except etree.XMLSyntaxError:
        raise Invalid(_DAMAGED) from None
    if root.getroottree().docinfo.doctype:
        raise Invalid("This document holds definitions that no resume needs, so it was not read.")
    return root


def _lines(element: Any, styles: Styles) -> Iterator[TextLine]:
    for child in element:
        name = local(child)
        if name in _UNREAD:
            continue
        if name == "p":
            yield from lines_of(child, styles)
        if name == "tr":
            yield from _row([list(_lines(cell, styles)) for cell in child])
        else:
            yield from _lines(child, styles)


def _row(cells: Sequence[Sequence[TextLine]]) -> Sequence[TextLine]:
    """Return a row of facts as one line: "2012  Diploma  Bexley College"."""
    told = [cell for cell in cells if cell]
    lines = [line for cell in told for line in cell]
    is_long = any(line.hidden or len(line.text) > MOST_FACT for line in lines)
    if not FEWEST_FACTS <= len(lines) == len(told) or is_long:
        return lines
    first, *others = lines
    # In capitals alone, the first may be a heading in the margin.
    apart = first.text.isupper() and not all(line.text.isupper() for line in others)
    rest = others if apart else lines
    return [*lines[: int(apart)], TextLine(text="  ".join(line.text for line in rest))]
