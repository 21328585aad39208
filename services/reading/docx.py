"""Word documents: headers, body and footers, as a person reads them."""

from collections.abc import Iterator
from typing import Any

from lxml import etree

from services.errors import Invalid
from services.reading.package import Package
from services.reading.paragraph import lines_of, local
from services.reading.transcript import Kind, Transcript

_DAMAGED = "This Word document is damaged. Please save it once more and try again."
_ORDER = ("header+xml", "main+xml", "footnotes+xml", "footer+xml")
_UNREAD = {"Fallback", "del", "moveFrom"}


def read_docx(data: bytes) -> Transcript:
    """Return the lines of the headers, the body, the notes and the footers."""
    package = Package(data)
    parts = dict.fromkeys(package.read(name) for name in _parts(package))
    lines = [
        line
        for part in parts
        for paragraph in _paragraphs(_parse(part))
        for line in lines_of(paragraph)
    ]
    return Transcript(kind=Kind.DOCX, lines=tuple(lines))


def _parts(package: Package) -> list[str]:
    """Return the names of the parts that hold text, in the order in which they are read."""
    overrides = [
        (each.get("ContentType", ""), each.get("PartName", "").lstrip("/"))
        for each in _parse(package.read("[Content_Types].xml"))
        if local(each) == "Override"
    ]
    parts = [name for end in _ORDER for kind, name in overrides if kind.endswith(end)]
    if not any(kind.endswith("main+xml") for kind, _ in overrides):
        raise Invalid(_DAMAGED)
    return parts


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
