"""The gate marks what stands nowhere, and lets pass what does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.gate import TODAY, verdicts
from services.advice.ask import Texts, Tongue
from services.advice.gate import Gates

TEXTS = Texts(
    resume="""Ada Lovelace

Experience
Programmer, Analytical Engines, London
Jan 2019 - Present
- Wrote services in Python for 300 machines, cut costs from 12 to 9 percent
- Led four clerks; saved £1,200,000

Education
BSc Mathematics, University of London, 2015""",
    posting="Lead Engineer\nTen years of Go, Kubernetes and an MBA. 50 people. Founded in 1978.",
    notes="I spoke at PyCon.",
    company="Babbage & Sons",
    position="Lead Engineer",
)


@pytest.fixture(scope="module")
def gates() -> Gates:
    return Gates(lambda: TODAY)


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("I cut costs by 3 %.", ["3 %"]),
        ("I cut costs from twelve to nine percent.", []),
        ("I served 12 people.", ["12"]),
        ("I served 300 percent more.", ["300 percent"]),
        ("I saved 1.2 million pounds.", []),
        ("I saved nearly £1.25m.", []),
        ("I saved £2m.", ["£2m"]),
        ("I led four clerks, then five clerks.", ["five"]),
        ("I have seven years of practice.", []),
        ("Ich habe vierzig geführt.", ["vierzig"]),
        ("J'ai dirigé quarante personnes.", ["quarante"]),
        ("Dirigí a cuarenta personas.", ["cuarenta"]),
        ("I raised output fivefold.", ["fivefold"]),
        ("Ich habe das fünffach gesteigert.", ["fünffach"]),
        ("I led ⑤ clerks.", ["⑤"]),
        ("⑤ I led four clerks.", []),
        ("Dirigí a cuatro empleados.", []),
        ("I have ten years of Go.", ["ten years", "Go"]),
        ("You ask for ten years; I have seven years.", []),
        ("Your team of 50 people appeals to everybody.", []),
        ("My team of 50 people would join your engineers.", ["50"]),
        ("Since January 2019 I write Python.", []),
        ("Since March 2019 I write Python.", ["March 2019"]),
        ("In 2011 I began.", ["2011"]),
        ("I saved [number] hours a week.", []),
        ("1. I led four clerks.\n2. I wrote Python.", []),
        ("First, I led. Second, I wrote; one of the two things I like.", []),
        ("I spoke at PyCon.", []),
        ("I worked for Siemens and IBM.", ["Siemens", "IBM"]),
        ("I run Kubernetes.", ["Kubernetes"]),
        ("I would run Kubernetes at Babbage & Sons.", []),
        ("I have an MBA.", ["MBA"]),
        ("As a Lead Engineer at Analytical Engines I led.", ["Lead Engineer"]),
        ("I apply as a Lead Engineer.", []),
        ("I studied at the University of Oxford.", ["University of Oxford"]),
        ("I am certified and won an award.", ["certified", "won", "award"]),
        ("I doubled sales.", ["doubled"]),
        ("", []),
    ],
)
def test_a_claim_needs_the_persons_own_texts(gates, text, marked):
    found = gates.open(TEXTS).check(text, is_claim=True)

    assert {text[mark.start : mark.end] for mark in found} <= set(marked)
    assert bool(found) == bool(marked)


@pytest.mark.parametrize(
    ("text", "is_marked"),
    [
        ("The posting asks for ten years of Go and an MBA.", False),
        ("Babbage & Sons was founded in 1978 and has 50 people.", False),
        ("Babbage & Sons was founded in 1962.", True),
        ("They have 80 people.", True),
        ("They sold it to Google.", True),
    ],
)
def test_a_comment_may_also_say_what_the_posting_does(gates, text, is_marked):
    assert bool(gates.open(TEXTS).check(text, is_claim=False)) == is_marked


def test_a_mark_says_where_its_words_come_from(gates):
    (demanded, invented) = gates.open(TEXTS).check("I have ten years and 99 cats.", is_claim=True)

    assert demanded.reason == ("This number stands in the posting, but in none of your own texts.")
    assert invented.reason == "This number stands in none of your texts."


def test_a_text_of_nothing_but_inventions_is_marked_as_a_whole(gates):
    text = " ".join(f"{number} cats" for number in range(400, 500))

    (mark,) = gates.open(TEXTS).check(text, is_claim=True)

    assert (mark.start, mark.end) == (0, len(text))


@given(
    st.text(alphabet=st.sampled_from("I am5 ,.%$kK€\n-/['’]٣Ünine tenofMBA"), max_size=80),
    st.booleans(),
)
def test_marks_are_pieces_of_the_text_in_order(gates, text, is_claim):
    marks = gates.open(TEXTS).check(text, is_claim)

    edges = [edge for mark in marks for edge in (mark.start, mark.end)]
    assert edges == sorted(edges)
    assert all(0 <= mark.start < mark.end <= len(text) for mark in marks)


@given(st.text(max_size=300))
def test_what_the_resume_says_itself_is_never_marked_as_a_number(gates, text):
    gate = gates.open(Texts(resume=text, posting="Any"))
    marks = gate.check(text, is_claim=True)

    assert not [mark for mark in marks if mark.reason.startswith("This number")]


def test_german_nouns_are_not_taken_for_names(gates):
    gate = gates.open(TEXTS, Tongue.GERMAN)

    assert not gate.check(
        "Ich leitete vier Schreiber und schrieb Dienste in Python.", is_claim=True
    )
    assert gate.check("Ich arbeitete bei IBM und sparte 40 Prozent.", is_claim=True)


@pytest.mark.parametrize(
    ("split", "caught", "alarms"), [("tune", 0.95, 0.05), ("held-out", 0.9, 0.1)]
)
def test_most_inventions_are_caught_and_few_truths_marked(gates, split, caught, alarms):
    every = [each for each in verdicts(gates) if each.sentence.split == split]
    false = [each.is_right for each in every if each.sentence.invented]
    true = [each.is_right for each in every if not each.sentence.invented]

    assert min(len(false), len(true)) >= 30
    assert sum(false) >= caught * len(false)
    assert true.count(False) <= alarms * len(true)
