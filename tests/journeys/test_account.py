"""The account: passwords, the second factor, sessions and tokens."""

from playwright.sync_api import Page, expect

from tests.journeys.conftest import sign_up
from tests.server import Server


def test_a_newcomer_sees_their_own_board(page: Page, server: Server) -> None:
    sign_up(page, server)
    expect(page.get_by_role("link", name="Account")).to_be_visible()
