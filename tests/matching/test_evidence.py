"""What a resume is taken to show, to list, to imply, or to deny."""

from datetime import date

import pytest

from services.matching.coverage import Finding, Strength
from services.matching.matcher import Matcher

TODAY = date(2026, 3, 2)
WORK = ["Ada", "Experience", "Engineer, Acme, January 2020 - December 2023"]


def finding(matcher: Matcher, lines: list[str], line: str) -> Finding:
    (found,) = matcher.match(lines, f"Requirements\n- {line}", TODAY).findings
    return found


@pytest.mark.parametrize(
    ("lines", "strength"),
    [
        ([*WORK, "- Wrote Python"], Strength.SHOWN),
        ([*WORK, "Projects", "A bot in Python"], Strength.SHOWN),
        (["Skills", "Python, SQL"], Strength.LISTED),
        ([*WORK, "- Python, SQL, Git, Docker"], Strength.LISTED),
        ([*WORK, "- Wrote Django apps"], Strength.IMPLIED),
        (["Interests", "Python"], Strength.MISSING),
        ([*WORK, "- Wrote Java"], Strength.MISSING),
    ],
    ids=["in work", "in a project", "in a list", "in a list at work", "implied", "hobby", "absent"],
)
def test_where_a_skill_stands_says_how_strong_it_is(
    matcher: Matcher, lines: list[str], strength: Strength
):
    assert finding(matcher, lines, "Python").strength is strength


def test_a_name_over_two_lines_is_quoted_in_both(matcher: Matcher):
    lines = [*WORK, "- Wrote reports about what we learned from machine", "learning in practice"]
    found = finding(matcher, lines, "machine learning")

    assert [(each.line, each.quote) for each in found.evidence] == [(3, "machine"), (4, "learning")]


def test_a_note_says_what_implies_it(matcher: Matcher):
    found = finding(matcher, [*WORK, "- Ran Terraform"], "infrastructure as code")

    assert found.note == "Terraform implies infrastructure as code"
    assert [each.quote for each in found.evidence] == ["Terraform"]


@pytest.mark.parametrize(
    "line",
    [
        "- I have no experience with Python or Java",
        "- Not familiar with Python",
        "- Have never used Python",
        "- Keen to learn Python",
        "- Currently learning Java, Python and Go",
        "- Reports written without Python",
        "- Python: none",
        "- Python (beginner)",
        "- Python is not something I have used",
        "- Worked beside people, but no Python",
    ],
)
def test_what_is_denied_or_to_be_learned_is_no_evidence(matcher: Matcher, line: str):
    found = finding(matcher, [*WORK, line], "Python")

    assert found.strength is Strength.MISSING
    assert "only as something not known" in found.note


@pytest.mark.parametrize(
    "line",
    [
        "- No accidents in five years; used Python",
        "- Not only Java but Python",
        "- No experience with Java, but wrote Python daily",
    ],
)
def test_a_denial_ends_with_its_clause(matcher: Matcher, line: str):
    assert finding(matcher, [*WORK, line], "Python").strength is Strength.SHOWN


@pytest.mark.parametrize(
    ("asked", "strength", "note"),
    [
        ("4 years of experience in Python", Strength.SHOWN, "4 years asked, 4 found"),
        ("6 years of experience in Python", Strength.MISSING, "6 years asked, 4 found"),
        (
            "4 years of experience in plumbing",
            Strength.MISSING,
            "4 years asked, none found in work that names it",
        ),
    ],
    ids=["enough", "too few", "of something else"],
)
def test_years_count_in_work_that_names_the_skill(
    matcher: Matcher, asked: str, strength: Strength, note: str
):
    lines = [*WORK, "- Wrote Python", "Cook, Bistro, 2010 - 2015", "- Cooked lunch"]
    found = matcher.match(lines, f"Requirements\n- {asked}", TODAY).findings[0]

    assert (found.strength, found.note) == (strength, note)


def test_years_that_overlap_count_once(matcher: Matcher):
    lines = [*WORK, "- Wrote Python", "Engineer, Beta, January 2022 - December 2023", "- Python"]
    found = matcher.match(lines, "Requirements\n- 4 years of Python work", TODAY).findings[0]

    assert found.note == "4 years asked, 4 found"


@pytest.mark.parametrize(
    ("line", "asked", "strength"),
    [
        ("MSc Computer Science, 2015", "Bachelor's degree in Computer Science", Strength.SHOWN),
        ("BSc Informatics, 2015", "Bachelor's degree in Computer Science", Strength.SHOWN),
        ("BA English, 2015", "Bachelor's degree in Computer Science", Strength.MISSING),
        (
            "Bachelor of Science in Nursing",
            "Bachelor's degree in Computer Science",
            Strength.MISSING,
        ),
        ("BA Hotel Management", "Bachelor's degree in Supply Management", Strength.MISSING),
        ("BSc Physics, 2015", "PhD in Physics", Strength.MISSING),
        ("BSc Physics, expected 2027", "Bachelor's degree in Physics", Strength.MISSING),
        ("BA Business", "Apprenticeship as a confectioner", Strength.MISSING),
        ("Apprenticeship, confectioner, 2015", "Apprenticeship as a confectioner", Strength.SHOWN),
        ("High school diploma, 2010", "High school diploma", Strength.SHOWN),
    ],
    ids=[
        "higher",
        "kindred field",
        "other field",
        "a science",
        "a management",
        "lower",
        "unfinished",
        "no trade",
        "its trade",
        "school",
    ],
)
def test_degrees_are_ordered_and_have_fields(
    matcher: Matcher, line: str, asked: str, strength: Strength
):
    assert finding(matcher, ["Ada", "Education", line], asked).strength is strength


@pytest.mark.parametrize(
    ("line", "strength"),
    [
        ("German (native)", Strength.SHOWN),
        ("English (native), German (C1)", Strength.SHOWN),
        ("German (A2), English (native)", Strength.MISSING),
        ("French", Strength.MISSING),
    ],
)
def test_languages_have_levels(matcher: Matcher, line: str, strength: Strength):
    lines = ["Ada", "Languages", line]
    assert finding(matcher, lines, "Fluent German").strength is strength


def test_soft_skills_count_only_where_work_is_told(matcher: Matcher):
    assert finding(matcher, ["Skills", "Teamwork"], "teamwork").strength is Strength.MISSING


@pytest.mark.parametrize(
    ("held", "asked"),
    [
        ("CDL Class A with Hazmat", "Driver's license"),
        ("Lean Six Sigma Green Belt, 2018", "Lean Six Sigma"),
    ],
)
def test_a_licence_shows_what_it_was_given_for(matcher: Matcher, held: str, asked: str):
    assert finding(matcher, ["Ada", "Certifications", held], asked).strength is Strength.IMPLIED


def test_a_citizen_says_so_in_the_head_of_a_resume(matcher: Matcher):
    lines = ["Ada", "Country of Citizenship: United States of America"]
    assert finding(matcher, lines, "Must be a U.S. citizen").strength is Strength.SHOWN
