"""A written letter, taken apart to be set."""

import pytest

from services.advice.exports import letter_of
from services.parsing.curriculum import Contact, Curriculum

ROBIN = Curriculum(contact=Contact(name="Robin Ekström"))


@pytest.mark.parametrize(
    "end",
    ["Kind regards\nRobin Ekström", "Kind regards\n\nrobin ekström\n", "Kind regards"],
    ids=["name below", "name apart", "no name"],
)
def test_a_letter_is_signed_once(end: str):
    letter = letter_of(f"Dear Acme\n\nI count things.\n\n{end}", ROBIN)

    assert (letter.sender, letter.closing) == ("Robin Ekström", "Kind regards")
    assert letter.paragraphs == ("I count things.",)


def test_another_name_under_a_letter_stays():
    letter = letter_of("Dear Acme\n\nI count things.\n\nYours\nAda", ROBIN)

    assert letter.paragraphs == ("I count things.", "Yours\nAda")
