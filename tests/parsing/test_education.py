import pytest

from services.parsing.parse import parse

COURSES = {
    "B.S. in Computer Science, Stanford University, 2010 - 2014": (
        "Stanford University",
        "B.S.",
        "Computer Science",
        "2014",
    ),
    "Stanford University — BS, Computer Science (2014)": (
        "Stanford University",
        "BS",
        "Computer Science",
        "2014",
    ),
    "Harvard University, Cambridge, MA\nMaster of Public Health, May 2015": (
        "Harvard University",
        "Master of Public Health",
        "",
        "2015-05",
    ),
    "ETH Zürich\nMSc Informatik, 2012 – 2014": ("ETH Zürich", "MSc", "Informatik", "2014"),
    "Course  School/Board  Percentage  Year of passing\n12th  Hill View College  67.40  2011": (
        "Hill View College",
        "12th",
        "",
        "2011",
    ),
    "Course: Bachelor of Engineering\nMajor: Civil Engineering\n"
    "Institute: Hill View College\nYear of passing: 2016": (
        "Hill View College",
        "Bachelor of Engineering",
        "Civil Engineering",
        "2016",
    ),
    "Laurea Magistrale in Fisica, Università di Pisa, 2014": (
        "Università di Pisa",
        "Laurea Magistrale",
        "Fisica",
        "2014",
    ),
    "Bacharelado em Direito, Universidade do Porto, 2014": (
        "Universidade do Porto",
        "Bacharelado",
        "Direito",
        "2014",
    ),
    "BSN, Bexley College, 2015": ("Bexley College", "BSN", "", "2015"),
    "RN Diploma, St. Luke's School of Nursing, 1999": (
        "St. Luke's School of Nursing",
        "RN Diploma",
        "",
        "1999",
    ),
    "High School Diploma, 2008": ("", "High School Diploma", "", "2008"),
    "Associate of Science: Nursing, 05/2010": ("", "Associate of Science", "Nursing", "2010-05"),
    "Ausbildung zum Elektroniker, Siemens AG, Berlin, 2008 – 2011": (
        "Siemens AG",
        "Ausbildung",
        "Elektroniker",
        "2011",
    ),
    "Plumbing Apprenticeship\nUA Local 32\n2004 - 2009": (
        "UA Local 32",
        "Plumbing Apprenticeship",
        "",
        "2009",
    ),
    "Licence en droit, Université Paris 1, 2010": (
        "Université Paris 1",
        "Licence",
        "droit",
        "2010",
    ),
    "Grado en Enfermería, Universidad de Sevilla, 2012": (
        "Universidad de Sevilla",
        "Grado",
        "Enfermería",
        "2012",
    ),
    "Ph.D., Chemistry, Caltech, 2012": ("Caltech", "Ph.D.", "Chemistry", "2012"),
    "Bachelor of Commerce (Accounting), University of Sydney, 2012": (
        "University of Sydney",
        "Bachelor of Commerce",
        "Accounting",
        "2012",
    ),
    "Certificate IV in Carpentry, TAFE NSW, 2011": (
        "TAFE NSW",
        "Certificate IV",
        "Carpentry",
        "2011",
    ),
}
SCORES = {
    "GPA: 3.8": "3.8",
    "GPA 3.9/4.0": "3.9/4.0",
    "CGPA: 8.7/10": "8.7/10",
    "Abschlussnote: 1,7": "1,7",
    "First class honours": "First class honours",
    "magna cum laude": "magna cum laude",
}


@pytest.mark.parametrize(("lines", "expected"), COURSES.items(), ids=COURSES)
def test_degree_school_and_field_are_told_apart(lines: str, expected: tuple[str, ...]):
    (course,) = parse(["Education", *lines.split("\n")]).education
    assert (course.institution, course.study_type, course.area, course.end) == expected


@pytest.mark.parametrize(("line", "score"), SCORES.items(), ids=SCORES)
def test_a_grade_is_kept_as_it_is_written(line: str, score: str):
    (course,) = parse(["Education", "BSc Physics, Bexley College, 2012", line]).education
    assert course.score == score


@pytest.mark.parametrize("blank", [[], [""]], ids=["without a gap", "with a gap"])
def test_a_second_degree_begins_a_second_course(blank: list[str]):
    lines = ["Bexley College", "MSc Physics, 2014", *blank, "Reed College", "BSc Physics, 2012"]
    found = parse(["Education", *lines]).education

    assert [(course.institution, course.end) for course in found] == [
        ("Bexley College", "2014"),
        ("Reed College", "2012"),
    ]


def test_a_state_is_no_degree():
    (course,) = parse(["Education", "Bexley College, Boston, MA", "BSc Physics, 2012"]).education
    assert course.study_type == "BSc"


def test_a_school_that_was_wrapped_is_one():
    lines = ["MSc Physics", "AGH University of Science and", "Technology", "2012 – 2017"]
    (course,) = parse(["Education", *lines]).education

    assert course.institution == "AGH University of Science and Technology"
    assert course.lines == (1, 2, 3, 4)


def test_a_level_of_a_qualification_stays_with_it():
    (course,) = parse(["Education", "NVQ Level 3 Cookery, Leeds City College, 2012"]).education
    assert (course.study_type, course.area) == ("NVQ Level 3", "Cookery")


def test_a_school_certificate_by_any_name_is_of_the_school_beneath_it():
    lines = ["High school or equivalent", "Hillcrest High School - Memphis, TN", "2012 to 2016"]
    (course,) = parse(["Education", *lines]).education
    assert course.institution == "Hillcrest High School"


def test_a_polytechnic_is_a_school():
    lines = ["Alder Polytechnic", "Diploma in Weaving, 2001 - 2004", "Head of Engineering"]
    (course,) = parse(["Education", *lines]).education
    assert course.institution == "Alder Polytechnic"
