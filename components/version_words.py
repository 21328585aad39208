"""What is said of a version wherever one is listed."""

from services.reading.transcript import Kind
from services.resumes.resume import Version

_KINDS = {
    Kind.PDF: "PDF",
    Kind.DOCX: "Word",
    Kind.PNG: "Picture",
    Kind.JPEG: "Picture",
    Kind.WEBP: "Picture",
    Kind.TEXT: "Text",
    Kind.MARKDOWN: "Markdown",
    Kind.JSON_RESUME: "JSON Resume",
}
LEAST_SURE = 80
"""Below this confidence a person should look at what was recognised."""


def paper_words(version: Version) -> str:
    """Return what kind of paper it is and how long: "PDF, 2 pages"."""
    kind = _KINDS[version.kind]
    if not version.pages or kind == "Picture":
        return kind
    return f"{kind}, {version.pages} {'page' if version.pages == 1 else 'pages'}"


def marks(version: Version) -> list[str]:
    """Return a few words for each thing about the version that deserves a look."""
    found = []
    if version.hidden:
        lines = "line" if version.hidden == 1 else "lines"
        found.append(f"{version.hidden} hidden {lines}")
    if version.confidence is not None and version.confidence < LEAST_SURE:
        found.append(f"Read with {version.confidence:.0f} % certainty")
    return found
