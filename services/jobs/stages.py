"""Stages: where a job stands, in the person's own words, each mapped to a fixed kind."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field, model_validator

from services.errors import Invalid
from services.record import Line, Record


class StageKind(StrEnum):
    """What a stage means to the measures, in the order of a search."""

    SAVED = "saved"
    APPLIED = "applied"
    SCREENING = "screening"
    ASSESSMENT = "assessment"
    INTERVIEW = "interview"
    OFFER = "offer"

    @property
    def is_applied(self) -> bool:
        """Whether a job that reached this kind counts as applied for."""
        return self is not StageKind.SAVED


class Outcome(StrEnum):
    """How a job ended; apart from its stage, and reversible."""

    ACCEPTED = "accepted"
    DECLINED = "declined"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    GHOSTED = "ghosted"
    EXPIRED = "expired"


class Colour(StrEnum):
    """The colours a stage may wear; each has a light and a dark shade in the stylesheet."""

    SLATE = "slate"
    BLUE = "blue"
    CYAN = "cyan"
    TEAL = "teal"
    GREEN = "green"
    AMBER = "amber"
    ORANGE = "orange"
    ROSE = "rose"
    VIOLET = "violet"
    INDIGO = "indigo"


class Stage(Record):
    """One column of the board. Its `id` never changes, so its name and colour may."""

    id: str = Field(min_length=1, max_length=40)
    name: Annotated[Line, Field(min_length=1, max_length=40)]
    kind: StageKind
    colour: Colour = Colour.SLATE
    archived: bool = False


class Stages(Record):
    """A person's stages in their order. Archived ones stay, for the moves that name them."""

    every: Annotated[tuple[Stage, ...], Field(max_length=40)]

    @model_validator(mode="after")
    def _make_sense(self) -> "Stages":
        names = [stage.name.casefold() for stage in self.shown]
        if not names:
            raise ValueError("Please keep at least one stage.")
        if len(set(names)) < len(names):
            raise ValueError("Please give each stage a name of its own.")
        if any(name in set(Outcome) for name in names):
            raise ValueError("A stage cannot have the name of an outcome, such as Rejected.")
        if not any(stage.kind is StageKind.APPLIED for stage in self.shown):
            raise ValueError("Please keep one stage of the kind “applied”.")
        return self

    @property
    def shown(self) -> tuple[Stage, ...]:
        """The stages that are not archived."""
        return tuple(stage for stage in self.every if not stage.archived)

    @property
    def default(self) -> Stage:
        """The stage of a job that nothing else is said of: the first of kind "applied"."""
        return self.first(StageKind.APPLIED) or self.shown[0]

    def find(self, stage: str) -> Stage | None:
        """Return the stage of this id, archived or not."""
        return next((each for each in self.every if each.id == stage), None)

    def kind_of(self, stage: str) -> StageKind:
        """Return what a stage means; one that is gone without trace counts as saved."""
        found = self.find(stage)
        return found.kind if found else StageKind.SAVED

    def first(self, kind: StageKind) -> Stage | None:
        """Return the first shown stage of a kind."""
        return next((stage for stage in self.shown if stage.kind is kind), None)

    def understand(self, status: str) -> tuple[Stage, Outcome | None]:
        """Read a status word as the doors take it: a stage's name, an outcome, or a kind.

        The seed's words and the names of the default stages are always understood. Raise
        `Invalid` for any other: an unknown status is a question, never silently rewritten.
        An outcome stands at the person's first stage of the kind "applied".
        """
        word = " ".join(status.split()).casefold()
        for stage in self.shown:
            if word in (stage.name.casefold(), stage.id):
                return stage, None
        if word in set(Outcome):
            return self.default, Outcome(word)
        default = next(
            (each for each in DEFAULT_STAGES.every if each.name.casefold() == word), None
        )
        kind = default.kind if default else StageKind(word) if word in set(StageKind) else None
        stage_of_kind = self.first(kind) if kind else None
        if stage_of_kind is None:
            words = [stage.name for stage in self.shown] + [each.title() for each in Outcome]
            raise Invalid(
                "That status is not known.",
                fields={"status": f"Please use one of: {', '.join(words)}."},
            )
        return stage_of_kind, None


DEFAULT_STAGES = Stages(
    every=(
        Stage(id="saved", name="Saved", kind=StageKind.SAVED, colour=Colour.SLATE),
        Stage(id="applied", name="Applied", kind=StageKind.APPLIED, colour=Colour.BLUE),
        Stage(id="phone-screen", name="Phone Screen", kind=StageKind.SCREENING, colour=Colour.CYAN),
        Stage(
            id="technical-interview",
            name="Technical Interview",
            kind=StageKind.INTERVIEW,
            colour=Colour.VIOLET,
        ),
        Stage(
            id="final-interview",
            name="Final Interview",
            kind=StageKind.INTERVIEW,
            colour=Colour.INDIGO,
        ),
        Stage(id="offer", name="Offer", kind=StageKind.OFFER, colour=Colour.GREEN),
    )
)
