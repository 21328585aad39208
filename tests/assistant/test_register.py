"""Short ids stand for one record each, within one conversation."""

import pytest

from services.assistant.conversation import Receipt
from services.assistant.register import MOST_SHOWN, Register
from services.errors import Invalid, NotFound
from tests.assistant.conftest import House


async def test_the_same_job_keeps_its_id(house: House):
    acme, globex = await house.add("Acme"), await house.add("Globex")
    register = Register({})

    assert [register.job(each) for each in (acme, globex, acme)] == ["J1", "J2", "J1"]
    later = Register(register.shown)
    assert later.job(globex) == "J2"
    assert (later.find("J1"), later.find(" [j2] ")) == (acme.id, globex.id)


async def test_an_id_of_nobodys_is_not_found(house: House):
    with pytest.raises(NotFound, match="Search first"):
        Register({}).find("J1")


async def test_a_long_name_fits_a_line(house: House):
    register = Register({})
    register.job(await house.add("A" * 200))

    assert len(register.shown["J1"].name) == 120


async def test_there_is_an_end_to_what_one_conversation_speaks_of(house: House):
    job = await house.add("Acme")
    shown = {f"J{n}": Receipt(id=f"J{n}", name="x", path=f"/jobs/{n}") for n in range(MOST_SHOWN)}
    with pytest.raises(Invalid, match="begin anew"):
        Register(shown).job(job)
