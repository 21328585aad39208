"""Letters in pictures."""

import io

import pytesseract
import pytest
from PIL import Image

from benchmarks.photo import photograph, recall
from services.errors import Invalid
from services.reading.ocr import languages
from services.reading.picture import make_ready
from services.reading.read import draw
from tests.reading.papers import column, encoded, look, pdf, placed, scan, words_of

RESUME = column(72, 72, "Led a team of nurses in ward", 20)
PAGE = scan(placed(RESUME, size=12))


def test_a_scan_is_read_with_its_places_and_its_confidence():
    transcript = look("a.png", encoded(PAGE))

    assert transcript.text == words_of(RESUME)
    assert transcript.confidence > 80
    assert all(line.confidence for line in transcript.lines)
    assert transcript.lines[0].box == pytest.approx((72, 62, 236, 74), abs=3)


def test_a_bad_photo_is_still_read():
    photo = photograph(PAGE, angle=4)

    assert recall(look("a.jpg", photo).text, words_of(RESUME)) > 0.9


def test_the_places_of_a_crooked_page_are_where_they_are_seen():
    crooked = PAGE.rotate(3, Image.Resampling.BICUBIC, fillcolor=255)
    [first, *_] = look("a.png", encoded(crooked)).lines

    # What stands left of the middle comes down when the page turns against the clock.
    assert first.box[1] > 62 + 5
    assert make_ready(crooked, 150).angle == pytest.approx(-3, abs=0.5)


def test_a_photo_is_read_as_it_was_held():
    exif = Image.Exif()
    exif[0x0112] = 6
    turned = PAGE.rotate(90, expand=True)

    assert look("a.jpg", encoded(turned, "JPEG", exif=exif)).text == words_of(RESUME)


def test_letters_on_glass_are_read_as_on_white():
    clear = Image.new("RGBA", PAGE.size, (0, 0, 0, 0))
    clear.putalpha(PAGE.point(lambda dot: 255 - dot))

    assert look("a.webp", encoded(clear, "WEBP")).text == words_of(RESUME)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (encoded(PAGE)[:3000], "damaged"),
        (encoded(Image.new("1", (8000, 8000))), "40 million dots"),
        (encoded(Image.new("L", (300, 300), 255)), "No text was found"),
    ],
    ids=["cut off", "bomb", "blank"],
)
def test_a_hostile_picture_is_refused_in_one_sentence(data, sentence):
    with pytest.raises(Invalid, match=sentence):
        look("a.png", data)


def test_a_drawn_page_has_the_width_that_was_asked_for():
    assert Image.open(io.BytesIO(draw(pdf("Ada"), 0, 400))).width == 400
    with pytest.raises(Invalid, match="no such page"):
        draw(pdf("Ada"), 1, 400)


def test_a_drawn_picture_keeps_no_word_about_where_it_was_taken():
    exif = Image.Exif()
    exif[0x010E] = "at home"
    drawn = Image.open(io.BytesIO(draw(encoded(PAGE, "JPEG", exif=exif), 0, 400)))

    assert (drawn.width, dict(drawn.getexif()), drawn.info) == (400, {}, {})


def test_a_text_has_no_pages_to_draw():
    with pytest.raises(Invalid, match="no picture"):
        draw(b"Ada", 0, 400)


def test_every_installed_language_is_read_english_first(tmp_path, monkeypatch):
    program = tmp_path / "tesseract"
    program.write_text("#!/bin/sh\nprintf 'Languages (4):\\ndeu\\neng\\nfra\\nosd\\n'\n")
    program.chmod(0o755)
    monkeypatch.setattr(pytesseract.pytesseract, "tesseract_cmd", str(program))
    languages.cache_clear()

    assert languages() == "eng+deu+fra"
    languages.cache_clear()
