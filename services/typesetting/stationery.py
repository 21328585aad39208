"""The blank Word document: its page, its styles, and how it becomes bytes."""

from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Cm, Length, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from services.typesetting.pdf import Paper

INK = RGBColor(0x1D, 0x35, 0x57)
SOFT = RGBColor(0x4D, 0x4D, 0x4D)
BLACK = RGBColor(0, 0, 0)
SMALL = Pt(9.5)

_FONT = "Cambria"
_MARGIN = Cm(2.1)
_SIZES = {"a4": (Cm(21), Cm(29.7)), "us-letter": (Cm(21.59), Cm(27.94))}
_LONGEST_PROPERTY = 255


@dataclass(frozen=True, slots=True)
class _Look:
    size: float
    before: float = 0
    after: float = 3
    color: RGBColor = BLACK
    bold: bool = False
    italic: bool = False


_LOOKS = {
    "Normal": _Look(10.5),
    "Title": _Look(22, after=2, color=INK, bold=True),
    "Subtitle": _Look(12, after=3, color=SOFT),
    "Contact": _Look(9.5, after=6, color=SOFT),
    "Heading 1": _Look(12, before=12, after=4, color=INK, bold=True),
    "Heading 2": _Look(10.5, before=6, after=2, bold=True),
    "Detail": _Look(10.5, after=2, color=SOFT, italic=True),
    "List Bullet": _Look(10.5, after=2),
}


def blank(paper: Paper, title: str, author: str) -> Document:
    """Return an empty document of this size, with the styles of a resume."""
    document = docx.Document()
    page = document.sections[0]
    page.page_width, page.page_height = _SIZES[paper]
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = _MARGIN
    for name in ("Contact", "Detail"):
        document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    for name, look in _LOOKS.items():
        _dress(document.styles[name], look)
    right = Length(page.page_width - 2 * _MARGIN)
    document.styles["Heading 2"].paragraph_format.tab_stops.add_tab_stop(
        right, WD_TAB_ALIGNMENT.RIGHT
    )
    about = document.core_properties
    about.title, about.author = title[:_LONGEST_PROPERTY], author[:_LONGEST_PROPERTY]
    about.comments = ""
    about.created = about.modified = datetime(2000, 1, 1, tzinfo=UTC)
    return document


def saved(document: Document) -> bytes:
    """Return the document's bytes: the same for the same words, whatever the clock says."""
    stamped, plain = BytesIO(), BytesIO()
    document.save(stamped)
    with ZipFile(stamped) as parts, ZipFile(plain, "w", ZIP_DEFLATED) as copy:
        for name in parts.namelist():
            copy.writestr(ZipInfo(name), parts.read(name), ZIP_DEFLATED)
    return plain.getvalue()


def _dress(style: ParagraphStyle, look: _Look) -> None:
    form, font = style.paragraph_format, style.font
    form.space_before, form.space_after = Pt(look.before), Pt(look.after)
    form.line_spacing = 1.1
    font.size, font.color.rgb = Pt(look.size), look.color
    font.bold, font.italic = look.bold, look.italic
    # The theme's fonts and border would win over ours.
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.attrib.clear()
    font.name = _FONT
    for border in list(style.element.iter(qn("w:pBdr"))):
        border.getparent().remove(border)
