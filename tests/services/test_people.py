"""A person's own stages and settings."""

import pytest

from services.errors import Conflict, Invalid
from services.jobs.job import JobDraft
from services.jobs.profile import View
from services.jobs.stages import DEFAULT_STAGES, Outcome, Stage, StageKind, Stages

DRAFT = JobDraft(company="Acme", position="Programmer")


def changed(stages: Stages, stage: str, **update) -> Stages:
    every = [each.model_copy(update=update) if each.id == stage else each for each in stages.every]
    return Stages.check({"every": every})


async def test_a_renamed_stage_keeps_its_jobs_and_their_history(desk):
    job = await desk.jobs.add("ada", DRAFT)
    renamed = changed(DEFAULT_STAGES, "applied", name="Sent")
    await desk.people.arrange("ada", renamed, DEFAULT_STAGES)

    profile = await desk.people.profile("ada")
    now = await desk.jobs.get("ada", job.id)
    assert now.status(profile.stages) == "Sent"
    assert now.moves == job.moves


async def test_new_stages_show_in_another_process(desk, other_desk):
    await other_desk.people.profile("ada")
    await desk.people.arrange("ada", changed(DEFAULT_STAGES, "offer", name="Won"), DEFAULT_STAGES)

    assert (await other_desk.people.profile("ada")).stages.find("offer").name == "Won"


async def test_a_stage_that_is_left_out_stays_for_the_history(desk):
    fewer = Stages(every=DEFAULT_STAGES.every[:-1])
    await desk.people.arrange("ada", fewer, DEFAULT_STAGES)

    stages = (await desk.people.profile("ada")).stages
    assert stages.find("offer").archived
    assert stages.kind_of("offer") is StageKind.OFFER


async def test_a_stage_with_jobs_in_it_cannot_be_archived(desk):
    await desk.jobs.add("ada", DRAFT.model_copy(update={"stage": "offer"}))

    with pytest.raises(Invalid, match="1 of your jobs still stand in “Offer”"):
        await desk.people.arrange(
            "ada", changed(DEFAULT_STAGES, "offer", archived=True), DEFAULT_STAGES
        )


async def test_stages_changed_in_another_tab_are_not_overwritten(desk):
    await desk.people.arrange("ada", changed(DEFAULT_STAGES, "offer", name="Won"), DEFAULT_STAGES)

    with pytest.raises(Conflict):
        await desk.people.arrange(
            "ada", changed(DEFAULT_STAGES, "offer", name="Yes"), DEFAULT_STAGES
        )


@pytest.mark.parametrize(
    ("update", "sentence"),
    [
        ({"name": "Offer"}, "a name of its own"),
        ({"name": "Rejected"}, "name of an outcome"),
        ({"kind": StageKind.SAVED}, "one stage of the kind"),
    ],
)
def test_stages_that_make_no_sense_are_refused_in_words(update, sentence):
    with pytest.raises(Invalid) as refusal:
        changed(DEFAULT_STAGES, "applied", **update)
    assert sentence in " ".join(refusal.value.fields.values())


@pytest.mark.parametrize(
    ("word", "stage", "outcome"),
    [
        ("Applied", "applied", None),
        ("interview", "technical-interview", None),
        ("  phone   SCREEN ", "phone-screen", None),
        ("Offer", "offer", None),
        ("Rejected", "applied", Outcome.REJECTED),
        ("ghosted", "applied", Outcome.GHOSTED),
    ],
)
def test_status_words_are_understood(word, stage, outcome):
    found, ended = DEFAULT_STAGES.understand(word)
    assert (found.id, ended) == (stage, outcome)


def test_the_default_words_are_understood_after_renaming():
    renamed = changed(DEFAULT_STAGES, "phone-screen", name="Erstgespräch")
    assert renamed.understand("Phone Screen")[0].id == "phone-screen"
    assert renamed.understand("erstgespräch")[0].id == "phone-screen"


@pytest.mark.parametrize("word", ["", "Hired??", "null", "applied!"])
def test_an_unknown_status_is_a_question(word):
    with pytest.raises(Invalid) as question:
        DEFAULT_STAGES.understand(word)
    assert "Applied" in question.value.fields["status"]


async def test_views_are_kept_replaced_and_dropped(desk):
    await desk.people.keep_view("ada", View(name="Near", query="tag=near"))
    await desk.people.keep_view("ada", View(name="Near", query="tag=close"))
    assert [view.query for view in (await desk.people.profile("ada")).views] == ["tag=close"]

    await desk.people.drop_view("ada", "Near")
    assert (await desk.people.profile("ada")).views == ()


@pytest.mark.parametrize("choice", [{"zone": "Mars/Olympus"}, {"zone": "../etc"}, {"email": "x"}])
async def test_a_choice_that_cannot_be_is_refused(desk, choice):
    with pytest.raises(Invalid):
        await desk.people.choose("ada", choice)


async def test_somebody_without_a_time_zone_takes_that_of_the_first_browser(desk):
    await desk.people.settle("ada", "Europe/Berlin")
    await desk.people.settle("ada", "Asia/Tokyo")
    assert (await desk.people.profile("ada")).zone == "Europe/Berlin"


@pytest.mark.parametrize("zone", ["", "Mars/Olympus", "../etc", "x" * 70, "UTC"])
async def test_a_browser_that_does_not_say_where_it_is_settles_nothing(desk, zone):
    await desk.people.settle("ada", zone)
    assert (await desk.people.profile("ada")).zone == ""


async def test_settings_leave_undo_alone(desk):
    job = await desk.jobs.add("ada", DRAFT)
    await desk.people.choose("ada", {"name": "Ada L."})
    await desk.history.undo("ada")

    assert (await desk.jobs.get("ada", job.id)).trashed
    assert (await desk.people.profile("ada")).name == "Ada L."


def test_a_stage_is_archived_by_leaving_it_out_only_once():
    with pytest.raises(Invalid):
        Stages.check({"every": [Stage(id="a", name="A", kind=StageKind.SAVED)]})


@pytest.mark.parametrize("goal", [0, -1, 201, "many", 2.5])
async def test_a_goal_that_makes_no_sense_is_refused(desk, goal):
    with pytest.raises(Invalid) as refusal:
        await desk.people.choose("ada", {"goal": goal})
    assert "goal" in refusal.value.fields


async def test_a_goal_is_kept_and_taken_away(desk, other_desk):
    await desk.people.choose("ada", {"goal": 5})
    assert (await other_desk.people.profile("ada")).goal == 5
    await desk.people.choose("ada", {"goal": None})
    assert (await other_desk.people.profile("ada")).goal is None
