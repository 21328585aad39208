"""What the names promise, and what loading refuses."""

import pytest

from services.matching.coverage import Sort
from services.matching.gazetteer import Doubt, Gazetteer


def test_names_cover_many_lines_of_work(gazetteer: Gazetteer):
    fields = {entry.field for entry in gazetteer.entries.values() if entry.sort is Sort.SKILL}

    assert len(gazetteer.entries) > 1_500
    assert len(fields) >= 12


def test_a_name_that_needs_context_says_which(gazetteer: Gazetteer):
    doubtful = {form.name for form in gazetteer.forms.values() if form.doubt is Doubt.CONTEXT}
    assert [name for name in doubtful if not gazetteer.entries[name].context] == []


def test_what_an_entry_implies_includes_what_that_implies(gazetteer: Gazetteer):
    assert {"Python", "programming", "back-end development"} <= gazetteer.entries["Django"].implies


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Python\nPython", "Named twice"),
        ("Python | snake\nRuby | Snake", "snake is both|Snake is both"),
        ("Python | > programming", "no entry"),
        ("A | > B\nB | > A", "implies itself"),
    ],
    ids=["same name", "same alias", "missing implication", "circle"],
)
def test_a_faulty_list_is_refused(text: str, reason: str):
    with pytest.raises(ValueError, match=reason):
        Gazetteer({"software": text})


def test_a_derived_form_gives_way_to_a_stated_one():
    forms = Gazetteer({"a": "welding | welded\ntest", "b": "tests"}).forms

    assert forms["welded"].name == "welding"
    assert forms["tests"].name == "tests"
