"""The numbers at the REST door."""

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
