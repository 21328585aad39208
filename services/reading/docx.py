"""Word documents: headers, body and footers, as a person reads them."""

from collections.abc import Iterator
from typing import Any

from lxml import etree

from services.errors import Invalid
from services.reading.bounds import bounded
from services.reading.package import Package
from services.reading.paragraph import Styles, lines_of, local
from services.reading.transcript import Kind, Transcript

_DAMAGED = "This Word document is damaged. Please save it once more and try again."
_ORDER = ("header+xml", "main+xml", "footnotes+xml", "footer+xml")
_UNREAD = {"Fallback", "del", "moveFrom"}


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
    # The header of the first page often says the same as that of the others.
    parts = dict.fromkeys(
        package.read(name) for end in _ORDER for kind, name in contents if kind.endswith(end)
    )
    sheets = [package.read(name) for kind, name in contents if kind.endswith(".styles+xml")]
    styles = Styles(_parse(sheets[0]) if sheets else ())
    lines = bounded(
        line
        for part in parts
        for paragraph in _paragraphs(_parse(part))
        for line in lines_of(paragraph, styles)
    )
    return Transcript(kind=Kind.DOCX, lines=tuple(lines))


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


def _paragraphs(element: Any) -> Iterator[Any]:
    for child in element:
        name = local(child)
        if name in _UNREAD:
            continue
        if name == "p":
            yield child
        yield from _paragraphs(child)
