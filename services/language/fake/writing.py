"""What the practice model writes on a posting and a resume: whole items for each list it knows."""

import re
from collections.abc import Mapping
from functools import cached_property

from services.language.fake import phrases
from services.language.fake.letter import Letter, mine
from services.language.fake.lines import (
    Line,
    Pair,
    achievements,
    facts,
    is_counted,
    pair,
    requirements,
)

Item = Mapping[str, str | list[str]]

_PAPERS = re.compile(
    r"(?i)degree|bachelor|master|graduate|certif|licen|qualification|diploma|training|\byears?\b"
    r"|german|english|french|spanish|fluent|language|eligible|\bB?LS\b"
)
_TOGETHER = re.compile(
    r"(?i)\bteams?\b|clear|communicat|calm|people|colleague|together|writing|whole company|listen"
    r"|respect|curious|mentor|train|teach|support|organis"
)
_CHANGED = re.compile(r"(?i)^(?:cut|improve|reduce|increase|raise|grew|halve|lower|sped|speed)")
_TAUGHT = re.compile(r"(?i)^(?:train|teach|taught|led|lead|mentor|coach|manage|precept)")
_MOST = 3


class Writing:
    """Advice on one posting and one resume, said in the words of both."""

    def __init__(self, posting: str, resume: str, about: str = "") -> None:
        self._asked = requirements(posting)
        self._done = achievements(resume)
        proof = list(dict.fromkeys([*self._done, *facts(resume)]))
        self.pairs, self.missing = pair(self._asked, proof)
        self.strengths = sorted(self._done, key=self._worth)
        self._letter = Letter(posting, about, self)

    @property
    def is_possible(self) -> bool:
        """Tell whether there is something to write about."""
        return bool(self._asked and self._done)

    @cached_property
    def deeds(self) -> list[Pair]:
        """Return the pairs with something that was done, each deed once."""
        found, _ = pair(self._asked, self._done)
        once = {each.said.text: each for each in reversed(found)}
        return [each for each in found if once[each.said.text] is each]

    @property
    def best(self) -> list[Pair]:
        """Return the pair that has most in common, if any does."""
        return sorted(self.deeds, key=lambda each: -len(each.asked.shared(each.said)))[:1]

    @cached_property
    def sentences(self) -> dict[str, str]:
        """Return the texts that stand once in an answer, by their names."""
        near = [
            f"You come closest on “{each.asked.bare}”: your resume says “{each.said.bare}”."
            for each in self.best
        ]
        used = [each.said for each in self.best]
        others = [line for line in self.strengths if line not in used]
        strong = [f"“{line.bare}” is worth telling as well." for line in others[:1]]
        last = [f"What no line shows yet is “{line.bare}”." for line in self.missing[:1]]
        every = ["For each thing that is asked for, some line is of use."]
        summary = " ".join([*near, *strong, *(last or every)])
        return {"summary": summary, **self._letter.edges}

    @cached_property
    def items(self) -> dict[str, list[Item]]:
        """Return the items of each list, by its name."""
        dealt = self._dealt()
        return {
            **{name: self._points(name, dealt[name]) for name in phrases.POINTS},
            "strengths": [self._strength(turn) for turn in range(len(self.strengths[:_MOST]))],
            "gaps": [
                {"posting_quote": line.text, "text": text}
                for line, text in zip(self.missing, phrases.GAPS, strict=False)
            ],
            "suggestions": self._suggestions(),
            "questions": [self._question(turn) for turn in range(len(self._asked[:5]))],
            "scenarios": [self._scenario(turn) for turn in range(len(self._hard[:_MOST]))],
            "stories": [self._story(turn) for turn in range(len(self.strengths[:_MOST]))],
            "company": self._company(),
            "paragraphs": self._letter.paragraphs,
        }

    def _worth(self, line: Line) -> tuple[int, int]:
        uses = sum(each.said.text == line.text for each in self.pairs)
        return (-min(uses, 1) - is_counted(line.text), self._done.index(line))

    def _dealt(self) -> dict[str, list[Pair]]:
        """Deal the pairs to the sides of a match, each to one."""
        dealt: dict[str, list[Pair]] = {name: [] for name in phrases.POINTS}
        for each in self.pairs:
            asked = each.asked
            name = "experience" if asked.is_duty else "skills"
            if _TOGETHER.search(asked.text):
                name = "culture"
            if not asked.is_duty and _PAPERS.search(asked.text):
                name = "qualifications"
            dealt[name].append(each)
        for name, found in dealt.items():
            longest = max(dealt.values(), key=len)
            if not found and len(longest) > 1 and name != "culture":
                found.append(longest.pop())
        return dealt

    def _points(self, name: str, pairs: list[Pair]) -> list[Item]:
        return [
            {
                "posting_quote": each.asked.text,
                "resume_quote": each.said.text,
                "text": text.format(words=each.words),
            }
            for each, text in zip(pairs, phrases.POINTS[name], strict=False)
        ]

    def _strength(self, turn: int) -> Item:
        line = self.strengths[turn]
        told = phrases.MEASURED if is_counted(line.text) else phrases.PLAIN
        return {"resume_quote": line.text, "text": told[turn]}

    def _suggestions(self) -> list[Item]:
        led = [each for each in self.deeds if not _leads(each)]
        named = [each for each in led if not each.name.islower()][:2] or led[:1]
        taken = {each.said.text for each in named}
        free = [line for line in self._done if line.text not in taken]
        loose = [line for line in free if not is_counted(line.text)]
        loose = loose or [line for line in free if _TAUGHT.match(line.text)]
        return [
            *(_keyword(each) for each in named),
            *(_achievement(line, turn) for turn, line in enumerate(loose[:2])),
            *(_gap(line) for line in self.missing[:2]),
            self._order(),
        ]

    def _order(self) -> Item:
        if idle := [line for line in self._done if not any(map(line.shared, self._asked))]:
            why = "The posting asks for nothing like this; let it stand last, or make it shorter."
            return _suggest("structure", "advise", idle[-1].text, "", "", why)
        why = "It answers the posting best: put it first in its place, and let the summary say so."
        return _suggest("structure", "advise", self.strengths[0].text, "", "", why)

    @cached_property
    def _hard(self) -> list[Line]:
        duties = [line for line in self._asked if line.is_duty]
        return duties or self._asked

    def _proof(self, asked: Line) -> Line | None:
        """Return the line that answers a wish, a deed rather than a fact."""
        pairs = self.deeds + self.pairs
        return next((each.said for each in pairs if each.asked is asked), None)

    def _answer(self, asked: Line, turn: int) -> str:
        said = self._proof(asked)
        if said is None:
            return phrases.UNANSWERED[turn % 3]
        return phrases.ANSWERS[turn % 3].format(said=said.bare)

    def _question(self, turn: int) -> Item:
        duties = [line for line in self._asked if line.is_duty]
        others = [line for line in self._asked if not line.is_duty]
        # First a wish, then a duty, in turns, as far as there are both.
        mixed = [line for both in zip(others, duties, strict=False) for line in both]
        asked = [*mixed, *others[len(duties) :], *duties[len(others) :]][turn]
        told = phrases.DUTIES if _is_command(asked) else phrases.QUESTIONS
        words = _lowered(asked.bare) if _is_command(asked) else asked.bare
        question = told[turn // 2 % 3].format(asked=words)
        why = self._answer(asked, turn)
        return {"posting_quote": asked.text, "question": question, "why": why}

    def _scenario(self, turn: int) -> Item:
        asked = self._hard[turn]
        said = self._proof(asked) or self.strengths[turn % len(self.strengths)]
        return {
            "posting_quote": asked.text,
            "scenario": phrases.SITUATIONS[turn].format(asked=asked.bare),
            "approach": phrases.APPROACHES[turn].format(said=said.bare),
        }

    def _story(self, turn: int) -> Item:
        line = self.strengths[turn]
        ends = phrases.FIGURED if is_counted(line.text) else phrases.OUTCOMES
        where = f"“{line.where}”" if line.where else "the work that your resume tells of"
        return {
            "resume_quotes": [line.text],
            "title": _title(line),
            "situation": phrases.BACKGROUND[turn].format(where=where),
            "task": phrases.TASKS[turn],
            "action": f"{_begun(mine(line))}.",
            "result": ends[turn],
        }

    def _company(self) -> list[Item]:
        lines = [line for line in self._hard if line.text != self._asked[0].text][:_MOST]
        return [
            {"posting_quote": line.text, "text": text}
            for line, text in zip(lines, phrases.COMPANY, strict=False)
        ]


def _suggest(kind: str, change: str, resume: str, posting: str, new: str, why: str) -> Item:
    return {
        "kind": kind,
        "change": change,
        "resume_quote": resume,
        "posting_quote": posting,
        "replacement": new,
        "why": why,
    }


def _keyword(each: Pair) -> Item:
    """Lead a line with the posting's word for what the line already shows."""
    word = each.name
    new = f"{_begun(word)}: {_lowered(each.said.text)}"
    why = f"The posting says “{word}”, and you have done it: lead with that word."
    return _suggest("keyword", "replace", each.said.text, each.asked.text, new, why)


def _achievement(line: Line, turn: int) -> Item:
    tail = (", [number] in all", ", [number] a month")[turn]
    if _CHANGED.match(line.text):
        tail = ", by [number] %"
    elif _TAUGHT.match(line.text):
        tail = ", [number] people in all"
    end = "." if line.text.endswith(".") else ""
    why = "A figure says how much it was. Fill in your own, or leave the line as it is."
    new = f"{line.bare}{tail}{end}"
    return _suggest("achievement", "replace", line.text, "", new, why)


def _gap(line: Line) -> Item:
    why = "No line shows this. If you have done it, add where and when; if not, leave it out."
    return _suggest("gap", "advise", "", line.text, "", why)


def _leads(each: Pair) -> bool:
    """Tell whether the line of the resume begins with the word already."""
    first = Line(" ".join(each.said.text.split()[:2]))
    return bool(Line(each.name).shared(first))


def _title(line: Line) -> str:
    words = re.split(r"[,;:(]", line.bare)[0].split()
    return " ".join(words[:12]) + (" …" if len(words) > 12 else "")


def _begun(text: str) -> str:
    return text[0].upper() + text[1:]


def _is_command(line: Line) -> bool:
    first = line.text.split()[0]
    return line.is_duty and first.isalpha() and not first.endswith("s") and first != "You"


def _lowered(text: str) -> str:
    """Return the text as it goes on within a sentence; what is written like a name stays."""
    first = text.split()[0]
    return text if not first[1:].islower() else text[0].lower() + text[1:]
