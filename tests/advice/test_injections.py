"""Texts that give orders to the model get nowhere, even with a model that obeys every one."""

from datetime import date
from itertools import cycle
from pathlib import Path

import pytest

from services.advice.ask import Ask, Kind
from services.advice.update import Update
from services.jobs.book import partition
from services.language.fake.gemini import FakeGemini
from services.language.fake.scenario import Scenario
from services.matching.matcher import Matcher
from tests.advice.conftest import POSTING, RESUME, House, last

ORDERS = Path(__file__).with_name("injections.txt").read_text("utf-8").split("\n")[:-1]
DOORS = ("posting", "resume_text", "notes")
CASES = list(zip(ORDERS, cycle(DOORS), cycle(Kind), strict=False))
IDS = [f"{order[:40]!a} by {door}, {kind}" for order, door, kind in CASES]
ACTING = ("http", "//", "<", "![", "](", "javascript", "onload")
TODAY = date(2026, 10, 1)
WRITTEN = {"analysis#", "usage#", "spending#"}


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    return Matcher()


def smuggle(order: str, door: str, kind: Kind) -> Ask:
    texts = {"posting": POSTING, "resume_text": RESUME, "notes": "I like small teams."}
    return Ask(kind=kind, **{**texts, door: f"{texts[door]}\n{order}\n"})


def shown(update: Update) -> str:
    """Return everything that a person is shown of the model's."""
    every = update.result.statements
    texts = [said.text for each in every for said in each.texts.values()]
    return "\n".join([*texts, *(quote.text for each in every for quote in each.quotes)])


def test_there_are_enough_of_them():
    assert len(set(ORDERS)) >= 46


@pytest.mark.parametrize(("order", "door", "kind"), CASES, ids=IDS)
async def test_an_order_in_a_text_is_not_carried_out(
    house: House, fake: FakeGemini, order: str, door: str, kind: Kind
):
    fake.script.usual = Scenario.OBEDIENT
    table = house.drawer.desk.table
    before = {row.sort for row in await table.query(partition("ada"))}

    update = await last(house.advice, smuggle(order, door, kind))

    said = shown(update)
    assert "PWNED" not in said
    assert not any(each in said for each in ACTING)
    new = {row.sort for row in await table.query(partition("ada"))} - before
    assert {sort.partition("#")[0] + "#" for sort in new} <= WRITTEN


@pytest.mark.parametrize("order", ORDERS, ids=ascii)
def test_an_order_does_not_move_the_match(order: str, matcher: Matcher):
    plain = matcher.match(RESUME.split("\n"), POSTING, TODAY)
    by_resume = matcher.match([*RESUME.split("\n"), order], POSTING, TODAY)

    assert abs(by_resume.score - plain.score) <= 2
    assert by_resume.met <= plain.met


async def test_what_is_sent_holds_only_what_was_chosen(house: House, fake: FakeGemini):
    await house.drawer.resumes.add("charles", "c.txt", b"Charles Babbage\nHis own secret engine\n")
    await house.drawer.resumes.add("ada", "a.txt", b"Ada Lovelace\nAnother resume of hers\n")

    await last(house.advice, smuggle(ORDERS[0], "posting", Kind.ANALYSIS))

    sent = fake.requests[-1].sent
    assert "Lovelace" in sent
    assert not any(each in sent for each in ("ada@example.org", "secret engine", "Another resume"))


async def test_lines_that_speak_to_a_program_are_told_and_not_sent(house: House, fake: FakeGemini):
    update = await last(house.advice, smuggle(ORDERS[0], "posting", Kind.ANALYSIS))

    assert "PWNED" not in fake.requests[-1].sent
    assert "1 line speaks to a program in the posting" in update.result.warnings[0]


async def test_quotes_that_nobody_wrote_are_left_out_and_counted(house: House, fake: FakeGemini):
    fake.script.usual = Scenario.INVENTING
    update = await last(house.advice, Ask(kind=Kind.ANALYSIS, posting=POSTING, resume_text=RESUME))

    assert [each.part for each in update.result.statements] == ["summary"]
    assert update.result.unverified >= 10
    assert update.result.doubts > 0


async def test_inventions_in_a_letter_are_marked(house: House, fake: FakeGemini):
    fake.script.usual = Scenario.INVENTING
    update = await last(house.advice, Ask(kind=Kind.LETTER, posting=POSTING, resume_text=RESUME))

    paragraphs = update.result.of("paragraphs")
    assert paragraphs
    assert all(each.texts["text"].marks for each in paragraphs)
