"""How a PDF is made: for people, for programs, and with nothing hidden in it."""

import pymupdf
import pytest

from services.parsing.curriculum import Contact, Curriculum
from services.typesetting.letter import Letter
from services.typesetting.pdf import letter_pdf, resume_pdf, undrawable
from tests.typesetting.papers import ADA, LETTER, named, pages_of, read_pdf


async def test_a_resume_says_whose_it_is():
    about = pages_of(await resume_pdf(ADA))[0].parent.metadata
    assert (about["title"], about["author"]) == ("Ada Lovelace – Resume", "Ada Lovelace")


async def test_a_letter_says_whose_it_is():
    about = pages_of(await letter_pdf(LETTER))[0].parent.metadata
    assert (about["title"], about["author"]) == ("Ada Lovelace – Letter", "Ada Lovelace")


@pytest.mark.parametrize("resume", [ADA, Curriculum(), Curriculum(summary="No name")])
async def test_every_resume_can_be_read_aloud(resume):
    data = await resume_pdf(resume)
    assert b"/StructTreeRoot" in data
    assert b"<pdfuaid:part>1</pdfuaid:part>" in data


async def test_the_same_resume_is_the_same_bytes_on_any_day():
    assert pages_of(await resume_pdf(ADA))[0].parent.metadata["creationDate"] == ""
    assert await resume_pdf(ADA) == await resume_pdf(ADA)
    assert await letter_pdf(LETTER) == await letter_pdf(LETTER)


@pytest.mark.parametrize(("paper", "size"), [("a4", (595, 842)), ("us-letter", (612, 792))])
async def test_the_paper_is_of_the_size_that_was_asked_for(paper, size):
    for data in (await resume_pdf(ADA, paper), await letter_pdf(LETTER, paper)):
        corner = pages_of(data)[0].rect.br
        assert (round(corner.x), round(corner.y)) == size


async def test_a_click_leads_to_mailboxes_and_web_pages_alone():
    [first, *_] = pages_of(await resume_pdf(ADA))
    assert [link["uri"] for link in first.get_links()] == [
        "mailto:ada@example.org",
        "https://ada.example.org/work",
        "https://github.com/ada",
    ]


async def test_what_is_not_there_has_no_heading():
    assert read_pdf(await resume_pdf(Curriculum(summary="Hello"))).split() == ["Summary", "Hello"]


async def test_nothing_is_drawn_beside_the_page():
    endless = named("w" * 90 + " https://example.org/" + "a" * 90)
    for page in pages_of(await resume_pdf(endless)):
        inside = pymupdf.Rect(0, 0, page.rect.width - 50, page.rect.height)
        assert all(pymupdf.Rect(word[:4]) in inside for word in page.get_text("words"))


async def test_no_hyphen_stands_where_none_was_written():
    text = read_pdf(await resume_pdf(Curriculum(summary="internationalisation " * 40)))
    assert text.split() == ["Summary", *["internationalisation"] * 40]


async def test_every_letter_is_drawn_for_itself():
    [page] = pages_of(await resume_pdf(named("office fjord affluent")))
    blocks = page.get_text("rawdict")["blocks"]
    spans = [span for block in blocks for line in block["lines"] for span in line["spans"]]
    letters = [letter for span in spans for letter in span["chars"]]
    assert [each["c"] for each in letters if each["bbox"][2] - each["bbox"][0] < 0.5] == []


async def test_no_font_is_left_to_the_readers_machine():
    document = pages_of(await resume_pdf(ADA))[0].parent
    fonts = {font[3].partition("+")[2] for font in document[0].get_fonts()}
    assert {name.partition("-")[0] for name in fonts} == {"LibertinusSerif"}


async def test_characters_without_a_font_are_named_and_drawn_as_boxes():
    resume = Curriculum(contact=Contact(name="Ada \U0010abcd"), summary="\U000eabcd text é")
    assert set(await undrawable(resume)) == {"\U0010abcd", "\U000eabcd"}
    assert "Ada" in read_pdf(await resume_pdf(resume))


async def test_a_letter_names_its_characters_without_a_font_too():
    assert await undrawable(Letter(paragraphs=("Dear \U0010abcd",))) == ("\U0010abcd",)


async def test_what_can_be_drawn_is_not_named():
    assert await undrawable(ADA) == ()
    assert await undrawable(named("Ελληνικά кириллица العربية €½→")) == ()


async def test_a_hidden_order_of_letters_changes_nothing_beside_it():
    resume = Curriculum(contact=Contact(name="Ada\u202e", label="Lead", email="a@example.org"))
    assert read_pdf(await resume_pdf(resume)).split() == ["Ada", "Lead", "a@example.org"]
