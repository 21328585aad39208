"""What a person asks advice on."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from services.record import Record, Text

LongText = Annotated[Text, Field(max_length=100_000)]


class Kind(StrEnum):
    """Which advice is wanted."""

    ANALYSIS = "analysis"
    SUGGESTIONS = "suggestions"
    INTERVIEW = "interview"
    LETTER = "letter"


class Tongue(StrEnum):
    """The language that the advice is written in."""

    ENGLISH = "English"
    GERMAN = "German"
    FRENCH = "French"
    SPANISH = "Spanish"
    ITALIAN = "Italian"
    PORTUGUESE = "Portuguese"
    DUTCH = "Dutch"
    POLISH = "Polish"
    SWEDISH = "Swedish"
    CZECH = "Czech"
    UKRAINIAN = "Ukrainian"
    TURKISH = "Turkish"
    HINDI = "Hindi"
    CHINESE = "Chinese"
    JAPANESE = "Japanese"
    KOREAN = "Korean"
    ARABIC = "Arabic"


class Ask(Record):
    """One wish for advice.

    The posting is a job's (`job` is its id) or a pasted text, the resume a kept version (`resume`
    is its key) or a plain text. `notes` are the person's own words, such as what to stress: what
    they say is as good a source as the resume.
    """

    kind: Kind
    job: str = ""
    posting: LongText = ""
    resume: str = ""
    resume_text: LongText = ""
    notes: Annotated[Text, Field(max_length=5_000)] = ""
    tongue: Tongue = Tongue.ENGLISH


class Texts(Record):
    """All that an ask leads to: the texts, and what the job is called."""

    posting: str
    resume: str
    notes: str = ""
    company: str = ""
    position: str = ""
