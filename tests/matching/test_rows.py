"""What a posting is understood to ask for."""

from datetime import date

import pytest

from services.matching.coverage import Requirement, Sort, Weight
from services.matching.matcher import Matcher

TODAY = date(2026, 3, 2)
MUST, PLAIN, NICE = Weight.MUST, Weight.PLAIN, Weight.NICE


def asked(matcher: Matcher, posting: str) -> list[Requirement]:
    return [each.requirement for each in matcher.match([], posting, TODAY).findings]


@pytest.mark.parametrize(
    ("posting", "rows"),
    [
        ("Requirements\n- Python", [("Python", MUST)]),
        ("Skills\n- Python", [("Python", PLAIN)]),
        ("Nice to have:\n- Python", [("Python", NICE)]),
        ("Bonus points if you have\n- Python", [("Python", NICE)]),
        ("Responsibilities\n- Write Python", [("Python", PLAIN)]),
        ("## What you'll need\n* Python", [("Python", MUST)]),
        ("REQUIREMENTS\nPython\nBENEFITS\nExcel training", [("Python", MUST)]),
        ("Requirements\n- Python\nAbout us\nWe use Java", [("Python", MUST)]),
        ("Requirements: Python\nBenefits: Excel courses", [("Python", MUST)]),
        ("Skills\n- Python is required", [("Python", MUST)]),
        ("Requirements\n- Python is a plus", [("Python", NICE)]),
        ("Requirements\n- Python required, Java preferred", [("Python", MUST), ("Java", NICE)]),
        ("Requirements\n- SQL (PostgreSQL preferred)", [("SQL", MUST), ("PostgreSQL", NICE)]),
        ("We are looking for somebody who knows Python.", [("Python", PLAIN)]),
        ("Licence:\nDriver's License (Required)", [("Driving licence", MUST)]),
        ("Skills (required)\nPython\nTools (optional)\nJava", [("Python", MUST), ("Java", NICE)]),
        (
            "| Criteria | Essential | Desirable |\n| Tools | Python | Java |",
            [("Python", MUST), ("Java", NICE)],
        ),
        ("Criteria\tEssential\tDesirable\nTools\t\tJava", [("Java", NICE)]),
        (
            "**What you need** * Python * SQL **Nice to have** * Java * We pay well",
            [("Python", MUST), ("SQL", MUST), ("Java", NICE)],
        ),
        ("Excel: 2 years (Required)", [("Excel: 2 years", MUST)]),
        ("Spanish is a plus", [("Spanish", NICE)]),
        ("Polish required", [("Polish", MUST)]),
        ("What you bring\n- Clear writing; German is a plus", [("German", NICE)]),
        (
            "5+ years in marketing, ideally in retail",
            [("5+ years in marketing", PLAIN), ("marketing", PLAIN), ("retail", NICE)],
        ),
        ("Skills\n- Python\nRequirements\n- Python", [("Python", MUST)]),
        (
            "Chi siamo\nUsiamo Java\nRequisiti richiesti:\n- Python\nTitoli preferenziali:\n- SQL\n"
            "Offriamo:\n- Corsi di PHP",
            [("Python", MUST), ("SQL", NICE)],
        ),
        (
            "Sobre a empresa\nUsamos Java\nRequisitos obrigatórios:\n- Python\nDiferenciais\n"
            "- SQL\nBenefícios\n- Cursos de PHP",
            [("Python", MUST), ("SQL", NICE)],
        ),
        (
            "Over ons\nWij werken met Java\nFunctie-eisen\n- Python\n- SQL is een pré\nWij bieden\n"
            "- Cursussen PHP",
            [("Python", MUST), ("SQL", NICE)],
        ),
        (
            "O nas\nJava\nWymagania:\n- Python\nMile widziane:\n- SQL\nOferujemy:\n- kursy PHP",
            [("Python", MUST), ("SQL", NICE)],
        ),
    ],
)
def test_headings_and_words_give_the_weight(matcher: Matcher, posting: str, rows: list[object]):
    assert [(each.name, each.weight) for each in asked(matcher, posting)] == rows


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Python or Java", "Python or Java"),
        ("AWS/GCP/Azure", "AWS, GCP or Azure"),
        ("Python, Java, or Scala", "Python, Java or Scala"),
        ("One of Python, Java", "Python or Java"),
        ("relational databases such as MySQL", "relational databases or MySQL"),
        ("Jira, Trello or similar", "Jira or Trello"),
    ],
)
def test_alternatives_are_one_row(matcher: Matcher, line: str, name: str):
    assert [each.name for each in asked(matcher, f"Requirements\n- {line}")] == [name]


def test_things_joined_by_and_are_rows_of_their_own(matcher: Matcher):
    assert [each.name for each in asked(matcher, "Requirements\n- Python, SQL and Git")] == [
        "Python",
        "SQL",
        "Git",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "No experience with Python needed",
        "Python is not required",
        "You don't need to know Python",
        "No degree required",
        "We offer Excel courses and health insurance",
        "We are an equal opportunity employer, fluent in English or not",
        "Founded in 1990, Acme makes Python tools",
        "You are over 18 years of age",
        "Less than 5 years of experience",
        "This recruitment will fill one position",
        "Employment is subject to a background investigation",
        "We have a full range of employee benefits",
        "We have been here for over 20 years",
        "Non è richiesta la conoscenza di Python",
        "Não é necessário saber Python",
    ],
)
def test_what_is_waived_or_told_of_the_employer_is_no_requirement(matcher: Matcher, line: str):
    assert asked(matcher, f"Requirements\n- {line}") == []


@pytest.mark.parametrize(
    ("line", "name", "sort"),
    [
        ("5+ years of experience in Python", "5+ years of experience in Python", Sort.YEARS),
        ("at least three years as a line cook", "three years as a line cook", Sort.YEARS),
        ("Bachelor's degree in Biology", "Bachelor's degree in Biology", Sort.DEGREE),
        ("PhD in Physics or Chemistry", "Doctorate in Physics or Chemistry", Sort.DEGREE),
        ("Degree or equivalent experience", "Bachelor's degree", Sort.DEGREE),
        ("Almeno 3 anni di esperienza con Java", "3 anni di esperienza con Java", Sort.YEARS),
        ("2 anos de experiência com SQL", "2 anos de experiência com SQL", Sort.YEARS),
        ("minimum 2 lata doświadczenia", "2 lata doświadczenia", Sort.YEARS),
        ("Laurea magistrale in Fisica", "Master's degree in Fisica", Sort.DEGREE),
        ("Bacharelado em Direito", "Bachelor's degree in Direito", Sort.DEGREE),
        ("HBO werk- en denkniveau", "Bachelor's degree", Sort.DEGREE),
        ("Vloeiend Engels", "English", Sort.LANGUAGE),
        ("znajomość języka niemieckiego", "German", Sort.LANGUAGE),
        ("Valid CDL Class A", "CDL Class A", Sort.LICENCE),
        ("NMC PIN", "NMC registration", Sort.LICENCE),
        ("Fluent German", "German", Sort.LANGUAGE),
        ("Team player", "teamwork", Sort.SOFT),
        ("Experience with FooBarCRM", "FooBarCRM", Sort.SKILL),
    ],
)
def test_each_sort_of_requirement_has_its_row(matcher: Matcher, line: str, name: str, sort: Sort):
    assert (name, sort) in [
        (each.name, each.sort) for each in asked(matcher, f"Requirements\n- {line}")
    ]


def test_a_cuisine_is_no_language(matcher: Matcher):
    assert Sort.LANGUAGE not in [each.sort for each in asked(matcher, "Skills\n- German beer")]


def test_a_requirement_quotes_the_posting(matcher: Matcher):
    posting = "Cook\nRequirements\n• 3 years in a busy kitchen, ServSafe and “MenuMaker” skills"

    for each in asked(matcher, posting):
        assert each.quote in posting.splitlines()[each.line]
