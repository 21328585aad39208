"""What stands where: the wording of dates, entries and links."""

import pytest

from services.errors import Invalid
from services.parsing.curriculum import Award, Curriculum, Education, Highlight, Skill, Work
from services.typesetting.letter import Letter
from services.typesetting.plain import target, visible
from services.typesetting.sheet import Entry, Fact, day, page_of, sheet_of, span
from tests.typesetting.papers import ADA

DAYS = {
    "a year": ("2021", "2021"),
    "a month": ("2021-03", "Mar 2021"),
    "a day": ("2021-03-05", "5 Mar 2021"),
    "unknown": ("", ""),
    "no such month": ("2021-13", "2021-13"),
}


@pytest.mark.parametrize(("date", "words"), DAYS.values(), ids=DAYS)
def test_a_date_is_as_precise_as_it_is_known(date, words):
    assert day(date) == words


SPANS = {
    "both": (("2019", "2021", False), "2019 – 2021"),
    "until today": (("2019-03", "", True), "Mar 2019 – Present"),
    "an unknown end": (("2019", "", False), "2019"),
    "an unknown start": (("", "2021", False), "2021"),
    "today alone": (("", "", True), "Present"),
    "an end that is known": (("2019", "2021", True), "2019 – 2021"),
    "unknown": (("", "", False), ""),
}


@pytest.mark.parametrize(("dates", "words"), SPANS.values(), ids=SPANS)
def test_a_time_is_told_from_when_to_when(dates, words):
    assert span(*dates) == words


def entries_of(resume):
    return [entry for section in sheet_of(resume).sections for entry in section.entries]


ENTRIES = {
    "a job": (
        Curriculum(work=(Work(name="Acme", position="Lead", location="Rome", start="2019"),)),
        Entry("Lead", "Acme · Rome", "2019"),
    ),
    "a job without a title": (
        Curriculum(work=(Work(name="Acme", location="Rome"),)),
        Entry("Acme", "Rome"),
    ),
    "a project": (
        Curriculum(projects=(Work(name="Bernoulli", position="Maintainer"),)),
        Entry("Bernoulli", "Maintainer"),
    ),
    "a course": (
        Curriculum(education=(Education(institution="Oxford", area="Law", score="First"),)),
        Entry("Law", "Oxford · First"),
    ),
    "a bullet of two lines": (
        Curriculum(work=(Work(name="A", highlights=(Highlight(text="one\ntwo"),)),)),
        Entry("A", bullets=("one two",)),
    ),
}


@pytest.mark.parametrize(("resume", "entry"), ENTRIES.values(), ids=ENTRIES)
def test_an_entry_leads_with_what_matters(resume, entry):
    assert entries_of(resume) == [entry]


def test_an_entry_with_nothing_in_it_is_left_out():
    empty = Work(lines=(1,), highlights=(Highlight(text="\u200b"),))
    resume = Curriculum(work=(empty,), awards=(Award(title=" "),), skills=(Skill(),))
    assert sheet_of(resume).sections == ()


def test_a_resume_or_letter_of_hundreds_of_pages_is_refused():
    work = Work(name="Acme", highlights=(Highlight(text="x" * 5_000),) * 10)
    with pytest.raises(Invalid, match="too long"):
        sheet_of(Curriculum(work=(work,) * 5))
    with pytest.raises(Invalid, match="too long"):
        page_of(Letter(paragraphs=("x" * 5_000,) * 41))


def test_sections_come_in_the_order_that_recruiters_read():
    assert [section.heading for section in sheet_of(ADA).sections] == [
        "Summary",
        "Experience",
        "Projects",
        "Volunteering",
        "Education",
        "Skills",
        "Certificates",
        "Awards",
        "Publications",
        "Languages",
        "Interests",
    ]


def test_skills_stand_behind_the_name_of_their_group():
    [skills] = [section for section in sheet_of(ADA).sections if section.heading == "Skills"]
    assert skills.facts == (Fact("Languages", "Python, C++"), Fact("", "Hiring"))


TARGETS = {
    "a web page": ("https://example.org/a?b#c", "https://example.org/a?b#c"),
    "an old web page": ("http://example.org", "http://example.org"),
    "a site without its scheme": ("github.com/ada", "https://github.com/ada"),
    "a mailbox": ("ada@example.org", "mailto:ada@example.org"),
    "a phone": ("+44 20 7946 0018", ""),
    "a place": ("London, U.K.", ""),
    "a script": ("javascript:alert(1)", ""),
    "a file": ("file:///etc/passwd", ""),
    "data": ("data:text/html,hi", ""),
    "a share": ("\\\\server\\share", ""),
    "words and a site": ("see github.com/ada", ""),
    "no host": ("https://", ""),
    "nothing": ("", ""),
}


@pytest.mark.parametrize(("word", "address"), TARGETS.values(), ids=TARGETS)
def test_a_link_leads_to_a_web_page_a_mailbox_or_nowhere(word, address):
    assert target(word) == address


SEEN = {
    "letters of any script": ("Zoë 李 الع 😀", "Zoë 李 الع 😀"),
    "a joined picture": ("👩\u200d🚀", "👩\u200d🚀"),
    "control characters": ("a\x00b\x1bc", "abc"),
    "a turned reading order": ("a\u202eb\u2066c\u2069", "abc"),
    "invisible letters": ("a\u200bb\u00adc\ufeff\U000e0041", "abc"),
    "half a character": ("a\ud800b", "ab"),
    "no character at all": ("a\ufffeb\U0001ffff", "ab"),
    "blanks of all kinds": (" a\u00a0\tb\u2003 c ", "a b c"),
    "line ends": ("a\r\nb\rc\nd", "a\nb\nc\nd"),
}


@pytest.mark.parametrize(("text", "shown"), SEEN.values(), ids=SEEN)
def test_only_what_a_person_can_see_is_set(text, shown):
    assert visible(text) == shown
