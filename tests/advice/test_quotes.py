"""A quote stands in its source, word by word, or nowhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.advice.quotes import Text
from services.advice.result import Source

RESUME = """Ada Lovelace – Programmer
• Wrote the “first” program,
  for a multi-year   project
Used R, C and Excel
Größe zählt – Straße"""


@pytest.fixture
def source() -> Text:
    return Text(Source.RESUME, RESUME)


@pytest.mark.parametrize(
    ("quote", "found", "lines"),
    [
        ("Used R, C and Excel", "Used R, C and Excel", (3, 3)),
        ('Wrote the "first" program', "Wrote the “first” program", (1, 1)),
        ("program, for a multi-year project", "program,\n  for a multi-year   project", (1, 2)),
        ("ada lovelace - programmer", "Ada Lovelace – Programmer", (0, 0)),
        ("“Used R, C and Excel.”", "Used R, C and Excel", (3, 3)),
        ("multi‑year", "multi-year", (2, 2)),
        ("Excel", "Excel", (3, 3)),
        ("GRÖSSE zählt", None, None),
        ("größe zählt", "Größe zählt", (4, 4)),
    ],
    ids=[
        "as it is",
        "straight quotation marks",
        "over a line's end",
        "another case and dash",
        "in quotation marks, with a full stop",
        "a hyphen that does not break",
        "one word",
        "other letters",
        "umlauts",
    ],
)
def test_what_is_written_is_found_at_its_place(source, quote, found, lines):
    place = source.find(quote)

    assert (place and place.text) == found
    assert (place and (place.line, place.last_line)) == lines


@pytest.mark.parametrize(
    "quote",
    [
        "",
        " ",
        "…",
        "R",
        "Wrote the second program",
        "Exc",
        "Wrote project",
        "Ada Lovelace, Engineer",
    ],
    ids=[
        "nothing",
        "a space",
        "dots",
        "a letter",
        "a changed word",
        "half a word",
        "a gap",
        "more",
    ],
)
def test_what_is_not_written_is_not_found(source, quote):
    assert source.find(quote) is None


@given(st.text(max_size=60), st.text(max_size=12))
def test_whatever_is_found_is_a_piece_of_the_source(text, quote):
    place = Text(Source.RESUME, text).find(quote)

    assert place is None or (place.text == text[place.start : place.end] and place.text)


@given(st.text(alphabet="abc de\n-“”.", max_size=60), st.integers(0, 60), st.integers(12, 60))
def test_every_longer_piece_of_a_source_is_found(text, start, size):
    piece = text[start : start + size]

    if sum(char.isalnum() for char in piece.strip()) > 12:
        assert Text(Source.RESUME, text).find(piece)


def test_a_comment_that_only_copies_is_known(source):
    assert source.is_copied(
        "Used R, C and Excel. Wrote the “first” program, for a multi-year project"
    )
    assert not source.is_copied(
        "The resume says “Used R, C and Excel”, which the posting asks for."
    )
