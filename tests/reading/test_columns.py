"""The order in which a page is read."""

import pymupdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.reading.columns import reading_order
from tests.reading.papers import column, look, placed, words_of

HEAD = [(72, 40, "Ada Lovelace, Analyst and Translator, London, and all that is told in a header")]
LEFT, RIGHT = column(72, 100, "Left", 20), column(330, 107, "Right", 24, 12)
JOBS = column(72, 100, "Analyst at works number", 6, 30)
DATES = [
    (460, top, f"Jan 201{number} - Dec 201{number}") for number, (_, top, _) in enumerate(JOBS)
]
PLACES = [
    (480, top + 14 * part, text)
    for number, (_, top, _) in enumerate(JOBS)
    for part, text in enumerate(("Atlanta, GA", f"Aug 201{number} - Dec 201{number}"))
]
CARD = [(72, 70, "Ada"), (480, 70, "ada@ada.org"), (72, 84, "London"), (480, 84, "+44 20 1234")]
TITLES = [(72, top + 14, f"Engineer of kind {number}") for number, (_, top, _) in enumerate(JOBS)]
TOLD = [
    (130, top + 14 * part, f"{text} {number}")
    for number, top in enumerate(range(100, 400, 60))
    for part, text in enumerate(("What it was called", "What was done", "What came of it"))
]
LABELS = [(72, top, f"Label {number}") for number, (_, top, _) in enumerate(TOLD[::3])]
THREE = [column(left, 100, f"Column {left}", 20) for left in (72, 230, 390)]
SIDE, MAIN = column(40, 60, "Skill", 12), column(190, 60, "What was done, told at length", 40)

ITEMS = column(108, 100, "What was done", 6, 40)
ASKED = column(72, 100, "What is asked", 8)
ANSWERED = [(260, top, f": Answer {number}") for number, (_, top, _) in enumerate(ASKED)]
FLUSH = [
    (200 - pymupdf.get_text_length(text, fontsize=10), 100 + 14 * number, text)
    for number, text in enumerate(("Dates", "Position held", "Name of the employer", "Sector") * 3)
]
SAID = [(210, top, f"What is said {number}") for number, (_, top, _) in enumerate(FLUSH)]
ANSWERS = [(72, top, f"{text}: Answer {number}") for number, (_, top, text) in enumerate(ASKED)]

number = st.floats(-1000, 2000, allow_nan=False, width=32)
boxes = st.builds(
    lambda left, top, width, height: (left, top, left + width, top + height),
    number,
    number,
    st.floats(0, 600, width=32),
    st.floats(0, 40, width=32),
)


@pytest.mark.parametrize(
    ("parts", "columns"),
    [
        ([LEFT], [LEFT]),
        ([LEFT, RIGHT], [LEFT, RIGHT]),
        ([SIDE, MAIN], [SIDE, MAIN]),
        (THREE, THREE),
        ([LEFT, HEAD, RIGHT], [HEAD, LEFT, RIGHT]),
        ([ASKED, ANSWERED], [ANSWERS]),
        ([FLUSH, SAID], [[each for pair in zip(FLUSH, SAID, strict=True) for each in pair]]),
        (
            [
                ASKED,
                [(200, top, ":") for _, top, _ in ANSWERED],
                [(left, top, text[2:]) for left, top, text in ANSWERED],
            ],
            [ANSWERS],
        ),
        (
            [[(90, top, "o") for _, top, _ in ITEMS], ITEMS],
            [[line] for _, top, text in ITEMS for line in ((90, top, "o"), (108, top, text))],
        ),
        ([DATES, JOBS], [[line] for row in zip(JOBS, DATES, strict=True) for line in row]),
        (
            [PLACES, JOBS, TITLES, CARD],
            [CARD]
            + [
                [line]
                for row in zip(JOBS, PLACES[::2], TITLES, PLACES[1::2], strict=True)
                for line in row
            ],
        ),
        (
            [TOLD, LABELS],
            [
                part
                for at, label in enumerate(LABELS)
                for part in ([label], TOLD[3 * at : 3 * at + 3])
            ],
        ),
    ],
    ids=[
        "one column",
        "two columns",
        "sidebar",
        "three columns",
        "header over two columns",
        "answers to labels",
        "labels flush with their answers",
        "answers to labels, the colons apart",
        "signs before items",
        "dates on the right",
        "places and dates on the right",
        "labels on the left",
    ],
)
def test_a_page_is_read_as_a_person_reads_it(parts, columns):
    shuffled = [line for part in parts for line in part][::-1]

    assert look("a.pdf", placed(shuffled)).text == words_of(*columns)


def test_a_footer_comes_after_both_columns():
    foot = [
        (72, 700, "References are to be had from each of those that are named above on request")
    ]

    assert look("a.pdf", placed([*foot, *RIGHT, *HEAD, *LEFT])).text == words_of(
        HEAD, LEFT, RIGHT, foot
    )


def test_the_column_with_the_name_is_read_before_the_one_beside_it():
    document = pymupdf.open(stream=placed([*SIDE, *MAIN]))
    document[0].insert_text((190, 40), "Ada Lovelace", fontsize=24)
    name = [(190, 40, "Ada Lovelace")]

    assert look("a.pdf", document.tobytes()).text == words_of(name, MAIN, SIDE)


@given(st.lists(boxes, max_size=60))
def test_every_line_is_read_exactly_once(boxes):
    assert sorted(reading_order(boxes)) == list(range(len(boxes)))


@given(st.lists(boxes, max_size=25), st.randoms())
def test_the_order_of_painting_changes_nothing_about_distinct_lines(boxes, random):
    boxes = list({(box[1] + box[3], box[0]): box for box in boxes}.values())
    shuffled = random.sample(boxes, len(boxes))

    assert [shuffled[index] for index in reading_order(shuffled)] == [
        boxes[index] for index in reading_order(boxes)
    ]


def stretched(*words: str, gaps: tuple[float, ...]) -> list[tuple[float, float, str]]:
    placed, left = [], 72.0
    for word, gap in zip(words, (*gaps, 0), strict=True):
        placed.append((left, 100, f"{word} "))
        left += pymupdf.get_text_length(f"{word} ", fontsize=10) + gap
    return placed


def test_the_words_of_a_stretched_line_are_one_line():
    words = stretched("Led", "a", "diligent", "-", "-", "team", gaps=(14,) * 5)

    assert look("a.pdf", placed([*words, (72, 114, "of nurses")])).text == (
        "Led a diligent - - team\nof nurses"
    )


@pytest.mark.parametrize(
    ("cells", "gaps"),
    [(("Analyst", "2019", "Acme"), (14, 31)), (("State board", "2009", "60"), (14, 14))],
    ids=["unevenly apart", "numbers"],
)
def test_the_cells_of_a_table_are_lines_of_their_own(cells, gaps):
    assert look("a.pdf", placed(stretched(*cells, gaps=gaps))).text == "\n".join(cells)
