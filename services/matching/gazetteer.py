"""The curated names of what can be asked for, read from `names/`."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from services.matching.coverage import Sort
from services.matching.folding import fold
from services.matching.inflection import variants

SORTS = {"licences": Sort.LICENCE, "languages": Sort.LANGUAGE, "soft": Sort.SOFT}
"""The files that hold something else than skills."""
DECOYS = "decoys"
"""The file of phrases that look like names; nothing inside one counts."""


class Doubt(StrEnum):
    """What a name needs besides its letters, as its mark in the files says it."""

    NONE = ""
    CASE = "="
    CONTEXT = "~"


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a name; `folded` is how it is looked for."""

    name: str
    written: str
    folded: str
    doubt: Doubt


@dataclass(frozen=True, slots=True)
class Entry:
    """A skill, licence, language or soft skill, and all that follows from having it."""

    name: str
    field: str
    sort: Sort
    forms: tuple[Form, ...]
    implies: frozenset[str]
    context: tuple[str, ...] = ()


class Gazetteer:
    """Every entry by its name, and every way to write it."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        stated = [
            entry
            for field, text in texts.items()
            if field != DECOYS
            for entry in _entries(field, text)
        ]
        self.entries = {entry.name: entry for entry in stated}
        if len(self.entries) < len(stated):
            names = [entry.name for entry in stated]
            raise ValueError(f"Named twice: {sorted({n for n in names if names.count(n) > 1})}")
        for entry in stated:
            self.entries[entry.name] = replace(entry, implies=self._all_of(entry, (entry.name,)))
        self.forms = self._forms()
        decoys = texts.get(DECOYS, "").splitlines()
        self.decoys = frozenset(
            fold(phrase.strip())[0]
            for line in decoys
            if line and not line.startswith("#")
            for phrase in line.split(",")
        )

    def _all_of(self, entry: Entry, way: tuple[str, ...]) -> frozenset[str]:
        """Return what an entry implies, directly or through others."""
        found = set(entry.implies)
        for name in entry.implies:
            if name not in self.entries:
                raise ValueError(f"{entry.name} implies {name}, which is no entry.")
            if name in way:
                raise ValueError(f"{name} implies itself.")
            found |= self._all_of(self.entries[name], (*way, name))
        return frozenset(found)

    def _forms(self) -> dict[str, Form]:
        """Return every form; what is stated goes before what is only derived."""
        forms: dict[str, Form] = {}
        for entry in self.entries.values():
            for form in entry.forms:
                other = forms.setdefault(form.folded, form)
                if other is not form:
                    raise ValueError(f"{form.written} is both {other.name} and {entry.name}.")
        for form in list(forms.values()):
            for variant in variants(form.written):
                folded = fold(variant)[0]
                forms.setdefault(folded, replace(form, written=variant, folded=folded))
        return forms


def load() -> Gazetteer:
    """Read the files that come with the matcher."""
    paths = sorted(Path(__file__).with_name("names").glob("*.txt"))
    return Gazetteer({path.stem: path.read_text("utf-8") for path in paths})


def _entries(field: str, text: str) -> Iterator[Entry]:
    sort = SORTS.get(field, Sort.SKILL)
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        head, *parts = (part.strip() for part in line.split("|"))
        name = head.lstrip("=~")
        written = [head, *_names(parts, "")]
        yield Entry(
            name=name,
            field=field,
            sort=sort,
            forms=tuple(_form(name, each) for each in written),
            implies=frozenset(_names(parts, ">")),
            context=tuple(fold(word)[0] for word in _names(parts, "?")),
        )


def _names(parts: Sequence[str], mark: str) -> list[str]:
    """Return the names in the part that begins with the mark; aliases have none."""
    chosen = [part for part in parts if part and (part[0] if part[0] in ">?" else "") == mark]
    return [name.strip() for part in chosen for name in part.lstrip(">?").split(",")]


def _form(name: str, marked: str) -> Form:
    written = marked.lstrip("=~")
    return Form(name, written, fold(written)[0], Doubt(marked[: len(marked) - len(written)]))
