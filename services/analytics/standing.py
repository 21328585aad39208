"""Where jobs stand now, and how far applications ever came."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from services.analytics.about import About
from services.analytics.facts import Facts, Ways, jobs_of
from services.analytics.intervals import Rate, rate
from services.analytics.shape import Shape
from services.analytics.span import Span
from services.jobs.stages import Outcome, StageKind, Stages

UNKNOWN = "unknown"
STANDING = (
    "Each job by its outcome where it has one, else by its stage, as it stands now. Jobs that "
    "were saved and never applied for are shown apart from the applications."
)
FUNNEL = (
    "Applications that ever reached each step, from their moves, whatever became of them later; "
    "each with its share of all applications."
)


@dataclass(frozen=True, slots=True)
class Slice:
    """The jobs of one status. `key` is a stage's id, an outcome or “unknown”."""

    key: str
    name: str
    is_application: bool
    is_ended: bool
    jobs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """The statuses that occur. `about.n` counts the applications, `saved` the other jobs."""

    about: About
    saved: int
    slices: tuple[Slice, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the funnel and who ever reached it."""

    key: str
    name: str
    jobs: tuple[str, ...]
    rate: Rate


@dataclass(frozen=True, slots=True)
class Funnel:
    """How far applications came. Steps may be passed over, so a later one can be larger."""

    about: About
    steps: tuple[Step, ...]


def standing(
    applied: Sequence[Facts], saved: Sequence[Facts], stages: Stages, span: Span
) -> Standing:
    """Return where the jobs stand, in the person's order of stages, then the outcomes."""
    names = {stage.id: stage.name for stage in stages.every}
    order = [*names, UNKNOWN, *Outcome]
    slices = []
    for jobs, is_application in ((saved, False), (applied, True)):
        held: dict[str, list[str]] = {}
        for fact in jobs:
            stage = fact.shape.stage
            key = fact.shape.outcome or (stage if stage in names else UNKNOWN)
            held.setdefault(key, []).append(fact.job)
        for key in sorted(held, key=order.index):
            name = names.get(key) or ("Unknown stage" if key == UNKNOWN else key.title())
            ended = key in set(Outcome)
            slices.append(Slice(str(key), name, is_application, ended, tuple(held[key])))
    return Standing(About(len(applied), span, STANDING), len(saved), tuple(slices))


def funnel(ways: Ways, stages: Stages, span: Span) -> Funnel:
    """Return the steps from application to acceptance; assessment only if the person has any."""
    kinds = {stage.kind for stage in stages.every}
    later = [
        ("screening", "Screening", StageKind.SCREENING),
        ("assessment", "Assessment", StageKind.ASSESSMENT),
        ("interview", "Interview", StageKind.INTERVIEW),
        ("offer", "Offer", StageKind.OFFER),
    ]
    steps = [
        ("applied", "Applied", lambda shape: True),
        ("response", "First response", lambda shape: shape.reply is not None),
        *((key, name, _reached(kind)) for key, name, kind in later if kind in kinds),
        ("accepted", "Accepted", lambda shape: shape.outcome is Outcome.ACCEPTED),
    ]
    n = sum([len(those) for _, those in ways])
    return Funnel(
        About(n, span, FUNNEL),
        tuple(
            Step(key, name, jobs, rate(len(jobs), n))
            for key, name, took in steps
            for jobs in (jobs_of(ways, took),)
        ),
    )


def _reached(kind: StageKind) -> Callable[[Shape], bool]:
    return lambda shape: kind in shape.first
