"""Finding jobs: search over all text, filters, order."""

from datetime import date

import pytest

from services.errors import Invalid
from services.jobs.job import JobDraft
from services.jobs.selection import Filter
from services.jobs.stages import Outcome


@pytest.fixture
async def found(desk):
    """Three jobs, and a way to ask which of them a filter finds."""
    drafts = [
        {"company": "Zürich Re", "position": "Actuary", "applied_on": "2026-01-10"},
        {"company": "Acme", "position": "Programmer", "posting": "You know Kubernetes"},
        {"company": "Initech", "position": "Clerk", "tags": ["near"], "source": "Friend"},
    ]
    for draft in drafts:
        job = await desk.jobs.add("ada", JobDraft.check(draft))
    await desk.jobs.move("ada", [job.id], "phone-screen")
    await desk.jobs.close("ada", [job.id], Outcome.GHOSTED)

    async def select(owner="ada", **wanted):
        cards = await desk.selection.select(owner, Filter.check(wanted))
        return [card.company for card in cards]

    return select


@pytest.mark.parametrize(
    ("wanted", "companies"),
    [
        ({}, ["Initech", "Acme", "Zürich Re"]),
        ({"q": "zurich"}, ["Zürich Re"]),
        ({"q": "ACTUARY züri"}, ["Zürich Re"]),
        ({"q": "kubernetes"}, ["Acme"]),
        ({"q": "nothing like it"}, []),
        ({"stage": ["phone-screen"]}, ["Initech"]),
        ({"outcome": ["none"]}, ["Acme", "Zürich Re"]),
        ({"outcome": ["ghosted", "none"]}, ["Initech", "Acme", "Zürich Re"]),
        ({"tag": ["near", "far"]}, ["Initech"]),
        ({"source": ["Friend"]}, ["Initech"]),
        ({"since": "2026-01-10", "until": "2026-01-10"}, ["Zürich Re"]),
        ({"since": "2026-02-01"}, ["Initech", "Acme"]),
        ({"sort": "company", "desc": False}, ["Acme", "Initech", "Zürich Re"]),
        ({"sort": "applied_on", "desc": False}, ["Zürich Re", "Initech", "Acme"]),
        ({"sort": "stage", "desc": False}, ["Acme", "Zürich Re", "Initech"]),
    ],
    ids=str,
)
async def test_a_filter_finds_what_it_says(found, wanted, companies):
    assert await found(**wanted) == companies


async def test_nobody_finds_anothers_jobs(found):
    assert await found(owner="charles") == []


async def test_what_is_typed_just_now_is_found(desk, found):
    assert await found(q="giraffe") == []
    job = (await desk.jobs.cards("ada"))[0]
    await desk.jobs.edit("ada", job.id, {"notes": "They keep a giraffe."})

    assert await found(q="giraffe") == [job.company]


async def test_what_another_process_typed_is_found(desk, other_desk, found):
    await found(q="giraffe")
    job = (await other_desk.jobs.cards("ada"))[0]
    await other_desk.jobs.edit("ada", job.id, {"notes": "They keep a giraffe."})

    assert await found(q="giraffe") == [job.company]


async def test_jobs_without_a_value_come_last_in_either_order(desk, found):
    job = (await desk.jobs.cards("ada"))[-1]
    await desk.jobs.edit("ada", job.id, {"deadline": date(2026, 5, 1)})

    assert (await found(sort="deadline", desc=True))[0] == "Zürich Re"
    assert (await found(sort="deadline", desc=False))[0] == "Zürich Re"


async def test_the_words_in_use_are_offered_without_the_trash(desk, found):
    assert await desk.selection.words("ada") == (["near"], ["Friend"])
    await desk.jobs.trash("ada", [(await desk.jobs.cards("ada"))[0].id])
    assert await desk.selection.words("ada") == ([], [])


@pytest.mark.parametrize("wanted", [{"sort": "secret"}, {"since": "soon"}, {"owner": "charles"}])
async def test_a_filter_that_makes_no_sense_is_refused(wanted):
    with pytest.raises(Invalid):
        Filter.check(wanted)


async def test_only_the_named_jobs_are_chosen_among(desk, found):
    cards = await desk.jobs.cards("ada")
    only = frozenset([cards[0].id, cards[2].id, "another's"])
    chosen = await desk.selection.select("ada", Filter.check({"outcome": ["none"]}), only)

    assert [card.company for card in chosen] == ["Zürich Re"]
    assert await desk.selection.select("ada", Filter(), frozenset()) == []
    assert len(await desk.selection.select("ada", Filter())) == 3
    columns = await desk.selection.columns("ada", Filter(), only)
    assert sum(map(len, columns.values())) == 2
