"""What the components of advice send and take, without a browser."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import pytest
from nicegui import ui
from nicegui.testing import User, user_simulation

from components.advice_panel import AdvicePanel
from components.advice_words import said_words
from components.edit_list import EditList
from components.letter_desk import LetterDesk
from services.advice.ask import Kind
from services.advice.edits import Accepted, Edit
from services.advice.kept import KeptAdvice, State
from services.advice.result import Mark, Result, Said, Statement
from services.advice.update import Update

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


class Watched(AdvicePanel):
    """Keeps what a browser would be told."""

    def __init__(self) -> None:
        super().__init__(Kind.ANALYSIS, lambda: None, lambda: None, _look)
        self.told: list[Any] = []

    def run_method(self, name: str, *args: Any, **_: Any) -> Any:
        self.told.append((name, *args))

    @property
    def statements(self) -> list[list[str]]:
        """The texts of the statements that came with each message."""
        return [
            [piece["text"] for each in args[-1]["statements"] for piece in _pieces(each)]
            for _, *args in self.told
            if args and args[-1]
        ]


async def _look(_: int) -> None:
    """Nobody looks."""


def _pieces(statement: dict[str, Any]) -> list[dict[str, Any]]:
    return list(statement["texts"]["text"]["pieces"])


@pytest.fixture
async def ada() -> AsyncIterator[User]:
    async with user_simulation() as user:
        yield user


@pytest.fixture
async def panel(ada: User) -> Watched:
    made: list[Watched] = []

    @ui.page("/")
    def page() -> None:
        made.append(Watched())

    await ada.open("/")
    return made[0]


def result(*statements: tuple[str, str]) -> Result:
    return Result(
        statements=tuple(
            Statement(part=part, texts={"text": Said(text=text)}) for part, text in statements
        )
    )


def update(*statements: tuple[str, str]) -> Update:
    return Update(key="k1", state=State.WRITING, result=result(*statements))


def kept(*statements: tuple[str, str], key: str = "k1") -> KeptAdvice:
    return KeptAdvice(
        key=key,
        kind=Kind.ANALYSIS,
        model="gemini",
        version="1",
        at=NOON,
        state=State.DONE,
        result=result(*statements),
    )


async def test_what_was_sent_is_not_sent_again_as_it_grows(panel: Watched):
    panel.begin()
    panel.grow(update(("skills", "one")))
    panel.grow(update(("skills", "one"), ("gaps", "three")))
    panel.grow(update(("skills", "one"), ("skills", "two"), ("gaps", "three")))
    panel.show(kept(("skills", "one"), ("skills", "two"), ("gaps", "three")))

    assert panel.statements == [["one"], ["three"], ["two"], []]
    assert [name for name, *_ in panel.told] == ["begin", "grow", "grow", "grow", "finish"]


async def test_an_update_that_comes_late_brings_nothing_twice(panel: Watched):
    panel.grow(update(("skills", "one"), ("skills", "two")))
    panel.grow(update(("skills", "one")))
    panel.grow(update(("skills", "one"), ("skills", "two"), ("skills", "three")))

    assert panel.statements == [["one", "two"], [], ["three"]]


async def test_another_answer_takes_the_place_of_the_one_that_grew(panel: Watched):
    panel.grow(update(("skills", "one")))
    panel.show(kept(("skills", "other"), key="k2"))

    assert panel.told[-1][0] == "show"
    assert panel.statements[-1] == ["other"]


async def test_kept_advice_is_sent_once(panel: Watched):
    panel.show(kept(("skills", "one")))
    panel.show(kept(("skills", "one")))

    assert len(panel.told) == 1


async def test_an_answer_that_left_nothing_does_not_seem_to_go_on(panel: Watched):
    panel.show(None)
    panel.begin()
    panel.show(None)

    assert [name for name, *_ in panel.told] == ["show", "begin", "show"]


def test_a_doubtful_piece_carries_its_reason():
    said = Said(text="Led 40 people", marks=(Mark(start=4, end=6, reason="Nobody said so."),))

    assert said_words(said)["pieces"] == [
        {"text": "Led ", "reason": ""},
        {"text": "40", "reason": "Nobody said so."},
        {"text": " people", "reason": ""},
    ]


async def test_what_was_accepted_comes_back_as_records(ada: User):
    heard: list[Accepted] = []

    async def tailor(accepted: list[Accepted]) -> dict[str, Any]:
        heard.extend(accepted)
        ui.label("tailored")
        return {}

    async def link() -> None:
        """Nothing is linked."""

    edit = Edit(index=0, kind="gap", why="Why", before="old", said=Said(text="new"))
    suggestion = Statement(part="suggestions", texts={"why": Said(text="Why")})

    @ui.page("/")
    def page() -> None:
        EditList(tailor, link).show("k1", [edit], [suggestion], name="Ada", paper="")

    await ada.open("/")
    ada.find(EditList).trigger("tailor", {"accepted": "rubbish"})
    ada.find(EditList).trigger("tailor", {"accepted": [{"index": 0, "text": " mine\n "}]})
    await ada.should_see("tailored")
    assert heard == [Accepted(index=0, text="mine")]


async def test_a_letter_is_handed_on_with_the_draft_it_began_with(ada: User):
    heard: list[tuple[str, str, bool]] = []

    async def keep(text: str, draft: str, is_confirmed: bool) -> None:
        heard.append((text, draft, is_confirmed))
        ui.label("kept")

    @ui.page("/")
    def page() -> None:
        LetterDesk("j1", keep)

    await ada.open("/")
    entered = {"text": "Dear all", "draft": "k1", "confirmed": "certainly"}
    ada.find(LetterDesk).trigger("keep", entered)
    await ada.should_see("kept")
    assert heard == [("Dear all", "k1", False)]
