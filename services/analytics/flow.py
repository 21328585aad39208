"""The ways that applications took, as a flow that adds up."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count, pairwise
from typing import NamedTuple

from services.analytics.about import About
from services.analytics.facts import Ways
from services.analytics.shape import RESPONSES, Shape
from services.analytics.span import Span
from services.jobs.stages import StageKind, Stages

START, WAITING, OPEN = "applications", "waiting", "open"
NAMES = {START: "Applications", WAITING: "Waiting for a reply", OPEN: "Still open"}
FLOW = (
    "Every application from applying to where it is now, along its moves. A step backward begins "
    "another visit, shown as a place of its own; jobs still waiting, still open or ghosted end "
    "in places of their own. As many go into each place as come out of it."
)


class Place(NamedTuple):
    """A stage or kind at one visit. The beginning and the ends are at visit 0."""

    key: str
    visit: int = 0


class Ground(NamedTuple):
    """What a stage counts as: its place's key, and of each key the rank, the name, the kind."""

    keys: Mapping[str, str]
    ranks: Mapping[str, int]
    names: Mapping[str, str]
    kinds: Mapping[str, StageKind]


@dataclass(frozen=True, slots=True)
class Node:
    """A place of the flow. `key` is a stage's id or kind, an outcome, or one of the names above;
    `kind` is empty where it is no stage. No two nodes have the same label."""

    key: str
    kind: str
    visit: int
    label: str
    is_end: bool
    jobs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """The jobs that went from one node to another, by their places in the list of nodes."""

    source: int
    target: int
    jobs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Flow:
    """All that went where. The first node is where everything starts; nothing runs in circles."""

    about: About
    nodes: tuple[Node, ...]
    links: tuple[Link, ...]

    def as_text(self) -> str:
        """Return the flow as SankeyMATIC reads it: “Source [12] Target”, a line each."""
        names = list(_apart(_plain(node.label) for node in self.nodes))
        return "\n".join(
            f"{names[link.source]} [{len(link.jobs)}] {names[link.target]}" for link in self.links
        )


def flow(ways: Ways, stages: Stages, span: Span, by_kind: bool = False) -> Flow:
    """Return the flow of these ways through the person's stages, or through their kinds."""
    ground = _kinds(stages) if by_kind else _stages(stages)
    places: dict[Place, list[str]] = {}
    links: dict[tuple[Place, Place], list[str]] = {}
    for shape, those in ways:
        path = _path(shape, ground)
        jobs = [fact.job for fact in those]
        for place in path:
            places.setdefault(place, []).extend(jobs)
        for pair in pairwise(path):
            links.setdefault(pair, []).extend(jobs)
    order = sorted(places, key=lambda place: _order(place, ground))
    number = {place: index for index, place in enumerate(order)}
    return Flow(
        About(sum([len(those) for _, those in ways]), span, FLOW),
        tuple(_nodes(order, places, ground)),
        tuple(
            sorted(
                (
                    Link(number[source], number[target], tuple(jobs))
                    for (source, target), jobs in links.items()
                ),
                key=lambda link: (link.source, link.target),
            )
        ),
    )


def _end(shape: Shape) -> str:
    return shape.outcome or (WAITING if shape.is_waiting else OPEN)


def _path(shape: Shape, ground: Ground) -> list[Place]:
    """Return the places of one way. Being applied is where all start, so what lies before the
    first reply is left out; a later return to it is a visit."""
    places: list[Place] = []
    visit = 1
    for key in (ground.keys[visit.stage] for visit in shape.visits):
        if not places and ground.kinds[key] not in RESPONSES:
            continue
        if places and places[-1].key == key:
            continue
        if places and ground.ranks[key] < ground.ranks[places[-1].key]:
            visit += 1
        places.append(Place(key, visit))
    return [Place(START), *places, Place(_end(shape))]


def _stages(stages: Stages) -> Ground:
    return Ground(
        keys={stage.id: stage.id for stage in stages.every},
        ranks={stage.id: rank for rank, stage in enumerate(stages.every)},
        names={stage.id: stage.name for stage in stages.every},
        kinds={stage.id: stage.kind for stage in stages.every},
    )


def _kinds(stages: Stages) -> Ground:
    return Ground(
        keys={stage.id: stage.kind for stage in stages.every},
        ranks={kind: rank for rank, kind in enumerate(StageKind)},
        names={kind: kind.title() for kind in StageKind},
        kinds={kind: kind for kind in StageKind},
    )


def _order(place: Place, ground: Ground) -> tuple[int, int, int, str]:
    """Put the beginning first, then the visits in turn, then the ends."""
    if place.visit:
        return 1, place.visit, ground.ranks[place.key], ""
    return (0 if place.key == START else 2), 0, 0, place.key


def _nodes(
    order: Sequence[Place], places: Mapping[Place, list[str]], ground: Ground
) -> Iterable[Node]:
    labels = _apart(_label(place, ground) for place in order)
    for place, label in zip(order, labels, strict=True):
        kind = ground.kinds[place.key] if place.visit else ""
        is_end = not place.visit and place.key != START
        yield Node(str(place.key), str(kind), place.visit, label, is_end, tuple(places[place]))


def _label(place: Place, ground: Ground) -> str:
    if not place.visit:
        return NAMES.get(place.key, place.key.title())
    again = f", visit {place.visit}" if place.visit > 1 else ""
    return f"{ground.names[place.key]}{again}"


def _apart(labels: Iterable[str]) -> Iterable[str]:
    """Number the labels that were there before, so that no two are the same."""
    taken: set[str] = set()
    for label in labels:
        numbered = (label if number == 1 else f"{label} ({number})" for number in count(1))
        name = next(each for each in numbered if each not in taken)
        taken.add(name)
        yield name


def _plain(label: str) -> str:
    """Leave out what SankeyMATIC would read as an amount or a remark, but never everything."""
    return " ".join(label.translate(_MARKS).split()).lstrip("/ ") or "No name"


_MARKS = str.maketrans(dict.fromkeys("[]{}:#'\"", " "))
