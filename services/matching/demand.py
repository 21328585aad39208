"""What a posting can ask for, each able to look for its answer in a resume."""

from dataclasses import dataclass
from typing import NamedTuple, Protocol

from services.matching.coverage import Finding, Requirement, Sort, Strength
from services.matching.resume import PIECES, Proof, Resume

CREDIT = {
    Strength.SHOWN: 1.0,
    Strength.LISTED: 0.6,
    Strength.IMPLIED: 0.5,
    Strength.MISSING: 0.0,
}


class Answer(NamedTuple):
    """A finding, and how far it meets what was asked, from 0 to 1."""

    finding: Finding
    credit: float


class Demand(Protocol):
    """One row of the comparison."""

    @property
    def requirement(self) -> Requirement:
        """Return what is asked, in the posting's words."""

    def answer(self, resume: Resume) -> Answer:
        """Return what the resume says to it."""


@dataclass(frozen=True, slots=True)
class Skill:
    """One skill, or any of several."""

    requirement: Requirement
    names: tuple[str, ...]

    def answer(self, resume: Resume) -> Answer:
        proofs = [proof for name in self.names for proof in resume.proofs.get(name, ())]
        if self.requirement.sort is Sort.SOFT:
            proofs = [proof for proof in proofs if proof.strength is Strength.SHOWN]
        if not proofs:
            return missing(self.requirement, self._excuse(resume))
        best = min(proofs, key=_rank)
        same = [proof for proof in proofs if _rank(proof) == _rank(best)]
        parts = [proof.mention[:2] for proof in same[:PIECES]]
        strength, note, credit = best.strength, "", CREDIT[best.strength]
        if best.strength is Strength.LISTED:
            credit *= resume.trust(best.mention.name)
        if best.is_implied:
            credit = CREDIT[Strength.IMPLIED] + 0.1 * (strength is Strength.SHOWN)
            strength, note = Strength.IMPLIED, f"{best.mention.name} implies {best.meant}"
        finding = Finding(
            requirement=self.requirement, strength=strength, evidence=resume.quote(parts), note=note
        )
        return Answer(finding, credit)

    def _excuse(self, resume: Resume) -> str:
        if resume.denied.isdisjoint(self.names):
            return ""
        return "Named in the resume only as something not known, not held or still being learned"


def _rank(proof: Proof) -> tuple[bool, bool]:
    return proof.is_implied, proof.strength is not Strength.SHOWN


def missing(requirement: Requirement, note: str = "", credit: float = 0.0) -> Answer:
    """Answer that nothing was found."""
    return Answer(Finding(requirement=requirement, strength=Strength.MISSING, note=note), credit)
