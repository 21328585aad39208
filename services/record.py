"""Records: what CareerVault keeps. They never change; a change is a new record."""

import re
import unicodedata
from collections.abc import Mapping
from typing import Annotated, Any, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, ValidationError

from services.errors import Invalid

_UNKEEPABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_BREAKS = re.compile(r"[\t\n\r\x85\u2028\u2029]+")


class Record(BaseModel):
    """A frozen document with named, checked fields; unknown names are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    @classmethod
    def check(cls, values: Mapping[str, Any]) -> Self:
        """Build the record from what someone entered, or raise `Invalid` naming each field."""
        try:
            return cls.model_validate(dict(values))
        except ValidationError as error:
            raise Invalid(fields=explain(error)) from None


def explain(error: ValidationError) -> dict[str, str]:
    """Put pydantic's findings into one plain sentence for each field."""
    return {
        ".".join(str(part) for part in finding["loc"]) or "record": _sentence(finding)
        for finding in error.errors(include_url=False)
    }


_SENTENCES = {
    "missing": "Please fill this in.",
    "string_too_short": "Please fill this in.",
    "string_too_long": "Please keep this under {max_length} characters.",
    "too_short": "Please fill this in.",
    "too_long": "Please give at most {max_length}.",
    "extra_forbidden": "There is no field of this name.",
    "greater_than_equal": "This should be {ge} or more.",
    "less_than_equal": "This should be {le} or less.",
    "enum": "Please choose one of {expected}.",
    "literal_error": "Please choose one of {expected}.",
    "value_error": "{error}",
    "float_type": "This should be a number.",
    "int_parsing": "This should be a whole number.",
    "int_type": "This should be a whole number.",
    "int_from_float": "This should be a whole number.",
    "string_type": "This should be text.",
    "date_from_datetime_parsing": "Please write the date as 2026-03-31.",
    "date_parsing": "Please write the date as 2026-03-31.",
    "date_type": "Please write the date as 2026-03-31.",
    "date_from_datetime_inexact": "Please write the date as 2026-03-31.",
}


def _sentence(finding: Any) -> str:
    template = _SENTENCES.get(finding["type"])
    return template.format(**finding.get("ctx", {})) if template else f"{finding['msg']}."


def _one_line(value: Any) -> Any:
    return _BREAKS.sub(" ", value).strip() if isinstance(value, str) else value


def _many_lines(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    return value.replace("\r\n", "\n").replace("\r", "\n")


def _keepable(value: str) -> str:
    if _UNKEEPABLE.search(value):
        raise ValueError("This holds invisible control characters. Please remove them.")
    return value


Line = Annotated[str, BeforeValidator(_one_line), AfterValidator(_keepable)]
"""Text on one line: breaks become spaces, the ends are trimmed, control characters refused."""

Text = Annotated[str, BeforeValidator(_many_lines), AfterValidator(_keepable)]
"""Text on many lines: line ends become newlines, control characters refused."""


def fold(text: str) -> str:
    """Return the text as it is compared in a search: without case and accents."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text)
    return "".join(char for char in plain if not unicodedata.combining(char)).casefold()
