"""What becomes of the places of lines when a text is put right by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.reading.transcript import Kind, TextLine, Transcript
from services.resumes.correcting import MOST_LINES, correct

LINES = st.lists(st.sampled_from("abcde"), min_size=1, max_size=12)


def paper(*lines: str) -> Transcript:
    """Return a paper whose lines stand one below the other, on two pages."""
    return Transcript(
        kind=Kind.PDF,
        lines=tuple(
            TextLine(text=line, page=at // 6, box=(0, at, 9, at + 1), confidence=0.5)
            for at, line in enumerate(lines)
        ),
    )


def places(transcript: Transcript) -> list[tuple[str, float | None]]:
    return [(line.text, line.box[1] if line.box else None) for line in transcript.lines]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("a b c", "a b c", [("a", 0), ("b", 1), ("c", 2)]),
        ("a b c", "a x c", [("a", 0), ("x", 1), ("c", 2)]),
        ("a b c", "a c", [("a", 0), ("c", 2)]),
        ("a b c", "a x b c", [("a", 0), ("x", None), ("b", 1), ("c", 2)]),
        ("a b c", "x y", [("x", None), ("y", None)]),
        ("a - b - c -", "a b - c -", [("a", 0), ("b", 2), ("-", 3), ("c", 4), ("-", 5)]),
        ("a b c d", "b c d a", [("b", 1), ("c", 2), ("d", 3), ("a", None)]),
    ],
    ids=["nothing", "changed", "taken out", "put in", "all new", "one of many alike", "moved"],
)
def test_lines_that_were_left_alone_keep_their_place(
    old: str, new: str, expected: list[tuple[str, float | None]]
) -> None:
    assert places(correct(paper(*old.split()), "\n".join(new.split()))) == expected


@given(LINES, LINES)
def test_the_text_is_what_was_written_and_places_go_down_the_page(
    old: list[str], new: list[str]
) -> None:
    corrected = correct(paper(*old), "\n".join(new))
    tops = [line.box[1] for line in corrected.lines if line.box]
    assert [line.text for line in corrected.lines] == new
    assert tops == sorted(set(tops))


def test_thousands_of_lines_that_are_alike_are_put_right_at_once() -> None:
    old, new = ["a", "b"] * (MOST_LINES // 2), ["a", "c"] * (MOST_LINES // 2)
    assert len(correct(paper(*old), "\n".join(new)).lines) == MOST_LINES
