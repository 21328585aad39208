"""Suggestions put into a text: where they belong, or not at all."""

from itertools import permutations

import pytest

from services.advice.edits import Accepted, apply, edits
from services.errors import Conflict, Invalid
from tests.advice.saying import result, suggestion

RESUME = """Ada Lovelace
- Wrote services in Python for a
  bank in London
- Led the clerks
Skills: Python"""
WROTE = suggestion(
    RESUME, "Wrote services in Python for a bank in London", "Wrote a bank's services"
)
LED = suggestion(RESUME, "Led the clerks", "Led [number] clerks")
MORE = suggestion(RESUME, "Led the clerks", "- Taught them", change="add")
SAVED = suggestion(RESUME, "Skills: Python", "Saved 40% with Python", "40%")
OFFERED = edits(RESUME, result(WROTE, LED, MORE, SAVED))


def take(index: int, text: str | None = None, is_confirmed: bool = False) -> Accepted:
    return Accepted(index=index, text=text, is_confirmed=is_confirmed)


def test_a_quote_over_two_lines_is_replaced_as_one():
    assert apply(RESUME, OFFERED, [take(0)]).split("\n")[1:3] == [
        "- Wrote a bank's services",
        "- Led the clerks",
    ]


def test_a_new_line_goes_after_the_quoted_one_and_looks_like_it():
    assert "- Led the clerks\n- Taught them\nSkills" in apply(RESUME, OFFERED, [take(2)])


@pytest.mark.parametrize(
    "order", list(permutations([take(0), take(2), take(3, is_confirmed=True)]))
)
def test_the_order_of_accepting_does_not_matter(order):
    text = apply(RESUME, OFFERED, list(order))

    assert text.split("\n") == [
        "Ada Lovelace",
        "- Wrote a bank's services",
        "- Led the clerks",
        "- Taught them",
        "Saved 40% with Python",
    ]


def test_what_is_marked_is_confirmed_or_changed_first():
    with pytest.raises(Invalid) as refused:
        apply(RESUME, OFFERED, [take(3)])

    assert "40%" in refused.value.fields["suggestions.3"]
    assert "12% with" in apply(RESUME, OFFERED, [take(3, "Saved 12% with Python")])
    with pytest.raises(Invalid):
        apply(RESUME, OFFERED, [take(3, "Saved a good 40% with Python")])


def test_a_gap_is_filled_in_first():
    with pytest.raises(Invalid) as refused:
        apply(RESUME, OFFERED, [take(1, is_confirmed=True)])

    assert "[number]" in refused.value.fields["suggestions.1"]
    assert "- Led four clerks" in apply(RESUME, OFFERED, [take(1, "Led four clerks")])


def test_two_changes_of_the_same_words_are_not_both_taken():
    offered = edits(RESUME, result(LED, suggestion(RESUME, "the clerks", "clerks")))

    with pytest.raises(Invalid, match="same words"):
        apply(RESUME, offered, [take(0, "Led all"), take(1)])


def test_a_suggestion_for_words_that_are_gone_is_stale():
    changed = RESUME.replace("Led the clerks", "Managed the office")
    offered = edits(changed, result(WROTE, LED))

    assert [each.is_stale for each in offered] == [False, True]
    with pytest.raises(Conflict):
        apply(changed, offered, [take(1, "Led four")])


def test_advice_without_a_place_changes_nothing():
    offered = edits(RESUME, result(suggestion(RESUME, "Skills", "", change="advise")))

    assert offered[0].is_advice
    with pytest.raises(Invalid):
        apply(RESUME, offered, [take(0)])


def test_a_number_that_was_not_offered_is_refused():
    with pytest.raises(Invalid):
        apply(RESUME, OFFERED, [take(9)])


def test_a_full_stop_is_not_doubled():
    resume = "Wrote services in Python.\nLed"
    offered = edits(resume, result(suggestion(resume, "Wrote services in Python", "Wrote it.")))

    assert apply(resume, offered, [take(0)]) == "Wrote it.\nLed"
