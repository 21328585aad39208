"""Resumes and letters to be set, and the eyes that re-read them."""

from io import BytesIO
from string import ascii_letters

import docx
import pymupdf
from hypothesis import strategies as st

from services.parsing.curriculum import (
    Award,
    Contact,
    Curriculum,
    Education,
    Highlight,
    Skill,
    Work,
)
from services.typesetting.letter import Letter

ADA = Curriculum(
    contact=Contact(
        name="Ada Lovelace",
        label="Senior Software Engineer",
        email="ada@example.org",
        phone="+44 20 7946 0018",
        location="London",
        links=("https://ada.example.org/work", "github.com/ada", "javascript:alert(1)"),
    ),
    summary="Twelve years of data platforms.\nLooking for a team that ships every day.",
    work=(
        Work(
            name="Analytical Engines Ltd",
            position="Lead",
            location="London",
            start="2019-03",
            is_current=True,
            summary="Leads the office of efficient flow.",
            highlights=(Highlight(text="Cut the nightly run from 9 h to 55 min."),),
        ),
        Work(name="Difference & Co.", position="Engineer", start="2014-09", end="2019-02"),
    ),
    projects=(Work(name="Bernoulli", position="Maintainer", start="2020"),),
    volunteer=(Work(name="Code Club", position="Mentor", end="2018-06-30"),),
    education=(
        Education(
            institution="University of London",
            study_type="MSc",
            area="Mathematics",
            start="2010",
            end="2012",
            score="Distinction",
        ),
    ),
    skills=(Skill(name="Languages", keywords=("Python", "C++")), Skill(keywords=("Hiring",))),
    certificates=(Award(title="Architect", issuer="Amazon Web Services", date="2023-05"),),
    awards=(Award(title="Engineer of the Year", date="2022-12-15"),),
    publications=(Award(title="Notes", issuer="Taylor's Memoirs", date="1843"),),
    languages=(Award(title="English", issuer="native"), Award(title="French")),
    interests=("Music", "Horses"),
)
"""Everything a resume can have."""

LETTER = Letter(
    sender="Ada Lovelace",
    contacts=("ada@example.org", "London"),
    recipient=("Charles Babbage", "Difference Engines plc"),
    date="22 November 2026",
    greeting="Dear Mr Babbage,",
    paragraphs=("Your posting asks for an engineer.", "I am one.\nWe should talk."),
    closing="Yours sincerely,",
)


def named(word: str) -> Curriculum:
    """Return a resume with this word wherever one can stand."""
    part = Work(name=word, position=word, summary=word, highlights=(Highlight(text=word),))
    return Curriculum(
        contact=Contact(name=word, label=word, email=word, links=(word,)),
        summary=word,
        work=(part,),
        education=(Education(institution=word, score=word),),
        skills=(Skill(name=word, keywords=(word, word)),),
        awards=(Award(title=word, issuer=word),),
        interests=(word,),
    )


def pages_of(data: bytes) -> "list[pymupdf.Page]":
    return list(pymupdf.open(stream=data, filetype="pdf"))


def read_pdf(data: bytes) -> str:
    return "\n".join(page.get_text() for page in pages_of(data))


def read_docx(data: bytes) -> str:
    return "\n".join(line.text for line in docx.Document(BytesIO(data)).paragraphs)


_LETTERS = ascii_letters + "0123456789 #$@[](){}<>*_`\\/~'\"&%.,:;!?=+-^|éßñøŁžÀćΩαβЖяђ€£–—…½"
_word = st.text(_LETTERS, max_size=60)
_text = st.text(_LETTERS + "\n", max_size=400)
_date = st.sampled_from(["", "2019", "2019-03", "2019-03-15", "2020-12"])
_award = st.builds(Award, title=_word, issuer=_word, date=_date)
_work = st.builds(
    Work,
    name=_word,
    position=_word,
    location=_word,
    start=_date,
    end=_date,
    summary=_text,
    highlights=st.tuples() | st.tuples(st.builds(Highlight, text=_text)),
)
_course = st.builds(
    Education, institution=_word, study_type=_word, area=_word, start=_date, score=_word
)


def _some(each):
    return st.lists(each, max_size=3).map(tuple)


curricula = st.builds(
    Curriculum,
    contact=st.builds(Contact, name=_word, label=_word, email=_word, links=_some(_word)),
    summary=_text,
    work=_some(_work),
    projects=_some(_work),
    education=_some(_course),
    skills=_some(st.builds(Skill, name=_word, keywords=_some(_word))),
    awards=_some(_award),
    languages=_some(_award),
    interests=_some(_word),
)
