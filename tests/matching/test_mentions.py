"""What counts as a mention of a name."""

import pytest

from services.matching.folding import Folded
from services.matching.gazetteer import Gazetteer
from services.matching.mentions import Finder


@pytest.fixture(scope="module")
def finder(gazetteer: Gazetteer) -> Finder:
    return Finder(gazetteer)


def names(finder: Finder, *lines: str) -> list[str]:
    return [mention.name for mention in finder.find(Folded(lines))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Deployed to k8s on Postgres", ["Kubernetes", "PostgreSQL"]),
        ("C++, C# and .NET", ["C++", "C#", ".NET"]),
        ("Node.js services", ["Node.js"]),
        ("UI/UX work with CI/CD", ["UI/UX", "CI/CD"]),
        ("Organised and optimised e‑mail marketing", ["organisational skills", "email marketing"]),
        ("paediatric nursing, pediatric care", ["paediatric nursing", "paediatric nursing"]),
        ("Managed budgets for a store", ["budget management"]),
        ("Welded pipes", ["welding"]),
        ("Started IV therapy and IV lines", ["IV therapy", "IV therapy"]),
    ],
    ids=[
        "aliases",
        "signs",
        "a dot inside",
        "slashes inside",
        "spelling and hyphen",
        "both spellings",
        "a verb for a noun",
        "a past form",
        "capitals",
    ],
)
def test_a_name_is_found_however_it_is_written(finder: Finder, text: str, found: list[str]):
    assert names(finder, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Python, Go, Rust", ["Python", "Go", "Rust"]),
        ("Go to work with Python", ["Python"]),
        ("Wrote microservices in Go", ["microservices", "Go"]),
        ("I excel at cooking", ["cooking"]),
        ("Excel at cooking", ["cooking"]),
        ("Word, Excel, PowerPoint", ["Microsoft Word", "Excel", "PowerPoint"]),
        ("Advanced Excel skills", ["Excel"]),
        ("R, Python and SQL", ["R", "Python", "SQL"]),
        ("Spring cleaning", ["cleaning"]),
        ("The data foundation, curated sets and user adoption", []),
        ("Bridge design and piled foundations", ["bridge design", "geotechnical engineering"]),
        ("A bridge between teams that frames problems", []),
        ("Lay the groundwork, and get 0.1 % equity", []),
        ("Excavation and groundworks", ["groundworks", "groundworks"]),
        ("Java with Spring", ["Java", "Spring"]),
        ("Led two teams", []),
        ("Microsoft Teams", ["Microsoft Teams"]),
        ("Head chef at a bistro", ["cooking"]),
        ("Ansible, Chef, Terraform", ["Ansible", "Chef", "Terraform"]),
        ("Chapter iv or so", []),
        ("WORD, EXCEL AND PYTHON", ["Microsoft Word", "Excel", "Python"]),
        ("Unloaded containers at the port", ["loading and unloading"]),
        ("Containers built with Docker", ["containers", "Docker"]),
    ],
)
def test_a_doubtful_word_counts_only_where_its_surroundings_vouch(
    finder: Finder, text: str, found: list[str]
):
    assert names(finder, text) == found


@pytest.mark.parametrize("text", ["Javanese", "Pythonic", "C", "scalar", "excellent", "gopher"])
def test_a_part_of_a_word_is_no_mention(finder: Finder, text: str):
    assert names(finder, text) == []


def test_a_name_split_over_two_lines_is_found_in_both():
    folded = Folded(["• Built pipelines for machine", "learning in production", "Python"])

    start = folded.text.index("machine")

    assert folded.places(start, start + 16) == ((0, 22, 29), (1, 0, 8))


def test_a_finished_line_does_not_run_into_the_next():
    assert "\n" in Folded(["Native mobile apps with React.", "native speaker"]).text[:-1]


def test_folding_leads_back_to_the_words_as_written():
    folded = Folded(["Ｉ run  the ﬁne Café — “twice”"])

    for word in ("fine", "cafe"):
        start = folded.text.index(word)
        assert folded.written(start, start + len(word)) in {"ﬁne", "Café"}


@pytest.mark.parametrize(
    "text",
    [
        "Data collection and garbage collection",
        "The post combines pace with calm",
        "Electronic records, custom modules, motor vehicles",
        "Research and resolve questions",
        "Backlog grooming, data extraction",
        "Priority initiatives across data communications",
        "Seminars, courses and the like",
    ],
)
def test_a_common_word_is_no_name(finder: Finder, text: str):
    assert names(finder, text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Made collections calls on overdue invoices", "accounts receivable"),
        ("Drove combines at harvest", "tractor operation"),
        ("Research in a university lab", "scientific research"),
        ("Repaired electric motors", "motor controls"),
    ],
)
def test_a_common_word_is_a_name_beside_its_kin(finder: Finder, text: str, name: str):
    assert name in names(finder, text)
