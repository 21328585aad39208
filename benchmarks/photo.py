"""A page as a bad telephone takes it: grey, dim, crooked, half in shadow, blurred and noisy."""

import io
import random

import pymupdf
from PIL import Image, ImageChops, ImageFilter

WORDS = """
Senior nurse with nine years in intensive care and two in teaching. Led a team of twelve, cut
handover errors by 31 percent and wrote the ward guide for ventilated patients. Registered with
the Nursing Council since 2014. Fluent in Portuguese and German. Managed budgets of 240,000 a
year. Planned rosters, audited medication rounds, trained students, handled complaints and
introduced electronic charts to four wards in six months. Bachelor of Science in Nursing
"""


def page(seed: int = 1) -> tuple[bytes, str]:
    """Return a full page as PDF, and its text."""
    chance = random.Random(seed)
    lines = [" ".join(chance.choices(WORDS.split(), k=12))[:84] for _ in range(45)]
    document = pymupdf.open()
    sheet = document.new_page()
    for number, line in enumerate(lines):
        sheet.insert_text((60, 90 + 15 * number), line, fontsize=10.5)
    return document.tobytes(), "\n".join(lines)


def scan(data: bytes, dpi: int) -> Image.Image:
    """Return the first page as a scanner sees it."""
    pixels = pymupdf.open(stream=data)[0].get_pixmap(dpi=dpi, colorspace=pymupdf.csGRAY)
    return Image.frombytes("L", (pixels.width, pixels.height), pixels.samples)


def photograph(scan: Image.Image, angle: float, noise: float = 12) -> bytes:
    """Return the page as a bad photo of it, as JPEG."""
    taken = scan.rotate(angle, Image.Resampling.BICUBIC, expand=True, fillcolor=235)
    light = Image.linear_gradient("L")
    lights = [each.resize(taken.size) for each in (light, light.rotate(90))]
    dim = ImageChops.add(*lights, scale=2).point(lambda dot: 60 + dot * 195 // 255)
    shadow = Image.new("L", taken.size, 255)
    shadow.paste(90, (taken.width * 11 // 20, taken.height // 2, *taken.size))
    shadow = shadow.filter(ImageFilter.GaussianBlur(60))
    taken = taken.point(lambda dot: 40 + dot * 200 // 255)
    taken = ImageChops.multiply(ImageChops.multiply(taken, dim), shadow)
    taken = taken.filter(ImageFilter.GaussianBlur(0.8))
    taken = ImageChops.add(taken, Image.effect_noise(taken.size, noise), 1, -128)
    stream = io.BytesIO()
    taken.save(stream, "JPEG", quality=55)
    return stream.getvalue()


def recall(read: str, written: str) -> float:
    """Return the share of the written words that were read."""
    found = set(read.split())
    words = written.split()
    return sum(word in found for word in words) / len(words)
