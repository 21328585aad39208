"""What a person wrote is what a program reads from the paper that we made of it."""

from time import monotonic

import pytest
from hypothesis import HealthCheck, given, settings

from services.parsing.curriculum import Contact, Curriculum, Highlight, Work
from services.reading.read import read
from services.typesetting.letter import Letter
from services.typesetting.pdf import letter_pdf, resume_pdf
from services.typesetting.proof import lost, values_of
from services.typesetting.word import letter_docx, resume_docx
from tests.typesetting.papers import (
    ADA,
    LETTER,
    curricula,
    named,
    pages_of,
    read_docx,
    read_pdf,
)

LONG = "Cut the nightly run from nine hours to fifty-five minutes for the office. "

RESUMES = {
    "everything": ADA,
    "nothing": Curriculum(),
    "a name alone": Curriculum(contact=Contact(name="Ada")),
    "no name": ADA.model_copy(update={"contact": Contact(email="ada@example.org")}),
    "an employer alone": Curriculum(work=(Work(name="Acme"),)),
    "dates alone": Curriculum(work=(Work(start="2019", is_current=True),)),
    "ligatures": named("office affluent fjord offline Tfi"),
    "Greek and Cyrillic": named("Ελληνικά кириллица Đorđević Łódź"),
    "Hebrew": Curriculum(summary="שלום עולם"),
    "many skills": named("C++, C#, .NET, F#, R, a/b, x_y, 100 %"),
    "a long paragraph": Curriculum(summary=LONG * 60),
    "an endless word": named("w" * 300),
    "a long address": named("https://example.org/" + "a/b?c=d&" * 30),
    "accents on their own": named("Ame\u0301lie Zoe\u0308"),
    "a soft hyphen": named("data\u00adbase"),
}


@pytest.mark.parametrize("resume", RESUMES.values(), ids=RESUMES)
async def test_a_program_reads_every_word_of_a_resume(resume):
    assert lost(values_of(resume), read_pdf(await resume_pdf(resume))) == ()
    assert lost(values_of(resume), read_docx(await resume_docx(resume))) == ()


LETTERS = {
    "everything": LETTER,
    "nothing": Letter(),
    "no sender": LETTER.model_copy(update={"sender": ""}),
    "paragraphs alone": Letter(paragraphs=("Hire me.",)),
    "two pages": Letter(paragraphs=(LONG * 20,) * 5),
}


@pytest.mark.parametrize("letter", LETTERS.values(), ids=LETTERS)
async def test_a_program_reads_every_word_of_a_letter(letter):
    assert lost(values_of(letter), read_pdf(await letter_pdf(letter))) == ()
    assert lost(values_of(letter), read_docx(await letter_docx(letter))) == ()


@given(curricula)
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
async def test_no_word_of_any_resume_is_lost(resume):
    assert lost(values_of(resume), read_pdf(await resume_pdf(resume))) == ()
    assert lost(values_of(resume), read_docx(await resume_docx(resume))) == ()


OURS = {
    "resume as PDF": (ADA, resume_pdf),
    "resume as Word": (ADA, resume_docx),
    "letter as PDF": (LETTER, letter_pdf),
    "letter as Word": (LETTER, letter_docx),
}


@pytest.mark.parametrize(("document", "make"), OURS.values(), ids=OURS)
async def test_our_own_reader_finds_every_word_and_nothing_hidden(document, make):
    seen = read("paper", await make(document), lambda *_: None, monotonic() + 60)
    assert lost(values_of(document), seen.text) == ()
    assert (seen.hidden, seen.notes) == ((), ())


async def test_ten_pages_of_work_are_all_read():
    work = ADA.work[0].model_copy(update={"highlights": (Highlight(text=LONG * 2),) * 4})
    resume = ADA.model_copy(update={"work": (work,) * 50})
    data = await resume_pdf(resume)
    assert len(pages_of(data)) >= 10
    assert lost(values_of(resume), read_pdf(data)) == ()


MARKUP = {
    "a call": '#panic("taken over")',
    "a file": '#read("/etc/passwd")',
    "a bracket out": '"] #eval("1+1") [',
    "mathematics": "$sum_1^2 x$",
    "a reference": "@missing <label>",
    "emphasis": "*bold* _slanted_ `raw` ~ --- ... // gone /* gone */",
    "a heading": "= Heading",
    "a list": "- one + two / three: four",
    "an escape": "\\u{41} \\ \\# \\\\",
    "JSON": '{"name": "x"} \\" \\u0041',
    "XML": "<w:br/> &amp; &lt; ]]> <!-- gone -->",
    "smart quotes": "\"a\" 'b'",
}


@pytest.mark.parametrize("word", MARKUP.values(), ids=MARKUP)
async def test_what_looks_like_markup_stays_text(word):
    resume, letter = named(word), Letter(sender=word, paragraphs=(word,), recipient=(word,))
    assert lost(values_of(resume), read_pdf(await resume_pdf(resume))) == ()
    assert lost(values_of(resume), read_docx(await resume_docx(resume))) == ()
    assert lost(values_of(letter), read_pdf(await letter_pdf(letter))) == ()
