"""How a resume meets a posting: what the posting asks for, and the resume's line for each."""

from enum import StrEnum

from services.record import Record


class Weight(StrEnum):
    """How much the posting wants something."""

    MUST = "must"
    PLAIN = "plain"
    NICE = "nice"


class Sort(StrEnum):
    """What sort of thing is asked for. Years, degrees and licences stand in rows of their own."""

    SKILL = "skill"
    YEARS = "years"
    DEGREE = "degree"
    LICENCE = "licence"
    SOFT = "soft"
    LANGUAGE = "language"


class Strength(StrEnum):
    """How well something is evidenced: in work that was done, in a bare list, by something that
    implies it, or not at all."""

    SHOWN = "shown"
    LISTED = "listed"
    IMPLIED = "implied"
    MISSING = "missing"


class Evidence(Record):
    """A piece of the resume. `quote` is `line`'s text from `start` to `end`, exactly.

    `line` counts from 0 in the resume's lines.
    """

    line: int
    start: int
    end: int
    quote: str


class Requirement(Record):
    """One thing the posting asks for; `quote` is the posting's own words, exactly."""

    name: str
    sort: Sort
    weight: Weight
    quote: str
    line: int


class Finding(Record):
    """A requirement and what the resume says to it. `note` explains what is not plain to see,
    such as "Terraform implies infrastructure as code" or "5 years asked, 3.5 found"."""

    requirement: Requirement
    strength: Strength
    evidence: tuple[Evidence, ...] = ()
    note: str = ""


class Coverage(Record):
    """The whole comparison, deterministic: the same two texts give the same coverage.

    `score` is 0 to 100 and only orders resumes or postings against each other; what is shown is
    `words`. `warnings` are sentences about stuffing, a copied posting or hidden text. `version`
    is the matcher's: results of different versions are not compared.
    """

    version: str
    findings: tuple[Finding, ...] = ()
    warnings: tuple[str, ...] = ()
    score: float = 0.0

    @property
    def met(self) -> int:
        """Return how many requirements have evidence."""
        return sum(finding.strength is not Strength.MISSING for finding in self.findings)

    @property
    def words(self) -> str:
        """Return the result as it is shown."""
        if not self.findings:
            return "This posting states no requirement that could be compared."
        count = len(self.findings)
        noun = "requirement has" if count == 1 else "requirements have"
        return f"{self.met} of {count} stated {noun} evidence"
