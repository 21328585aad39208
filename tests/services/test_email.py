"""E-mail addresses: checked, and compared as their owners mean them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.errors import Invalid
from services.identity.email import account_key, checked_email


@pytest.mark.parametrize(
    "email",
    [
        "",
        "ada",
        "ada@",
        "@example.org",
        "ada@example",
        "ada@localhost",
        "ada@[127.0.0.1]",
        '"ada"@example.org',
        "Ada <ada@example.org>",
        "ada@example.org\nbcc: charles@example.org",
        "ada\x00@example.org",
        "ad\u0430@example.org",
        "ada\u200b@example.org",
        "ada@example.org\u202e",
        "ada\uff20example.org",
        "\ud800@example.org",
        "ada@" + "a" * 250 + ".org",
        "a" * 100_000,
    ],
    ids=ascii,
)
def test_an_address_that_is_none_or_could_pass_for_another_is_refused(email):
    with pytest.raises(Invalid) as problem:
        checked_email(email)
    assert list(problem.value.fields) == ["email"]


def test_a_look_alike_domain_is_shown_for_what_it_is():
    assert checked_email("ada@\u0430pple.com") == "ada@xn--pple-43d.com"


@given(st.text())
def test_any_text_can_be_looked_for(text):
    assert len(account_key(text)) == 64


@given(st.emails(domains=st.sampled_from(["example.org", "EXAMPLE.com", "b\u00fccher.de"])))
def test_an_address_that_was_taken_is_taken_unchanged_again(email):
    kept = checked_email(email)
    assert checked_email(kept) == kept
    assert account_key(kept.upper()) == account_key(email)
