"""A cover letter: what is on the page, from the top to the bottom."""

from typing import Annotated

from pydantic import Field

from services.record import Line, Record, Text

Word = Annotated[Line, Field(max_length=300)]


class Letter(Record):
    """A letter as it will be sent; what is empty is left out."""

    sender: Word = ""
    contacts: Annotated[tuple[Word, ...], Field(max_length=20)] = ()
    recipient: Annotated[tuple[Word, ...], Field(max_length=20)] = ()
    date: Word = ""
    greeting: Word = ""
    paragraphs: Annotated[
        tuple[Annotated[Text, Field(max_length=5_000)], ...], Field(max_length=60)
    ] = ()
    closing: Word = ""
