"""Postings as boards, hospitals and agencies write them, and what a careful reader finds there."""

from datetime import date
from pathlib import Path

import pytest

from services.matching.coverage import Requirement, Weight
from services.matching.matcher import Matcher
from services.matching.statements import LONG, statements

WILD = Path(__file__).with_name("wild")
TODAY = date(2026, 11, 22)
_VOCATIONAL = "Vocational qualification or associate degree"


def asked(matcher: Matcher, posting: str) -> list[Requirement]:
    return [each.requirement for each in matcher.match([], posting, TODAY).findings]


@pytest.mark.parametrize("path", sorted(WILD.glob("*.txt")), ids=lambda path: path.stem)
def test_what_a_careful_reader_lists_is_found(matcher: Matcher, path: Path):
    rows = asked(matcher, path.read_text("utf-8"))
    found = {f"{row.weight} {row.sort}: {row.name}" for row in rows}
    wanted = path.with_suffix(".rows").read_text("utf-8").splitlines()
    assert [each for each in wanted if each not in found] == []


@pytest.mark.parametrize(
    ("posting", "name"),
    [
        ("agency_devops", "recruitment"),
        ("agency_devops", "management consulting"),
        ("us_rn", "Level I"),
        ("nhs_nurse", "probation"),
        ("hr", "recruitment"),
        ("paralegal", "Licensed Professional Counselor or Paralegal certificate"),
        ("frontend", "vital signs"),
    ],
)
def test_what_the_employer_says_of_itself_is_not_asked_for(
    matcher: Matcher, posting: str, name: str
):
    rows = asked(matcher, (WILD / f"{posting}.txt").read_text("utf-8"))
    assert name not in [row.name for row in rows]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("JavaScript/TypeScript, HTML and CSS", ["JavaScript or TypeScript", "HTML", "CSS"]),
        ("Bilingual English/Spanish", ["English", "Spanish"]),
        ("Urdu or Punjabi", ["Urdu or Punjabi"]),
        ("French is a plus", ["French"]),
        ("Polish required", ["Polish"]),
        ("Polish nails required", []),
        ("You will not work with Java / C++", []),
        ("Cobalt Robotics is looking for somebody with SQL.", ["SQL"]),
        ("A law degree", ["Bachelor's degree in law"]),
        ("6 months' barista experience", ["6 months' barista experience", "barista skills"]),
        ("Mindestens 3 Jahre Erfahrung mit Python", ["3 Jahre Erfahrung mit Python", "Python"]),
        ("Experience in a teaching hospital", []),
        ("Work closely with product managers", []),
        ("Prototypes in Figma", ["prototyping", "Figma"]),
        ("From discovery to delivery, on time", []),
        ("Drive the delivery of relevant projects", []),
        ("Vans for deliveries", ["last-mile delivery"]),
        ("Liaise with landlords and GPs", []),
        ("Budget formulation", ["budget management"]),
        ("Play a vital role", []),
        ("Solutions tailored to each customer", []),
        ("Ballot marking devices", []),
        ("Marking exams of one class", ["student assessment"]),
        ("Member of the Cabinet", []),
        ("From 9 till 5", []),
        ("Proof of date of birth", []),
        ("Help with filling out forms", []),
        ("A multi-disciplinary setting", []),
        ("Programming in an office in Washington, D.C.", ["programming"]),
        ("Med surg at night", ["medical-surgical nursing"]),
        ("Work under the direct supervision of the charge nurse", []),
        ("Reports to the Director of Nursing", []),
        ("Constructing firelines, using pumps and hose", []),
        ("You must be a U.S. Citizen", ["US citizenship"]),
        ("MS or PhD in physics", ["Master's degree in physics"]),
        ("Anglais technique souhaité", ["English"]),
        ("BTS maintenance industrielle", [_VOCATIONAL, "mechanical maintenance"]),
        ("Tenue de la comptabilité, déclarations de TVA", ["accounting", "VAT"]),
        ("Kreditoren- und Debitorenbuchhaltung", ["accounts payable", "accounts receivable"]),
        ("Grund- und Behandlungspflege, Wundversorgung", ["personal care", "wound care"]),
        ("Four years of education above high school", []),
        (
            "Three (3) years' barista experience",
            ["Three years' barista experience", "barista skills"],
        ),
        ("2 (two) years of SQL", ["2 years of SQL", "SQL"]),
        ("A two-year position working with SQL", ["SQL"]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_sentence_asks_for(matcher: Matcher, sentence: str, names: list[str]):
    assert [row.name for row in asked(matcher, f"Requirements\n- {sentence}")] == names


def test_a_posting_pasted_without_its_line_breaks_is_read_all_the_same(matcher: Matcher):
    about = "Alder Foods is a family bakery. Its people like what they do. " * 18
    posting = (
        f"{about}Required Skills: Excel, SQL. You will keep the books of three shops. Nice to have:"
        " Tableau. We are an equal opportunity employer, fluent in Java or not."
    )

    assert len(posting) > LONG
    assert [(row.name, row.weight) for row in asked(matcher, posting)] == [
        ("Excel", Weight.MUST),
        ("SQL", Weight.MUST),
        ("Tableau", Weight.NICE),
    ]


def test_words_that_begin_the_items_of_a_list_without_breaks_are_no_tools(matcher: Matcher):
    items = "Takes pride in work Looks after others Accepts advice Shares what was learned "
    posting = f"Requirements\nExperience with SQL {items * 4}"

    assert [row.name for row in asked(matcher, posting)] == ["SQL"]


@pytest.mark.parametrize(
    ("line", "is_held"),
    [("BA History, University of York", True), ("Tufts University, Medford, MA", False)],
)
def test_two_letters_are_a_degree_where_they_are_no_place(
    matcher: Matcher, line: str, is_held: bool
):
    posting = "Requirements\nMaster's or bachelor's degree" if is_held else "Master's degree"
    (finding,) = matcher.match(["Education", line, "2015 - 2019"], posting, TODAY).findings
    assert bool(finding.evidence) is is_held


@pytest.mark.parametrize(
    "line",
    ["python," * 14_000, "You know Python " * 5_000, "x" * 80_000, f"A{' ' * 80_000}b"],
    ids=["a list", "words", "one word", "a gap"],
)
def test_a_sentence_without_an_end_is_read_in_pieces(line: str):
    pieces = [(each.start, each.end) for each in statements([f"{line} and Git"])]

    assert max(end - start for start, end in pieces) <= LONG
    assert [start for start, _ in pieces[1:]] == [end for _, end in pieces[:-1]]
    assert (pieces[0][0], pieces[-1][1]) == (0, len(line) + 8)


@pytest.mark.parametrize(
    "sentence",
    [
        "Subject to background/security investigation.",
        "Selected applicants must complete an online onboarding process.",
        "Driver's licenses that are not REAL ID compliant are no form of identification.",
        "Participation in a vaccination program may be required.",
        "Your resume must be in English.",
        "Benefits include an employee assistance programme with counselling.",
    ],
)
def test_what_is_to_be_gone_through_after_an_offer_is_not_asked_for(
    matcher: Matcher, sentence: str
):
    assert asked(matcher, f"Requirements\n- {sentence}") == []
