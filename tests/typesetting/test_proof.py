"""How a lost word is told."""

import pytest

from services.parsing.curriculum import Award, Curriculum, Work
from services.typesetting.proof import lost, values_of
from tests.typesetting.papers import ADA, LETTER

SAME = {
    "a line end": ("data platform", "data\nplatform"),
    "a hyphen at the line's end": ("database", "data-\nbase"),
    "a lost hyphen": ("on-call", "oncall"),
    "another dash": ("2019 – 2021", "2019—2021"),
    "a ligature": ("office", "o\ufb03ce"),
    "a composed accent": ("Ame\u0301lie", "Amélie"),
    "spaces of other widths": ("10 000 €", "10\u202f000\u00a0€"),
}


@pytest.mark.parametrize(("word", "seen"), SAME.values(), ids=SAME)
def test_what_reads_the_same_is_not_lost(word, seen):
    assert lost([word], f"before {seen} after") == ()


OTHER = {
    "absent": ("Acme", "Ace"),
    "in capitals": ("Acme", "ACME"),
    "without its accent": ("Amélie", "Amelie"),
    "with a digit missing": ("£310,000", "£31,000"),
    "cut off": ("Analytical Engines", "Analytical Eng"),
    "in another order": ("Ada Lovelace", "Lovelace Ada"),
}


@pytest.mark.parametrize(("word", "seen"), OTHER.values(), ids=OTHER)
def test_what_reads_differently_is_lost(word, seen):
    assert lost([word, "kept"], f"kept {seen}") == (word,)


def test_a_word_expected_twice_must_be_seen_twice():
    assert lost(["London", "London"], "London") == ("London", "London")
    assert lost(["London", "London"], "London, London") == ()


def test_a_word_inside_another_does_not_count_for_its_own():
    assert lost(["R", "React"], "React") == ("R",)
    assert lost(["R", "React"], "React, R") == ()


def test_nothing_is_lost_of_nothing():
    assert lost(["", " ", "-"], "") == ()


def test_every_word_of_a_resume_is_expected_on_its_page():
    assert {"Ada Lovelace", "javascript:alert(1)", "C++", "Distinction"} <= set(values_of(ADA))
    assert {"Mar 2019", "15 Dec 2022", "1843", "30 Jun 2018"} <= set(values_of(ADA))
    assert not any(word in values_of(ADA) for word in ("2019-03", "", "True"))


def test_what_cannot_be_seen_is_not_expected():
    hidden = Curriculum(
        work=(Work(name="\u200b", position="Lead\u202e"),), awards=(Award(title=""),)
    )
    assert values_of(hidden) == ("Lead",)


def test_a_letters_date_is_expected_as_it_was_written():
    assert "22 November 2026" in values_of(LETTER)
    assert "2026-11-22" in values_of(LETTER.model_copy(update={"date": "2026-11-22"}))
