"""The short ids by which a conversation speaks of records: [J3] for a job, [R1] for a resume."""

import re
from collections.abc import Mapping

from services.assistant.conversation import Receipt
from services.errors import Invalid, NotFound
from services.jobs.job import Card
from services.resumes.resume import Resume

_LONGEST = 120
_FORGED = re.compile(r"\[\s*([JR]\d[\dJR,;\s]*)\]")

MOST_SHOWN = 1_200
"""Records that one conversation may speak of: their names have to fit into its row."""


class Register:
    """Hands out the ids of what is shown in a conversation; the same record keeps its id."""

    def __init__(self, shown: Mapping[str, Receipt]) -> None:
        self.shown = dict(shown)
        self._ids = {receipt.path: id for id, receipt in shown.items()}

    def job(self, card: Card) -> str:
        """Return the id of a job."""
        return self._id("J", f"/jobs/{card.id}", job_name(card))

    def resume(self, resume: Resume) -> str:
        """Return the id of a resume."""
        return self._id("R", f"/resumes/{resume.id}", unforged(resume.name))

    def find(self, id: str) -> str:
        """Return the record that an id stands for, or raise `NotFound`."""
        receipt = self.shown.get(id.strip().strip("[]").upper())
        if receipt is None:
            raise NotFound(f"Nothing in this conversation has the id {id[:20]}. Search first.")
        return receipt.path.rpartition("/")[2]

    def _id(self, letter: str, path: str, name: str) -> str:
        if path not in self._ids:
            if len(self.shown) >= MOST_SHOWN:
                raise Invalid("Very many records were looked at here. Please begin anew.")
            number = sum(each.startswith(letter) for each in self.shown) + 1
            id = f"{letter}{number}"
            self._ids[path] = id
            self.shown[id] = Receipt(id=id, name=name, path=path)
        return self._ids[path]


def unforged(text: str) -> str:
    """Return a record's text without anything that looks like one of our ids."""
    return _FORGED.sub(r"(\1)", text)


def job_name(card: Card) -> str:
    """Return what a job is called, in a length that fits a line."""
    name = unforged(f"{card.company}, {card.position}")
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"
