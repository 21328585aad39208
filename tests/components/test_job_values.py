"""Money as people type it, and back."""

import pytest

from components.job_values import amount, clean, worn


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("52000", 52_000),
        ("42.000", 42_000),
        ("42,000", 42_000),
        ("42 000", 42_000),
        ("42’000", 42_000),
        ("€ 42.000,-", 42_000),
        ("42k", 42_000),
        ("4,5k", 4_500),
        ("1.234,56", 1_234.56),
        ("1,234.56", 1_234.56),
        ("1.234.567", 1_234_567),
        ("25,5", 25.5),
        ("0", 0),
    ],
)
def test_money_is_understood_in_whichever_country_it_is_written(typed: str, meant: float):
    assert amount(typed) == meant
    assert amount(worn("salary.min", meant)) == meant


@pytest.mark.parametrize("typed", ["about 50", "-5", "1e6", "12.34.56", "0.125", "1.2.3,4", "٤٢"])
def test_what_is_no_money_stays_as_it_was_typed(typed: str):
    assert amount(typed) == typed


@pytest.mark.parametrize(("typed", "meant"), [("€", "EUR"), ("chf", "CHF"), ("$", "$")])
def test_a_sign_of_one_currency_is_its_name(typed: str, meant: str):
    assert clean("salary.currency", typed) == meant
