import pytest

from services.parsing.parse import parse

NAMES = {
    "Jane Doe": "Jane Doe",
    "JANE DOE": "JANE DOE",
    "Dr. Anna Müller": "Dr. Anna Müller",
    "María José Ñúñez de la Torre": "María José Ñúñez de la Torre",
    "Ludwig van der Rohe": "Ludwig van der Rohe",
    "Jean-Luc O'Brien": "Jean-Luc O'Brien",
    "Jane Doe, RN, BSN": "Jane Doe",
    "Jane Doe ACCA": "Jane Doe",
    "JANE DOE RN": "JANE DOE",
    "Sam Lee (they/them)": "Sam Lee",
    "Name: Jane Doe": "Jane Doe",
    "Nome: Jane Doe": "Jane Doe",
    "Imię i nazwisko: Jane Doe": "Jane Doe",
    "Resume of Jane Doe": "Jane Doe",
    "Curriculum Vitae – Jane Doe": "Jane Doe",
    "Jane Doe | Registered Nurse": "Jane Doe",
    "# Jane Doe": "Jane Doe",
    "Marta Kowalczyk-Reyes Backend Engineer · Data Platforms": "Marta Kowalczyk-Reyes",
    "Senior Full-Stack Engineer": "",
    "J A N E   D O E": "JANE DOE",
    "Curriculum Vitae": "",
    "Registered Nurse": "",
    "Denver, CO": "",
    "Relevant Experience Summary": "",
    "Skilled in Windows": "",
    "CURRICULAM VITAE": "",
    "Curiculum Vitae": "",
    "B I O D A T A": "",
    "R E S U M E": "",
    "Father’s Name": "",
    "Marital Status": "",
    "Dear Sir": "",
    "Gandhi Nagar": "",
    "Dados pessoais": "",
    "A. Byron": "A. Byron",
    "R.ARUNKUMAR": "R.ARUNKUMAR",
    "A.U.Veeraragavan,": "A.U.Veeraragavan",
    "Ansari.V": "Ansari.V",
    "Node.js": "",
}
PHONES = {
    "(303) 555-0142": "(303) 555-0142",
    "Tel: +44 113 496 0123": "+44 113 496 0123",
    "+49 (0)170 1234567": "+49 (0)170 1234567",
    "06 12 34 56 78": "06 12 34 56 78",
    "512.555.0133": "512.555.0133",
    "M: 0151/23456789": "0151/23456789",
    "T. 0151/23456789": "0151/23456789",
    "Denver, CO 80203-1234": "",
    "2019 - 2021": "",
    "01/2020 - 03/2021": "",
    "80203": "",
    "Dayton, OH 45402 - (937) 555-0142": "(937) 555-0142",
    "Dayton, OH 45402 937-555-0142": "937-555-0142",
}
PLACES = {
    "Denver, CO": "Denver, CO",
    "Denver, CO 80203": "Denver, CO 80203",
    "jane@example.com | Berlin, Germany": "Berlin, Germany",
    "50674 Köln": "50674 Köln",
    "Location: Toronto, Ontario": "Toronto, Ontario",
    "14 Larch Road, Leeds LS6 2AB": "14 Larch Road, Leeds LS6 2AB",
    "Lindenstraße 12, 50674 Köln": "Lindenstraße 12, 50674 Köln",
    "14 Maple Court, Dayton, OH 45402 - (937) 555-0142": "14 Maple Court, Dayton, OH 45402",
    "I like long walks": "",
    "5 years of experience in nursing": "",
    "Email: jane@example.com": "",
}
LINKS = {
    "linkedin.com/in/jane": ("linkedin.com/in/jane",),
    "https://www.github.com/jane/": ("https://www.github.com/jane",),
    "jane@example.com | jane.example.dev": ("jane.example.dev",),
    "www.jane.example": ("www.jane.example",),
    "jane@example.com": (),
    "Worked with Node.js": (),
}


@pytest.mark.parametrize(("line", "name"), NAMES.items(), ids=NAMES)
def test_a_name_is_told_from_all_else(line: str, name: str):
    assert parse([line, "jane@example.com"]).contact.name == name


@pytest.mark.parametrize(("line", "phone"), PHONES.items(), ids=PHONES)
def test_a_telephone_number_is_told_from_dates_and_postcodes(line: str, phone: str):
    assert parse(["Jane Doe", line]).contact.phone == phone


@pytest.mark.parametrize(("line", "place"), PLACES.items(), ids=PLACES)
def test_a_place_is_told_from_all_else(line: str, place: str):
    assert parse(["Jane Doe", line]).contact.location == place


@pytest.mark.parametrize(("line", "links"), LINKS.items(), ids=LINKS)
def test_links_are_told_from_addresses(line: str, links: tuple[str, ...]):
    assert parse(["Jane Doe", line]).contact.links == links


def test_the_name_may_come_after_the_ways_to_reach_someone():
    contact = parse(["jane@example.com", "303-555-0142", "Jane Doe", "Welder"]).contact
    assert (contact.name, contact.label, contact.lines) == ("Jane Doe", "Welder", (0, 1, 2, 3))


def test_an_address_at_the_end_is_still_found():
    lines = ["Jane Doe", "Experience", "Welder, Gulf Steel, 2019 – 2021", "jane@example.com"]
    assert parse(lines).contact.email == "jane@example.com"


def test_a_referee_is_not_the_person():
    assert parse(["Jane Doe", "References", "Bob Roe, bob@example.com"]).contact.email == ""


def test_a_town_is_told_by_the_address_it_stands_beside():
    lines = ["Jane Doe", "Doncaster DN4 | jane@example.com", "", "Experience"]
    assert parse(lines).contact.location == "Doncaster DN4"


def test_a_name_that_only_its_label_gives_away_is_found():
    lines = ["Curriculum Vitae", "jane@example.com", "Personal Profile", "Name  :  Jane Doe"]
    assert parse(lines).contact.name == "Jane Doe"


def test_a_name_of_one_word_is_told_by_the_address():
    contact = parse(["Suharto", "Electrician", "suharto88@example.com"]).contact
    assert (contact.name, contact.label) == ("Suharto", "Electrician")
    assert parse(["Electrician", "suharto88@example.com"]).contact.name == ""


def test_a_rank_is_not_part_of_a_name():
    assert parse(["STAFF SERGEANT JANE Q. DOE", "Fort Hood"]).contact.name == "JANE Q. DOE"


def test_a_postal_code_is_no_phone_where_there_is_one():
    lines = ["Ana Costa", "Rua das Flores 18, 4050-262 Porto", "(+351) 915550123"]
    assert parse(lines).contact.phone == "(+351) 915550123"


def test_a_street_and_the_town_beneath_it_are_one_address():
    lines = ["Jane Doe", "12 Elm Street, Suite 3", "Barre, VT 05641", "jane@example.com"]
    contact = parse(lines).contact
    assert contact.location == "12 Elm Street, Suite 3, Barre, VT 05641"
    assert contact.lines == (0, 1, 2, 3)
