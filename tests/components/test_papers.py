"""What the parts of the resumes' screens show of records, and hand on of what a browser sends."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import pytest
from nicegui import ui
from nicegui.testing import User, user_simulation

from components.curriculum_form import CurriculumForm
from components.resume_list import ResumeList
from components.transcript_view import TranscriptView
from components.upload_area import UploadArea
from components.version_list import VersionList
from components.version_words import marks, paper_words
from services.jobs.job import Card
from services.parsing.curriculum import Contact, Curriculum, Highlight, Work
from services.reading.transcript import Kind
from services.resumes.resume import Origin, Resume, Version

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
KEPT = Version(
    number=1,
    origin=Origin.UPLOADED,
    kind=Kind.PDF,
    transcript="t",
    file="f",
    file_name="ada.pdf",
    pages=2,
    added=NOON,
)
TAILORED = KEPT.model_copy(
    update={"number": 2, "origin": Origin.TAILORED, "of": 1, "note": "For Acme"}
)
RESUME = Resume(
    id="r" * 26, name="Ada", current=2, versions=(KEPT, TAILORED), created=NOON, updated=NOON
)
CARD = Card(id="j", company="Acme", position="Analyst", stage="saved", added=NOON, updated=NOON)


@pytest.fixture
async def ada() -> AsyncIterator[User]:
    async with user_simulation() as user:
        yield user


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({}, "PDF, 2 pages"),
        ({"pages": 1}, "PDF, 1 page"),
        ({"kind": Kind.DOCX, "pages": 0}, "Word"),
        ({"kind": Kind.JPEG, "pages": 1}, "Picture"),
    ],
    ids=["two pages", "one page", "no pages", "a picture"],
)
def test_a_paper_is_named_by_kind_and_length(facts: dict[str, Any], words: str):
    assert paper_words(KEPT.model_copy(update=facts)) == words


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({}, []),
        ({"hidden": 1}, ["1 hidden line"]),
        ({"hidden": 12}, ["12 hidden lines"]),
        ({"confidence": 79.6}, ["Read with 80 % certainty"]),
        ({"confidence": 80.0}, []),
        ({"hidden": 2, "confidence": 40.0}, ["2 hidden lines", "Read with 40 % certainty"]),
    ],
    ids=["nothing", "one line", "lines", "hardly sure", "sure enough", "both"],
)
def test_what_deserves_a_look_is_marked(facts: dict[str, Any], words: list[str]):
    assert marks(KEPT.model_copy(update=facts)) == words


async def test_a_list_counts_the_jobs_of_all_versions(ada: User):
    listed = await shown(ada, lambda: ResumeList(ignore, ignore, ignore))
    listed.show([RESUME], [], {RESUME.key(1): [CARD], RESUME.key(2): [CARD, CARD], "x.1": [CARD]})
    (row,) = listed.props["resumes"]
    assert (row["sent"], row["version"], row["paper"]) == (3, "Version 2 of 2", "PDF, 2 pages")


async def test_a_version_is_shown_with_the_jobs_it_went_to(ada: User):
    versions = await shown(ada, lambda: VersionList(ignore))
    versions.show(RESUME, 1, {RESUME.key(1): [CARD], RESUME.key(2): []})
    assert versions.props["numbers"] == [2, 1]
    assert versions.props["shown"]["file"] == "ada.pdf"
    assert versions.props["sent"] == [{"id": "j", "words": "Acme · Analyst"}]


async def test_a_corrected_text_is_handed_on_whole_and_its_version_opened(ada: User):
    async def correct(text: str) -> int:
        ui.label(text)
        return 7

    async def look_at(number: int) -> None:
        ui.label(f"version {number}")

    await shown(ada, lambda: TranscriptView("/papers/r/1", correct, look_at))
    ada.find(TranscriptView).trigger("correct", {"text": "Ada\nLovelace"})
    await ada.should_see("Ada\nLovelace")
    ada.find(TranscriptView).trigger("corrected", 7)
    await ada.should_see("version 7")


async def test_a_kept_file_is_told_with_its_version(ada: User):
    async def kept(resume: str, number: int) -> None:
        ui.label(f"{resume}, version {number}")

    await shown(ada, lambda: UploadArea("r", kept))
    ada.find(UploadArea).trigger("kept", {"resume": "r", "number": 3, "new": True})
    await ada.should_see("r, version 3")


async def test_contents_come_back_as_a_record(ada: User):
    heard: list[Curriculum] = []
    curriculum = Curriculum(
        contact=Contact(name="Ada", lines=(0,)),
        work=(
            Work(name="Acme", start="2019-03", highlights=(Highlight(text="Wrote", lines=(4,)),)),
        ),
    )

    async def confirm(confirmed: Curriculum) -> None:
        heard.append(confirmed)
        ui.label("confirmed")

    form = await shown(ada, lambda: CurriculumForm("/papers/r/1", confirm))
    form.show(curriculum, False)
    ada.find(CurriculumForm).trigger("confirm", {"curriculum": form.props["curriculum"]})
    await ada.should_see("confirmed")
    assert heard == [curriculum]


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"curriculum": 7},
        {"curriculum": {"work": "none"}},
        {"curriculum": {"work": [{"start": "soon"}]}},
        {"curriculum": {"contact": {"name": "x" * 301}}},
        {"curriculum": {"unheard": 1}},
    ],
    ids=["nothing", "a number", "no list", "no date", "a long name", "another field"],
)
async def test_contents_that_are_none_reach_nobody(ada: User, sent: dict[str, Any]):
    heard: list[Curriculum] = []

    async def confirm(confirmed: Curriculum) -> None:
        heard.append(confirmed)
        ui.label("confirmed")

    await shown(ada, lambda: CurriculumForm("/papers/r/1", confirm))
    ada.find(CurriculumForm).trigger("confirm", sent)
    ada.find(CurriculumForm).trigger("confirm", {"curriculum": {"summary": "Good"}})
    await ada.should_see("confirmed")
    assert [each.summary for each in heard] == ["Good"]


async def ignore(*_: Any) -> None:
    """Do nothing about it."""


async def shown(ada: User, make: Any) -> Any:
    made: list[Any] = []

    @ui.page("/")
    def page() -> None:
        made.append(make())

    await ada.open("/")
    return made[0]
