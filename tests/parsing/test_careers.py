"""Several jobs beneath each other: where each begins, and whose employer is whose."""

from services.parsing.parse import parse


def jobs(*lines: str) -> list[tuple[str, str]]:
    return [(work.position, work.name) for work in parse(["Experience", *lines]).work]


def test_the_end_of_a_wrapped_bullet_is_no_employer():
    lines = ["Alder", "Tech Lead", "2020 – 2022", "- Made it quicker for everybody there to"]
    lines += ["open a business.", "Developer", "2018 – 2020", "- Built all of it again with"]
    lines += ["Jenkins.", "Birch", "Clerk", "2016 – 2018", "- Filed"]

    assert jobs(*lines) == [("Tech Lead", "Alder"), ("Developer", "Alder"), ("Clerk", "Birch")]


def test_what_was_done_for_a_month_employs_nobody_before_it():
    lines = ["Guest Speaker", "March 2009 – March 2009", "Invited to give a talk on looms."]
    lines += ["Web Developer", "May 2007 – July 2007", "Made a catalogue for them."]

    assert jobs(*lines) == [("", "Guest Speaker"), ("Web Developer", "")]


def test_a_line_of_what_was_done_is_no_employer():
    told = "Teaching Junior and Leaving Certificate English to Mixed Ability Classes"
    lines = ["September 2016 – Present", "English Teacher, Coláiste Mhuire, Cork", told]

    assert jobs(*lines) == [("English Teacher", "Coláiste Mhuire")]
