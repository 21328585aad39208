"""The flow: it adds up, and it never runs in circles."""

from collections import Counter

import pytest
from hypothesis import given, settings

from services.analytics.facts import gather, ways_of
from services.analytics.flow import flow
from services.analytics.span import ALL_TIME
from services.jobs.stages import DEFAULT_STAGES, Stages
from tests.analytics.search import TODAY, job, searches

BACK_AND_FORTH = job(
    *("applied 1", "phone-screen 5", "technical-interview 9"),
    *("phone-screen 12", "technical-interview 15", "rejected 20"),
)


def flow_of(cards, by_kind=False, stages=DEFAULT_STAGES):
    facts = gather(cards, stages, TODAY)
    return flow(ways_of(f for f in facts if f.shape.is_application), stages, ALL_TIME, by_kind)


def test_each_way_is_told_from_applying_to_where_it_stands():
    cards = [job("applied 1"), job("applied 1", "ghosted 9"), job("applied 1", "offer 5")]
    assert flow_of(cards).as_text().splitlines() == [
        "Applications [1] Offer",
        "Applications [1] Ghosted",
        "Applications [1] Waiting for a reply",
        "Offer [1] Still open",
    ]


def test_a_loop_is_unrolled_by_visit():
    assert [node.label for node in flow_of([BACK_AND_FORTH]).nodes] == [
        "Applications",
        "Phone Screen",
        "Technical Interview",
        "Phone Screen, visit 2",
        "Technical Interview, visit 2",
        "Rejected",
    ]


def test_two_stages_of_one_kind_are_one_place_by_kind():
    card = job("applied 1", "technical-interview 5", "final-interview 9")
    assert flow_of([card], by_kind=True).as_text().splitlines() == [
        "Applications [1] Interview",
        "Interview [1] Still open",
    ]


@pytest.mark.parametrize("by_kind", [False, True], ids=["by stage", "by kind"])
@settings(max_examples=50)
@given(cards=searches)
def test_as_many_go_in_as_come_out(by_kind, cards):
    found = flow_of(cards, by_kind)
    into: Counter[str] = Counter()
    out: Counter[str] = Counter()
    for link in found.links:
        out.update((link.source, job) for job in link.jobs)
        into.update((link.target, job) for job in link.jobs)
    for number, node in enumerate(found.nodes):
        here = Counter((number, job) for job in node.jobs)
        assert number == 0 or here == Counter({k: n for k, n in into.items() if k[0] == number})
        assert node.is_end or here == Counter({k: n for k, n in out.items() if k[0] == number})


@pytest.mark.parametrize("by_kind", [False, True], ids=["by stage", "by kind"])
@settings(max_examples=50)
@given(cards=searches)
def test_all_that_begins_ends_and_nothing_runs_in_circles(by_kind, cards):
    found = flow_of(cards, by_kind)

    assert sum(len(node.jobs) for node in found.nodes if node.is_end) == found.about.n
    assert sum(len(node.jobs) for node in found.nodes[:1]) == found.about.n
    assert all(link.source < link.target for link in found.links)
    assert len({node.label for node in found.nodes}) == len(found.nodes)


def test_the_text_keeps_apart_what_has_the_same_name_and_holds_no_brackets():
    stages = [
        stage.model_copy(update={"name": "Still open" if stage.id == "offer" else "Call [1]"})
        if stage.id in ("offer", "phone-screen")
        else stage
        for stage in DEFAULT_STAGES.every
    ]
    text = flow_of([job("applied 1", "phone-screen 3", "offer 5")], stages=Stages(every=stages))

    assert text.as_text().splitlines() == [
        "Applications [1] Call 1",
        "Call 1 [1] Still open",
        "Still open [1] Still open (2)",
    ]


def test_stages_whose_names_hold_only_marks_stay_apart_in_the_text():
    names = {
        "phone-screen": "Interview #1",
        "technical-interview": "Interview 1",
        "final-interview": "// Talk",
        "offer": "#",
    }
    stages = [
        stage.model_copy(update={"name": names.get(stage.id, stage.name)})
        for stage in DEFAULT_STAGES.every
    ]
    text = flow_of([job("applied 1", *(f"{id} 3" for id in names))], stages=Stages(every=stages))

    assert text.as_text().splitlines() == [
        "Applications [1] Interview 1",
        "Interview 1 [1] Interview 1 (2)",
        "Interview 1 (2) [1] Talk",
        "Talk [1] No name",
        "No name [1] Still open",
    ]


def test_a_number_is_not_given_to_two_places():
    names = {"phone-screen": "Still open (2)", "offer": "Still open"}
    stages = [
        stage.model_copy(update={"name": names.get(stage.id, stage.name)})
        for stage in DEFAULT_STAGES.every
    ]
    found = flow_of([job("applied 1", *(f"{id} 3" for id in names))], stages=Stages(every=stages))

    assert [node.label for node in found.nodes][1:] == [
        "Still open (2)",
        "Still open",
        "Still open (3)",
    ]
