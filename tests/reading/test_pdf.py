"""PDF: what it says, and what it hides."""

from time import monotonic

import pymupdf
import pytest

from services.errors import Invalid
from services.reading.pdf import read_pdf
from services.reading.transcript import Hidden
from tests.reading.papers import (
    column,
    encoded,
    look,
    page_with,
    pdf,
    placed,
    scan,
    scanned,
    words_of,
)

RESUME = column(72, 72, "Led a team of nurses in ward", 20)


def shaded(color: tuple[float, ...], ink: tuple[float, ...], over: bool = False) -> bytes:
    document = pymupdf.open()
    page = document.new_page()
    rectangle, at = pymupdf.Rect(60, 80, 400, 120), (72, 100)
    if over:
        page.insert_text(at, "Ada Lovelace", color=ink)
    page.draw_rect(rectangle, fill=color, color=None)
    if not over:
        page.insert_text(at, "Ada Lovelace", color=ink)
    page.insert_text((72, 72), "A plain line")
    return document.tobytes()


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (page_with(color=(1, 1, 1)), Hidden.PALE),
        (page_with(color=(0.97, 0.97, 0.95)), Hidden.PALE),
        (page_with(fill_opacity=0.01), Hidden.PALE),
        (page_with(fontsize=1), Hidden.TINY),
        (page_with(at=(72, -30)), Hidden.OFF_PAGE),
        (page_with(at=(900, 100)), Hidden.OFF_PAGE),
        (page_with(render_mode=3), Hidden.INVISIBLE),
        (shaded((1, 1, 1), (0, 0, 0), over=True), Hidden.COVERED),
        (shaded((0, 0, 0.3), (0, 0, 0.28)), Hidden.PALE),
    ],
    ids=[
        "white",
        "nearly white",
        "transparent",
        "tiny",
        "above the page",
        "beside the page",
        "invisible",
        "covered",
        "dark on dark",
    ],
)
def test_hidden_text_is_pointed_out(data, why):
    transcript = look("a.pdf", data)

    assert [(line.text, line.hidden) for line in transcript.hidden] == [("Ada Lovelace", why)]
    assert transcript.text == "A plain line"


@pytest.mark.parametrize(
    "data",
    [
        shaded((0, 0, 0.3), (1, 1, 1)),
        shaded((0.9, 0.9, 0.9), (0, 0, 0)),
        page_with(color=(0.5, 0.5, 0.5)),
        page_with(fontsize=5),
    ],
    ids=["white on blue", "black on grey", "grey", "small"],
)
def test_what_can_be_seen_is_not_called_hidden(data):
    assert look("a.pdf", data).hidden == ()


def test_text_under_a_picture_is_covered():
    document = pymupdf.open()
    page = document.new_page()
    page.insert_text((72, 72), "A plain line")
    page.insert_text((72, 100), "Ada Lovelace")
    page.insert_image((60, 80, 300, 120), stream=encoded(scan(pdf())), keep_proportion=False)
    transcript = look("a.pdf", document.tobytes())

    assert [line.hidden for line in transcript.lines] == [None, Hidden.COVERED]


def test_hidden_words_within_a_line_are_a_line_of_their_own():
    document = pymupdf.open()
    writer = pymupdf.TextWriter(document.new_page().rect)
    page = document[0]
    writer.append((72, 72), "Seen ")
    writer.write_text(page)
    ghost = pymupdf.TextWriter(page.rect)
    ghost.append(writer.last_point, "unseen")
    ghost.write_text(page, color=(1, 1, 1))
    transcript = look("a.pdf", document.tobytes())

    assert transcript.text == "Seen"
    assert [line.text for line in transcript.hidden] == ["unseen"]


def test_each_line_says_where_on_its_page_it_stands():
    [first, second] = look("a.pdf", placed([(72, 100, "First")], [(200, 300, "Second")])).lines

    assert (first.page, second.page) == (0, 1)
    assert second.box == pytest.approx((200, 289, 234, 303), abs=3)


def test_a_turned_page_has_its_places_as_it_is_shown():
    document = pymupdf.open(stream=pdf("Ada Lovelace"))
    document[0].set_rotation(90)
    transcript = look("a.pdf", document.tobytes())

    assert transcript.pages[0].width == pytest.approx(842, abs=1)
    assert transcript.lines[0].box[0] > 700


def test_a_page_that_is_a_picture_is_recognised():
    transcript = look("a.pdf", scanned(scan(placed(RESUME, size=12))))

    assert transcript.text == words_of(RESUME)
    assert transcript.confidence > 80
    assert transcript.lines[0].box == pytest.approx((72, 62, 236, 74), abs=3)


def test_only_the_pages_that_are_pictures_are_recognised():
    document = pymupdf.open(stream=pdf("A plain page"))
    document.insert_pdf(pymupdf.open(stream=scanned(scan(placed(RESUME, size=12)))))
    transcript = look("a.pdf", document.tobytes())

    assert [page.confidence is None for page in transcript.pages] == [True, False]


def test_pages_for_which_no_time_is_left_are_not_even_drawn(monkeypatch):
    document = pymupdf.open(stream=pdf("A plain page"))
    document.insert_pdf(pymupdf.open(stream=scanned(scan(placed(RESUME)))))
    monkeypatch.delattr(pymupdf.Page, "get_pixmap")
    transcript = read_pdf(document.tobytes(), lambda done, pages: None, monotonic() - 1)

    assert transcript.text == "A plain page"
    assert "took too long" in transcript.notes[0]


def test_the_text_behind_a_scanned_page_is_read_and_no_alarm():
    transcript = look("a.pdf", scanned(scan(placed(RESUME)), layer=RESUME))

    assert transcript.text == words_of(RESUME)
    assert transcript.hidden == ()
    assert transcript.notes == ("Page 1 is a picture. The text behind it was read.",)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (pymupdf.open(stream=pdf("x")).tobytes(encryption=5, user_pw="secret"), "password"),
        (placed(*[[(72, 72, "x")]] * 51), "has 51 pages"),
        (pdf("Ada")[:300], "damaged"),
        (pdf(), "No text was found"),
    ],
    ids=["locked", "51 pages", "cut off", "blank"],
)
def test_what_cannot_be_read_is_refused_in_one_sentence(data, sentence):
    with pytest.raises(Invalid, match=sentence):
        look("a.pdf", data)


def test_a_lock_against_changes_does_not_keep_us_from_reading():
    locked = pymupdf.open(stream=pdf("Ada")).tobytes(encryption=5, owner_pw="secret")

    assert look("a.pdf", locked).text == "Ada"
