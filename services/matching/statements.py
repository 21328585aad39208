"""A posting's sentences: which of them ask for something, and how much they want it."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from services.matching.coverage import Weight
from services.matching.headings import Scope, opened
from services.matching.tables import Columns

LONG = 1_000
"""A sentence is no longer than this."""


class Statement(NamedTuple):
    """A sentence that may ask for something: a part of one line of the posting."""

    line: int
    start: int
    end: int
    text: str
    scope: Scope
    weight: Weight


def statements(lines: Sequence[str]) -> Iterator[Statement]:
    """Yield the sentences that may ask for something, in order."""
    parts = list(_parts(lines))
    headings = [opened(part.text) for part in parts]
    is_headed = any(heading and heading[0] is not Scope.SILENT for heading in headings)
    scope, columns = Scope.INTRO, Columns()
    for (index, at, line), heading in zip(parts, headings, strict=True):
        if columns.opened(line):
            continue
        if cells := columns.cells(line):
            for cell, end, weight in cells:
                for left, right in _sentences(line[:end], cell):
                    text = line[left:right]
                    yield Statement(index, at + left, at + right, text, Scope.PLAIN, weight)
            continue
        around, start = scope, 0
        if heading and (heading[0] is not Scope.INTRO or scope is Scope.SILENT):
            around, start = heading
            if start == len(line) or around is not Scope.SILENT:
                scope = around
        if around is Scope.SILENT or _LAW.search(line.lower()):
            continue
        for left, right in _sentences(line, start):
            # Who is looking asks for nothing by being called what it is called.
            if employer := _EMPLOYER.match(line, left, right):
                left = employer.end()
            text = line[left:right]
            plain = text.lower()
            if around is Scope.INTRO and is_headed and not _ASKING.search(plain):
                continue
            if not _SILENT.search(plain) and not is_waived(plain):
                weight = weight_of(plain, around)
                yield Statement(index, at + left, at + right, text, around, weight)


class _Part(NamedTuple):
    line: int
    start: int
    text: str


def _parts(lines: Sequence[str]) -> Iterator[_Part]:
    """Yield the lines; one into which a whole posting was pasted without its breaks, cut."""
    for index, line in enumerate(lines):
        if len(line) <= LONG and len(_ITEM.findall(line)) < FEWEST_ITEMS:
            yield _Part(index, 0, line)
            continue
        start = 0
        for left, right in _split(_BREAKS, line, 0, len(line)):
            # "Required" before "Skills:" is the label's own first word.
            is_whole = right == len(line) or _MARK.match(line, right)
            if is_whole or not _TITLE.fullmatch(line, max(start, left), right):
                yield _Part(index, start, line[start:right])
                start = right


def weight_of(text: str, scope: Scope) -> Weight:
    """Return how much a lower-case sentence wants a thing, by its own words or its heading."""
    if _NICE.search(text):
        return Weight.NICE
    if _MUST.search(text):
        return Weight.MUST
    return _WEIGHTS.get(scope, Weight.PLAIN)


def is_waived(text: str) -> bool:
    """Tell whether a lower-case sentence says that something is not asked for."""
    return bool(_WAIVED.search(text)) and not _NICE.search(text)


_WEIGHTS = {Scope.MUST: Weight.MUST, Scope.NICE: Weight.NICE}
_ENDS = re.compile(
    r"(?<=[.!?])(?<!e\.g\.)(?<!i\.e\.)(?<!\b[A-Z]\.)(?<!Sr\.)(?<!Jr\.)(?<!St\.)\s+(?=[A-Z0-9\"“(])"
    r"|;\s*|,\s(?=(?:ideally|preferably) )|(?:,|(?<![\s,]))\s+(?:but|however)\s+"
    r"|,\s(?=an? (?:\w+[ -])?(?:leading|well[ -]known|global|renowned|prestigious|fast)\b)"
    r"|,\s(?=(?:is|are) (?:now |currently )?(?:seeking|looking|recruiting|hiring)\b)"
)
_SIGN = r"[•·▪●*\u2714\u2713\u27a4\u27a2]"
_BREAKS = re.compile(
    r"(?<=[.!?;])(?<!e\.g\.)(?<!i\.e\.)(?<!\b[A-Z]\.)\s+(?=[A-Z0-9\"“(•])"
    rf"|(?<!\s)\s++{_SIGN}\s*"
    r"|(?<!\s)\s++(?=(?:[A-Z][\w’'&/-]* ){0,3}[A-Z][\w’'&/-]+:\s)"
)
"""Where a line most likely ended before it was pasted: at a sentence, an item, a label.

A gap is looked at once, from its beginning: from each of its places a long one would take minutes.
"""
_ITEM = re.compile(rf"\s{_SIGN}\s")
_MARK = re.compile(rf"\s+{_SIGN}")
FEWEST_ITEMS = 3
"""Items in one line, at the least, that tell of breaks lost between them."""
_TITLE = re.compile(r"(?:[A-Z][\w’'&/-]*\s*){1,3}")
_EMPLOYER = re.compile(
    r"\W*(?:[A-Z][\w&.'’-]*\s+){1,6}"
    r"(?=(?:is|are) (?:now |currently |actively )?"
    r"(?:seeking|looking|searching|recruiting|hiring)\b)"
)
_COMMAS = re.compile(r",\s+")
_BRACKET = re.compile(r"[()]")
_BRACKETS = re.compile(r"\([^()]*\)")


def _sentences(line: str, start: int) -> Iterator[tuple[int, int]]:
    for left, right in _short(line, start):
        text = line[left:right].lower()
        if not _NICE.search(text):
            yield left, right
        elif _MUST.search(text) or _ASIDE.search(text) or _LEVEL.search(text):
            yield from _split(_COMMAS, line, left, right)
        elif not _NICE.search(_BRACKETS.sub("", text)):
            yield from _split(_BRACKET, line, left, right)
        else:
            yield left, right


def _short(line: str, start: int) -> Iterator[tuple[int, int]]:
    """Yield the sentences, one that is too long to be one in pieces.

    What follows looks at a sentence more than once for each thing in it.
    """
    for left, right in _split(_ENDS, line, start, len(line)):
        while right - left > LONG:
            space = max(line.rfind(char, left, left + LONG) for char in " ,\t") + 1
            cut = space if space > left else left + LONG
            yield left, cut
            left = cut
        yield left, right


def _split(ends: re.Pattern[str], line: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in ends.finditer(line, start, end):
        if start < match.start():
            yield start, match.start()
        start = match.end()
    if start < end:
        yield start, end


_MUST = re.compile(
    r"\b(?:must|required?|requires|essential|mandatory|necessary|minimum|need(?:s|ed)? to have"
    r"|at least|prerequisite|compulsory|you(?:'ll| will)? need|non-negotiable|a must"
    r"|erforderlich|zwingend|voraussetzung|vorausgesetzt|exigée?s?|obligatoires?|impérati\w+"
    r"|indispensables?|imprescindible|obligatori[oa]|richiest[oaie]|obbligatori\w?|indispensabil[ei]"
    r"|obrigatóri[oa]s?|indispensáve(?:l|is)|imprescindíve(?:l|is)|vereist|verplicht|noodzakelijk"
    r"|wymagan[aey]\w?|konieczn[aey]|niezbędn[aey])\b",
)
_NICE = re.compile(
    r"\b(?:a (?:big |huge |strong |definite |real )?plus|(?:is|are) nice|nice[ -]to[ -]have"
    r"|ideally"
    r"|prefer(?:red|ably)?|preference"
    r"|(?:a|an|as a|as an) (?:added |big |huge |distinct |definite |strong |real )?"
    r"(?:bonus|asset|advantage)|bonus points"
    r"|desirable|desired|preferable|useful|advantageous|helpful|beneficial|would be (?:great|nice"
    r"|good|useful)"
    r"|(?:is|are) (?:\w+ )?(?:welcome|valued|appreciated)|optional(?:ly)?|good to have"
    r"|not essential|von vorteil|w[üu]nschenswert|idealerweise|gerne? gesehen|un plus|un atout"
    r"|souhaité\w*|appréciée?s?|idéalement|deseable|se valora\w*|(?:pre)?feribil\w+|gradit[oaie]"
    r"|titolo preferenziale|desejáve(?:l|is)|(?:um )?diferencial|preferencial\w*|een pré|pluspunt"
    r"|bij voorkeur|mooi meegenomen|mile widzian\w+|dodatkow\w+ atut\w*)\b",
)
_LEVEL = re.compile(
    r"\b(?:fluent|native|fliessend|fließend|courant|verhandlungssicher|[abc][12])\b[^,]*,"
)
"""A level that is asked for: what comes after the next comma may be wanted less."""
_ASIDE = re.compile(r"\((?:preferred|desirable|nice to have|optional|ideally|a plus)\)")
_WAIVED = re.compile(
    r"\b(?:no|not|never|isn't|aren't|don't)\b[^.;]{0,70}\b(?:required|requirement|necessary|needed"
    r"|essential|mandatory|expected|prerequisite|compulsory|matter|must)\b"
    r"|\b(?:do not|don't|needn't|does not|doesn't|won't) (?:need|have to|require|expect|ask)\b"
    r"|\b(?:no need|unnecessary|never mind|regardless of (?:your )?(?:degree|experience))\b"
    r"|\b(?:you|we)(?: will| do|'ll)? ?(?:not|never|won't|don't) (?:work|be working|use|touch)\b"
    r"|^\W*no (?:prior |previous )?(?:experience|degree|knowledge|licen[cs]e)\b"
    r"|\bnon (?:è|sono) (?:richiest|necessari|obbligatori)\w\b|\bnão (?:é|são) (?:necessári"
    r"|obrigatóri|exigid)\w+|\bniet (?:vereist|verplicht|noodzakelijk|nodig)\b"
    r"|\bnie (?:jest|są) (?:wymagan|konieczn)\w+|\bnie wymagamy\b",
)
_ASKING = re.compile(
    r"\b(?:experienced?|look(?:ing)? for|seek\w*|needs?|requir\w+|must|should|you(?:r|'ll|'re)?"
    r"|knowledge|skill\w*|ability|proficien\w+|fluent|degree|qualified|certif\w+|licen[cs]ed?"
    r"|years|candidates?|hiring)\b",
)
_LAW = re.compile(
    r"equal[ -]opportunit(?:y|ies) employer|rehabilitation of offenders act"
    r"|employment (?:business|agency) in relation"
    r"|protected (?:veteran|characteristic)|in compliance with (?:federal|state) law|"
    r"qualified applicants will receive"
    r"|without regard to|regardless of (?:race|gender|age|colou?r|sex|religion|background)"
    r"|our privacy (?:policy|notice)|artificial intelligence can be|success profiles"
    r"|^\W*(?:kw|keywords?|tags)\s*:|did not hear|ha(?:ven't|ve not) heard|only (?:successful"
    r"|shortlisted) candidates"
)
"""Where a line speaks of the law or of itself, none of it is asked of anybody."""
_SILENT = re.compile(
    r"^(?:\W*)an? (?:\w+[ -])?(?:leading|well[ -]known|global|renowned|prestigious|fast)\b"
    r"|reasonable accommodation|\bwe offer\b|401\s?\(?k|paid time off|\bpto\b"
    r"|(?:health|dental|medical|life|vision) (?:insurance|cover|plan)|pension (?:scheme|plan)"
    r"|competitive (?:salary|pay|rate)|salary (?:range|of|from|up)|[$£€]\s?\d|annual leave"
    r"|\bour (?:mission|story|values|culture|company)\b|founded in|established in"
    r"|since (?:19|20)\d\d|\b(?:offriamo|oferecemos|wij bieden|oferujemy)\b"
    r"|\bwe(?: are|'re|’re) (?:a|an|the|one|proud|committed|on a|based|passionate)\b"
    r"|range of (?:\w+ ){0,3}benefits?|benefits? (?:package|programs?)\b|employee benefits please"
    r"|(?:this|time of) recruitment\b|not (?:designed|intended) to (?:contain|be)|powered by"
    r"|is an? (?:\w+ )?(?:leading|fast|global|family|award|growing|company|provider)"
    r"|our (?:clients|customers|platform|product|services?) (?:include|use|are|is|help)"
    r"|\bveterans?\b|encouraged to apply"
    r"|background(?:[/ ]\w+){0,2} (?:check|investigation|screening)|fingerprint"
    r"|selective service|probationary|trial period|e-?verify|direct deposit|onboarding process"
    r"|forms?(?:\(s\))? of identification|real id\b|vaccination (?:program|status|policy)"
    r"|your (?:resume|résumé|cv|application) (?:must|should|may|will|needs)|\bbenefits include\b"
    r"|time[ -]in[ -]grade|employee assistance|referral (?:bonus|program)"
    r"|drug[ -](?:test|screen|free)|welcomes? applic|visa sponsorship|reimbursement for"
    r"|\bprovided\W*$|base pay|uncapped|our compensation"
    r"|(?:free|on[ -]site|subsidi[sz]ed) (?:parking|canteen|meals)|judged (?:good|outstanding)"
    r"|rated (?:good|outstanding)|we've raised|backed by|named one of",
)
