"""The version to share: the same numbers, and nothing that tells whose they are."""

from dataclasses import asdict

import orjson
from hypothesis import given, settings

from services.analytics.measures import measures
from services.analytics.pictures.gallery import gallery
from services.analytics.sharing import anonymous
from services.analytics.span import ALL_TIME
from services.analytics.spreadsheet import applications_csv
from services.jobs.job import Salary
from services.jobs.stages import DEFAULT_STAGES, Stage, StageKind, Stages
from tests.analytics.search import TODAY, job, jobs, searches

SECRETS = {
    "company": "Zyxcorp",
    "position": "Quantum Gardener",
    "location": "Tristan da Cunha",
    "url": "https://zyxcorp.example/job",
    "source": "Aunt Wilhelmina",
    "resume": "For my cousin",
    "next_step": "Ring Bartholomew",
    "tags": ("cousin",),
    "salary": Salary(min=1, max=2, text="as agreed with Bartholomew"),
    "id": "01JSECRETSECRETSECRETSECRE",
}
OWN = Stages(
    every=[
        stage.model_copy(update={"name": "Tea with Zyxcorp", "id": "tea-with-zyxcorp"})
        if stage.id == "phone-screen"
        else stage
        for stage in DEFAULT_STAGES.every
    ]
)
WORDS = ("zyxcorp", "gardener", "tristan", "wilhelmina", "cousin", "bartholomew", "01jsecret")


def told(cards, stages):
    """Return everything that is handed out of a search, as one text."""
    cards, stages = anonymous(cards, stages)
    found = measures(cards, stages, ALL_TIME, TODAY)
    pictures = [asdict(picture) for picture in gallery(found, stages)]
    sheet = applications_csv(cards, stages, ALL_TIME, TODAY, {})
    told = [orjson.dumps(each, default=list).decode() for each in (found, pictures)]
    return f"{' '.join(told)} {sheet}".lower()


def test_no_name_note_link_or_id_is_in_anything_that_is_shared():
    moves = ("applied 1", "tea-with-zyxcorp 4", "applied 5", "rejected 9")
    cards = [job(*moves, **SECRETS), *jobs(40, "applied 3", source="Aunt Wilhelmina")]
    text = told(cards, OWN)

    assert [word for word in WORDS if word in text] == []
    assert "source a" in text


def test_what_is_not_shared_does_hold_the_names():
    found = measures([job("applied 1", **SECRETS)], OWN, ALL_TIME, TODAY)
    text = orjson.dumps(found).decode().lower()
    assert [word for word in ("wilhelmina", "cousin", "01jsecret") if word not in text] == []


@settings(max_examples=50)
@given(searches)
def test_sharing_changes_no_number(cards):
    before = measures(cards, DEFAULT_STAGES, ALL_TIME, TODAY)
    after = measures(*anonymous(cards, DEFAULT_STAGES), ALL_TIME, TODAY)

    def sizes(found):
        return (
            [len(tile.jobs) for tile in found.tiles.tiles],
            [(step.key, step.rate) for step in found.funnel.steps],
            sorted((node.kind, node.visit, len(node.jobs)) for node in found.flow.nodes),
            [(point.day, point.share) for point in found.replies.curve.points],
            [[group.n for group in groups.groups] for groups in found.groups],
        )

    assert sizes(before) == sizes(after)


def test_two_stages_of_one_kind_are_told_apart_by_letter():
    _, stages = anonymous([], DEFAULT_STAGES)
    assert [stage.name for stage in stages.every] == [
        *("Saved", "Applied", "Screening", "Interview A", "Interview B", "Offer")
    ]


def test_more_sources_than_letters_all_have_a_name():
    cards = [job("applied 1", source=f"Source number {number}") for number in range(60)]
    found, _ = anonymous(cards, DEFAULT_STAGES)
    assert len({card.source for card in found}) == 60


def test_however_many_stages_are_of_one_kind_each_has_a_name_of_its_own():
    many = [Stage(id=f"s{n}", name=f"Stage {n}", kind=StageKind.APPLIED) for n in range(40)]
    _, stages = anonymous([], Stages(every=many))
    assert len({stage.name for stage in stages.every}) == 40
