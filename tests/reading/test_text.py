"""Text in all its ways, and what is taken out of it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.errors import Invalid
from services.reading.clean import as_printed, clean
from services.reading.transcript import Kind
from tests.reading.papers import json_resume, look

TEXT = "Zoë Müller\nKöchin – 12 Jahre"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_text_is_read_however_its_letters_are_stored(encoding):
    assert look("a.txt", TEXT.encode(encoding)).text == TEXT


def test_guessed_letters_are_owned_up_to():
    assert "were guessed" in look("a.txt", TEXT.encode("cp1252")).notes[0]
    assert look("a.txt", TEXT.encode()).notes == ()


@pytest.mark.parametrize(
    ("raw", "read"),
    [
        ("of\ufb01ce e\ufb00ort \ufb02ow \ufb03x", "office effort flow ffix"),
        ("co\u00adoperate", "cooperate"),
        ("\u202eevil\u202c", "evil"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("a\u00a0b  c", "a b c"),
        ("a    b", "a  b"),
        ("a \t b", "a  b"),
        ("a\x00b\x1bc", "abc"),
        ("ada\U000e0041\U000e0042", "ada"),
        ("\uf0b7 item", "• item"),
        (" plain ", "plain"),
        ("Pyt\u200dhon", "Python"),
        ("می\u200cخواهم", "می\u200cخواهم"),
    ],
    ids=[
        "ligatures",
        "soft hyphen",
        "turned direction",
        "zero width",
        "spaces",
        "wide gap",
        "tab",
        "controls",
        "invisible tags",
        "bullet of a symbol font",
        "ends",
        "joiner that hides",
        "joiner that spells",
    ],
)
def test_text_is_freed_of_what_nobody_sees(raw, read):
    assert clean(raw) == read


@given(st.text())
def test_a_clean_line_holds_nothing_unseen(text):
    assert not re.search("[\x00-\x1f\x7f-\x9f\xad\u200b-\u200f\u202a-\u202e]", clean(text))


@given(st.binary(min_size=1, max_size=300))
def test_any_bytes_are_read_or_refused(data):
    try:
        assert look("a.txt", data).text
    except Invalid as problem:
        assert str(problem).endswith(".")  # noqa: PT017 - both are right


def test_markdown_is_told_by_its_name():
    assert look("a.md", b"# Ada").kind is Kind.MARKDOWN


def test_a_json_resume_becomes_lines_under_headings():
    data = json_resume(
        basics={"name": "Ada", "email": "ada@a.test", "location": {"city": "London"}},
        work=[
            {
                "name": "Babbage & Co.",
                "position": "Analyst",
                "startDate": "1842-01",
                "highlights": ["Wrote the first program"],
            }
        ],
        skills=[{"name": "Mathematics", "keywords": ["Analysis", "Bernoulli numbers"]}],
    )
    assert look("a.json", data).text.split("\n") == [
        "Ada",
        "ada@a.test",
        "London",
        "Work Experience",
        "Analyst, Babbage & Co.",
        "1842-01 – Present",
        "• Wrote the first program",
        "Skills",
        "Mathematics: Analysis, Bernoulli numbers",
    ]


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("a.json", b'{"a": 1}', "no JSON Resume"),
        ("a.json", b"[" * 100_000, "damaged"),
        ("a.json", b"{", "damaged"),
        ("a.txt", b"\x01\x02\x03\x04" * 50, "no kind of file"),
        ("a.txt", b"  \n ", "No text was found"),
        ("a.txt", b"word \n" * 6000, "far more text"),
        ("a.txt", b"", "empty"),
        ("a.txt", b"a" * 10_000_001, "larger than 10 MB"),
        ("a.doc", b"\xd0\xcf\x11\xe0" + b"\0" * 100, "an old Word document"),
        ("a.rtf", b"{\\rtf1 hello}", "a rich text document"),
        ("a.html", b"<!DOCTYPE html><p>", "a web page"),
        ("a.exe", b"MZ\x90\0\x03\0", "a program"),
        ("a.pdf", b"Ada Lovelace", "ends in .pdf, but inside is plain text"),
        ("a.txt", b"%PDF-1.7", "ends in .txt, but inside is a PDF"),
    ],
    ids=[
        "other JSON",
        "deep JSON",
        "half a JSON",
        "binary",
        "blank",
        "a book",
        "empty",
        "too large",
        "old Word",
        "rich text",
        "web page",
        "program",
        "text as PDF",
        "PDF as text",
    ],
)
def test_what_is_no_text_is_refused_in_one_sentence(name, data, sentence):
    with pytest.raises(Invalid, match=sentence):
        look(name, data)


def test_a_text_may_begin_like_a_picture():
    assert look("a.txt", b"BMW, mechanic for ten years").text.startswith("BMW")


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("hands\xadon, Sep. 2023 \xad Mar. 2024", "hands-on, Sep. 2023 - Mar. 2024"),
        ("on\t\r \xa0an\t\r \xa0on-\xad\u2010campus\t\r \xa0job", "on an on-campus job"),
        ("\ufffdBremen \ufffdada@ada.org", "Bremen  ada@ada.org"),
        ("\uf095 +49 30 1234", "+49 30 1234"),
        ("\ufffd", ""),
        ("de\ufffdned the \ufffdow of work", "de\ufffdned the \ufffdow of work"),
        ("\ufffd\ufffd\ufffd \ufffd\ufffd", "\ufffd\ufffd\ufffd \ufffd\ufffd"),
        ("naïve café", "naïve café"),
        ("Pers¨onliche Daten, J¨org", "Persönliche Daten, Jörg"),
        ("ˇSkoda, na¨\u0131f", "Škoda, naïf"),
        ("5´ 6, it´s", "5´ 6, it´s"),
    ],
    ids=[
        "soft hyphens",
        "Word on a Mac",
        "icons",
        "an icon of its own",
        "only an icon",
        "letters that are broken",
        "nothing but broken letters",
        "accents",
        "dots before their letter",
        "other accents before their letter",
        "an accent for an apostrophe",
    ],
)
def test_what_stands_on_a_page_is_read_as_it_was_printed(printed, read):
    assert clean(as_printed(printed)) == read
