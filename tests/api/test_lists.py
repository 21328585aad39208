"""Lists at the REST door: pages, filters, order."""

import pytest


def walk(client, path, **query):
    """Return the companies on each page, following the links from one to the next."""
    pages = []
    answer = client.get(path, params=query)
    while True:
        pages.append([job["company"] for job in answer.json()])
        if "next" not in answer.links:
            return pages
        answer = client.get(answer.links["next"]["url"])


def companies(client, **query):
    [page] = walk(client, "/api/jobs/", **query)
    return page


@pytest.fixture
def five(add):
    """Five jobs, the newest first."""
    return [add(company=name) for name in "ABCDE"][::-1]


def test_a_list_comes_in_pages_that_link_to_the_next(ada, five):
    assert walk(ada, "/api/jobs/", limit=2) == [["E", "D"], ["C", "B"], ["A"]]


def test_the_headers_say_how_many_there_are_and_where_to_go_on(ada, five):
    answer = ada.get("/api/jobs/", params={"limit": 3})
    assert answer.headers["x-total-count"] == "5"
    rest = ada.get("/api/jobs/", params={"limit": 3, "cursor": answer.headers["x-next-cursor"]})
    assert [job["company"] for job in rest.json()] == ["B", "A"]
    assert "x-next-cursor" not in rest.headers


def test_a_job_added_meanwhile_shifts_no_page(ada, five, add):
    cursor = ada.get("/api/jobs/", params={"limit": 2}).headers["x-next-cursor"]
    add(company="F")
    assert companies(ada, cursor=cursor) == ["C", "B", "A"]


def test_deleting_page_by_page_meets_every_job(ada, five):
    cursor = ada.get("/api/jobs/", params={"limit": 2}).headers["x-next-cursor"]
    for job in five[:2]:
        ada.delete(f"/api/jobs/{job['id']}")
    assert companies(ada, cursor=cursor) == ["C", "B", "A"]


def test_a_page_in_another_order_whose_start_is_gone_is_refused(ada, five):
    query = {"limit": 2, "sort": "company"}
    cursor = ada.get("/api/jobs/", params=query).headers["x-next-cursor"]
    ada.delete(f"/api/jobs/{five[1]['id']}")
    answer = ada.get("/api/jobs/", params=query | {"cursor": cursor})
    assert answer.status_code == 422
    assert "cursor" in answer.json()["fields"]


@pytest.mark.parametrize("cursor", ["x", "é", "AAAA", "MDFNODJEWksz", "=" * 100])
def test_an_unknown_cursor_is_refused(ada, five, cursor):
    answer = ada.get("/api/jobs/", params={"cursor": cursor})
    assert answer.status_code == 422
    assert "cursor" in answer.json()["fields"]


@pytest.mark.parametrize("limit", ["0", "201", "-1", "many", "1.5"])
def test_a_limit_outside_of_1_to_200_is_refused(ada, limit):
    assert ada.get("/api/jobs/", params={"limit": limit}).status_code == 422


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"status": "Rejected"}, ["Closed"]),
        ({"status": ["Rejected", "Offer"]}, ["Closed", "Offered"]),
        ({"status": "Applied"}, ["Plain"]),
        ({"stage": "offer"}, ["Offered"]),
        ({"outcome": "none"}, ["Offered", "Plain"]),
        ({"tag": "dream"}, ["Offered"]),
        ({"source": "Referral"}, ["Plain"]),
        ({"since": "2026-02-01"}, ["Offered"]),
        ({"until": "2026-01-31"}, ["Plain"]),
        ({"q": "zebra"}, ["Closed"]),
        ({"q": "", "status": "", "since": "", "cursor": ""}, ["Closed", "Offered", "Plain"]),
    ],
    ids=str,
)
def test_a_filter_finds_what_it_says(ada, add, query, found):
    add(company="Plain", source="Referral", applied_on="2026-01-10")
    add(company="Offered", status="Offer", tags=["dream"], applied_on="2026-02-10")
    add(company="Closed", status="Rejected", notes="They breed zebras", applied_on=None)
    assert companies(ada, **query) == found


def test_a_list_is_sorted_as_asked(ada, five):
    assert companies(ada, sort="company", desc="false") == list("ABCDE")
    assert companies(ada, desc="0") == list("ABCDE")


@pytest.mark.parametrize(
    "query",
    [{"status": "Pending"}, {"sort": "luck"}, {"since": "yesterday"}, {"stauts": "Applied"}],
    ids=str,
)
def test_a_filter_that_is_not_understood_is_refused_by_name(ada, query):
    answer = ada.get("/api/jobs/", params=query)
    assert answer.status_code == 422
    assert set(answer.json()["fields"]) == set(query)


def test_lists_leave_out_the_long_texts(ada, add):
    add(notes="long", posting="longer")
    [job] = ada.get("/api/jobs/").json()
    assert {"notes", "posting"} & set(job) == set()


def test_the_trash_comes_in_pages_too(ada, five):
    for job in five[::-1]:
        ada.delete(f"/api/jobs/{job['id']}")
    assert walk(ada, "/api/trash", limit=3) == [["E", "D", "C"], ["B", "A"]]


def test_a_missing_slash_finds_the_list_as_well(ada, five):
    assert ada.get("/api/jobs").json() == ada.get("/api/jobs/").json()
