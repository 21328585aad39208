"""What holds for any text: it is parsed, and nothing is found that is not written there."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.parsing.curriculum import Curriculum, Part
from services.parsing.parse import parse
from services.parsing.rows import clean

TEXT = """Experience Skills: Education Languages Awards Summary Nurse Engineer at Hospital Inc. GmbH
Denver, CO Jan 2020 – Present 2019 03/2019 - 2021 seit | • * # ** o 1. ( ) , ; : / " ' @ a@b.example
https://x.example linkedin.com/in/x +49 170 1234567 Bachelor of Science B.Sc. GPA: 3.9 German (C1)
English Ada Byron Berufserfahrung managed the ward. heute Q3 ’19 \t \x00 \ud800 \uf0b7 é 日本"""
WORDS = TEXT.split(" ")
HEADINGS = ["Experience", "Projects", "Education", "Skills", "Awards", "Languages", "Interests"]
LINES = st.lists(
    st.one_of(
        st.sampled_from(HEADINGS),
        st.lists(st.sampled_from([*WORDS, " ", "  "]), max_size=9).map(" ".join),
        st.text(max_size=40),
    ),
    max_size=25,
)


@settings(max_examples=300, deadline=None)
@given(LINES)
def test_any_text_is_parsed_and_nothing_invented(lines: list[str]):
    found = parse(lines)

    for where, values in _values(found):
        assert all(0 <= line < len(lines) for line in where)
        source = _plain([lines[line] for line in where])
        for value in values:
            assert all(word in source for word in value.split()), (value, source)


@given(LINES)
def test_the_same_text_gives_the_same_curriculum(lines: list[str]):
    assert parse(lines) == parse(list(lines))


def test_dates_come_from_the_lines_of_their_work():
    (work,) = parse(["Experience", "Nurse, City Hospital", "March 2019 – present"]).work
    assert (work.start, work.is_current, work.lines) == ("2019-03", True, (1, 2))


def test_a_highlight_names_every_line_it_was_wrapped_over():
    lines = ["Experience", "Nurse, City Hospital, 2019 – 2021", "• Led nine", "  colleagues"]
    (work,) = parse(lines).work

    assert [(each.text, each.lines) for each in work.highlights] == [
        ("Led nine colleagues", (2, 3))
    ]


@pytest.mark.parametrize("heading", HEADINGS)
@pytest.mark.parametrize(
    "line",
    [
        "Bachelor of Science, Bexley College, 2010 - 2014,",
        "• a, b",
        "x" * 9_000,
        "a: b,",
        "1 " * 999,
    ],
    ids=["one long sentence", "bullets", "one long word", "labels", "numbers"],
)
def test_a_heap_of_anything_fits_the_record(heading: str, line: str):
    found = parse([heading, *[line] * 700])
    assert Curriculum.model_validate(found.model_dump()) == found


def test_a_heap_of_jobs_stays_within_the_bounds_of_the_record():
    lines = ["Experience", *["Nurse, City Hospital, 2019 – 2021", "x" * 9_000, "• y"] * 200]
    assert len(parse(lines).work) == 60


def _values(found: Curriculum) -> Iterator[tuple[tuple[int, ...], list[str]]]:
    yield found.summary_lines, [found.summary]
    yield found.contact.lines, [*_texts(found.contact), *found.contact.links]
    for name in ("work", "projects", "volunteer"):
        for work in getattr(found, name):
            yield work.lines, _texts(work)
            yield from ((each.lines, [each.text]) for each in work.highlights)
    for name in ("education", "certificates", "awards", "publications", "languages"):
        yield from ((each.lines, _texts(each)) for each in getattr(found, name))
    yield from ((skill.lines, [skill.name, *skill.keywords]) for skill in found.skills)


def _texts(part: Part) -> list[str]:
    dates = ("start", "end", "date")
    return [value for key, value in part if isinstance(value, str) and key not in dates]


def _plain(lines: list[str]) -> str:
    return " ".join(" ".join(clean(lines)).split())
