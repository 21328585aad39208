"""The reader, with the real child process."""

import pytest

from services.errors import Invalid
from tests.reading import papers

LINES = ("Ada Lovelace", "Analyst at Babbage & Co.")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("ada.pdf", papers.pdf(*LINES)),
        ("ada.docx", papers.word(*LINES)),
        ("ada.txt", "\n".join(LINES).encode()),
    ],
    ids=["pdf", "docx", "text"],
)
async def test_a_paper_says_the_same_in_any_kind_of_file(reader, name, data):
    assert (await reader.read(name, data)).text == "\n".join(LINES)


async def test_a_broken_file_is_refused_in_words(reader):
    with pytest.raises(Invalid, match="damaged"):
        await reader.read("ada.pdf", b"%PDF-1.7 and nothing more")
