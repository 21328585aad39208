"""What forms ask of each job: those of the United States' government, and the older Europass."""

import re
from collections.abc import Iterator, Sequence
from enum import Enum

from services.parsing.rows import Row


class _Asked(Enum):
    """What a form asks, in the order in which a resume tells it."""

    POST = 0
    EMPLOYER = 1
    WHEN = 2
    DONE = 3
    SECTOR = 4


_LABELS = {
    _Asked.WHEN: r"dates?|date \(da [–-] a\)|fechas?|datas?|zeitraum|daten",
    _Asked.POST: r"occupation or position held|lavoro o posizione ricoperti"
    r"|profesión o cargo desempeñado|(?:profissão|função) ou cargo (?:exercido|ocupado)"
    r"|fonction ou poste occupé|beruf oder funktion",
    _Asked.EMPLOYER: r"name and address of employer|nome e indirizzo del datore di lavoro"
    r"|nombre y dirección de la empresa o empleador|nome e (?:morada|endereço) do empregador"
    r"|nom et adresse de l['’]employeur|name und adresse des arbeitgebers",
    _Asked.DONE: r"main activities and responsibilities"
    r"|principali (?:attività|mansioni) e responsabilità"
    r"|funciones y responsabilidades principales|principais atividades e responsabilidades"
    r"|principales activités et responsabilités|wichtigste tätigkeiten und zuständigkeiten",
    _Asked.SECTOR: r"type of business or sector|tipo di attività o settore"
    r"|tipo de empresa (?:o|ou) sector|type ou secteur d['’]activité"
    r"|tätigkeitsbereich oder branche",
}
_LABEL = {
    asked: re.compile(rf"(?:{words})(?:\s*:\s*|\s+(?=\S)|$)", re.IGNORECASE)
    for asked, words in _LABELS.items()
}
_ASIDE = re.compile(
    r"^(?:(?:security )?clearance|(?:annual |starting |ending |base |final )?salary|pay plan"
    r"|pay grade|series|(?:gs )?grade"
    r"|hours(?: per week|/week| worked)?|supervisor(?:['’]s (?:name|phone))?"
    r"|(?:okay|ok) to contact[^:?]*|(?:may (?:we )?)?contact (?:this )?supervisor)\s*[:?]"
    r"|^duties, accomplishments,? and related skills:?$",
    re.IGNORECASE,
)


def filled(rows: Sequence[Row]) -> tuple[Sequence[Row], list[Row]]:
    """Return the rows as a resume without a form has them, and what only the form wants to know."""
    asides = [row for row in rows if not row.bullet and _ASIDE.match(row.text)]
    if asides:
        rows = [row for row in rows if row not in asides]
    if not any(_LABEL[_Asked.EMPLOYER].match(row.text) for row in rows):
        return rows, asides
    told: list[Row] = []
    for job in _jobs(rows):
        own = sorted(job, key=lambda each: each[0].value)
        told += [_told(asked, row) for asked, row in own if row.text and asked is not _Asked.SECTOR]
        asides += [row for asked, row in own if not row.text or asked is _Asked.SECTOR]
    return told, asides


def _told(asked: _Asked, row: Row) -> Row:
    return row._replace(bullet=asked is _Asked.DONE, apart=asked is _Asked.POST)


def _jobs(rows: Sequence[Row]) -> Iterator[list[tuple[_Asked, Row]]]:
    """Yield the rows of each job, without their labels, with what each answers."""
    job: list[tuple[_Asked, Row]] = []
    asked = _Asked.WHEN
    for row in rows:
        label = next(
            ((each, match) for each in _Asked if (match := _LABEL[each].match(row.text))), None
        )
        if label:
            asked, row = label[0], row._replace(text=row.text[label[1].end() :])
            if asked is _Asked.WHEN and job:
                yield job
                job = []
        job.append((asked, row))
    if job:
        yield job


_STUDY = re.compile(
    r"(?:dates?|title of qualification awarded|qualifica conseguita|titre du certificat ou diplôme"
    r" délivré|título de la cualificación obtenida|bezeichnung der erworbenen qualifikation"
    r"|name and type of organi[sz]ation(?: providing education and training)?"
    r"|(?P<subjects>principal subjects ?/ ?occupational skills(?: covered)?"
    r"|level in national.*|principali tematiche.*))(?:\s*:\s*|\s+(?=\S)|$)",
    re.IGNORECASE,
)


def studied(rows: Sequence[Row]) -> list[Row]:
    """Return the rows about studies without the form's labels and its list of subjects."""
    if not any((match := _STUDY.match(row.text)) and match["subjects"] for row in rows):
        return list(rows)
    told: list[Row] = []
    is_told = True
    for row in rows:
        if label := _STUDY.match(row.text):
            is_told, row = not label["subjects"], row._replace(text=row.text[label.end() :])
        if is_told and row.text:
            told.append(row)
    return told
