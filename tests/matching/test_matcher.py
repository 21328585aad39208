"""A resume against a posting, from end to end."""

from datetime import date

from services.matching.coverage import Strength
from services.matching.matcher import Matcher

TODAY = date(2026, 3, 2)
RESUME = """Ada Lovelace
Experience
Engineer, Acme, 2019 - 2024
- Built Python services on Kubernetes
- No experience with Java yet
Skills
Postgres, AWS""".splitlines()


def test_each_row_says_how_the_resume_meets_it():
    posting = "Requirements\n- Python\n- AWS/GCP\n- SQL\n- Java"

    coverage = Matcher().match(RESUME, posting, TODAY)

    assert [(each.requirement.name, each.strength) for each in coverage.findings] == [
        ("Python", Strength.SHOWN),
        ("AWS or GCP", Strength.LISTED),
        ("SQL", Strength.IMPLIED),
        ("Java", Strength.MISSING),
    ]
    assert coverage.words == "3 of 4 stated requirements have evidence"
