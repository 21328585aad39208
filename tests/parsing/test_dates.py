from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.parsing.curriculum import Work
from services.parsing.dates import spans, years_of

NOW = "now"
SPANS = {
    "Jan 2020 – Present": ("2020-01", NOW),
    "01/2020 - 03/2021": ("2020-01", "2021-03"),
    "2019-2021": ("2019", "2021"),
    "2019–21": ("2019", "2021"),
    "2010-12": ("2010", "2012"),
    "March 2018 to date": ("2018-03", NOW),
    "Sept. 2019 — Oct. 2020": ("2019-09", "2020-10"),
    "2020–": ("2020", NOW),
    "Since 2019": ("2019", NOW),
    "seit 03/2019": ("2019-03", NOW),
    "März 2018 bis heute": ("2018-03", NOW),
    "10/2018–andauernd": ("2018-10", NOW),
    "01.2018–12.2019": ("2018-01", "2019-12"),
    "févr. 2018 - août 2019": ("2018-02", "2019-08"),
    "juil. 2019 - aujourd'hui": ("2019-07", NOW),
    "Enero de 2015 a diciembre de 2017": ("2015-01", "2017-12"),
    "septiembre 2020 - actualidad": ("2020-09", NOW),
    "’19 – ’21": ("2019", "2021"),
    "Jan 19 - Mar 21": ("2019-01", "2021-03"),
    "03/19 - 04/21": ("2019-03", "2021-04"),
    "Jan–Mar 2020": ("2020-01", "2020-03"),
    "Q3 2020": ("2020-07", "2020-09"),
    "Q3 2020 – Q1 2021": ("2020-07", "2021-03"),
    "WS 2018/19": ("2018", "2019"),
    "Fall 2018 - Spring 2020": ("2018", "2020"),
    "2021-03-15 - 2022-01-02": ("2021-03-15", "2022-01-02"),
    "May 5, 2020 - June 7, 2021": ("2020-05-05", "2021-06-07"),
    "June 2019 - Current (3 yrs 2 mos)": ("2019-06", NOW),
    "Gennaio 2020 – in corso": ("2020-01", NOW),
    "Set 2018 - Ott 2019": ("2018-09", "2019-10"),
    "dal 2016 al 2019": ("2016", "2019"),
    "março de 2019 até o momento": ("2019-03", NOW),
    "Fev/2018 - Dez/2019": ("2018-02", "2019-12"),
    "maart 2017 tot mei 2019": ("2017-03", "2019-05"),
    "sinds augustus 2020": ("2020-08", NOW),
    "2018 - heden": ("2018", NOW),
    "styczeń 2019 – obecnie": ("2019-01", NOW),
    "od września 2015 do czerwca 2017": ("2015-09", "2017-06"),
    "2018年9月 - 2020年6月": ("2018-09", "2020-06"),
    "2020.03 - 至今": ("2020-03", NOW),
    "5 - 11/2012": ("2012-05", "2012-11"),
    "Jan 2015 - Till Date": ("2015-01", NOW),
    "Jan 2015 to till date": ("2015-01", NOW),
    "June 2012 – till now": ("2012-06", NOW),
    "From April 2013 – To May 2017": ("2013-04", "2017-05"),
    "2021 - 2019": ("", ""),
    "until 2019": ("", "2019"),
}
SINGLE = {
    "Summer 2019": "2019",
    "2021 (6 months)": "2021",
    "2021-05": "2021-05",
    "15.03.2021": "2021-03-15",
    "25/12/2020": "2020-12-25",
    "03/04/2021": "2021",
    "1 de marzo de 2020": "2020-03-01",
    "13/2020": "",
    "31 February 2020": "",
}
NO_DATES = [
    "May I help you",
    "555-0199",
    "40 patients",
    "$2019",
    "mar 5",
    "ISO 9001:2015",
    "1200 m",
]


@pytest.mark.parametrize(("text", "expected"), SPANS.items(), ids=SPANS)
def test_a_span_is_read_as_precisely_as_it_is_written(text: str, expected: tuple[str, str]):
    (span,) = spans(text)

    assert (span.start, NOW if span.is_current else span.end) == expected
    assert text[span.left : span.right] == text


@pytest.mark.parametrize(("text", "expected"), SINGLE.items(), ids=SINGLE)
def test_a_single_date_is_one_day_month_or_year(text: str, expected: str):
    (span,) = spans(text)
    assert (span.single, span.start, span.day) == (True, expected, expected)


@pytest.mark.parametrize("text", NO_DATES)
def test_numbers_that_are_no_dates_are_left_alone(text: str):
    assert list(spans(text)) == []


def test_a_dash_before_a_name_does_not_mean_until_today():
    (span,) = spans("2020 – Acme Ltd")
    assert not span.is_current


@given(st.text(alphabet="Jan2019 –-/.'Q3tobisheute’", max_size=60))
def test_whatever_is_read_is_a_possible_date(text: str):
    for span in spans(text):
        work = Work(start=span.start, end=span.end, is_current=span.is_current)
        assert all(1 <= int(each[5:7]) <= 12 for each in (work.start, work.end) if each[4:])


TODAY = date(2024, 6, 15)
YEARS = {
    "whole months": ([("2020-01", "2020-03")], 0.25),
    "years alone": ([("2019", "2021")], 2.0),
    "one year alone": ([("2021", "2021")], 0.5),
    "until today": ([("2023-07", NOW)], 1.0),
    "overlapping": ([("2020-01", "2020-12"), ("2020-07", "2021-06")], 1.5),
    "one within another": ([("2019-01", "2020-12"), ("2019-03", "2019-04")], 2.0),
    "no end known": ([("2019-01", "")], 0.0),
    "still to come": ([("2030-01", NOW)], 0.0),
    "a month and its year": ([("2019-10", "2019")], 0.25),
}


@pytest.mark.parametrize(("work", "expected"), YEARS.values(), ids=YEARS)
def test_years_add_up_to_the_month(work: list[tuple[str, str]], expected: float):
    held = [
        Work(start=start, end="" if end == NOW else end, is_current=end == NOW)
        for start, end in work
    ]
    assert years_of(held, TODAY) == pytest.approx(expected)


MONTHS = st.dates(date(1990, 1, 1), date(2030, 1, 1)).map(lambda day: f"{day:%Y-%m}")
HELD = st.lists(st.builds(Work, start=MONTHS, end=MONTHS), max_size=6)


@given(HELD, st.randoms())
def test_the_order_of_the_work_does_not_change_its_years(work: list[Work], random):
    shuffled = random.sample(work, len(work))
    assert years_of(shuffled, TODAY) == years_of(work, TODAY)


@given(HELD)
def test_work_told_twice_counts_once(work: list[Work]):
    assert years_of([*work, *work], TODAY) == years_of(work, TODAY)
