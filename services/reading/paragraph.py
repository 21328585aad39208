"""One paragraph of a Word document: its lines, and which of its letters nobody sees."""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import groupby
from typing import Any

from services.reading.clean import clean
from services.reading.hidden import SMALLEST, contrast
from services.reading.transcript import Hidden, TextLine

_SPOKEN = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
_UNREAD = {"Fallback", "del", "moveFrom", "instrText", "pPr", "rPr", "p", "txbxContent"}
_OFF = {"0", "false", "off", "none"}
_PAPER = "FFFFFF"
_MIDDLE = "808080"
_FILLS = {"solidFill", "gradFill", "blipFill", "pattFill"}


Properties = dict[str, Any]
Why = Callable[[Any], Hidden | None]


class Styles:
    """What the styles of a document say about letters."""

    def __init__(self, sheet: Any) -> None:
        self._styles = {_value(each, "styleId"): each for each in sheet if local(each) == "style"}

    def look(self, name: str, of: str = "rPr", depth: int = 10) -> Properties:
        """Return a style's properties with those of the styles that it stands on."""
        style = self._styles.get(name)
        if style is None or not depth:
            return {}
        base = next((_value(each) for each in style if local(each) == "basedOn"), "")
        return {**self.look(base, of, depth - 1), **_properties(style, of)}


def lines_of(paragraph: Any, styles: Styles) -> Iterator[TextLine]:
    """Yield the paragraph's lines; what is hidden in it are lines of their own."""
    properties = _properties(paragraph, "pPr")
    bullet = "• " if _is_item(properties) else ""
    style = _value(properties["pStyle"]) if "pStyle" in properties else ""
    shades = (_shade(properties), _shade(styles.look(style, "pPr")), *_around(paragraph))
    paper = next(filter(None, shades), _PAPER)
    inherited = styles.look(style)
    why_hidden = partial(_why_hidden, styles, inherited, paper)
    for why, group in groupby(_pieces(paragraph, None, why_hidden), key=lambda piece: piece[1]):
        for text in "".join(piece[0] for piece in group).split("\n"):
            if line := clean(text):
                yield TextLine(text=bullet + line, hidden=why)
                bullet = ""


def local(element: Any) -> str:
    """Return the element's name without its namespace; a comment has none."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _pieces(
    element: Any, why: Hidden | None, why_hidden: Why
) -> Iterator[tuple[str, Hidden | None]]:
    for child in element:
        name = local(child)
        if name == "t":
            yield child.text or "", why
        elif name in _SPOKEN:
            yield _SPOKEN[name], why
        elif name == "r":
            yield from _pieces(child, why_hidden(child), why_hidden)
        elif name not in _UNREAD:
            yield from _pieces(child, why, why_hidden)


def _why_hidden(styles: Styles, inherited: Properties, paper: str, run: Any) -> Hidden | None:
    properties = _properties(run, "rPr")
    if (style := properties.get("rStyle")) is not None:
        properties = {**styles.look(_value(style)), **properties}
    properties = {**inherited, **properties}
    vanish, size, color = (properties.get(name) for name in ("vanish", "sz", "color"))
    if vanish is not None and _value(vanish) not in _OFF:
        return Hidden.INVISIBLE
    if size is not None and _number(_value(size), 10) / 2 < SMALLEST:
        return Hidden.TINY
    paper = _shade(properties) or paper
    if color is not None and "highlight" not in properties:
        ink = _number(_value(color), 16, -1)
        if ink >= 0 and contrast(int(ink), int(_number(paper, 16))) < 1.25:
            return Hidden.PALE
    return None


def _properties(element: Any, name: str) -> Properties:
    found = next((child for child in element if local(child) == name), ())
    return {local(child): child for child in found}


def _value(element: Any, name: str = "val") -> str:
    return next((value for key, value in element.items() if key.rpartition("}")[2] == name), "")


def _number(text: str, base: int, otherwise: int = 0xFFFFFF) -> int:
    try:
        return int(text, base)
    except ValueError:
        return otherwise


def _shade(properties: Properties) -> str:
    shade = properties.get("shd")
    fill = _value(shade, "fill") if shade is not None else ""
    return fill if fill not in ("", "auto") else ""


def _around(paragraph: Any) -> Iterator[str]:
    """Yield what the cells and boxes are filled with in which the paragraph stands."""
    for each in paragraph.iterancestors():
        match local(each):
            case "tc":
                yield _shade(_properties(each, "tcPr"))
            case "wsp":
                yield _fill(_properties(each, "spPr"))
            case "shape" | "rect" | "roundrect":
                color = _value(each, "fillcolor").lstrip("#")[:6]
                yield color if _value(each, "filled") not in _OFF | {"f"} else ""


def _fill(properties: Properties) -> str:
    """Return the color of a drawn box; where a theme or a picture says it, one in the middle."""
    if _FILLS.isdisjoint(properties):
        return ""
    color = next(iter(properties.get("solidFill", ())), None)
    if color is None:
        return _MIDDLE
    value = _value(color)
    return value if local(color) == "srgbClr" else "" if value in ("bg1", "lt1") else _MIDDLE


def _is_item(properties: Properties) -> bool:
    style, numbering = properties.get("pStyle"), properties.get("numPr")
    if numbering is not None:
        return all(_value(part) != "0" for part in numbering if local(part) == "numId")
    return style is not None and _value(style).startswith("ListBullet")
