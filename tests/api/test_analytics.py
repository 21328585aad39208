"""The numbers at the REST door."""

import csv
from io import StringIO

import pytest


def test_the_numbers_name_their_cases_their_period_and_the_jobs_behind_them(ada, add):
    job = add(applied_on="2026-01-10")
    found = ada.get("/api/analytics", params={"from": "2026-01-01", "to": "2026-01-31"}).json()

    assert found["applications"] == 1
    assert found["tiles"]["tiles"][0]["jobs"] == [job["id"]]
    assert found["replies"]["about"]["n"] == 1
    assert found["replies"]["about"]["period"]["since"] == "2026-01-01"
    assert found["replies"]["about"]["definition"]


def test_a_period_leaves_out_what_lies_outside(ada, add):
    add(applied_on="2026-01-10")
    add(applied_on="2026-03-10")
    add(applied_on=None)

    def count(**period):
        return ada.get("/api/analytics", params=period).json()["applications"]

    assert (count(), count(period="all"), count(to="2026-01-31")) == (3, 3, 1)
    assert count(**{"from": "2026-02-01"}) == 1


def test_nobody_counts_anothers_jobs(charles, add):
    add()
    assert charles.get("/api/analytics").json()["applications"] == 0


@pytest.mark.parametrize(
    ("period", "field"),
    [
        ({"period": "soon"}, "period"),
        ({"from": "yesterday"}, "from"),
        ({"from": "2026-02-01", "to": "2026-01-01"}, "to"),
        ({"period": "30d", "from": "2026-02-01"}, "period"),
        ({"owner": "ada"}, "owner"),
    ],
    ids=str,
)
def test_a_period_that_makes_no_sense_is_refused_by_name(ada, period, field):
    answer = ada.get("/api/analytics", params=period)
    assert answer.status_code == 422
    assert any(field in name for name in answer.json()["fields"])


def test_without_a_token_there_are_no_numbers(visitor):
    assert visitor.get("/api/analytics").status_code == 401


def test_a_goal_is_set_seen_and_taken_away(ada, add):
    add()
    assert ada.put("/api/analytics/goal", json={"goal": 5}).json() == {"goal": 5}
    pacing = ada.get("/api/analytics").json()["pacing"]
    assert pacing["goal"] == 5
    assert "on the way to 5" in pacing["words"] or "Next week" in pacing["words"]
    assert ada.put("/api/analytics/goal", json={"goal": None}).json() == {"goal": None}


@pytest.mark.parametrize("goal", [0, 201, "many", 1.5])
def test_a_goal_that_makes_no_sense_is_refused_by_name(ada, goal):
    answer = ada.put("/api/analytics/goal", json={"goal": goal})
    assert (answer.status_code, set(answer.json()["fields"])) == (422, {"goal"})


def test_the_applications_come_as_csv_without_formulas(ada, add):
    add(company="=1+1", source="@SUM(A1)", applied_on="2026-01-10")
    answer = ada.get("/api/analytics/applications.csv", params={"to": "2026-01-31"})
    [row] = csv.DictReader(StringIO(answer.text))

    assert answer.headers["content-type"].startswith("text/csv")
    assert (row["company"], row["source"]) == ("'=1+1", "'@SUM(A1)")


def test_a_picture_comes_as_the_table_behind_it(ada, add):
    add()
    rows = csv.DictReader(StringIO(ada.get("/api/analytics/pictures/funnel.csv").text))
    assert next(rows)["Step"] == "Applied"
    assert ada.get("/api/analytics/pictures/nothing.csv").status_code == 404


def test_the_flow_comes_as_sankeymatic_reads_it(ada, add):
    add()
    add(status="Rejected")
    assert ada.get("/api/analytics/flow.txt").text.splitlines() == [
        "Applications [1] Rejected",
        "Applications [1] Waiting for a reply",
    ]


def test_what_is_shared_names_nobody(ada, add):
    secrets = {"company": "Zyxcorp", "position": "Gardener", "source": "Wilhelmina"}
    job = add(**secrets, notes="Bartholomew", url="https://zyxcorp.example/")
    paths = ("", "/applications.csv", "/flow.txt", "/pictures/by-source.csv")
    text = " ".join(ada.get(f"/api/analytics{path}", params={"share": True}).text for path in paths)

    assert "Source A" in text
    for word in (*secrets.values(), "zyxcorp", "Bartholomew", str(job["id"])):
        assert word not in text


def test_a_week_is_looked_back_on(ada, add):
    add(company="Borealis", applied_on="2026-03-04")
    review = ada.get("/api/analytics/review", params={"of": "2026-W10"}).json()

    assert review["title"] == "Week of 2 March 2026"
    assert review["chapters"][0]["entries"][0]["company"] == "Borealis"
    assert ada.get("/api/analytics/review", params={"of": "soon"}).status_code == 422


def test_nobody_reviews_anothers_week(charles, add):
    add(applied_on="2026-03-04")
    review = charles.get("/api/analytics/review", params={"of": "2026-W10"}).json()
    assert review["chapters"][0]["entries"] == []
