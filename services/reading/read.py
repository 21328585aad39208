"""Any kind of file to its transcript, in whichever process this is called."""

from services.errors import Invalid
from services.reading.docx import read_docx
from services.reading.json_resume import read_json_resume
from services.reading.kinds import tell
from services.reading.ocr import read_picture
from services.reading.pdf import Progress, draw_pdf, read_pdf
from services.reading.picture import draw_picture
from services.reading.plain import read_text
from services.reading.transcript import Kind, Transcript


def read(name: str, data: bytes, progress: Progress, until: float) -> Transcript:
    """Return what the file says, or raise `Invalid` with one sentence."""
    transcript = _read(tell(name, data), data, progress, until)
    if not transcript.text:
        raise Invalid("No text was found in this file. Please check that it is the right one.")
    return transcript


def draw(data: bytes, page: int, width: int) -> bytes:
    """Return a page of a PDF, or a picture itself, as PNG."""
    match tell("", data):
        case Kind.PDF:
            return draw_pdf(data, page, width)
        case (Kind.PNG | Kind.JPEG | Kind.WEBP) as kind if page == 0:
            return draw_picture(data, kind, width)
        case _:
            raise Invalid("There is no picture of this page.")


def _read(kind: Kind, data: bytes, progress: Progress, until: float) -> Transcript:
    match kind:
        case Kind.PDF:
            return read_pdf(data, progress, until)
        case Kind.DOCX:
            return read_docx(data)
        case Kind.PNG | Kind.JPEG | Kind.WEBP:
            return read_picture(data, kind, until)
        case Kind.JSON_RESUME:
            return read_json_resume(data)
        case Kind.TEXT | Kind.MARKDOWN:
            return read_text(data, kind)
