"""How a match and what was sent are put into words, from records alone."""

from collections.abc import AsyncIterator, Callable, Sequence
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nicegui import ui
from nicegui.element import Element
from nicegui.testing import User, user_simulation

from components.dossier_list import DossierList
from components.match_report import MatchReport
from components.match_table import Column, MatchTable
from components.match_words import groups
from components.resume_choice import ResumeChoice
from components.resume_names import GONE, ResumeNames
from services.matching.coverage import (
    Coverage,
    Evidence,
    Finding,
    Requirement,
    Sort,
    Strength,
    Weight,
)
from services.reading.transcript import Kind, TextLine
from services.resumes.dossier import Dossier
from services.resumes.resume import Origin, Resume, Version

MONDAY = datetime(2026, 3, 2, 9, tzinfo=UTC)
ID, OTHER = "01" * 13, "02" * 13
LINES = [TextLine(text="Ada"), TextLine(text="- Wrote Python, tuned Python and SQL", page=1)]


def finding(name: str, *places: tuple[int, int], **told: Any) -> Finding:
    """Make a finding whose evidence lies at these places of the second line."""
    asked = {"sort": Sort.SKILL, "weight": Weight.PLAIN, "quote": name, "line": 0}
    asked |= {key: told.pop(key) for key in tuple(told) if key in asked}
    text = LINES[1].text
    found = tuple(Evidence(line=1, start=a, end=b, quote=text[a:b]) for a, b in places)
    strength = Strength.SHOWN if places else Strength.MISSING
    requirement = Requirement(name=name, **asked)
    return Finding(requirement=requirement, strength=strength, evidence=found, **told)


def resume(name: str, count: int = 1, id: str = ID, **told: Any) -> Resume:
    versions = tuple(
        Version(number=number, origin=Origin.UPLOADED, kind=Kind.PDF, transcript="t", added=MONDAY)
        for number in range(1, count + 1)
    )
    made = {"current": count, "created": MONDAY, "updated": MONDAY, **told}
    return Resume(id=id, name=name, versions=versions, **made)


@pytest.fixture
async def ada() -> AsyncIterator[User]:
    async with user_simulation() as user:
        yield user


async def shown(ada: User, build: Callable[[], Element]) -> Any:
    """Return what the browser is given of the component that is built."""
    made: list[Element] = []

    @ui.page("/")
    def page() -> None:
        made.append(build())

    await ada.open("/")
    return made[0]


def names_of(found: Sequence[dict[str, Any]]) -> list[tuple[str, list[str]]]:
    return [(group["name"], [row["name"] for row in group["rows"]]) for group in found]


def test_what_is_a_must_comes_first_and_nobody_sees_an_empty_group():
    findings = (finding("Go", weight=Weight.NICE), finding("SQL", weight=Weight.MUST))
    found = groups(Coverage(version="1", findings=findings), LINES)
    assert names_of(found) == [("Must have", ["SQL"]), ("Nice to have", ["Go"])]


def test_a_line_that_is_evidence_twice_is_quoted_once_with_both_marked():
    coverage = Coverage(version="1", findings=(finding("Python", (8, 14), (22, 28)),))
    [quote] = groups(coverage, LINES)[0]["rows"][0]["quotes"]
    assert [piece["text"] for piece in quote["pieces"] if piece["marked"]] == ["Python", "Python"]
    assert "".join(piece["text"] for piece in quote["pieces"]) == LINES[1].text[2:]
    assert (quote["line"], quote["page"]) == (1, 2)


def test_evidence_of_a_resume_that_is_gone_is_quoted_alone():
    coverage = Coverage(version="1", findings=(finding("SQL", (33, 36)),))
    [quote] = groups(coverage, [])[0]["rows"][0]["quotes"]
    assert quote["pieces"] == [{"text": "SQL", "marked": True}]


@given(st.lists(st.tuples(st.integers(0, 36), st.integers(1, 36)), min_size=1, max_size=6))
def test_however_evidence_overlaps_no_letter_of_a_line_is_lost_or_doubled(places):
    spans = [(start, min(start + length, 36)) for start, length in places if start < 36]
    coverage = Coverage(version="1", findings=(finding("x", *spans),))
    for quote in groups(coverage, LINES)[0]["rows"][0]["quotes"]:
        text = "".join(piece["text"] for piece in quote["pieces"])
        assert LINES[1].text.endswith(text)
        assert LINES[1].text.removesuffix(text).strip(" -") == ""


async def test_the_report_says_in_words_what_was_found_and_by_which_matcher(ada):
    def build() -> MatchReport:
        report = MatchReport()
        warned = Coverage(version="7", findings=(finding("Go"),), warnings=("Copied.",))
        report.show(warned, name="CV, version 1", lines=LINES, at=MONDAY)
        return report

    told = (await shown(ada, build)).props["report"]
    assert (told["words"], told["matcher"]) == ("0 of 1 stated requirement has evidence", "7")
    assert (told["warnings"], told["at"]) == (("Copied.",), MONDAY.isoformat())


async def test_versions_stand_in_the_order_of_their_evidence(ada):
    both = (finding("SQL", (33, 36)), finding("Go"))
    columns = [
        Column("a", "First", Coverage(version="1", findings=(finding("SQL"), finding("Go")))),
        Column("b", "Second", Coverage(version="1", findings=both), LINES),
    ]

    def build() -> MatchTable:
        table = MatchTable()
        table.show(columns, sent="a")
        return table

    table = await shown(ada, build)
    told = [(each["name"], each["most"], each["sent"]) for each in table.props["columns"]]
    assert told == [("Second", True, False), ("First", False, True)]
    cells = table.props["groups"][0]["rows"][0]["cells"]
    assert [cell["strength"] for cell in cells] == ["shown", "missing"]


async def test_versions_with_as_much_evidence_are_not_told_apart(ada):
    same = Coverage(version="1", findings=(finding("Go"),))

    def build() -> MatchTable:
        table = MatchTable()
        table.show([Column("a", "First", same), Column("b", "Second", same)])
        return table

    table = await shown(ada, build)
    assert [each["most"] for each in table.props["columns"]] == [False, False]


def test_a_version_is_called_by_name_and_no_key_is_ever_shown():
    names = ResumeNames([resume("CV", 2)])
    spoken = [names.spoken(words) for words in (f"{ID}.2", f"{OTHER}.1", "the green one", "")]
    assert spoken == ["CV, version 2", GONE, "the green one", ""]


def test_two_resumes_of_one_name_are_told_apart_and_the_trash_is_not_offered():
    later = MONDAY.replace(day=9)
    names = ResumeNames(
        [
            resume("CV"),
            resume("CV", id=OTHER, created=later),
            resume("Old", id="03" * 13, trashed=later),
        ]
    )
    assert len(set(names.choices.values())) == len(names.choices) == 2
    assert names.spoken(f"{'03' * 13}.1") == "Old, version 1"


@pytest.mark.parametrize(
    ("given", "value"),
    [(f"{ID}.1", f"{ID}.1"), ("CV, version 1", f"{ID}.1"), (" my own words ", "my own words")],
    ids=["a key", "a name", "free words"],
)
async def test_the_field_takes_a_key_a_name_and_free_words(ada, given, value):
    names = ResumeNames([resume("CV")])
    choice = await shown(ada, lambda: ResumeChoice("Resume for this job", names))
    assert choice.set_value(given).value == value
    assert choice.set_value("").value is None


async def test_a_dossier_keeps_the_name_its_resume_had(ada):
    dossier = Dossier(
        job="j",
        frozen=MONDAY,
        company="Acme",
        position="Nurse",
        resume=f"{ID}.1",
        resume_name="As it was",
        file="f",
    )

    def build() -> DossierList:
        listed = DossierList(on_freeze=lambda: None)
        listed.show([dossier], ResumeNames())
        return listed

    [told] = (await shown(ada, build)).props["dossiers"]
    assert (told["resume"], told["original"]) == ("As it was, version 1", "")
