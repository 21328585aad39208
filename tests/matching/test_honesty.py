"""What holds for every resume and posting, above all that no trick pays."""

import json
import os
import subprocess
import sys
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from services.matching.coverage import Coverage
from services.matching.matcher import Matcher

TODAY = date(2026, 3, 2)
SKILLS = [
    *("Python", "Kubernetes", "PostgreSQL", "Terraform", "TypeScript", "Figma", "Tableau"),
    *("wound care", "triage", "dialysis", "bookkeeping", "payroll", "invoicing", "litigation"),
    *("welding", "masonry", "carpentry", "irrigation", "livestock", "forklift operation"),
    *("baking", "bartending", "stock control", "lesson planning", "tutoring", "proofreading"),
]
some = st.lists(st.sampled_from(SKILLS), min_size=1, max_size=8, unique=True)
properties = settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def resume(shown: list[str], listed: list[str]) -> list[str]:
    work = [f"• Was trusted with {skill} for the whole site, every week" for skill in shown]
    tail = ["Skills", ", ".join(listed), "Education", "BSc, University of Leeds, 2014"]
    return ["Ada Lovelace", "Experience", "Specialist, Acme, 2016 - 2024", *work, *tail]


def posting(must: list[str], nice: list[str]) -> str:
    wanted = [f"- You have solid hands-on practice in {skill} from a job before" for skill in must]
    hoped = [f"- {skill} would be welcome with us here and now, as a start" for skill in nice]
    years = "- At least 3 years of experience; fluent German; a degree in economics"
    return "\n".join(["Specialist", "Requirements", *wanted, years, "Nice to have", *hoped])


def score(matcher: Matcher, lines: list[str], asked: str) -> float:
    return matcher.match(lines, asked, TODAY).score


def quotes(lines: list[str], coverage: Coverage) -> bool:
    return all(
        each.quote and each.quote == lines[each.line][each.start : each.end]
        for finding in coverage.findings
        for each in finding.evidence
    )


@properties
@given(some, some, some, some)
def test_evidence_and_requirements_are_quoted_exactly(matcher, shown, listed, must, nice):
    lines, asked = resume(shown, listed), posting(must, nice)
    coverage = matcher.match(lines, asked, TODAY)
    rows = [finding.requirement for finding in coverage.findings]

    assert quotes(lines, coverage)
    assert all(row.quote in asked.splitlines()[row.line] for row in rows)
    assert 0 <= coverage.score <= 100


@properties
@given(st.lists(st.text(max_size=80), max_size=12), st.text(max_size=300))
def test_any_text_is_compared(matcher, noise, asked):
    lines = [" ".join(line.split("\n")) for line in noise]
    words = resume(["Python"], ["SQL"]) + lines
    assert quotes(words, matcher.match(words, f"Requirements\n- Python\n{asked}", TODAY))


@properties
@given(some, some, some, st.sampled_from(SKILLS))
def test_a_truthful_line_of_work_never_lowers(matcher, shown, listed, must, added):
    asked = posting([*must, added], [])
    before = score(matcher, resume(shown, listed), asked)

    assert score(matcher, resume([*shown, added], listed), asked) >= before


@properties
@given(some, some, some, st.randoms(use_true_random=False))
def test_the_order_of_bullets_changes_nothing(matcher, shown, listed, must, random):
    mixed, asked = random.sample(shown, len(shown)), posting(must, [])

    assert score(matcher, resume(mixed, listed), asked) == score(
        matcher, resume(shown, listed), asked
    )


@properties
@given(some, some, some)
def test_case_changes_nothing(matcher, shown, listed, must):
    lines, asked = resume(shown, listed), posting(must, [])
    shouted = [line.upper() for line in lines]

    assert score(matcher, shouted, asked) == score(matcher, lines, asked)


@properties
@given(some, some, some)
def test_irrelevant_text_changes_nothing(matcher, shown, listed, must):
    lines, asked = resume(shown, listed), posting(must, [])
    padded = [*lines, "Interests", "Long walks, chess, and the history of lighthouses"]
    about = f"{asked}\nAbout us\nWe were founded by two friends who like Python and baking."

    assert score(matcher, padded, about) == score(matcher, lines, asked)


@properties
@given(some, some, some, some)
def test_pasting_the_posting_does_not_raise(matcher, shown, listed, must, nice):
    lines, asked = resume(shown, listed), posting(must, nice)
    pasted = matcher.match([*lines, *asked.splitlines()], asked, TODAY)

    assert pasted.score <= score(matcher, lines, asked) / 5 + 0.1
    assert "word for word" in pasted.warnings[0]


@properties
@given(some, some, some)
def test_stuffing_does_not_raise(matcher, shown, listed, must):
    lines, asked = resume(shown, listed), posting(must, [])
    stuffing = ["Skills", *[", ".join(SKILLS)] * 8]
    stuffed = matcher.match([*lines, *stuffing], asked, TODAY)

    assert stuffed.score <= score(matcher, lines, asked)
    assert "far more skills" in stuffed.warnings[-1]


@properties
@given(some, some, some)
def test_denying_does_not_raise(matcher, shown, listed, must):
    lines, asked = resume(shown, listed), posting(must, [])
    denials = [f"I have no experience with {skill}." for skill in must]

    assert score(matcher, [*lines, "Other", *denials], asked) <= score(matcher, lines, asked)


def test_a_line_taken_from_the_posting_is_no_evidence(matcher):
    asked = "Requirements\n- You have run a large payroll for more than two hundred people"
    line = "You have run a large payroll for more than two hundred"
    lines = [*resume([], []), "Experience", line]
    coverage = matcher.match(lines, asked, TODAY)

    assert coverage.met == 0
    assert coverage.warnings


def test_a_list_counts_for_little_where_work_bears_none_of_it_out(matcher):
    asked = posting(SKILLS[:8], [])
    unfit = score(matcher, resume(["masonry"], SKILLS[:8]), asked)
    fit = score(matcher, resume(SKILLS[:5], SKILLS[:8]), asked)

    assert unfit < fit / 3


@pytest.mark.parametrize("seed", ["1", "2"])
def test_the_result_does_not_hang_on_the_seed_of_hashes(matcher, seed):
    lines, asked = resume(SKILLS[::3], SKILLS[::2]), posting(SKILLS[:9], SKILLS[9:12])
    script = (
        "import sys, json; from datetime import date\n"
        "from services.matching.matcher import Matcher\n"
        "lines, asked = json.load(sys.stdin)\n"
        "print(Matcher().match(lines, asked, date(2026, 3, 2)).model_dump_json())"
    )
    ours = matcher.match(lines, asked, TODAY).model_dump_json()
    theirs = subprocess.run(
        [sys.executable, "-c", script],
        input=json.dumps([lines, asked]),
        env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
        check=True,
    )
    assert theirs.stdout.strip() == ours


def test_certificates_of_one_maker_are_no_stuffing(matcher):
    kinds = ("Cloud", "Network", "Storage", "Queue", "Cost", "Edge", "Mail", "Search", "Billing")
    lines = ["Experience", "Engineer, Acme, 2019 - 2022", "- Ran services for banks on AWS"]
    lines += ["Certificates", *(f"{kind} course, issued by AWS" for kind in kinds)]

    assert matcher.match(lines, "Requirements\n- AWS", TODAY).warnings == ()
