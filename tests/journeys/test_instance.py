"""How the instance is, as whoever runs it sees it, and nobody else."""

from playwright.sync_api import Page, expect

from tests.commands import run
from tests.journeys.conftest import serious_findings, sign_up, visit
from tests.server import Server


def test_an_admin_finds_the_instance_in_the_menu(page: Page, server: Server) -> None:
    ada = sign_up(page, server)
    rail = page.get_by_role("navigation", name="Main")
    expect(rail.get_by_role("link", name="Instance")).to_have_count(0)
    assert run("make-admin", ada.email, data=server.data).returncode == 0
    visit(page, server, "/")
    rail.get_by_role("link", name="Instance").click()
    expect(page.get_by_role("heading", name="Instance")).to_be_visible()
    expect(page.get_by_text("The storage answers.")).to_be_visible()
    expect(page.get_by_text("Rows in SQLite, on this machine:")).to_be_visible()
    assert serious_findings(page) == []


def test_to_everybody_else_there_is_nothing_there(phone: Page, server: Server) -> None:
    sign_up(phone, server)
    visit(phone, server, "/instance")
    expect(phone.get_by_role("alert")).to_have_text("There is nothing here by that name.")
    expect(phone.get_by_text("Everybody with an account here.")).to_have_count(0)
