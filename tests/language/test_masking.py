import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.language.masking import Mask
from services.language.model import Piece, Usage

HIDDEN = {
    "a plain e-mail": ("Write to ada@lovelace.org.", "Write to [email 1]."),
    "an e-mail with a tag": ("ada.l+jobs@mail.example.co.uk", "[email 1]"),
    "a link": ("See https://ada.dev/work?x=1.", "See [link 1]."),
    "a profile with no scheme": ("linkedin.com/in/ada-lovelace", "[link 1]"),
    "an international number": ("Call +44 20 7946 0958 today", "Call [phone 1] today"),
    "an American number": ("(555) 123-4567", "[phone 1]"),
    "an American number with dashes": ("Phone: 555-123-4567", "Phone: [phone 1]"),
    "a German number": ("Mobil 0151 23456789", "Mobil [phone 1]"),
    "a German number with a slash": ("Tel. 089/1234567", "Tel. [phone 1]"),
    "a French number": ("06 12 34 56 78", "[phone 1]"),
    "an American address": (
        "12 St James's Square, Springfield, IL 62704",
        "[address 1]",
    ),
    "a British address": ("221B Baker Street, London NW1 6XE", "[address 1]"),
    "a German address": ("Hauptstraße 12a, 80331 München", "[address 1]"),
    "a French address": ("12 rue de la Paix, 75002 Paris", "[address 1]"),
    "two of a kind": ("a@b.io or c@d.io, best a@b.io", "[email 1] or [email 2], best [email 1]"),
}

KEPT = {
    "years": "2015 - 2019, 2019–2023",
    "months": "01/2015 - 03/2019",
    "a range of months": "05/2015-2019",
    "an ISO date": "2021-03-01",
    "money": "Saved $1,200,000 and 3.500.000 EUR",
    "big numbers": "Served 12000000 requests a day, 99.999% up",
    "versions": "Python 3.11.7, Node.js/Express, ASP.NET/C#, CI/CD, TCP/IP",
    "an employer": "Booking.com, Amsterdam",
    "streets as words": "Led the road map and paved the way",
    "a name": "Ada Lovelace",
}


@pytest.mark.parametrize(("text", "sent"), HIDDEN.values(), ids=HIDDEN)
def test_ways_to_reach_a_person_are_not_sent(text: str, sent: str):
    assert Mask().hide(text) == sent


@pytest.mark.parametrize("text", KEPT.values(), ids=KEPT)
def test_what_a_resume_is_about_is_sent_as_it_is(text: str):
    assert Mask().hide(text) == text


BITS = st.sampled_from(
    [*(text for text, _ in HIDDEN.values()), *KEPT.values(), "[email 1]", "[", "\n"]
)
TEXTS = st.lists(st.one_of(BITS, st.text(max_size=20)), max_size=8).map(" ".join)


@given(st.lists(TEXTS, min_size=1, max_size=3))
def test_what_was_hidden_is_shown_as_it_was(texts: list[str]):
    mask = Mask()
    hidden = [mask.hide(text) for text in texts]
    assert [mask.show(text) for text in hidden] == texts


@given(TEXTS)
def test_a_mask_is_deterministic_and_safe_inside_json(text: str):
    mask = Mask()
    assert mask.hide(text) == Mask().hide(text) == mask.hide(text)
    assert json.loads(mask.show(json.dumps(mask.hide(text)))) == text


@given(TEXTS, st.integers(1, 7))
async def test_a_placeholder_may_arrive_in_parts(text: str, size: int):
    mask = Mask()
    hidden = mask.hide(text)

    async def pieces():
        for start in range(0, len(hidden), size):
            yield hidden[start : start + size]
            yield Usage(answer=start)

    shown: list[Piece] = [piece async for piece in mask.reveal(pieces())]
    assert "".join(piece for piece in shown if isinstance(piece, str)) == text
