"""Files on their way in: what each says, how it is cancelled, where it leads."""

import re
from pathlib import Path

import pymupdf
import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import (
    NewPage,
    StartServer,
    ready,
    sign_in,
    sign_up,
    visit,
)
from tests.journeys.papers import bring, outcome
from tests.reading.papers import pdf, scan, scanned
from tests.server import Server


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Ada's resume as a PDF."""
    path = tmp_path / "ada.pdf"
    path.write_bytes(pdf("Ada Lovelace", "Analyst"))
    return path


def test_files_come_in_one_after_another_and_each_says_what_became_of_it(
    page: Page, new_page: NewPage, server: Server, file: Path, tmp_path: Path
) -> None:
    person = sign_up(page, server)
    other = new_page()
    sign_in(other, server, person)
    ready(other)
    for tab in (page, other):
        visit(tab, server, "/resumes")
        expect(tab.get_by_role("heading", name="Bring the resume you send")).to_be_visible()
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7 nothing")
    (tmp_path / "huge.pdf").write_bytes(bytes(10_000_001))
    (tmp_path / "again.pdf").write_bytes(file.read_bytes())
    bring(page, file, *(tmp_path / f"{name}.pdf" for name in ("broken", "huge", "again")))
    expect(outcome(page, "ada.pdf")).to_have_text("Read and kept")
    expect(outcome(page, "broken.pdf")).to_contain_text("This PDF is damaged.")
    expect(outcome(page, "huge.pdf")).to_contain_text("Please stay under 10 MB.")
    expect(outcome(page, "again.pdf")).to_have_text("You have this file already")
    page.get_by_role("button", name="Try again: broken.pdf").click()
    expect(outcome(page, "broken.pdf")).to_contain_text("This PDF is damaged.")
    expect(other.get_by_role("link", name="ada", exact=True)).to_be_visible()
    page.get_by_role("link", name="Open again.pdf").click()
    expect(page.get_by_label("Name of the resume")).to_have_value("ada")


def test_a_file_that_takes_long_tells_its_pages_and_can_be_cancelled(
    page: Page, server: Server, tmp_path: Path
) -> None:
    slow, quick = tmp_path / "slow.pdf", tmp_path / "quick.txt"
    scans = [scanned(scan(pdf(*["A line that takes its time"] * 45)))] * 12
    slow.write_bytes(joined(scans))
    quick.write_text("Ada Lovelace, analyst")
    sign_up(page, server)
    visit(page, server, "/resumes")
    page.get_by_label("Files").set_input_files([slow, quick])
    expect(outcome(page, "slow.pdf")).to_have_text(re.compile(r"Reading page \d+ of 12"))
    expect(outcome(page, "quick.txt")).to_have_text("Waiting for its turn")
    page.get_by_role("button", name="Cancel slow.pdf").click()
    expect(outcome(page, "quick.txt")).to_have_text("Read and kept")
    expect(page.get_by_role("list", name="Your resumes").get_by_role("listitem")).to_have_count(1)


def test_a_file_is_seen_being_read_at_another_server_and_taken_back_there(
    page: Page, new_page: NewPage, server: Server, start_server: StartServer, tmp_path: Path
) -> None:
    slow, other = tmp_path / "slow.pdf", start_server(server.data)
    slow.write_bytes(joined([scanned(scan(pdf(*["A line that takes its time"] * 45)))] * 12))
    sign_up(page, server)
    tab = new_page()
    tab.context.add_cookies(page.context.cookies())
    visit(tab, other, "/resumes")  # so that it is there at once when it matters
    visit(page, server, "/resumes")
    page.get_by_label("Files").set_input_files([slow])
    expect(outcome(page, "slow.pdf")).to_have_text(re.compile(r"Reading page \d+ of 12"))
    visit(tab, other, "/resumes")
    expect(outcome(tab, "slow.pdf")).to_have_text("Being read. You may leave this page.")
    tab.get_by_role("button", name="Cancel slow.pdf").click()
    expect(tab.get_by_role("list", name="Files on their way")).to_have_count(0)
    tab.close()
    page.get_by_role("button", name="Cancel slow.pdf").click()


def test_a_file_that_is_dropped_anywhere_is_taken(page: Page, server: Server) -> None:
    sign_up(page, server)
    visit(page, server, "/resumes")
    page.evaluate(
        """() => {
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File(["Ada Lovelace, analyst"], "dropped.txt"));
          const how = { dataTransfer, bubbles: true, cancelable: true };
          document.body.dispatchEvent(new DragEvent("dragover", how));
          document.body.dispatchEvent(new DragEvent("drop", how));
        }"""
    )
    expect(outcome(page, "dropped.txt")).to_have_text("Read and kept")


def joined(papers: list[bytes]) -> bytes:
    document = pymupdf.open()
    for paper in papers:
        document.insert_pdf(pymupdf.open(stream=paper))
    return bytes(document.tobytes())
