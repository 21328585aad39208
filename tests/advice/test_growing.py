"""An answer is read while it grows: what is whole is checked once, what is not waits."""

import json

from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from services.advice.growing import Growing
from services.advice.result import Said, Statement
from services.advice.shapes import Analysis, Letter

ANSWER = {
    "greeting": "Dear team,",
    "paragraphs": [
        {"resume_quotes": ["one", "two"], "posting_quotes": [], "text": 'I wrote "[it]".'},
        {"resume_quotes": [], "posting_quotes": ["three"], "text": "I would again. ✓"},
    ],
    "closing": "Yours",
}
JSON = json.dumps(ANSWER)


class Clerk:
    """Lets everything pass and remembers what it was shown."""

    def __init__(self) -> None:
        self.shown: list[str] = []

    def __call__(self, part: str, item: BaseModel) -> Statement | None:
        text = str(item.model_dump()["text"])
        self.shown.append(text)
        return Statement(part=part, texts={"text": Said(text=text)})


def test_each_piece_is_checked_once_and_only_when_it_is_whole():
    clerk = Clerk()
    growing = Growing(Letter, clerk)
    for end in range(len(JSON) + 1):
        growing.take(JSON[:end])
    result = growing.take(JSON, is_whole=True)

    every = ["Dear team,", 'I wrote "[it]".', "I would again. ✓", "Yours"]
    assert clerk.shown == every
    assert [each.texts["text"].text for each in result.statements] == every
    assert not growing.is_broken


@given(st.integers(0, len(JSON)))
def test_an_answer_that_ends_anywhere_keeps_its_whole_pieces(end):
    growing = Growing(Letter, Clerk())
    result = growing.take(JSON[:end], is_whole=True)

    assert growing.is_broken == (end < len(JSON))
    assert len(result.statements) >= JSON[:end].count('"text": "I would again')


@given(st.text(max_size=40))
def test_no_text_at_all_upsets_it(text):
    growing = Growing(Letter, Clerk())

    growing.take(text)
    growing.take(text, is_whole=True)


def test_pieces_of_another_shape_are_left_out_and_counted():
    answer = {"paragraphs": [{"text": 3}, "words", {"text": "x"}], "greeting": ["no"], "other": 1}
    result = Growing(Letter, Clerk()).take(json.dumps(answer), is_whole=True)

    assert (result.statements, result.unverified) == ((), 4)


def test_parts_come_in_the_order_of_the_shape():
    answer = {"gaps": [{"posting_quote": "", "text": "b"}], "summary": "a"}
    result = Growing(Analysis, Clerk()).take(json.dumps(answer), is_whole=True)

    assert [each.part for each in result.statements] == ["summary", "gaps"]
