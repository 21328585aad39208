"""E-mail addresses as names of accounts: nothing is ever sent to them."""

from email_validator import EmailNotValidError, validate_email

from services.errors import Invalid
from services.identity.secret import digest

_SENTENCE = "Please give a plain e-mail address, like ada@example.org."
_LONGER_THAN_ANY = 400


def checked_email(text: str) -> str:
    """Return the address as it is kept, or raise `Invalid`.

    Only ASCII stands before the @ and the domain is kept in its ASCII form, so that no two
    accounts differ by an invisible or a look-alike character.
    """
    try:
        address = validate_email(
            text.strip()[:_LONGER_THAN_ANY], check_deliverability=False, allow_smtputf8=False
        )
    except (EmailNotValidError, UnicodeError):
        raise Invalid(fields={"email": _SENTENCE}) from None
    return f"{address.local_part}@{address.ascii_domain}"


def account_key(email: str) -> str:
    """Return the key of the account for any text at all, however the address was written."""
    try:
        return digest(checked_email(email).casefold())
    except Invalid:
        return digest(email.casefold())
