"""How long a match takes once the matcher is warm: `python -m benchmarks.match_speed`.

Texts of an ordinary length, each resume against each posting; CPU time, so that what else the
machine does is left out.
"""

from datetime import date
from statistics import median
from time import process_time

from services.matching.matcher import Matcher

TODAY = date(2026, 3, 2)
ROUNDS = 20
BUDGET = 5

FIELDS = {
    "engineer": ("Python, Django, PostgreSQL, Redis, Docker, AWS", "cut the build time by 40 %"),
    "nurse": (
        "wound care, IV therapy, triage, patient assessment",
        "cared for 12 patients",
    ),
    "accountant": ("Excel, SAP, month-end close, VAT, audit", "closed the books in four days"),
    "electrician": ("conduit bending, switchgear, PLC, fault finding", "wired 30 new houses"),
}


def resume(skills: str, deed: str) -> list[str]:
    """Return a resume of one full page."""
    head = ["Ada Lovelace", "ada@example.org | Leeds | +44 20 7946 0000", "", "Experience"]
    work = [
        line
        for start in range(2012, 2024, 3)
        for line in (
            f"Specialist, Example Works, Leeds    March {start} – February {start + 3}",
            f"• Used {skills} every day and {deed}",
            "• Led a team of five, planned their shifts and held a budget of 200,000 pounds",
            "• Wrote reports for management and trained eight new colleagues in health and safety",
        )
    ]
    tail = ["Education", "BSc, University of Leeds, 2012", "Skills", skills, "Languages", "German"]
    return [*head, *work, *tail]


def posting(skills: str, deed: str) -> str:
    """Return a posting of one full page."""
    wanted = [f"- At least 3 years of experience with {skill}" for skill in skills.split(", ")]
    return "\n".join(
        (
            "About us",
            "We are a growing company. " * 10,
            "Responsibilities",
            *(f"- You will have {deed}, report to the board and train others" for _ in range(8)),
            "Requirements",
            *wanted,
            "- Bachelor's degree or equivalent experience, fluent English and German",
            "Nice to have",
            "- Tableau, Jira or Confluence; project management; first aid certificate",
            "Benefits",
            "Health insurance and a pension scheme. " * 5,
        )
    )


def main() -> None:
    matcher = Matcher()
    start = process_time()
    matcher.warm()
    print(f"read the gazetteer     {(process_time() - start) * 1000:7.1f} ms")
    fields = FIELDS.values()
    texts = [(resume(*each), posting(*other)) for each in fields for other in fields]
    times = []
    for _ in range(ROUNDS):
        for lines, asked in texts:
            start = process_time()
            matcher.match(lines, asked, TODAY)
            times.append((process_time() - start) * 1000)
    print(f"{len(times)} matches, median {median(times):7.1f} ms    (budget {BUDGET} ms)")
    print(f"{len(times)} matches, longest{max(times):7.1f} ms")


if __name__ == "__main__":
    main()
