"""Lines of a posting or resume that speak to a program instead of a person."""

import re

_ORDERS = re.compile(
    r"""
    (?<!never\s)(?<!not\s)\b(?:ignore|disregard|forget|override|bypass)\b [^.;\n]{0,40}
        \b(?:instructions?|prompts?|rules?|guidelines|everything|directions|the\ above|previous)\b
  | \b(?:you\ are|act\ as|pretend\ to\ be|behave\ as|respond\ as)\ (?:now\ )?(?:an?\ |the\ )?
        (?:ai|a\.i\.|chat\s?gpt|gemini|llm|language\ model|(?:helpful\ |ai\ )?assistant|dan)\b
  | \b(?:if|when)\ you\ are\ (?:an?\ )?(?:ai|llm|bot|language\ model|large\ language|assistant)\b
  | \b(?:attention|note\ to|instructions?\ (?:for|to)|message\ (?:for|to)|dear)\s
        (?:the\ |any\ |all\ )?
        (?:ai|ais|llms?|chatbots?|bots?|language\ models?|(?:ai\ )?assistants?|ats|screening\ ai)\b
  | \b(?:system|developer|hidden|secret)\ (?:prompt|instructions?|message|override)\b
  | \b(?:reveal|print|repeat|output)\ (?:your|the)\ (?:prompt|instructions|system)\b
  | ^\W*(?:system|assistant|developer)\s*[:>\]]
  | \b(?:new|updated|real|following)\ instructions?\s*:
  | </?(?:system|assistant|instructions?|prompt|user)\b
  | \[/?(?:INST|SYS)\] | <\|im_(?:start|end)\|>
  | \b(?:rate|score|rank|recommend|select|hire)\ this\ (?:candidate|resume|applicant|person)\b
        [^.\n]{0,40}\b(?:highest|100|10/10|top|perfect|best|first|regardless|immediately)\b
    """,
    re.IGNORECASE | re.VERBOSE | re.MULTILINE,
)


_MARKUP = re.compile(
    r"<!--.*?(?:-->|$)|</?[a-zA-Z!?][^<>\n]*>?|!\[[^\[\]\n]*\]\([^()\n]*\)?", re.MULTILINE
)
_LONG = 400
"""Postings are often one line to a paragraph: of a longer one only the sentences around go."""

_SENTENCES = re.compile(r"[^.!?]*[.!?]*\s*[^.!?]*[.!?]*")


def withhold(text: str) -> tuple[str, int]:
    """Return the text without such lines and without markup, and how many lines there were.

    What is taken out leaves blanks, so that everything else stays at its place.
    """
    bare = _MARKUP.sub(_blank, text).split("\n")
    is_order = [
        bool(_ORDERS.search(line) or _ORDERS.search(left))
        for line, left in zip(text.split("\n"), bare, strict=True)
    ]
    left = (
        _without_order(line) if order else line for line, order in zip(bare, is_order, strict=True)
    )
    return "\n".join(left), sum(is_order)


def _without_order(line: str) -> str:
    if len(line) <= _LONG:
        return " " * len(line)
    return _SENTENCES.sub(lambda two: _blank(two) if _ORDERS.search(two[0]) else two[0], line)


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def warning(name: str, count: int) -> str:
    """Return what the person is told of them."""
    told = "1 line speaks" if count == 1 else f"{count} lines speak"
    left = "was" if count == 1 else "were"
    return f"{told} to a program in {name} and {left} not sent. Please look at it yourself."
