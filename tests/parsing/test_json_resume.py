import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.errors import Invalid
from services.parsing.curriculum import Award, Curriculum
from services.parsing.json_resume import from_json_resume, to_json_resume
from services.parsing.parse import parse
from tests.parsing.corpus import samples

JANE = {
    "basics": {
        "name": "Jane Doe",
        "location": {"city": "Denver", "region": "CO"},
        "profiles": [{"network": "GitHub", "url": "https://github.example/jane"}],
    },
    "work": [{"name": "City Hospital", "position": "Nurse", "startDate": "2020-01-15"}],
    "volunteer": [{"organization": "Red Barn", "position": "Coach", "endDate": "2019"}],
    "certificates": [{"name": "ACLS", "issuer": "AHA", "date": "2021-03"}],
    "languages": [{"language": "German", "fluency": "C1"}, {"language": "Twi"}],
    "meta": {"theme": "none"},
}


def test_a_document_is_read_in_our_words():
    found = from_json_resume(JANE)

    assert (found.contact.name, found.contact.location) == ("Jane Doe", "Denver, CO")
    assert found.contact.links == ("https://github.example/jane",)
    assert (found.work[0].start, found.work[0].is_current) == ("2020-01-15", True)
    assert (found.volunteer[0].name, found.volunteer[0].is_current) == ("Red Barn", False)
    assert found.certificates[0].issuer == "AHA"
    assert [each.title for each in found.languages] == ["German (C1)", "Twi"]


def test_a_curriculum_is_written_in_the_words_of_the_schema():
    document = to_json_resume(from_json_resume(JANE))

    assert document["basics"]["location"] == {"address": "Denver, CO"}
    assert document["volunteer"][0]["organization"] == "Red Barn"
    assert document["languages"] == [{"language": "German", "fluency": "C1"}, {"language": "Twi"}]


@pytest.mark.parametrize(
    "title",
    ["Polish (native)", "Polish — native", "Polish – native", "Polish - native", "Polish: native"],
)
def test_the_level_of_a_language_is_written_apart(title: str):
    document = to_json_resume(Curriculum(languages=(Award(title=title),)))

    assert document["languages"] == [{"language": "Polish", "fluency": "native"}]
    assert to_json_resume(from_json_resume(document)) == document


@pytest.mark.parametrize("sample", samples("tuned"), ids=lambda sample: sample.name)
def test_all_values_survive_being_written_and_read(sample):
    document = to_json_resume(parse(sample.lines))
    assert to_json_resume(from_json_resume(document)) == document


@pytest.mark.parametrize("document", [[], "text", None, 3], ids=repr)
def test_what_is_no_object_is_refused(document):
    with pytest.raises(Invalid):
        from_json_resume(document)


def test_a_date_that_cannot_be_is_left_out():
    work = [{"name": "Acme", "startDate": "2020-13-45", "endDate": "soon"}]
    (found,) = from_json_resume({"work": work}).work
    assert (found.start, found.end) == ("2020", "")


def test_what_is_too_long_is_cut():
    found = from_json_resume(
        {
            "basics": {"name": "x" * 10_000, "summary": "y" * 10_000},
            "work": [{"name": "Acme", "highlights": ["z"] * 10_000}] * 10_000,
        }
    )
    assert (len(found.contact.name), len(found.summary)) == (300, 5_000)
    assert (len(found.work), len(found.work[0].highlights)) == (60, 100)


KEYS = st.sampled_from(
    ["basics", "work", "name", "skills", "keywords", "awards", "url", "location"]
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=25,
)


@given(st.dictionaries(KEYS, JSON))
def test_any_document_is_read(document):
    assert isinstance(from_json_resume(document), Curriculum)
