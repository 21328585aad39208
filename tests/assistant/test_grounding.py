"""Sources exist, numbers and quotes stand somewhere; whatever does not is taken out or marked."""

import pytest

from services.assistant.conversation import Receipt
from services.assistant.grounding import Grounded, ground
from services.language.fake.gemini import FakeGemini
from services.language.fake.scenario import Scenario
from tests.assistant.conftest import House

SHOWN = {
    id: Receipt(id=id, name=f"Job {id}", path=f"/jobs/{id.lower()}") for id in ("J1", "J2", "R1")
}
EVIDENCE = [
    "Acme, Programmer [J1]: Applied since 2 March 2026; EUR 60,000 – 72,000 a year",
    "Response rate: 54 % (95 % interval 45 % to 63 %) of 111",
    "I wrote services in Python for twelve customers",
]


def check(text: str) -> Grounded:
    return ground(text, SHOWN, EVIDENCE)


def marked(text: str) -> list[str]:
    found = check(text)
    return [found.text[mark.start : mark.end] for mark in found.marks]


CITED = {
    "one": ("Acme [J1] waits.", "Acme [J1] waits.", ["J1"], 0),
    "several at once": ("Both wait [J1, J2].", "Both wait [J1][J2].", ["J1", "J2"], 0),
    "a resume": ("See [R1].", "See [R1].", ["R1"], 0),
    "one that is not there": ("Acme [J9] waits.", "Acme waits.", [], 1),
    "some that are there": ("Both [J1; J7].", "Both [J1].", ["J1"], 1),
    "none": ("Nothing is known.", "Nothing is known.", [], 0),
    "the same twice": ("A [J2], b [J2].", "A [J2], b [J2].", ["J2"], 0),
    "something else in brackets": ("Use [brackets] well.", "Use [brackets] well.", [], 0),
}


@pytest.mark.parametrize(("text", "kept", "ids", "unknown"), CITED.values(), ids=CITED)
def test_only_sources_that_were_shown_are_left(text: str, kept: str, ids: list[str], unknown: int):
    found = check(text)

    assert found.text == kept
    assert [each.id for each in found.receipts] == ids
    assert found.unknown == unknown


BORNE_OUT = (
    "Acme pays 60,000 to 72,000 EUR [J1].",
    "You applied on 2 March 2026.",
    "The response rate is 54 percent of 111 applications.",
    "You wrote them for 12 customers.",
    "Around 110 applications were sent.",
    "Two of them: [J1] and [J2].",
    "1. First this\n2. Then that",
)
NOT_BORNE_OUT = {
    "a number of nobody's": ("You sent 87 applications.", ["87"]),
    "a share that was a count": ("That is 111 %.", ["111 %"]),
    "a count that was a share": ("There were 54 replies.", ["54"]),
    "another amount": ("They pay 95k a year.", ["95k"]),
    "a number in words": ("It took forty days.", ["forty"]),
    "rounded too far": ("About 150 applications were sent.", ["150"]),
}


@pytest.mark.parametrize("text", BORNE_OUT)
def test_what_a_record_gives_is_not_marked(text: str):
    assert marked(text) == []


@pytest.mark.parametrize(("text", "doubtful"), NOT_BORNE_OUT.values(), ids=NOT_BORNE_OUT)
def test_a_number_that_nothing_gave_is_marked(text: str, doubtful: list[str]):
    assert marked(text) == doubtful


def test_a_quote_is_words_that_somebody_wrote():
    assert marked("You said “I wrote services in Python”.") == []
    assert marked("You said “I led the whole department”.") == ["“I led the whole department”"]


async def test_what_a_model_invents_is_taken_out_and_marked(house: House, fake: FakeGemini):
    await house.add("Acme")
    fake.script.then(Scenario.WELL, Scenario.INVENTING)
    answer = await house.ask("What is with Acme?")

    assert answer.unknown == 3
    assert "[J97]" not in answer.text
    doubtful = [answer.text[mark.start : mark.end] for mark in answer.marks]
    assert "240" in doubtful
    assert "87 percent" in doubtful


async def test_a_doubt_does_not_become_a_source(house: House, fake: FakeGemini):
    await house.add("Acme")
    chat = (await house.begin()).id
    fake.script.then(Scenario.INVENTING, Scenario.INVENTING)
    await house.ask("What is with Acme?", chat)
    fake.script.then(Scenario.INVENTING, Scenario.INVENTING)
    again = await house.ask("What is with Acme?", chat)

    assert "87 percent" in [again.text[mark.start : mark.end] for mark in again.marks]


async def test_what_the_person_said_themselves_is_no_invention(house: House):
    answer = await house.ask("I have 17 years of practice. What is with Acme?")
    assert answer.marks == ()
