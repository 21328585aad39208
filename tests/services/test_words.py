"""Events in words, and a search at a glance."""

from datetime import date

from services.jobs.job import JobDraft
from services.jobs.overview import overview
from services.jobs.stages import DEFAULT_STAGES, Outcome
from services.jobs.words import details, sentence, taken_back

DRAFT = JobDraft(company="Acme", position="Programmer")


async def test_each_event_says_what_it_did(jobs, history):
    job = await jobs.add("ada", DRAFT)
    await jobs.edit("ada", job.id, {"next_step_on": "2026-04-01", "url": "https://acme.test"})
    await jobs.move("ada", [job.id], "offer")
    await jobs.close("ada", [job.id], Outcome.DECLINED)
    await jobs.close("ada", [job.id], None)
    await jobs.correct("ada", job.id, 0, {"on": None})
    await jobs.trash("ada", [job.id])
    await history.undo("ada")

    assert [sentence(event, DEFAULT_STAGES) for event in await jobs.events("ada", job.id)] == [
        "Added",
        "Edited link, day of the next step",
        "Moved from Applied to Offer",
        "Ended: declined",
        "Reopened",
        "Corrected the history of its stages",
        "Put in the trash",
        "Undone: trashed",
    ]


async def test_short_fields_are_told_with_both_values(jobs):
    job = await jobs.add("ada", DRAFT)
    await jobs.edit("ada", job.id, {"location": "Bern", "notes": "private"})

    event = (await jobs.events("ada", job.id))[-1]
    assert details(event, DEFAULT_STAGES) == [("location", "nothing", "Bern")]


async def test_a_salary_and_the_trash_are_told_as_people_would(jobs):
    job = await jobs.add("ada", DRAFT)
    salary = {"min": 64_000.0, "max": 70_500.5, "currency": "EUR", "period": "year"}
    await jobs.edit("ada", job.id, {"salary": salary})
    await jobs.trash("ada", [job.id])

    edited, trashed = (await jobs.events("ada", job.id))[1:]
    told = "from 64,000, to 70,500.50, EUR, a year"
    assert details(edited, DEFAULT_STAGES) == [("salary", "nothing", told)]
    assert details(trashed, DEFAULT_STAGES) == []


async def test_a_correction_tells_what_the_day_was(jobs):
    job = await jobs.add("ada", DRAFT)
    await jobs.move("ada", [job.id], "offer")
    await jobs.correct("ada", job.id, 0, {"on": "2026-02-20"})
    await jobs.correct("ada", job.id, 1, None)

    *_, dated, taken_out = await jobs.events("ada", job.id)
    assert details(dated, DEFAULT_STAGES) == [("Applied", "2026-03-02", "2026-02-20")]
    assert details(taken_out, DEFAULT_STAGES) == [("Offer", "2026-03-02", "taken out")]


async def test_an_undo_names_the_job_or_counts_them(desk):
    ids = [(await desk.jobs.add("ada", DRAFT)).id for _ in range(2)]
    await desk.jobs.move("ada", ids, "offer")
    done = await desk.history.undo("ada")

    assert taken_back("undo", done.kind, done.cards) == "Undone: moved 2 jobs"
    assert taken_back("redo", done.kind, done.cards[:1]) == "Redone: moved Acme, Programmer"


async def test_a_search_at_a_glance_counts_what_runs(jobs):
    today = date(2026, 3, 2)
    drafts = [
        {"stage": "saved"},
        {"applied_on": "2026-02-24", "next_step": "call", "next_step_on": "2026-03-02"},
        {"applied_on": "2026-02-23"},
        {"stage": "final-interview"},
        {"stage": "offer", "outcome": "declined"},
    ]
    for draft in drafts:
        await jobs.add("ada", JobDraft.check({"company": "A", "position": "B", **draft}))

    found = overview(await jobs.cards("ada"), DEFAULT_STAGES, today)
    assert (found.jobs, found.open, found.interviewing, found.offers) == (5, 4, 1, 0)
    assert (found.applied_this_week, found.due) == (3, 1)
