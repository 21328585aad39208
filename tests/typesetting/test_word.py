"""How a Word document is made: of real headings and lists, in the order of the PDF."""

from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE

from services.parsing.curriculum import Contact, Curriculum
from services.typesetting.pdf import letter_pdf, resume_pdf
from services.typesetting.word import letter_docx, resume_docx
from tests.typesetting.papers import ADA, LETTER, read_docx, read_pdf


def opened(data):
    return docx.Document(BytesIO(data))


async def styles_of(resume):
    lines = opened(await resume_docx(resume)).paragraphs
    return [(line.style.name, line.text) for line in lines]


async def test_headings_and_bullets_are_real_ones():
    lines = await styles_of(ADA)
    assert lines[0] == ("Title", "Ada Lovelace")
    assert ("Heading 1", "Experience") in lines
    assert ("Heading 2", "Lead\tMar 2019 – Present") in lines
    assert ("List Bullet", "Cut the nightly run from 9 h to 55 min.") in lines


async def test_what_is_not_there_has_no_heading():
    assert await styles_of(Curriculum(summary="Hello")) == [
        ("Heading 1", "Summary"),
        ("Normal", "Hello"),
    ]


async def test_no_table_stands_for_a_layout():
    assert opened(await resume_docx(ADA)).tables == []


def words(text):
    return text.replace("•", "").split()


async def test_a_word_document_has_the_words_of_the_pdf_in_its_order():
    assert words(read_docx(await resume_docx(ADA))) == words(read_pdf(await resume_pdf(ADA)))
    assert words(read_docx(await letter_docx(LETTER))) == words(read_pdf(await letter_pdf(LETTER)))


async def test_a_click_leads_to_mailboxes_and_web_pages_alone():
    relations = opened(await resume_docx(ADA)).part.rels.values()
    targets = [one.target_ref for one in relations if one.reltype == RELATIONSHIP_TYPE.HYPERLINK]
    assert targets == [
        "mailto:ada@example.org",
        "https://ada.example.org/work",
        "https://github.com/ada",
    ]


async def test_the_same_resume_is_the_same_bytes_on_any_day():
    parts = ZipFile(BytesIO(await resume_docx(ADA))).infolist()
    assert {part.date_time[0] for part in parts} == {1980}
    assert await resume_docx(ADA) == await resume_docx(ADA)
    assert await letter_docx(LETTER) == await letter_docx(LETTER)


async def test_a_document_says_whose_it_is_and_not_with_what_it_was_made():
    about = opened(await resume_docx(ADA)).core_properties
    assert (about.title, about.author) == ("Ada Lovelace – Resume", "Ada Lovelace")
    assert about.comments == ""


async def test_the_longest_name_fits_the_properties():
    endless = Curriculum(contact=Contact(name="w" * 300))
    assert "w" * 300 in read_docx(await resume_docx(endless))


@pytest.mark.parametrize(("paper", "width"), [("a4", 21.0), ("us-letter", 21.59)])
async def test_the_paper_is_of_the_size_that_was_asked_for(paper, width):
    for data in (await resume_docx(ADA, paper), await letter_docx(LETTER, paper)):
        assert round(opened(data).sections[0].page_width.cm, 2) == width


async def test_what_xml_forbids_is_left_out():
    resume = Curriculum(summary="A\x00d\x0ba\ufffe b\x1b")
    assert read_docx(await resume_docx(resume)) == "Summary\nAd a b"
