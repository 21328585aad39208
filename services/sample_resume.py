"""The resume of the sample search, in two versions: an analyst of fifteen years' standing."""

from services.parsing.curriculum import (
    Award,
    Contact,
    Curriculum,
    Education,
    Highlight,
    Skill,
    Work,
)

FIRST = Curriculum(
    contact=Contact(
        name="Robin Ekström",
        label="Data analyst",
        email="robin.ekstrom@example.com",
        phone="+49 30 5550 0142",
        location="Berlin, Germany",
        links=("https://robin.example", "https://code.example/robin"),
    ),
    summary=(
        "Analyst who turns the questions of a whole company into numbers that people trust. "
        "Eight years with SQL and Python, four of them leading a small team in healthcare."
    ),
    work=(
        Work(
            name="Nordlicht Health",
            position="Senior Data Analyst",
            location="Berlin",
            start="2021-03",
            is_current=True,
            highlights=(
                Highlight(text="Built the weekly numbers of 14 clinics with SQL, dbt, Snowflake"),
                Highlight(text="Cut the time from question to dashboard from nine days to two"),
                Highlight(text="Lead three analysts; wrote the guide that new ones learn from"),
            ),
        ),
        Work(
            name="Hafen Logistics",
            position="Data Analyst",
            location="Hamburg",
            start="2017-09",
            end="2021-02",
            highlights=(
                Highlight(text="Forecast container volumes in Python with pandas, 6 % mean error"),
                Highlight(text="Ran the company's 40 Looker dashboards and retired half of them"),
            ),
        ),
        Work(
            name="University of Lund",
            position="Research Assistant",
            location="Lund",
            start="2015-08",
            end="2017-07",
            highlights=(Highlight(text="Analysed survey data of 12,000 households in R"),),
        ),
    ),
    education=(
        Education(
            institution="University of Lund",
            study_type="MSc",
            area="Statistics",
            start="2013",
            end="2015",
        ),
    ),
    skills=(
        Skill(name="Data", keywords=("SQL", "Python", "pandas", "R", "dbt", "Snowflake")),
        Skill(name="Dashboards", keywords=("Looker", "Metabase")),
    ),
    languages=(Award(title="Swedish (native)"), Award(title="English (C2)")),
)

SECOND = FIRST.model_copy(
    update={
        "languages": (*FIRST.languages, Award(title="German (B2)")),
        "certificates": (Award(title="dbt Analytics Engineering", date="2025-05"),),
    }
)
