"""Pictures are told by their bytes; what is doubtful is no picture."""

import io

import pytest
from PIL import Image as Raster

from app.export.word.donor.pictures import MOST_PIXELS, picture
from tests.integration.export.word.donor.letterheads import logo

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><rect fill="url(#a)"/>%s</svg>'
EMF = b"\x01\x00\x00\x00" + bytes(36) + b" EMF" + bytes(60)


def raster(kind, size=(4, 4)):
    target = io.BytesIO()
    Raster.new("RGB", size).save(target, kind)
    return target.getvalue()


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (logo(), "image/png"),
        (raster("JPEG"), "image/jpeg"),
        (raster("GIF"), "image/gif"),
        (raster("BMP"), "image/bmp"),
        (raster("TIFF"), "image/tiff"),
        (EMF, "image/x-emf"),
        (b"\xd7\xcd\xc6\x9a" + bytes(60), "image/x-wmf"),
        (SVG % b"", "image/svg+xml"),
        (SVG % b'<image href="data:image/png;base64,AA"/>', "image/svg+xml"),
    ],
)
def test_pictures_of_known_kinds_are_taken(data, media_type):
    found = picture(data)

    assert found is not None
    assert (found.data, found.media_type) == (data, media_type)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<html><script>alert(1)</script></html>",
        logo()[:80],
        raster("JPEG")[:100],
        b"\x01\x00\x00\x00 not a metafile at all, whatever it says .......",
        SVG % b"<script>x</script>",
        SVG % b'<image href="file:///etc/passwd"/>',
        SVG % b'<image xlink:href="https://example.org/x.png"/>',
        SVG % b'<rect onload="x()"/>',
        SVG % b"<style>rect{fill:url(https://example.org)}</style>",
        b"<!DOCTYPE svg []>" + SVG,
        b"PK\x03\x04",
    ],
)
def test_everything_else_is_none(data):
    assert picture(data) is None


def test_a_picture_of_more_pixels_than_any_screen_is_none(monkeypatch):
    side = round(MOST_PIXELS**0.5) + 1
    bomb = io.BytesIO()
    Raster.new("1", (side, side)).save(bomb, "PNG")

    assert len(bomb.getvalue()) < 100_000
    assert picture(bomb.getvalue()) is None
