import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.parsing.sections import Heading, Section, sections

HEADINGS = {
    "WORK EXPERIENCE": Heading.WORK,
    "Professional Experience:": Heading.WORK,
    "E X P E R I E N C E": Heading.WORK,
    "W O R K   H I S T O R Y": Heading.WORK,
    "Employment History": Heading.WORK,
    "# Experience": Heading.WORK,
    "**Experience**": Heading.WORK,
    "=== EXPERIENCE ===": Heading.WORK,
    "Work Experience (continued)": Heading.WORK,
    "Career Highlights": Heading.WORK,
    "Clinical Experience": Heading.WORK,
    "Teaching Experience": Heading.WORK,
    "P R E V I O U S   C A R E E R": Heading.WORK,
    "MILITARY EDUCATION": Heading.EDUCATION,
    "Civilian Education": Heading.EDUCATION,
    "JOB RELATED TRAINING": Heading.CERTIFICATES,
    "Board Certification": Heading.CERTIFICATES,
    "Awards and Decorations": Heading.AWARDS,
    "INVITED LECTURES": Heading.PUBLICATIONS,
    "Professional Societies": Heading.OTHER,
    "Berufserfahrung": Heading.WORK,
    "Expériences professionnelles": Heading.WORK,
    "EXPERIENCIA LABORAL": Heading.WORK,
    "Technical Skills & Tools": Heading.SKILLS,
    "EDV-Kenntnisse": Heading.SKILLS,
    "Praxiserfahrung": Heading.WORK,
    "BILDUNGSABSCHLÜSSE": Heading.EDUCATION,
    "Compétences": Heading.SKILLS,
    "Licenses and Certifications": Heading.CERTIFICATES,
    "Weiterbildungen": Heading.CERTIFICATES,
    "Academic Background": Heading.EDUCATION,
    "2. Education": Heading.EDUCATION,
    "FORMATION": Heading.EDUCATION,
    "Formación académica": Heading.EDUCATION,
    "Volunteer Experience": Heading.VOLUNTEER,
    "Bénévolat": Heading.VOLUNTEER,
    "Honors & Awards": Heading.AWARDS,
    "Selected Publications": Heading.PUBLICATIONS,
    "Sprachkenntnisse": Heading.LANGUAGES,
    "Centres d'intérêt": Heading.INTERESTS,
    "References available on request": Heading.REFERENCES,
    "Security Clearance": Heading.OTHER,
    "EDUCATIONAL QUALIFICATION": Heading.EDUCATION,
    "Academic Details:-": Heading.EDUCATION,
    "Computer Proficiency": Heading.SKILLS,
    "Languages Known": Heading.LANGUAGES,
    "Carrier Objective": Heading.SUMMARY,
    "Projects Undertaken": Heading.PROJECTS,
    "Esperienze lavorative": Heading.WORK,
    "ISTRUZIONE E FORMAZIONE": Heading.EDUCATION,
    "Competenze digitali": Heading.SKILLS,
    "Experiência Profissional": Heading.WORK,
    "FORMAÇÃO ACADÊMICA": Heading.EDUCATION,
    "Cursos e Certificações": Heading.CERTIFICATES,
    "Werkervaring": Heading.WORK,
    "Opleidingen": Heading.EDUCATION,
    "Vaardigheden": Heading.SKILLS,
    "Doświadczenie zawodowe": Heading.WORK,
    "WYKSZTAŁCENIE": Heading.EDUCATION,
    "Języki obce": Heading.LANGUAGES,
    "工作经历": Heading.WORK,
    "教育背景": Heading.EDUCATION,
}

NO_HEADINGS = [
    "Experience with Python and SQL",
    "10 years experience",
    "Board of Education",
    "Responsible for education.",
    "• Education",
    "- Skills",
    "Languages spoken at work are English and German",
    "Sales Manager, Experience Travel Ltd",
]


@pytest.mark.parametrize(("line", "heading"), HEADINGS.items(), ids=HEADINGS)
def test_a_heading_begins_its_part(line: str, heading: Heading):
    assert sections(["Ada Byron", line, "x"])[1:] == (Section(heading, 1, 2, 3),)


@pytest.mark.parametrize("line", NO_HEADINGS)
def test_what_only_mentions_a_heading_begins_nothing(line: str):
    assert [part.heading for part in sections(["Ada Byron", line])] == [Heading.CONTACT]


def test_contents_may_share_the_line_of_their_heading():
    line = "Skills: Python, SQL"
    _, skills = sections(["Ada Byron", line])

    assert (skills.heading, skills.body_start, line[skills.offset :]) == (
        Heading.SKILLS,
        1,
        " Python, SQL",
    )


def test_after_skills_in_passing_the_part_around_goes_on():
    lines = ["Experience", "Nurse, Clinic, 2020", "Skills: triage,", "charting", "Cook, Inn, 2019"]

    assert [(part.heading, part.body_start, part.end) for part in sections(lines)] == [
        (Heading.WORK, 1, 2),
        (Heading.SKILLS, 2, 4),
        (Heading.WORK, 4, 5),
    ]


def test_a_label_within_an_entry_begins_no_part():
    lines = ["Experience", "Nurse, City Hospital, 2020", "Key achievements:", "• Led nine"]
    assert [part.heading for part in sections(lines)] == [Heading.WORK]


@pytest.mark.parametrize("label", ["Skills", "Skills:", "SKILLS"])
def test_a_list_of_skills_after_work_is_never_taken_for_work(label: str):
    lines = ["EXPERIENCE", "Nurse, City Hospital, 2020", label, "SQL, Python"]
    assert [part.heading for part in sections(lines)] == [Heading.WORK, Heading.SKILLS]


def test_groups_of_skills_begin_no_part():
    lines = ["Skills", "Languages: Python, Go", "Tools: Docker"]
    assert sections(lines) == (Section(Heading.SKILLS, 0, 1, 3),)


def test_an_unknown_heading_of_the_same_markdown_level_ends_a_part():
    lines = ["# Ada", "## Skills", "SQL", "## Things I Broke", "A vase"]
    assert [part.heading for part in sections(lines)][1:] == [Heading.SKILLS, Heading.OTHER]


def test_the_rest_of_a_sentence_is_no_heading():
    lines = ["Experience", "• Led a team of nine through a long period of change in", "education"]
    assert [part.heading for part in sections(lines)] == [Heading.WORK]


@given(st.lists(st.sampled_from([*HEADINGS, *NO_HEADINGS, "", "Skills: a, b", "## X", "x"])))
def test_the_parts_cover_every_line_once(lines: list[str]):
    covered = [index for part in sections(lines) for index in range(part.start, part.end)]

    assert covered == list(range(len(lines)))
    assert all(part.start <= part.body_start <= part.end for part in sections(lines))


@pytest.mark.parametrize(("gap", "is_own"), [([""], True), ([], False)], ids=["apart", "in entry"])
def test_labelled_certificates_end_a_work_only_after_an_empty_line(gap: list[str], is_own: bool):
    lines = ["Experience", "Chef, The Mallard, 2021 - 2023", *gap, "Certificates: First Aid"]
    assert (sections(lines)[-1].heading is Heading.CERTIFICATES) is is_own


def test_a_career_summary_of_dated_entries_is_the_work():
    entries = ["HR Advisor | Acme Ltd | 2018 - 2021", "HR Partner | Acme Ltd | 2021 - 2024"]
    assert sections(["Career Summary", *entries])[-1].heading is Heading.WORK
