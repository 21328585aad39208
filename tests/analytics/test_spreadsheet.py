"""Numbers as CSV."""

import csv
import re
from io import StringIO

import pytest

from services.analytics.span import ALL_TIME, named
from services.analytics.spreadsheet import HEAD, applications_csv, as_csv, harmless, picture_csv
from services.jobs.stages import DEFAULT_STAGES
from tests.analytics.search import TODAY, day, job
from tests.analytics.test_pictures import drawn


def rows(cards, period=ALL_TIME, resumes=None):
    text = applications_csv(cards, DEFAULT_STAGES, period, TODAY, resumes or {})
    return list(csv.DictReader(StringIO(text)))


def test_a_row_tells_what_the_numbers_see_of_an_application():
    [row] = rows([job("applied 1", "phone-screen 5", "rejected 9", source="Fair", resume="k")])

    assert tuple(row) == HEAD
    assert (row["company"], row["source"], row["status"]) == ("Acme", "Fair", "Rejected")
    assert (row["applied_on"], row["first_response_on"]) == (str(day(1)), str(day(5)))
    assert (row["first_response"], row["days_waited"]) == ("screening", "4")
    assert (row["ended_on"], row["offer_on"]) == (str(day(9)), "")


def test_only_the_applications_of_the_period_are_told():
    cards = [job("saved 190"), job("applied 1"), job("applied 190", id="late")]
    assert [row["id"] for row in rows(cards, named("30d", TODAY))] == ["late"]


def test_a_resume_is_told_by_name():
    assert rows([job("applied 1", resume="k")], resumes={"k": "CV"})[0]["resume"] == "CV"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n"])
@pytest.mark.parametrize("rest", ["1+1", 'HYPERLINK("http://x")', "SUM(A1)|cmd", ""])
def test_no_cell_is_a_formula(start, rest):
    assert harmless(start + rest) == f"'{start}{rest}"


@pytest.mark.parametrize("between", [";", "\t", "\r", "\n", "; ", ';"', "\r\n"])
def test_no_cell_becomes_a_formula_where_something_else_separates_cells(between):
    text = as_csv(("name",), [(f"x{between}=1+1{between}",)])
    assert re.search(r"""(?:^|[;,\t\r\n])[\s"]*[=+@-]""", text) is None
    assert list(csv.reader(StringIO(text, newline="")))[1] == [f"x{between}'=1+1{between}"]


def test_words_are_quoted_and_numbers_are_not():
    assert as_csv(("name", "n"), [("Acme, Inc", 5)]) == '"name","n"\r\n"Acme, Inc",5\r\n'


@pytest.mark.parametrize(
    "name", ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://x","y")', "=cmd|' /C calc'!A0"]
)
def test_a_company_that_looks_like_a_formula_is_written_as_words(name):
    [row] = rows([job("applied 1", company=name, source=name)])
    assert (row["company"], row["source"]) == (f"'{name}", f"'{name}")


def test_the_table_behind_a_picture_is_told_whole():
    picture = drawn([job("applied 1", source="=1+1")]).get("by-source")
    text = list(csv.reader(StringIO(picture_csv(picture))))
    assert text[0] == list(picture.head)
    assert text[1][0] == "'=1+1"
