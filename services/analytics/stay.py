"""How long jobs stay in a stage."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from services.analytics.about import About
from services.analytics.facts import Ways
from services.analytics.span import Span
from services.analytics.survival import Curve, estimate
from services.jobs.stages import Outcome, Stages

STAY = (
    "Days that applications spent in each stage at each visit, until the next stage or the end; "
    "those still there count as staying up to today. Visits with an unknown day are left out."
)


@dataclass(frozen=True, slots=True)
class StageStay:
    """The visits to a stage: their `curve`, those `still` there, and how many lack a day."""

    stage: str
    name: str
    curve: Curve
    still: tuple[str, ...]
    undated: int


@dataclass(frozen=True, slots=True)
class Stay:
    """The stages that were visited, in the person's order; `about.n` counts the visits."""

    about: About
    stages: tuple[StageStay, ...]


@dataclass
class Stays:
    """What is known of the visits to one stage: those that ended, and how long the others last."""

    left: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    lasting: list[int] = field(default_factory=list)
    still: list[str] = field(default_factory=list)
    undated: int = 0

    def add(self, jobs: Sequence[str], days: Sequence[int | None], has_left: bool) -> None:
        """Add visits of so many days each, None where nobody knows."""
        self.undated += days.count(None)
        if not has_left:
            self.lasting += [day for day in days if day is not None]
            return
        left = self.left
        for job, day in zip(jobs, days, strict=True):
            if day is not None:
                left[day].append(job)


def stay(ways: Ways, stages: Stages, span: Span, today: date) -> Stay:
    """Return how long the applications that went these ways stayed where."""
    stays = {stage.id: Stays() for stage in stages.every}
    for shape, those in ways:
        jobs = [fact.job for fact in those]
        outcome = shape.outcome
        # Marking a job as ghosted says that one stopped watching, not that the wait was over.
        has_left = outcome is not None and outcome is not Outcome.GHOSTED
        days_of = list(zip(*[fact.days for fact in those], strict=True))
        ends: Sequence[date | None] = days_of[-1] if outcome else [today] * len(those)
        for visit in reversed(shape.visits):
            starts = days_of[visit.move]
            days = [
                (end - start).days if start and end and end >= start else None
                for start, end in zip(starts, ends, strict=True)
            ]
            stays[visit.stage].add(jobs, days, has_left)
            ends, has_left = starts, True
        if outcome is None:
            stays[shape.visits[-1].stage].still += jobs
    found = tuple(
        StageStay(
            stage.id, stage.name, estimate(its.left, its.lasting), tuple(its.still), its.undated
        )
        for stage in stages.every
        if (its := stays[stage.id]).left or its.lasting or its.undated
    )
    return Stay(About(sum(each.curve.n for each in found), span, STAY), found)
