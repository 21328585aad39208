"""Whole resumes of invented people: what the parser finds in them."""

import pytest

from services.parsing.parse import parse
from tests.parsing.corpus import Sample, compare, samples

TUNED, HELD_OUT = samples("tuned"), samples("held_out")


@pytest.mark.parametrize("sample", TUNED, ids=lambda sample: sample.name)
def test_every_field_of_a_known_resume_is_found(sample: Sample):
    fields = compare(sample.expected, parse(sample.lines))
    assert [field for field in fields if not field.is_right] == []


def test_nine_of_ten_fields_of_resumes_never_seen_are_found():
    fields = [
        field for sample in HELD_OUT for field in compare(sample.expected, parse(sample.lines))
    ]
    assert sum(field.is_right for field in fields) >= 0.9 * len(fields)
