"""A proposal is a card until the person accepts it; then it is an event like any other."""

from typing import Any

import pytest

from services.assistant.conversation import Mode, State
from services.assistant.proposal import Fate, Kind
from services.assistant.tools import KNOWN, Tools
from services.errors import Conflict, Invalid, NotFound
from services.jobs.clash import Changed
from services.jobs.event import By, EventKind
from services.jobs.job import Job
from services.language.turns import ToolCall
from tests.assistant.conftest import POSTING, House

QUESTIONS = {
    "a move": ("Please move Acme, I spoke with Acme", Kind.MOVE, "Applied", "Phone Screen"),
    "a step": ("Remind me to write to Acme", Kind.TASK, "No next step", "Write to the recruiter"),
    "a note": ("Take a note for Acme", Kind.NOTE, "", "Ask about the team."),
    "a mail": ("Draft a follow-up to Acme", Kind.MAIL, "", "Dear team,"),
}


@pytest.fixture
async def job(house: House) -> Job:
    return await house.add("Acme", posting=POSTING, notes="Ana works there.")


async def proposed(house: House, words: str) -> tuple[str, int]:
    """Ask, and return the conversation and the message that holds the proposal."""
    chat = (await house.begin()).id
    answer = await house.ask(words, chat)
    assert answer.state is State.DONE
    return chat, answer.seq


@pytest.mark.parametrize(("words", "kind", "before", "after"), QUESTIONS.values(), ids=QUESTIONS)
async def test_what_is_suggested_is_a_card_with_both_sides_and_changes_nothing(
    house: House, job: Job, words: str, kind: Kind, before: str, after: str
):
    chat, seq = await proposed(house, words)
    card = (await house.conversations.message("ada", chat, seq)).proposals[0]

    assert (card.kind, card.before, card.fate) == (kind, before, Fate.OPEN)
    assert card.after.startswith(after)
    assert (await house.desk.jobs.get("ada", job.id)).version == job.version


async def test_the_job_and_the_stage_that_were_named_are_on_the_card(house: House, job: Job):
    named = await house.add("Juniper Foods", position="Offer manager")
    chat, seq = await proposed(house, "Move Juniper Foods to Offer")
    [card] = (await house.conversations.message("ada", chat, seq)).proposals

    assert (card.job, card.kind, card.after) == (named.id, Kind.MOVE, "Offer")


async def test_an_accepted_move_is_the_assistants_event_and_is_undone_like_any(
    house: House, job: Job
):
    chat, seq = await proposed(house, QUESTIONS["a move"][0])
    message = await house.proposals.accept("ada", chat, seq, 0)

    assert message.proposals[0].fate is Fate.ACCEPTED
    assert (await house.desk.jobs.get("ada", job.id)).stage == "phone-screen"
    event = (await house.desk.jobs.events("ada", job.id))[-1]
    assert (event.kind, event.by) == (EventKind.MOVED, By.ASSISTANT)
    await house.desk.history.undo("ada")
    assert (await house.desk.jobs.get("ada", job.id)).stage == "applied"


async def test_a_step_and_a_note_are_written_as_they_were_shown(house: House, job: Job):
    await house.proposals.accept("ada", *await proposed(house, QUESTIONS["a step"][0]), 0)
    await house.proposals.accept("ada", *await proposed(house, QUESTIONS["a note"][0]), 0)

    kept = await house.desk.jobs.get("ada", job.id)
    assert kept.next_step == "Write to the recruiter"
    assert kept.notes == "Ana works there.\n\nAsk about the team."


async def test_a_note_goes_behind_what_was_written_meanwhile(house: House, job: Job):
    place = await proposed(house, QUESTIONS["a note"][0])
    await house.desk.jobs.edit("ada", job.id, {"notes": "Ana left."})
    await house.proposals.accept("ada", *place, 0)

    assert (await house.desk.jobs.get("ada", job.id)).notes == "Ana left.\n\nAsk about the team."


async def test_what_was_changed_meanwhile_is_not_overwritten(house: House, job: Job):
    place = await proposed(house, QUESTIONS["a move"][0])
    await house.desk.jobs.move("ada", [job.id], "offer")
    with pytest.raises(Changed):
        await house.proposals.accept("ada", *place, 0)

    assert (await house.desk.jobs.get("ada", job.id)).stage == "offer"
    assert (await house.conversations.message("ada", *place)).proposals[0].fate is Fate.OPEN


async def test_what_is_settled_is_settled(house: House, job: Job):
    place = await proposed(house, QUESTIONS["a move"][0])
    declined = await house.proposals.decline("ada", *place, 0)
    assert declined.proposals[0].fate is Fate.DECLINED

    with pytest.raises(Conflict, match="settled already"):
        await house.proposals.accept("ada", *place, 0)
    assert (await house.desk.jobs.get("ada", job.id)).version == job.version


async def test_there_is_no_proposal_beyond_those_that_were_made(house: House, job: Job):
    place = await proposed(house, QUESTIONS["a move"][0])
    for index in (-1, 1):
        with pytest.raises(NotFound):
            await house.proposals.accept("ada", *place, index)


REFUSED: dict[str, tuple[dict[str, Any], str]] = {
    "a stage that is none": ({"kind": "move", "value": "Limbo"}, "That status is not known"),
    "where it stands": ({"kind": "move", "value": "Applied"}, "stands there already"),
    "a day that is none": ({"kind": "task", "value": "Call", "on": "soon"}, "2026-03-31"),
    "a deletion": ({"kind": "delete", "value": "all"}, "Please choose one of"),
    "nothing": ({"kind": "note", "value": ""}, "Please fill this in"),
}


@pytest.mark.parametrize(("wish", "words"), REFUSED.values(), ids=REFUSED)
async def test_what_could_not_be_done_is_not_proposed(
    house: House, job: Job, wish: dict[str, Any], words: str
):
    tools = Tools(await house.view(), tuple(KNOWN))
    await tools.use(ToolCall("search_jobs", {}))
    finding = await tools.use(ToolCall("propose_change", {"job": "J1", **wish}))

    assert finding.proposal is None
    assert words in finding.text


async def test_a_mock_interview_asks_hears_and_is_kept_on_its_job(house: House, job: Job):
    chat = await house.begin(Mode.INTERVIEW, job.id)
    first = await house.ask("I am ready.", chat.id)
    said = "I ran the engine in Leeds. I had to halve its cost. I rewrote the planner. It paid off"
    second = await house.ask(said, chat.id)

    assert first.text.count("?") == 1
    assert "**Situation**: “I ran the engine in Leeds”" in second.text
    assert "Next question" in second.text
    assert second.marks == ()
    kept = await house.proposals.record_interview("ada", chat)
    assert kept.notes.startswith("Ana works there.\n\nMock interview, 2 March 2026")
    assert "You: I ran the engine in Leeds" in kept.notes
    assert (await house.desk.jobs.events("ada", job.id))[-1].by is By.ASSISTANT


async def test_only_a_mock_interview_that_began_is_kept(house: House, job: Job):
    with pytest.raises(Invalid):
        await house.proposals.record_interview("ada", await house.begin())
    with pytest.raises(Invalid):
        await house.proposals.record_interview("ada", await house.begin(Mode.INTERVIEW, job.id))


async def test_a_negotiation_knows_the_figures_of_the_records_alone(house: House, job: Job):
    chat = await house.begin(Mode.NEGOTIATION)
    answer = await house.ask("Which of my offers pays best?", chat.id)

    assert "There is no offer yet" in answer.text
    assert answer.marks == ()
