"""Several jobs beneath each other: where each begins, and whose employer is whose."""

from services.parsing.parse import parse


def jobs(*lines: str) -> list[tuple[str, str]]:
    return [(work.position, work.name) for work in parse(["Experience", *lines]).work]


def test_the_end_of_a_wrapped_bullet_is_no_employer():
    lines = ["Alder", "Tech Lead", "2020 – 2022", "- Made it quicker for everybody there to"]
    lines += ["open a business.", "Developer", "2018 – 2020", "- Built all of it again with"]
    lines += ["Jenkins.", "Birch", "Clerk", "2016 – 2018", "- Filed"]

    assert jobs(*lines) == [("Tech Lead", "Alder"), ("Developer", "Alder"), ("Clerk", "Birch")]


def test_an_employer_may_end_with_a_full_stop():
    lines = ["Alder Steering Private LTD.", "Engineer", "2020 – 2022", "- Made it quicker"]
    lines += ["American Birch .", "Clerk", "2018 – 2020", "- Filed"]

    assert jobs(*lines) == [
        ("Engineer", "Alder Steering Private LTD."),
        ("Clerk", "American Birch ."),
    ]


def test_what_was_done_for_a_month_employs_nobody_before_it():
    lines = ["Guest Speaker", "March 2009 – March 2009", "Invited to give a talk on looms."]
    lines += ["Web Developer", "May 2007 – July 2007", "Made a catalogue for them."]

    assert jobs(*lines) == [("", "Guest Speaker"), ("Web Developer", "")]


def test_a_line_of_what_was_done_is_no_employer():
    told = "Teaching Junior and Leaving Certificate English to Mixed Ability Classes"
    lines = ["September 2016 – Present", "English Teacher, Coláiste Mhuire, Cork", told]

    assert jobs(*lines) == [("English Teacher", "Coláiste Mhuire")]


def test_a_government_form_is_read_around_what_it_asks_of_each_job():
    lines = ["Department of the Army", "Fort Liberty, NC 28310 United States", ""]
    lines += ["06/2019 - Present", "Salary: $89,834.00 USD Per Year", "Hours per week: 40"]
    lines += ["Series: 0343 Pay Plan: GS Grade: 12"]
    lines += ["Management and Program Analyst (This is a federal job)"]
    lines += ["Duties, Accomplishments and Related Skills:", "Wrote the budget of the post."]
    lines += ["Clearance: Homeland Security, Secret, August 2001"]
    lines += ["Supervisor: Harold Roe (910-555-0190)", "Okay to contact this Supervisor: Yes"]
    (work,) = parse(["Work Experience", *lines]).work

    assert (work.position, work.name) == (
        "Management and Program Analyst",
        "Department of the Army",
    )
    assert work.location == "Fort Liberty, NC 28310 United States"
    assert [each.text for each in work.highlights] == ["Wrote the budget of the post."]
    assert set(work.lines) == set(range(1, 14)) - {3}


def test_what_was_done_may_follow_the_years_after_a_colon():
    lines = ["Alder Savings Bank, Barre, Vermont   1991 to 2023"]
    lines += ["Branch Manager (2008-2023): led twelve tellers, opened the vault"]
    lines += ["Teller (1991-2008)"]
    assert jobs(*lines) == [
        ("Branch Manager", "Alder Savings Bank"),
        ("Teller", "Alder Savings Bank"),
    ]


FORM = [
    "Dates",
    "September 2015 – Present",
    "Occupation or position held",
    "Senior structural engineer",
    "Main activities and responsibilities",
    "Design of steel bridges",
    "Name and address of employer",
    "Alder BV, Utrecht, The Netherlands",
    "Type of business or sector",
    "Engineering",
    "Dates  2009 – 2015",
    "Occupation or position held  Structural engineer",
    "Name and address of employer  Birch Noord, Groningen, The Netherlands",
]


def test_the_older_europass_is_read_around_its_labels():
    first, second = parse(["Work experience", *FORM]).work

    assert (first.position, first.name) == ("Senior structural engineer", "Alder BV")
    assert [each.text for each in first.highlights] == ["Design of steel bridges"]
    assert (second.position, second.name, second.location, second.end) == (
        "Structural engineer",
        "Birch Noord",
        "Groningen, The Netherlands",
        "2015",
    )


def test_the_studies_of_the_older_europass_are_read_around_its_labels():
    lines = ["Dates", "2003 – 2008", "Title of qualification awarded", "MSc Civil Engineering"]
    lines += ["Principal subjects/occupational skills", "Concrete, steel"]
    lines += ["Name and type of organisation", "Alder University of Technology"]
    (course,) = parse(["Education and training", *lines]).education

    assert (course.study_type, course.institution, course.start, course.end) == (
        "MSc",
        "Alder University of Technology",
        "2003",
        "2008",
    )
