"""What resumes only list: skills, certificates, languages, interests."""

import pytest

from services.parsing.parse import parse

SKILLS = {
    "groups": (
        ["Languages: Python, Go", "Tools: Docker (basic), CI/CD"],
        [("Languages", ("Python", "Go")), ("Tools", ("Docker (basic)", "CI/CD"))],
    ),
    "groups on their own lines": (
        ["Technical:", "Welding, cutting", "Soft:", "Punctual"],
        [("Technical", ("Welding", "cutting")), ("Soft", ("Punctual",))],
    ),
    "Markdown": (["- **Design:** Figma, paper"], [("Design", ("Figma", "paper"))]),
    "bare": (["Excel, Word"], [("", ("Excel", "Word"))]),
    "bullets": (["- Excel (good, fast)", "- SAP R/3"], [("", ("Excel (good, fast)", "SAP R/3"))]),
    "dots": (["Excel • Word • SAP"], [("", ("Excel", "Word", "SAP"))]),
    "bars": (["Excel | Word"], [("", ("Excel", "Word"))]),
    "columns": (
        ["Excel      Word", "SAP        Access"],
        [("", ("Excel", "Word", "SAP", "Access"))],
    ),
    "wrapped": (
        ["Excel, Google", "Sheets,", "Word"],
        [("", ("Excel", "Google", "Sheets", "Word"))],
    ),
}
CERTIFICATES = {
    "CPA, State of Ohio, 2012": [("CPA", "State of Ohio", "2012")],
    "AWS Certified Solutions Architect – Associate (2021)": [
        ("AWS Certified Solutions Architect – Associate", "", "2021")
    ],
    "BLS | ACLS | PALS": [("BLS", "", ""), ("ACLS", "", ""), ("PALS", "", "")],
    "PMP (2019), Scrum Master (2020)": [("PMP", "", "2019"), ("Scrum Master", "", "2020")],
    "Food Handler Card, exp. 05/2025": [("Food Handler Card", "", "")],
    "Registered Nurse, New Mexico": [("Registered Nurse", "New Mexico", "")],
    "First Aid, St John Ambulance, May 2021": [("First Aid", "St John Ambulance", "2021-05")],
}
LANGUAGES = {
    "English (native), German (C1)": ["English (native)", "German (C1)"],
    "English – native": ["English – native"],
    "Deutsch: Muttersprache": ["Deutsch: Muttersprache"],
    "German C1, English native": ["German C1", "English native"],
    "Fluent in English and Spanish": ["English", "Spanish"],
    "Python, Excel": [],
}


@pytest.mark.parametrize(("lines", "expected"), SKILLS.values(), ids=SKILLS)
def test_skills_keep_the_groups_of_the_resume(lines: list[str], expected: list[tuple[str, tuple]]):
    found = parse(["Skills", *lines]).skills
    assert [(skill.name, skill.keywords) for skill in found] == expected


@pytest.mark.parametrize(("line", "expected"), CERTIFICATES.items(), ids=CERTIFICATES)
def test_a_certificate_has_a_title_an_issuer_and_a_date(line: str, expected: list[tuple]):
    found = parse(["Certifications", line]).certificates
    assert [(each.title, each.issuer, each.date) for each in found] == expected


@pytest.mark.parametrize(("line", "titles"), LANGUAGES.items(), ids=LANGUAGES)
def test_a_language_keeps_its_level(line: str, titles: list[str]):
    assert [each.title for each in parse(["Languages", line]).languages] == titles


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (
            ["AWS Certified Developer –", "Associate (2022)"],
            "AWS Certified Developer – Associate",
        ),
        (["Certificate of", "Advanced Welding (2022)"], "Certificate of Advanced Welding"),
        (["Health and", "Safety at Work (2022)"], "Health and Safety at Work"),
    ],
    ids=["dash", "of", "and"],
)
def test_a_certificate_that_was_wrapped_is_one(lines: list[str], title: str):
    found = parse(["Certifications", *lines]).certificates
    assert [(each.title, each.date, each.lines) for each in found] == [(title, "2022", (1, 2))]


def test_the_number_of_a_licence_belongs_to_the_licence_above():
    (found,) = parse(["Licenses", "Ohio Electrician License, 2018", "License #12345"]).certificates
    assert (found.title, found.lines) == ("Ohio Electrician License", (1, 2))


def test_a_summary_without_a_heading_is_the_opening_paragraph():
    text = "Nurse with nine years in acute care and a calm hand in the busiest of wards."
    found = parse(["Jane Doe", "jane@example.com", text, "Skills", "triage"])
    assert (found.summary, found.summary_lines) == (text, (2,))


def test_certificates_that_a_semicolon_parts_are_several():
    found = parse(["Certifications", "CISSP, ISC2, 2019; Security+ CE, 2013"]).certificates
    assert [(each.title, each.date) for each in found] == [
        ("CISSP", "2019"),
        ("Security+ CE", "2013"),
    ]


def test_a_bracket_ends_a_certificate():
    lines = ["Ohio Medical License #55012-20 (active, until further notice)", "DEA registration"]
    assert len(parse(["Licenses", *lines]).certificates) == 2


def test_a_publication_is_cited_as_it_is_written():
    text = "Roe A, Poe B, Doe C. Reducing falls on the ward. J Hosp Med. 2020;15(4):211-217"
    (found,) = parse(["Publications", f"1. {text}"]).publications
    assert (found.title, found.date) == (text, "2020")
