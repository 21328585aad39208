"""Tracking jobs: what is written is found again, whole, with its history."""

from datetime import date

import pytest

from services.errors import Invalid, NotFound
from services.jobs.event import EventKind
from services.jobs.job import JobDraft
from services.jobs.stages import Outcome

DRAFT = JobDraft(company="Acme", position="Programmer", notes="Met Grace.", posting="Python")
MONDAY, TUESDAY = date(2026, 3, 2), date(2026, 3, 3)


async def test_a_job_is_found_again_by_another_process(jobs, other_desk):
    job = await jobs.add("ada", DRAFT)

    found = await other_desk.jobs.get("ada", job.id)

    assert (found.company, found.notes, found.posting) == ("Acme", "Met Grace.", "Python")
    assert found == job


async def test_every_move_is_remembered_with_its_day(jobs, clock):
    job = await jobs.add("ada", DRAFT)
    clock.forward(days=1)
    await jobs.move("ada", [job.id], "final-interview")

    moves = (await jobs.get("ada", job.id)).moves
    assert [(move.stage, move.on) for move in moves] == [
        ("applied", MONDAY),
        ("final-interview", TUESDAY),
    ]


async def test_someone_elses_job_does_not_exist(jobs):
    job = await jobs.add("ada", DRAFT)

    with pytest.raises(NotFound):
        await jobs.get("charles", job.id)
    with pytest.raises(NotFound):
        await jobs.edit("charles", job.id, {"company": "Mine"})
    with pytest.raises(NotFound):
        await jobs.move("charles", [job.id], "offer")
    with pytest.raises(NotFound):
        await jobs.events("charles", job.id)


async def test_each_change_leaves_one_event_with_both_values(jobs):
    job = await jobs.add("ada", DRAFT)
    await jobs.edit("ada", job.id, {"company": "Acme Ltd", "tags": ["near"]})

    added, edited = await jobs.events("ada", job.id)
    assert added.kind is EventKind.ADDED
    assert edited.fields == {"company": ["Acme", "Acme Ltd"], "tags": [[], ["near"]]}


async def test_a_change_that_changes_nothing_leaves_no_event(jobs):
    job = await jobs.add("ada", DRAFT)
    same = await jobs.edit("ada", job.id, {"company": "Acme"})

    assert same.version == job.version
    assert len(await jobs.events("ada", job.id)) == 1


async def test_a_word_typed_into_long_notes_costs_a_few_bytes_of_history(jobs):
    job = await jobs.add("ada", DRAFT.model_copy(update={"notes": "x" * 20_000}))
    await jobs.edit("ada", job.id, {"notes": "x" * 20_000 + " and more"})

    edited = (await jobs.events("ada", job.id))[-1]
    assert edited.fields["notes"] == {"at": 20_000, "removed": "", "inserted": " and more"}


async def test_a_reply_after_ghosting_revives_the_job_with_its_history(jobs):
    job = await jobs.add("ada", DRAFT)
    await jobs.close("ada", [job.id], Outcome.GHOSTED)
    await jobs.move("ada", [job.id], "phone-screen")

    revived = await jobs.get("ada", job.id)
    assert revived.outcome is None
    assert [move.outcome for move in revived.moves] == [None, Outcome.GHOSTED, None]


@pytest.mark.parametrize(
    ("draft", "moves"),
    [
        ({"stage": "saved"}, [("saved", MONDAY)]),
        ({}, [("applied", MONDAY)]),
        ({"applied_on": None}, [("applied", None)]),
        ({"applied_on": "2026-01-05"}, [("applied", date(2026, 1, 5))]),
        ({"stage": "offer"}, [("offer", MONDAY)]),
        (
            {"stage": "offer", "applied_on": "2026-01-05"},
            [("applied", date(2026, 1, 5)), ("offer", None)],
        ),
    ],
    ids=["saved", "today", "unknown", "dated", "later stage", "later stage, dated"],
)
async def test_the_moves_of_a_new_job_invent_no_date(jobs, draft, moves):
    job = await jobs.add("ada", JobDraft.check({"company": "A", "position": "B", **draft}))

    assert [(move.stage, move.on) for move in job.moves] == moves


async def test_a_day_is_the_day_where_the_person_is(desk, clock):
    await desk.people.choose("ada", {"zone": "Pacific/Auckland"})
    clock.forward(hours=6)
    job = await desk.jobs.add("ada", DRAFT)

    assert job.moves[0].on == TUESDAY


async def test_a_correction_puts_a_day_right_and_keeps_when_it_was_told(jobs, clock):
    job = await jobs.add("ada", DRAFT)
    clock.forward(days=1)
    corrected = await jobs.correct("ada", job.id, 0, {"on": "2026-02-20"})

    assert corrected.moves[0].on == date(2026, 2, 20)
    assert corrected.moves[0].at == job.moves[0].at
    assert (await jobs.events("ada", job.id))[-1].kind is EventKind.CORRECTED


async def test_what_is_still_to_come_has_not_happened(jobs):
    job = await jobs.add("ada", DRAFT)
    tomorrow, later = "2026-03-03", "2026-03-04"

    assert (await jobs.correct("ada", job.id, 0, {"on": tomorrow})).moves[0].on == TUESDAY
    for change in (
        jobs.correct("ada", job.id, 0, {"on": later}),
        jobs.edit("ada", job.id, {"applied_on": later}),
        jobs.add("ada", JobDraft.check({**dict(DRAFT), "applied_on": later})),
    ):
        with pytest.raises(Invalid) as refusal:
            await change
        assert "still to come" in " ".join(refusal.value.fields.values())


async def test_taking_out_the_last_move_puts_the_job_back(jobs):
    job = await jobs.add("ada", DRAFT)
    await jobs.move("ada", [job.id], "offer")

    assert (await jobs.correct("ada", job.id, 1, None)).stage == "applied"
    with pytest.raises(Invalid, match="only move"):
        await jobs.correct("ada", job.id, 0, None)


async def test_hundreds_of_jobs_move_as_one_action(jobs, history):
    ids = [(await jobs.add("ada", DRAFT)).id for _ in range(95)]

    assert await jobs.move("ada", ids, "offer") == 95
    assert {card.stage for card in await jobs.cards("ada")} == {"offer"}
    assert len((await history.undo("ada")).cards) == 95
    assert {card.stage for card in await jobs.cards("ada")} == {"applied"}


@pytest.mark.parametrize("field", ["id", "version", "moves", "trashed", "added", "owner"])
async def test_what_is_not_the_persons_to_write_is_refused(jobs, field):
    job = await jobs.add("ada", DRAFT)

    with pytest.raises(Invalid) as refusal:
        await jobs.edit("ada", job.id, {field: "2020-01-01"})
    assert field in refusal.value.fields


async def test_a_tag_is_put_on_and_taken_off_many(jobs):
    ids = [(await jobs.add("ada", DRAFT)).id for _ in range(3)]

    assert await jobs.tag("ada", ids, "remote") == 3
    assert await jobs.tag("ada", ids, "remote") == 0
    assert await jobs.untag("ada", ids[:1], "remote") == 1
    assert [card.tags for card in await jobs.cards("ada")] == [("remote",), ("remote",), ()]


async def test_the_same_company_is_noticed_however_it_is_written(jobs):
    await jobs.add("ada", JobDraft(company="Zürich Insurance", position="Actuary"))
    exact = await jobs.add("ada", JobDraft(company="ZURICH  insurance", position="Clerk"))

    alike = await jobs.alike("ada", "zurich insurance", "clerk")
    assert alike[0].id == exact.id
    assert len(alike) == 2
    assert await jobs.alike("charles", "zurich insurance") == []
