"""Heads of jobs as they are written in the wild: which piece is what."""

import pytest

from services.parsing.parse import parse

HEADS = {
    "Software Engineer, Google, Mountain View, CA   2018 - 2020": (
        "Software Engineer",
        "Google",
        "Mountain View, CA",
    ),
    "Google — Software Engineer   2018 - 2020": ("Software Engineer", "Google", ""),
    "Senior Accountant | Deloitte | London | 2018 - 2020": (
        "Senior Accountant",
        "Deloitte",
        "London",
    ),
    "Barista @ Starbucks, 2018 - 2020": ("Barista", "Starbucks", ""),
    "2018-2020 Truck Driver, Schneider, Green Bay, WI": (
        "Truck Driver",
        "Schneider",
        "Green Bay, WI",
    ),
    "Night Auditor 2018-2020 Holiday Inn, Omaha, NE": ("Night Auditor", "Holiday Inn", "Omaha, NE"),
    "Registered Nurse (ICU) | Mayo Clinic (Rochester, MN) | 2018-2020": (
        "Registered Nurse (ICU)",
        "Mayo Clinic",
        "Rochester, MN",
    ),
    "Associate, McKinsey & Company, New York, NY (2018 – 2020)": (
        "Associate",
        "McKinsey & Company",
        "New York, NY",
    ),
    "IBM, Armonk, NY\nData Scientist, 2018–2020": ("Data Scientist", "IBM", "Armonk, NY"),
    "U.S. Army, Fort Hood, TX    2018 – 2020\nCombat Medic": (
        "Combat Medic",
        "U.S. Army",
        "Fort Hood, TX",
    ),
    "Company Name  :  Acme\nDesignation :- Sales Manager\nWork period: 2018 - 2020": (
        "Sales Manager",
        "Acme",
        "",
    ),
    "Tenure  Company Name  Designation\n2018 - 2020  Acme Ltd  Sales Manager": (
        "Sales Manager",
        "Acme Ltd",
        "",
    ),
    "Infermiera\nOspedale Sant'Anna\n2018 - 2020": (
        "Infermiera",
        "Ospedale Sant'Anna",
        "",
    ),
    "Pielęgniarka, Szpital Wojewódzki\n2018 - 2020": (
        "Pielęgniarka",
        "Szpital Wojewódzki",
        "",
    ),
    "Sales Manager\nAcme\nDenver\n2018 - 2020": ("Sales Manager", "Acme", "Denver"),
    "2018 - 2020\nACME CORPORATION\nSALES MANAGER": ("SALES MANAGER", "ACME CORPORATION", ""),
    "Lehrerin für Deutsch und Geschichte\nGoethe-Gymnasium, Jena\n2018 – 2020": (
        "Lehrerin für Deutsch und Geschichte",
        "Goethe-Gymnasium",
        "Jena",
    ),
    "Werkstudent bei Siemens AG, München\n2018 – 2020": ("Werkstudent", "Siemens AG", "München"),
    "Infirmière diplômée d'État, CHU de Nantes\n2018 - 2020": (
        "Infirmière diplômée d'État",
        "CHU de Nantes",
        "",
    ),
    "*Line Cook*, **Noma**, Copenhagen — 2018-2020": ("Line Cook", "Noma", "Copenhagen"),
    "[Acme](https://acme.example) — Developer, 2018 – 2020": ("Developer", "Acme", ""),
    "Employer: Walmart\nTitle: Cashier\nDates: 2018 - 2020": ("Cashier", "Walmart", ""),
    "Welder III, Caterpillar, Peoria IL, 2018 - 2020": ("Welder III", "Caterpillar", "Peoria IL"),
    "Bricklayer (self-employed)    2018 – 2020": ("Bricklayer (self-employed)", "", ""),
    "Alder Bank (Cards, Loans)\nAccountant\n2018 – 2020": (
        "Accountant",
        "Alder Bank (Cards, Loans)",
        "",
    ),
    "Hospital Pharmacist, Boots, 2018 – 2020": ("Hospital Pharmacist", "Boots", ""),
    "Head of Engineering at Alder Labs\n2018 – 2020": ("Head of Engineering", "Alder Labs", ""),
    "Help Desk Support at Alder Ltd\n2018 – 2020": ("Help Desk Support", "Alder Ltd", ""),
    "Order Selector\nAlder Distribution Center - Memphis, TN\n2018 – 2020": (
        "Order Selector",
        "Alder Distribution Center",
        "Memphis, TN",
    ),
    "Alder\nWelder\n2018 – 2020\nJoão Pessoa, Paraíba, Brazil": (
        "Welder",
        "Alder",
        "João Pessoa, Paraíba, Brazil",
    ),
    "Alder, Groningen, Netherlands\nWelder\n2018 – 2020": (
        "Welder",
        "Alder",
        "Groningen, Netherlands",
    ),
    "Driver Logistics Ltd | Fleet Manager | 2018 – 2020": (
        "Fleet Manager",
        "Driver Logistics Ltd",
        "",
    ),
}


@pytest.mark.parametrize(("head", "expected"), HEADS.items(), ids=HEADS)
def test_position_employer_and_place_are_told_apart(head: str, expected: tuple[str, str, str]):
    (work,) = parse(["Jane Doe", "Experience", *head.split("\n"), "• Did this", "• Did that"]).work

    assert (work.position, work.name, work.location) == expected
    assert (work.start, work.end) == ("2018", "2020")
    assert [each.text for each in work.highlights] == ["Did this", "Did that"]


@pytest.mark.parametrize(
    "mark", ["•", "-", "*", "–", "▪", "◆", "❯", "o ", "1.", "a)", "ii.", "\uf0b7"]
)
def test_any_bullet_begins_a_highlight(mark: str):
    lines = ["Experience", "Cook, Alder Inn, 2018 – 2020", f"{mark} Baked", f"{mark} Fried"]
    (work,) = parse(lines).work
    assert [each.text for each in work.highlights] == ["Baked", "Fried"]


def test_several_positions_share_the_employer_above_them():
    lines = ["Experience", "Harbor LLP, Boston, MA", "Audit Manager   2019 – 2022", "• Led"]
    lines += ["Senior Associate   2016 – 2019", "• Planned"]

    assert [(work.position, work.name) for work in parse(lines).work] == [
        ("Audit Manager", "Harbor LLP"),
        ("Senior Associate", "Harbor LLP"),
    ]


def test_an_employer_is_not_the_rest_of_a_long_bullet_above_it():
    told = "• Looked after the books of forty-odd small companies and all that came with them"
    lines = ["Experience", "Alder Bank", "Clerk", "2019 – 2022", told]
    lines += ["Birch Bank", "Junior Clerk", "2016 – 2019", "• Filed"]

    assert [(work.name, work.position) for work in parse(lines).work] == [
        ("Alder Bank", "Clerk"),
        ("Birch Bank", "Junior Clerk"),
    ]


def test_bullets_of_an_outer_kind_begin_jobs():
    lines = ["Experience", "• Google", "Mountain View, CA", "Software Engineer", "2016 – Present"]
    lines += ["◦Search: Made it quick", "• Coursera", "Mountain View, CA", "Software Engineer"]
    lines += ["2014 – 2016", "◦Recommendations: Made them good", "◦Nostos: Served a gateway"]

    assert [(work.name, len(work.highlights)) for work in parse(lines).work] == [
        ("Google", 1),
        ("Coursera", 2),
    ]


def test_a_position_of_its_own_takes_no_employer_from_above():
    lines = ["Experience", "Cook, Alder Inn, 2018 – 2020", "Freelance Translator, 2014 – 2018"]
    assert [work.name for work in parse(lines).work] == ["Alder Inn", ""]


def test_a_bullet_that_ends_with_a_date_begins_no_job():
    lines = ["Experience", "Cook, Alder Inn, 2018 – 2020", "• Promoted in March 2019"]
    assert len(parse(lines).work) == 1


def test_volunteering_is_no_work():
    found = parse(["Volunteering", "Coach, Moss Side FC, 2019 – present"])
    assert (found.work, found.volunteer[0].position) == ((), "Coach")


def test_a_project_begins_with_its_name():
    lines = ["Projects", "Weather App (2020)", "• React", "Chess Engine – chess.example.com"]
    assert [project.name for project in parse(lines).projects] == ["Weather App", "Chess Engine"]


def test_a_project_may_be_told_in_one_line():
    (project,) = parse(["Projects", "House extension, Leeds: built a loft"]).projects
    assert (project.name, project.summary) == ("House extension, Leeds", "built a loft")


def test_a_project_may_be_told_beneath_its_name():
    lines = ["Waste dashboard (Tableau)", "Found savings of 9 %.", "Price predictor", "Built it."]
    assert [(each.name, each.summary) for each in parse(["Projects", *lines]).projects] == [
        ("Waste dashboard (Tableau)", "Found savings of 9 %."),
        ("Price predictor", "Built it."),
    ]
