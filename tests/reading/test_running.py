"""What runs along the margins: it does not cut in two what goes on over the turn of a page."""

import pytest

from services.parsing.parse import parse
from tests.reading.papers import look, placed

NAME = (72, 60, "Ada Lovelace")
FIRST = [
    NAME,
    (72, 76, "ada@example.org | Berlin"),
    (72, 120, "Experience"),
    (72, 140, "Analyst, Acme Ltd"),
    (72, 154, "January 2019 - March 2021"),
    (72, 700, "- Counted the spare parts of all"),
]
SECOND = [
    (72, 120, "of our four warehouses"),
    (72, 140, "- Wrote the yearly report"),
]
BODY = [text for _, _, text in (*FIRST, *SECOND)]
FOOT = 800


def read(*pages):
    return look("a.pdf", placed(*pages)).text.split("\n")


def with_footers(first, *others):
    pages = [FIRST, SECOND, [(72, 120, "- Kept the accounts")]]
    said = (first, *others)
    return read(*([*page, (72, FOOT, text)] for page, text in zip(pages, said, strict=False)))


@pytest.mark.parametrize(
    "footers",
    [
        ("1", "2"),
        ("1/2", "2/2"),
        ("- 1 -", "- 2 -"),
        ("Page 1 of 2", "Page 2 of 2"),
        ("Seite 1 von 2", "Seite 2 von 2"),
        ("P a g e | 1", "P a g e | 2"),
        ("1 | P a g e", "2 | P a g e"),
        ("Página 1 de 2", "Página 2 de 2"),
        ("Ada Lovelace – 1/2", "Ada Lovelace – 2/2"),
        ("Ada Lovelace | Page 1", "Ada Lovelace | Page 2"),
        ("Ada Lovelace · Curriculum Vitae", "Ada Lovelace · Curriculum Vitae"),
        ("ADA LOVELACE", "ADA LOVELACE"),
    ],
    ids=str,
)
def test_what_says_nothing_new_is_left_out(footers):
    assert with_footers(*footers) == BODY


def test_a_footer_that_says_something_comes_last_and_once():
    phone = "Mobile: +49 170 1234567"
    lines = with_footers(phone, phone)
    assert lines == [*BODY, phone]
    assert parse(lines).contact.phone == "+49 170 1234567"


def test_a_header_of_the_first_page_stays_and_the_others_go():
    header = (72, 40, "Ada Lovelace, mathematician")
    assert read([header, *FIRST], [header, *SECOND]) == [header[2], *BODY]


def test_a_number_is_left_out_where_only_the_second_page_has_one():
    assert read(FIRST, [*SECOND, (290, FOOT, "2")]) == BODY
    for header in ("Ada Lovelace – Page 2", "Ada Lovelace, page 2", "Ada Lovelace 2/2"):
        assert read(FIRST, [(72, 40, header), *SECOND]) == BODY


def test_where_the_first_page_has_no_footer_that_of_the_others_goes():
    pages = [(*page, (72, FOOT, "Ada Lovelace | Acme")) for page in (SECOND, SECOND)]
    assert read(FIRST, *pages)[-1] == "Ada Lovelace | Acme"
    assert read(FIRST, *pages).count("Ada Lovelace | Acme") == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ((72, FOOT, "Berlin, Germany"), (72, FOOT - 14, "Berlin, Germany")),
        ((72, FOOT, "Berlin, Germany"), (72, FOOT, "Paris, France")),
        ((72, FOOT, "January 2017"), (72, FOOT, "January 2018")),
        ((72, FOOT, "Nurse 1"), (72, FOOT, "Nurse 3")),
        ((72, FOOT, "•"), (72, FOOT - 20, "•")),
        ((72, 600, "2"), (72, 600, "2")),
    ],
    ids=str,
)
def test_what_only_looks_alike_stays(first, second):
    lines = read([*FIRST, first], [*SECOND, second])
    assert len(lines) == len(BODY) + 2


def test_what_stands_several_times_in_a_margin_stays():
    places = [(72, top, "Seoul, S. Korea") for top in (60, 80)]
    assert read(FIRST, [*places, *SECOND], [*places, *SECOND]).count("Seoul, S. Korea") == 4


def test_what_stands_at_the_foot_of_some_pages_only_stays():
    foot = (72, FOOT, "Leeds, West Yorkshire")
    pages = [SECOND, [*SECOND, foot], [*SECOND, foot]]
    assert read(FIRST, *pages).count(foot[2]) == 2


def test_a_paper_of_one_page_keeps_everything():
    assert read([*FIRST, (72, FOOT, "1")]) == [*BODY[: len(FIRST)], "1"]


def test_a_line_goes_on_over_the_turn_of_the_page():
    found = parse(with_footers("Ada Lovelace – 1/2", "Ada Lovelace – 2/2"))
    assert found.work[0].highlights[0].text.endswith("spare parts of all of our four warehouses")
