"""A model's words as markup: our own links, no pictures, nothing that acts, closed blocks once."""

from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.prose import Growing, markup
from services.assistant.conversation import Mark, Receipt

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
RECEIPTS = {"J1": Receipt(id="J1", name='Ac"me <& Sons>', path="/jobs/01ABC")}
NAUGHTY = Path(__file__).parent.parent / "assistant" / "injections.txt"
ANSWER = """### What your records say

You sent **111** applications [J1]. Of these:

- the first,
  on two lines
- the second [J1]

1. Call them
2. Write

| a | b |
|---|---|
| 1 | 2 |

```
code - with

- a blank line
```

The end.
"""


class Seen(HTMLParser):
    """What a browser would do: tags with their attributes, and the text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def test_a_source_is_a_link_to_its_record_with_its_name():
    (_, _), (tag, attributes) = Seen(markup("Acme [J1] waits.", RECEIPTS)).tags

    assert (tag, attributes["href"], attributes["title"]) == ("a", "/jobs/01ABC", 'Ac"me <& Sons>')


def test_a_source_that_was_never_shown_is_not_there():
    assert markup("Acme [J9] waits.", RECEIPTS) == "<p>Acme waits.</p>\n"


LINKS = {
    "a job of ours": ("[x](/jobs/01ABC)", "/jobs/01ABC"),
    "the list": ("[x](/)", "/"),
    "elsewhere": ("[x](https://evil.example)", None),
    "elsewhere without a scheme": ("[x](//evil.example)", None),
    "script": ("[x](javascript:alert(1))", None),
    "our own door": ("[x](/api/jobs)", None),
    "signing out": ("[x](/sign-out)", None),
    "a way round": ("[x](/jobs/../sign-out)", None),
    "a bare address": ("<https://evil.example>", None),
}


@pytest.mark.parametrize(("text", "href"), LINKS.values(), ids=LINKS)
def test_a_link_leads_to_our_screens_or_nowhere(text: str, href: str | None):
    hrefs = [attributes.get("href") for _, attributes in Seen(markup(text, {})).tags]
    assert [each for each in hrefs if each] == ([href] if href else [])


def test_a_definition_cannot_say_where_a_source_leads():
    seen = Seen(markup("[J1]: https://evil.example\n\nSee [J1].", RECEIPTS))
    assert {each["href"] for tag, each in seen.tags if tag == "a"} == {"/jobs/01ABC"}


def test_a_picture_is_its_words():
    assert markup("![a chart](https://evil.example/x.png)", {}) == "<p>a chart</p>\n"


@pytest.mark.parametrize("line", NAUGHTY.read_text("utf-8").splitlines(), ids=ascii)
def test_markup_of_a_model_is_text(line: str):
    for tag, attributes in Seen(markup(line, RECEIPTS)).tags:
        assert tag in {"p", "a", "em", "strong", "h3", "code", "s", "ul", "li"}
        assert attributes.keys() <= {"href", "class", "title"}
        assert not (attributes.get("href") or "/").startswith(("//", "http", "javascript"))


@given(st.text(alphabet="<>&\"'`[](){}!#*-_|:/\\ \n\tabJ1", max_size=120))
def test_no_text_becomes_anything_that_acts(text: str):
    for tag, attributes in Seen(markup(text, RECEIPTS)).tags:
        assert tag not in {"img", "script", "style", "iframe", "form", "input", "svg"}
        assert attributes.keys() <= {"href", "class", "title", "start"}


def test_what_nothing_bears_out_is_marked():
    marks = [Mark(start=8, end=10, reason="Nothing gives this.")]
    assert markup("You sent 87.", {}, [Mark(start=9, end=11, reason="x")]) == (
        "<p>You sent <mark>87</mark>.</p>\n"
    )
    assert "<mark>87</mark>" in markup("About **87** sent.", {}, marks)


def test_marks_of_a_models_own_are_none():
    assert "<mark>" not in markup("\ue000all of this\ue001", {})


def grown(text: str, steps: int, seed: int) -> tuple[list[str], str]:
    """Let a text grow by steps of chance, and return the blocks that were closed and the tail."""
    chance, growing, blocks = Random(seed), Growing(), list[str]()
    cuts = sorted(chance.randrange(len(text)) for _ in range(steps))
    for cut in [*cuts, len(text)]:
        closed, tail = growing.take(text[:cut], RECEIPTS)
        blocks += closed
    return blocks, tail


@pytest.mark.parametrize("seed", range(12))
def test_however_it_grows_the_words_are_those_of_the_whole(seed: int):
    blocks, tail = grown(ANSWER, 40, seed)
    words = Seen("".join([*blocks, tail])).text.split()

    assert words == Seen(markup(ANSWER, RECEIPTS)).text.split()


def test_a_closed_block_is_drawn_once():
    growing = Growing()
    first, _ = growing.take("One.\n\nTwo", {})
    second, tail = growing.take("One.\n\nTwo is longer.\n\nThree", {})

    assert first == ["<p>One.</p>\n"]
    assert second == ["<p>Two is longer.</p>\n"]
    assert tail == "<p>Three</p>\n"


def test_a_long_list_does_not_stay_open():
    rows = "\n".join(f"- row number {number}" for number in range(500))
    blocks, tail = Growing().take(rows, {})

    assert len(tail) < 100
    assert "row number 498" in blocks[0]


def test_code_is_not_cut_at_its_blank_lines():
    blocks, tail = Growing().take("```\none\n\ntwo", {})
    assert (blocks, tail) == ([], "<pre><code>one\n\ntwo</code></pre>\n")
